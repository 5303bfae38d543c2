using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.Search;

/// <summary>Conditions on what a search finds. A kind without a condition is found as it is; `types` leaves out whole kinds.</summary>
[InputObjectType]
public sealed class SearchFilter
{
    /// <summary>The condition on entities.</summary>
    [GraphQLType("EntityFilterInput")]
    public InputObject? Entity { get; init; }

    /// <summary>The condition on claims.</summary>
    [GraphQLType("ClaimFilterInput")]
    public InputObject? Claim { get; init; }

    /// <summary>The condition on documents.</summary>
    [GraphQLType("DocumentFilterInput")]
    public InputObject? Document { get; init; }
}
