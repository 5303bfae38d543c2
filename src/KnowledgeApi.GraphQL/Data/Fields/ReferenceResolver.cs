using System.Reflection;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Execution;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace KnowledgeApi.GraphQL.Data.Fields;

/// <summary>The one object related to each parent, whichever of the two has the foreign key: one statement for all parents.</summary>
internal sealed class ReferenceResolver : BatchResolver
{
    private readonly DataOptions _options;
    private readonly IReadOnlyEntityType _target;
    private readonly PropertyInfo _key;
    private readonly CoreTypeMapping _mapping;
    private readonly Func<object, object?> _ownKey;

    public ReferenceResolver(DataOptions options, IReadOnlyNavigation navigation)
    {
        _options = options;
        _target = navigation.TargetEntityType;
        var foreignKey = Relation.Single(navigation.ForeignKey.Properties, navigation);
        var principalKey = Relation.Single(navigation.ForeignKey.PrincipalKey.Properties, navigation);
        (var own, _key) = navigation.IsOnDependent ? (foreignKey, principalKey) : (principalKey, foreignKey);
        _mapping = _target.FindProperty(_key.Name)!.GetTypeMapping();
        _ownKey = KeyBatch.Getter(own);
        Requires = [own];
    }

    public override object? Prepare(FieldPlan field)
    {
        using var db = _options.CreateContext();
        var slots = new SlotList();
        slots.AddList(_key.PropertyType, [], _mapping);
        return RowQuery.ByColumn(db, _target, _key, [field.Selection!], slots);
    }

    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context)
    {
        var keys = KeyBatch.Of(context.Parents, _ownKey);
        var distinct = KeyBatch.Distinct(keys);
        var found = new Dictionary<object, object>();
        if (distinct.Count > 0)
        {
            var query = (RowQuery)context.Prepared!;
            var slots = new SlotList();
            slots.AddList(_key.PropertyType, distinct, _mapping);
            await _options.Pool.RunAsync(query.Statement, slots, row => found[query.Key(row)!] = query.Shape.Read(row), context.Cancellation);
        }

        return Array.ConvertAll(keys, key => key is null ? null : found.GetValueOrDefault(key));
    }
}
