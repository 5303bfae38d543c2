using System.Collections;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;
using Microsoft.Extensions.Logging;

namespace KnowledgeApi.GraphQL.Execution;

/// <summary>
/// Runs a plan breadth first: level by level, each field of a level once, for all objects of the level together. Only fields
/// that need a batch are visited; everything else is read by the writer straight off the objects.
/// </summary>
internal sealed class OperationExecutor(ExecutionRun run)
{
    private readonly Queue<ObjectBatch> _pending = new();
    private int _objects;

    /// <summary>Finds everything the plan asks for in batches.</summary>
    public async ValueTask<ObjectBatch> ExecuteAsync(OperationPlan plan)
    {
        var root = new ObjectBatch(plan.Root);
        root.Add(RootValue.Instance, plan.RootType);
        if (plan.Operation == OperationType.Mutation)
        {
            // Side effects happen in the order they are written: each field with all below it before the next begins.
            foreach (var field in plan.Root.FieldsOf(plan.RootType))
            {
                await RunAsync(root, field);
                await DrainAsync();
            }
        }
        else
        {
            _pending.Enqueue(root);
            await DrainAsync();
        }

        return root;
    }

    private async ValueTask DrainAsync()
    {
        while (_pending.TryDequeue(out var batch))
        {
            if (!batch.Plan.NeedsBatch)
                continue;
            foreach (var field in FieldsOf(batch))
                await RunAsync(batch, field);
        }
    }

    /// <summary>The fields of the batch that need a batch themselves, each once, however many object types share it.</summary>
    private static IEnumerable<FieldPlan> FieldsOf(ObjectBatch batch) =>
        batch.Plan.OnlyType is { } only
            ? batch.Plan.FieldsOf(only).Where(f => f.NeedsBatch)
            : batch.Types.OfType<ObjectType>().Distinct().SelectMany(batch.Plan.FieldsOf).Where(f => f.NeedsBatch).Distinct();

    private async ValueTask RunAsync(ObjectBatch batch, FieldPlan field)
    {
        // The writer also reads values of fields without batches from here if it finds them, so mutations may pass any field.
        var rows = RowsWith(batch, field);
        var values = new object?[batch.Objects.Count];
        if (rows.Count == 0)
            return;
        run.Cancellation.ThrowIfCancellationRequested();
        var (arguments, error) = run.ArgumentsOf(field);
        if (error is not null)
            Fill(values, rows, error);
        else if (field.Field.Resolver is BatchResolver resolver)
            await RunBatchAsync(resolver, batch, field, arguments, rows, values);
        else
            RunPure((PureResolver)field.Field.Resolver!, batch, arguments, rows, values);
        batch.Set(field, WithChildren(field, values));
    }

    private static List<int> RowsWith(ObjectBatch batch, FieldPlan field)
    {
        var rows = new List<int>(batch.Objects.Count);
        for (var row = 0; row < batch.Objects.Count; row++)
        {
            if (batch.Types[row] is { } type && Array.IndexOf(batch.Plan.FieldsOf(type), field) >= 0)
                rows.Add(row);
        }

        return rows;
    }

    private async ValueTask RunBatchAsync(
        BatchResolver resolver, ObjectBatch batch, FieldPlan field, ArgumentValues arguments, List<int> rows, object?[] values)
    {
        try
        {
            var parents = rows.Count == batch.Objects.Count ? batch.Objects : [.. rows.Select(row => batch.Objects[row])];
            var found = await resolver.ResolveAsync(new BatchContext
            {
                Parents = parents,
                Arguments = arguments,
                Field = field,
                Prepared = field.Prepared,
                Services = run.Services,
                Cancellation = run.Cancellation,
            });
            if (found.Count != parents.Count)
                throw new InvalidOperationException($"The resolver of {field.Field.Name} gave {found.Count} results for {parents.Count} parents.");
            for (var i = 0; i < found.Count; i++)
                values[rows[i]] = found[i];
        }
        catch (Exception e) when (!run.Cancellation.IsCancellationRequested)
        {
            Fill(values, rows, run.ErrorFor(e, field));
        }
    }

