using System.Collections;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

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
        var isMutation = plan.Operation == OperationType.Mutation;
        var root = new ObjectBatch(plan.Root) { HoldsAllFields = isMutation };
        root.Add(RootValue.Instance, plan.RootType);
        if (isMutation)
        {
            // Side effects happen in the order they are written: each field with all below it before the next begins.
            foreach (var field in plan.Root.FieldsOf(plan.RootType))
            {
                if (field.Field.Resolver is not null)
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
            foreach (var field in FieldsOf(batch))
                await RunAsync(batch, field);
        }
    }

    /// <summary>The fields of the batch that need a batch themselves, each once, however many object types share it.</summary>
    private static IEnumerable<FieldPlan> FieldsOf(ObjectBatch batch) =>
        batch.Plan.OnlyType is not null
            ? batch.Plan.NeedingBatch
            : batch.Types.OfType<ObjectType>().Distinct().SelectMany(batch.Plan.FieldsOf).Where(f => f.NeedsBatch).Distinct();

    private async ValueTask RunAsync(ObjectBatch batch, FieldPlan field)
    {
        var rows = RowsWith(batch, field);
        if (rows is [])
            return;
        run.Cancellation.ThrowIfCancellationRequested();
        var values = new object?[batch.Objects.Count];
        var (arguments, error) = run.ArgumentsOf(field);
        if (error is not null)
            Fill(values, rows, error);
        else if (field.Field.Resolver is BatchResolver resolver)
            await RunBatchAsync(resolver, batch, field, arguments, rows, values);
        else
            RunPure((PureResolver)field.Field.Resolver!, batch, field, arguments, rows, values);
        batch.Set(field, WithChildren(field, values));
    }

    /// <summary>The rows of the objects that have a field, or null if all have it.</summary>
    private static List<int>? RowsWith(ObjectBatch batch, FieldPlan field)
    {
        if (batch.Plan.OnlyType is not null && batch.IsKnown)
            return null;
        var types = new HashSet<ObjectType>();
        foreach (var type in batch.Types.OfType<ObjectType>().Distinct())
        {
            if (Array.IndexOf(batch.Plan.FieldsOf(type), field) >= 0)
                types.Add(type);
        }

        var rows = new List<int>(batch.Objects.Count);
        for (var row = 0; row < batch.Objects.Count; row++)
        {
            if (batch.Types[row] is { } type && types.Contains(type))
                rows.Add(row);
        }

        return rows.Count == batch.Objects.Count ? null : rows;
    }

    private async ValueTask RunBatchAsync(
        BatchResolver resolver, ObjectBatch batch, FieldPlan field, ArgumentValues arguments, List<int>? rows, object?[] values)
    {
        try
        {
            var parents = rows is null ? batch.Objects : [.. rows.Select(row => batch.Objects[row])];
            var found = await resolver.ResolveAsync(new BatchContext(parents, arguments, field, field.Prepared, run.Services, run.Cancellation));
            if (found.Count != parents.Count)
                throw new InvalidOperationException($"The resolver of {field.Field.Name} gave {found.Count} results for {parents.Count} parents.");
            for (var i = 0; i < found.Count; i++)
                values[rows is null ? i : rows[i]] = found[i];
        }
        catch (Exception e)
        {
            Fill(values, rows, run.ErrorFor(e, field));
        }
    }

    private void RunPure(PureResolver resolver, ObjectBatch batch, FieldPlan field, ArgumentValues arguments, List<int>? rows, object?[] values)
    {
        for (var i = 0; i < (rows?.Count ?? values.Length); i++)
        {
            var row = rows is null ? i : rows[i];
            try
            {
                values[row] = resolver.Resolve(batch.Objects[row], arguments);
            }
            catch (Exception e)
            {
                values[row] = run.ErrorFor(e, field);
            }
        }
    }

    private static void Fill(object?[] values, List<int>? rows, FieldError error)
    {
        if (rows is null)
        {
            Array.Fill(values, error);
            return;
        }

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
            values[row] = Settle(values[row], field.Field.Type, field);
            Gather(values[row], field.Field.Type.Nullable, children);
            CheckObjects(children);
        }

        _objects += children.Objects.Count;
        if (children.Objects.Count > 0)
            _pending.Enqueue(children);
        return new FieldValues(values, children, first);
    }

    /// <summary>A value whose lists give the same items however often they are read: the writer reads them again.</summary>
    private object? Settle(object? value, GraphQLType type, FieldPlan field)
    {
        if (value is null or FieldError or string || value is not IEnumerable items || type.Nullable is not ListType list)
            return value;
        if (IsSettled(value) && list.OfType.Nullable is not ListType)
            return value;
        try
        {
            var settled = new List<object?>();
            foreach (var item in items)
            {
                settled.Add(Settle(item, list.OfType, field));
                if (settled.Count > run.Options.MaxObjects)
                    throw TooMany();
            }

            return settled;
        }
        catch (Exception e)
        {
            return run.ErrorFor(e, field);
        }
    }

    private static bool IsSettled(object value) =>
        value is object?[] || (value is IReadOnlyList<object?> && value.GetType() is { IsConstructedGenericType: true } type && type.GetGenericTypeDefinition() == typeof(List<>));

    /// <summary>Takes the objects the writer will ask for with <see cref="ChildCount"/> in mind: the two must agree.</summary>
    private void Gather(object? value, GraphQLType type, ObjectBatch children)
    {
        if (value is null or FieldError)
            return;
        if (type is ListType list)
        {
            if (value is IReadOnlyList<object?> items)
            {
                for (var i = 0; i < items.Count; i++)
                    Gather(items[i], list.OfType.Nullable, children);
            }
        }
        else
        {
            children.Add(value, run.Schema.ResolveType(type.Named, value));
        }
    }

    /// <summary>How many objects a value was gathered into.</summary>
    public static int ChildCount(object? value, GraphQLType type)
    {
        if (value is null or FieldError)
            return 0;
        if (type.Nullable is not ListType list)
            return 1;
        var count = 0;
        if (value is IReadOnlyList<object?> items)
        {
            for (var i = 0; i < items.Count; i++)
                count += ChildCount(items[i], list.OfType);
        }

        return count;
    }

    private void CheckObjects(ObjectBatch children)
    {
        if (_objects + children.Objects.Count > run.Options.MaxObjects)
            throw TooMany();
    }

    private ResultLimitException TooMany() => new($"The answer has more than {run.Options.MaxObjects} objects. Ask for smaller pages.");
}

/// <summary>The parent of the root fields.</summary>
internal sealed class RootValue
{
    private RootValue()
    {
    }

    public static RootValue Instance { get; } = new();
}

/// <summary>The answer would be larger than allowed; the message is meant for the client.</summary>
internal sealed class ResultLimitException(string message) : Exception(message);
