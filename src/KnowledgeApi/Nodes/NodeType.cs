using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Nodes;

/// <summary>An object with a global id: whatever can be asked for again by `node`.</summary>
[InterfaceType<IIdentified>]
[GraphQLName("Node")]
public static class NodeType
{
    /// <summary>The global id. It stays the same as long as the object keeps its slug; what is inside is nobody's business.</summary>
    [ID]
    public static string GetId([Parent(nameof(IIdentified.Slug))] IIdentified node) => GlobalId.Encode(node.GetType().Name, node.Slug);
}
