using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Nodes;

/// <summary>An object with a global id, by which `node` finds it again.</summary>
[InterfaceType<IIdentified>]
[GraphQLName("Node")]
public static class NodeType
{
    /// <summary>The global id, which stays as long as the slug.</summary>
    [ID]
    public static string GetId([Parent(nameof(IIdentified.Slug))] IIdentified node) => GlobalId.Encode(node.GetType().Name, node.Slug);
}
