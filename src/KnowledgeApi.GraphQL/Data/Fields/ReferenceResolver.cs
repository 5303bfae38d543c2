using System.Reflection;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Execution;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Fields;

/// <summary>The one object a foreign key of each parent points at: one statement for all parents.</summary>
internal sealed class ReferenceResolver : BatchResolver
{
    private readonly DataOptions _options;
    private readonly IReadOnlyEntityType _target;
    private readonly PropertyInfo _key;
    private readonly Func<object, object?> _foreignKey;

    public ReferenceResolver(DataOptions options, IReadOnlyNavigation navigation)
    {
        _options = options;
        _target = navigation.TargetEntityType;
        var foreignKey = navigation.ForeignKey.Properties.Single().PropertyInfo!;
        _key = navigation.ForeignKey.PrincipalKey.Properties.Single().PropertyInfo!;
        _foreignKey = KeyBatch.Getter(foreignKey);
        Requires = [foreignKey];
    }

    public override object? Prepare(FieldPlan field)
    {
        using var db = _options.CreateContext();
        var slots = new SlotList();
        slots.Add(_key.PropertyType.MakeArrayType(), Array.CreateInstance(_key.PropertyType, 0));
        return RowQuery.ByColumn(db, _target, _key, [field.Selection!], slots);
    }

    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context)
    {
        var keys = context.Parents.Select(_foreignKey).ToArray();
        var distinct = KeyBatch.Distinct(keys, _key.PropertyType);
        var found = new Dictionary<object, object>();
        if (distinct.Length > 0)
        {
            var query = (RowQuery)context.Prepared!;
            var slots = new SlotList();
            slots.Add(distinct.GetType(), distinct);
            await _options.Pool.RunAsync(query.Statement, slots, row => found[query.Key(row)!] = query.Shape.Read(row), context.Cancellation);
        }

        return Array.ConvertAll(keys, key => key is null ? null : found.GetValueOrDefault(key));
    }
}
