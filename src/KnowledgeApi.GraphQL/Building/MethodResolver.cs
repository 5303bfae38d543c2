using System.Reflection;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Building;

/// <summary>Resolves a field by calling a static method: of a root, once; of a type, with all parents of a level.</summary>
internal sealed class MethodResolver : BatchResolver
{
    private readonly string _method;
    private readonly Func<BatchContext, object?> _call;
    private readonly Func<object, ValueTask<object?>>? _await;
    private readonly Func<object, IReadOnlyList<object?>>? _toResults;

    public MethodResolver(MethodInfo method, MethodBinding binding)
    {
        _method = Naming.CSharpName(method);
        _call = binding.Compile();
        if (binding.IsAsync)
        {
            var isTask = method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>);
            _await = Helper(isTask ? nameof(AwaitTask) : nameof(AwaitValueTask), binding.ReturnType).CreateDelegate<Func<object, ValueTask<object?>>>();
        }

        if (binding.IsBatch)
        {
            _toResults = binding.ResultType.IsValueType
                ? Helper(nameof(Box), binding.ResultType).CreateDelegate<Func<object, IReadOnlyList<object?>>>()
                : results => (IReadOnlyList<object?>)results;
        }
    }

    public override ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context)
    {
        var value = _call(context);
        return _await is null ? ValueTask.FromResult(Results(context, value)) : AwaitAsync(context, _await(value!));
    }

    private static MethodInfo Helper(string name, Type type) =>
        typeof(MethodResolver).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);

    private static async ValueTask<object?> AwaitTask<T>(object task) => await ((Task<T>)task).ConfigureAwait(false);

    private static async ValueTask<object?> AwaitValueTask<T>(object task) => await ((ValueTask<T>)task).ConfigureAwait(false);

    private static BoxedList<T> Box<T>(object results) => new((IReadOnlyList<T>)results);

    private async ValueTask<IReadOnlyList<object?>> AwaitAsync(BatchContext context, ValueTask<object?> value) =>
        Results(context, await value.ConfigureAwait(false));

    private IReadOnlyList<object?> Results(BatchContext context, object? value)
    {
        if (_toResults is null)
            return [value];
        var results = value is null ? [] : _toResults(value);
        return results.Count == context.Parents.Count
            ? results
            : throw new InvalidOperationException($"{_method} returned {results.Count} results for {context.Parents.Count} parents: it must return one for each, in their order.");
    }
}
