using KnowledgeApi.GraphQL.Data.Rows;
using KnowledgeApi.GraphQL.Planning;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Fields;

/// <summary>The one object related to each parent, whichever of the two has the foreign key: one statement for all parents.</summary>
internal sealed class ReferenceResolver : BatchResolver
{
    private readonly ColumnLoader _loader;
    private readonly Func<object, object?> _ownKey;

    public ReferenceResolver(DataOptions options, IReadOnlyNavigation navigation)
    {
        var foreignKey = Relation.Single(navigation.ForeignKey.Properties, navigation);
        var principalKey = Relation.Single(navigation.ForeignKey.PrincipalKey.Properties, navigation);
        var (own, key) = navigation.IsOnDependent ? (foreignKey, principalKey) : (principalKey, foreignKey);
        _loader = new ColumnLoader(options, navigation.TargetEntityType, key);
        _ownKey = KeyBatch.Getter(own);
        Requires = [own];
    }

    public override object? Prepare(FieldPlan field) => _loader.Compile(field);

    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context)
    {
        var keys = KeyBatch.Of(context.Parents, _ownKey);
        var found = await _loader.ReadAsync((RowQuery)context.Prepared!, KeyBatch.Distinct(keys), context.Cancellation);
        return Array.ConvertAll(keys, key => key is null ? null : found.GetValueOrDefault(key));
    }
}
