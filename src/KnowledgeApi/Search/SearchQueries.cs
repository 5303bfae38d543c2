using KnowledgeApi.GraphQL.Annotations;

namespace KnowledgeApi.Search;

/// <summary>Finding objects by words.</summary>
[QueryType]
public static class SearchQueries
{
    /// <summary>
    /// Finds entities, claims and documents by words in names, titles, wordings, summaries and descriptions, and in the documents' texts where the server has them;
    /// the best hits first. All words must be found in an object, in any order. Case and accents make no difference. Claims are found whatever
    /// their status.
    /// </summary>
    /// <param name="text">
    /// The words to find, at most 32 in 200 characters; the last may be incomplete. `"words in quotation marks"` must stand together, `-word` leaves out objects that have it.
    /// </param>
    /// <param name="types">Only objects of these kinds; all kinds if left out.</param>
    /// <param name="where">Only objects that meet these conditions.</param>
    /// <param name="first">How many objects from the start: 20 unless given, at most 100.</param>
    /// <param name="after">Only objects after this cursor.</param>
    /// <param name="last">How many objects from the end, at most 100.</param>
    /// <param name="before">Only objects before this cursor.</param>
    /// <param name="searcher">Searches.</param>
    public static SearchConnection GetSearch(
        string text, IReadOnlyList<SearchType>? types, SearchFilter? where, int? first, string? after, int? last, string? before, [Service] Searcher searcher) =>
        searcher.Search(text, types ?? [], where, first, after, last, before);
}
