using System.Collections;
using System.Reflection;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Types;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace KnowledgeApi.GraphQL.Data.Fields;

/// <summary>The stored objects that computed values refer to: one statement for all parents.</summary>
internal sealed class KeyResolver : BatchResolver
{
    private readonly DataOptions _options;
    private readonly IReadOnlyEntityType _target;
    private readonly FieldResolver _references;
    private readonly PropertyInfo _key;
    private readonly CoreTypeMapping _mapping;

    /// <summary>Reads what another resolver refers to.</summary>
    public KeyResolver(DataOptions options, IReadOnlyEntityType target, FieldResolver references)
    {
        _options = options;
        _target = target;
        _references = references;
        _key = target.FindPrimaryKey() is { Properties: [{ PropertyInfo: { } key }] }
            ? key
            : throw new InvalidOperationException($"{target.DisplayName()} has no key of one C# property, so nothing can refer to it.");
        _mapping = target.FindProperty(_key.Name)!.GetTypeMapping();
        Requires = references.Requires;
    }

    public override object? Prepare(FieldPlan field)
    {
        using var db = _options.CreateContext();
        var slots = new SlotList();
        slots.AddList(_key.PropertyType, [], _mapping);
        return new Prepared((_references as BatchResolver)?.Prepare(field), RowQuery.ByColumn(db, _target, _key, [field.Selection!], slots));
    }

    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context)
    {
        var prepared = (Prepared)context.Prepared!;
        var values = await ReferencesAsync(prepared, context);
        var keys = new HashSet<object>();
        foreach (var value in values)
            Collect(value, keys);
        var found = new Dictionary<object, object>();
        if (keys.Count > 0)
        {
            var slots = new SlotList();
            slots.AddList(_key.PropertyType, keys, _mapping);
            await _options.Pool.RunAsync(prepared.Query.Statement, slots, row => found[prepared.Query.Key(row)!] = prepared.Query.Shape.Read(row), context.Cancellation);
        }

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
