using System.Collections;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Data.Rows;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Types;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Fields;

/// <summary>The stored objects that computed values refer to: one statement for all parents.</summary>
internal sealed class KeyResolver : BatchResolver
{
    private readonly ColumnLoader _loader;
    private readonly FieldResolver _references;

    /// <summary>Reads what another resolver refers to.</summary>
    public KeyResolver(DataOptions options, IReadOnlyEntityType target, FieldResolver references)
    {
        _references = references;
        _loader = target.FindPrimaryKey() is { Properties: [{ PropertyInfo: { } key }] }
            ? new ColumnLoader(options, target, key)
            : throw new InvalidOperationException($"{target.DisplayName()} has no key of one C# property, so nothing can refer to it.");
        Requires = references.Requires;
    }

    public override object? Prepare(FieldPlan field) => new Prepared((_references as BatchResolver)?.Prepare(field), _loader.Compile(field));

    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context)
    {
        var prepared = (Prepared)context.Prepared!;
        var values = await ReferencesAsync(prepared, context);
        var keys = new HashSet<object>();
        foreach (var value in values)
            Collect(value, keys);
        var found = await _loader.ReadAsync(prepared.Query, keys, context.Cancellation);
        return [.. values.Select(value => Found(value, found))];
    }

    private async ValueTask<IReadOnlyList<object?>> ReferencesAsync(Prepared prepared, BatchContext context) => _references is BatchResolver batch
        ? await batch.ResolveAsync(context.With(prepared.Inner))
        : [.. context.Parents.Select(parent => ((PureResolver)_references).Resolve(parent, context.Arguments))];

    private static void Collect(object? value, HashSet<object> keys)
    {
        if (value is Reference reference)
        {
            keys.Add(reference.Key);
        }
        else if (value is IEnumerable items)
        {
            foreach (var item in items)
                Collect(item, keys);
        }
    }

    private static object? Found(object? value, Dictionary<object, object> found) => value switch
    {
        Reference reference => found.GetValueOrDefault(reference.Key),
        IEnumerable items => items.Cast<object?>().Select(item => Found(item, found)).ToList(),
        _ => value,
    };

    private sealed record Prepared(object? Inner, RowQuery Query);
}
