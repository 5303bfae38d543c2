using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Search;

/// <summary>What a search finds: an entity, a claim or a document.</summary>
[UnionType<ISearchable>]
[GraphQLName("SearchResult")]
[GraphQLDescription("What a search finds: an entity, a claim or a document.")]
public static class SearchResultType;
