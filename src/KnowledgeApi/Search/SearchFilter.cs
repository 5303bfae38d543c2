using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.Search;

/// <summary>Which objects a search may find. Kinds of objects that nothing is said of may all be found; `types` leaves out whole kinds.</summary>
[InputObjectType]
public sealed class SearchFilter
{
    /// <summary>What entities must meet to be found.</summary>
    [GraphQLType("EntityFilterInput")]
    public InputObject? Entity { get; init; }

    /// <summary>What claims must meet to be found.</summary>
    [GraphQLType("ClaimFilterInput")]
    public InputObject? Claim { get; init; }

    /// <summary>What documents must meet to be found.</summary>
    [GraphQLType("DocumentFilterInput")]
    public InputObject? Document { get; init; }
}
