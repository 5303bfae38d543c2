using KnowledgeApi.GraphQL.Data.Aggregates;
using KnowledgeApi.GraphQL.Planning;

namespace KnowledgeApi.GraphQL.Data.Fields;

/// <summary>The objects that groups were made by: one statement for each kind of them, whatever the number of groups.</summary>
internal sealed class GroupNodeResolver(NodeLoader loader) : BatchResolver
{
    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context)
    {
        var ids = context.Parents.Select(parent => parent is GroupKeyValue { Key.IsNode: true, Value: { } id } ? id : null).ToList();
        var found = ids.OfType<string>().Distinct().ToList();
        var nodes = found.Zip(await loader.FindAsync(found, context)).ToDictionary(pair => pair.First, pair => pair.Second);
        return ids.ConvertAll(id => id is null ? null : nodes[id]);
    }
}
