using KnowledgeApi.GraphQL.Annotations;

namespace KnowledgeApi.Search;

/// <summary>Finding objects by words.</summary>
[QueryType]
public static class SearchQueries
{
    /// <summary>
    /// Entities, claims and documents in which words are found: in names and other names, in titles, wordings, summaries and descriptions, and in the texts
    /// of documents where this base has got them. Case and accents make no difference. All words must be found in an object, in whatever order and
    /// places. The best hits come first: the very name, then names, titles, wordings and texts.
    /// </summary>
    /// <param name="text">
    /// Words as one types them, at most 32 in 200 characters. The last one may be only begun, unless a blank or a quotation mark follows. Words in
    /// quotation marks, or without a blank between them as in `44,4`, must stand together. A minus before a word or a quotation leaves out
    /// what has it. No other character has a meaning.
    /// </param>
    /// <param name="types">Only objects of these kinds; without any, of all kinds.</param>
    /// <param name="where">Only objects that meet these conditions.</param>
    /// <param name="first">How many objects to give from the start, or after `after`: at most 100; 20 unless given.</param>
    /// <param name="after">A cursor of the same search: only what comes behind it is given.</param>
    /// <param name="searcher">Searches.</param>
    public static SearchConnection GetSearch(string text, IReadOnlyList<SearchType>? types, SearchFilter? where, int? first, string? after, [Service] Searcher searcher) =>
        searcher.Search(text, types ?? [], where, first, after);
}
