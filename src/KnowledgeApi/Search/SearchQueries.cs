using KnowledgeApi.GraphQL.Annotations;

namespace KnowledgeApi.Search;

/// <summary>Finding objects by words.</summary>
[QueryType]
public static class SearchQueries
{
    /// <summary>
    /// Finds entities, claims and documents by words in names, titles, wordings, summaries and descriptions, and in the documents' texts where the server has them;
    /// the best hits first. All words must be found in an object, in any order. Case and accents make no difference.
    /// </summary>
    /// <param name="text">
    /// Words as one types them, at most 32 in 200 characters. The last one may be only begun. `"words in quotation marks"` stand together, `-word` leaves
    /// out what has it.
    /// </param>
    /// <param name="types">Finds objects of these kinds only; null or none finds all kinds.</param>
    /// <param name="where">Finds objects that meet these conditions only.</param>
    /// <param name="first">The most objects to give, from the start or after `after`: 20 unless given, at most 100.</param>
    /// <param name="after">A cursor: gives what comes after it.</param>
    /// <param name="last">The most objects to give, from the end or before `before`: at most 100.</param>
    /// <param name="before">A cursor: gives what comes before it.</param>
    /// <param name="searcher">Searches.</param>
    public static SearchConnection GetSearch(
        string text, IReadOnlyList<SearchType>? types, SearchFilter? where, int? first, string? after, int? last, string? before, [Service] Searcher searcher) =>
        searcher.Search(text, types ?? [], where, first, after, last, before);
}
