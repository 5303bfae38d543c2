using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Search;

/// <summary>What a search can find: an entity, a claim or a document.</summary>
[InterfaceType<ISearchable>]
[GraphQLName("SearchResult")]
public static class SearchResultType;