    private void RunPure(PureResolver resolver, ObjectBatch batch, ArgumentValues arguments, List<int> rows, object?[] values)
    {
        foreach (var row in rows)
        {
            try
            {
                values[row] = resolver.Resolve(batch.Objects[row], arguments);
            }
            catch (Exception e) when (!run.Cancellation.IsCancellationRequested)
            {
                values[row] = run.ErrorFor(e, field: null);
            }
        }
    }

    private static void Fill(object?[] values, List<int> rows, FieldError error)
    {
        foreach (var row in rows)
            values[row] = error;
    }

    /// <summary>Gathers the objects among the values into the batch of the next level, in the order the writer will meet them.</summary>
    private FieldValues WithChildren(FieldPlan field, object?[] values)
    {
        if (field.Selection is not { NeedsBatch: true } selection)
            return new FieldValues(values, null, []);
        var children = new ObjectBatch(selection);
        var first = new int[values.Length];
        for (var row = 0; row < values.Length; row++)
        {
            first[row] = children.Objects.Count;
            // A lazy enumerable must give the writer the same objects again.
            values[row] = Settle(values[row]);
            Gather(values[row], field.Field.Type.Nullable, children);
        }

        _objects += children.Objects.Count;
        if (_objects > run.Options.MaxObjects)
            throw new ResultLimitException($"The answer has more than {run.Options.MaxObjects} objects. Ask for smaller pages.");
        _pending.Enqueue(children);
        return new FieldValues(values, children, first);
    }

    private static object? Settle(object? value) =>
        value is null or FieldError or string or IReadOnlyList<object?> || value is not IEnumerable items ? value : items.Cast<object?>().Select(Settle).ToArray();

    private void Gather(object? value, GraphQLType type, ObjectBatch children)
    {
        if (value is null or FieldError)
            return;
        if (type is ListType list)
        {
            if (value is IReadOnlyList<object?> items)
            {
                foreach (var item in items)
                    Gather(item, list.OfType.Nullable, children);
            }
        }
        else
        {
            children.Add(value, run.Schema.ResolveType(type.Named, value));
        }
    }
}

/// <summary>The parent of the root fields.</summary>
public sealed class RootValue
{
    private RootValue()
    {
    }

    public static RootValue Instance { get; } = new();
}

/// <summary>The answer would be larger than allowed; the message is meant for the client.</summary>
internal sealed class ResultLimitException(string message) : Exception(message);

/// <summary>What one run of an operation shares.</summary>
internal sealed class ExecutionRun(
    Schema schema, VariableValues variables, ExecutionOptions options, IServiceProvider services, ILogger logger, CancellationToken cancellation)
{
    private readonly Dictionary<FieldPlan, (ArgumentValues Arguments, FieldError? Error)> _arguments = [];

    public Schema Schema { get; } = schema;

    public ExecutionOptions Options { get; } = options;

    public IServiceProvider Services { get; } = services;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The field's arguments, or why they are none; coerced once a request at most.</summary>
    public (ArgumentValues Arguments, FieldError? Error) ArgumentsOf(FieldPlan field)
    {
        if (field.ConstantArguments is { } constant)
            return (constant, null);
        if (_arguments.TryGetValue(field, out var known))
            return known;
        try
        {
            known = (ArgumentCoercion.Coerce(field.Field.Arguments, field.Nodes[0].Arguments, variables), null);
        }
        catch (ArgumentCoercionException e)
        {
            known = (ArgumentValues.None, new FieldError(e.Message, ErrorCodes.ArgumentInvalid));
        }

        return _arguments[field] = known;
    }

    /// <summary>What the client learns of an exception: everything if it was thrown for the client, nothing otherwise.</summary>
    public FieldError ErrorFor(Exception exception, FieldPlan? field)
    {
        switch (exception)
        {
            case FieldErrorException told:
                return new FieldError(told.Message, told.Code);
            case CoercionException coercion:
                return new FieldError(coercion.Message, ErrorCodes.ValueInvalid);
            case ResultLimitException or OperationCanceledException when Cancellation.IsCancellationRequested:
                throw exception;
            default:
                Log.FieldFailed(logger, exception, field?.Field.Name ?? "a field");
                return new FieldError("The field could not be answered because of an unexpected error.", ErrorCodes.InternalServerError);
        }
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Resolving {Field} failed")]
    public static partial void FieldFailed(ILogger logger, Exception exception, string field);
}
