using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Data.Fields;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Nodes;

/// <summary>Objects by global id.</summary>
[QueryType]
public static class NodeQueries
{
    /// <summary>The object with this global id, of any type; null if there is none.</summary>
    /// <param name="id">A global id, as the field `id` of any object gives it.</param>
    /// <param name="loader">Finds objects by id.</param>
    /// <param name="context">What is selected of the object.</param>
    public static async Task<IIdentified?> GetNodeAsync([ID] string id, [Service] NodeLoader loader, BatchContext context) =>
        (IIdentified?)(await loader.LoadAsync([id], context))[0];

    /// <summary>The objects with these global ids, in the order of the ids; null for each that does not exist.</summary>
    /// <param name="ids">Global ids, as the field `id` of any object gives them.</param>
    /// <param name="loader">Finds objects by id.</param>
    /// <param name="context">What is selected of the objects.</param>
    public static async Task<IReadOnlyList<IIdentified?>> GetNodesAsync([ID] IReadOnlyList<string> ids, [Service] NodeLoader loader, BatchContext context) =>
        [.. (await loader.LoadAsync(ids, context)).Cast<IIdentified?>()];
}
