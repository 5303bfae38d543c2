using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.GraphQL.Data.Fields;
using KnowledgeApi.GraphQL.Data.Paging;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Search;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Paging;

namespace KnowledgeApi.Search;

/// <summary>A page of what a search finds, the best hits first.</summary>
public sealed class SearchConnection
{
    private readonly ISearchIndex _index;
    private readonly RunSql _run;
    private readonly SearchQuery _query;
    private readonly SearchScope _scope;
    private readonly NumberedPage _numbers;
    private Task<SearchPage>? _page;
    private Task<int>? _count;

    internal SearchConnection(ISearchIndex index, RunSql run, SearchQuery query, SearchScope scope, NumberedPage numbers) =>
        (_index, _run, _query, _scope, _numbers) = (index, run, query, scope, numbers);

    /// <summary>The page, which is read once, and only if a field needs it.</summary>
    internal Task<SearchPage> ReadAsync(CancellationToken cancellation) => _page ??= FindAsync(cancellation);

    /// <summary>How much is found, which is counted once, and only if a field or the page needs it.</summary>
    internal Task<int> CountAsync(CancellationToken cancellation) => _count ??= _index.CountAsync(_run, _query, _scope, cancellation);

    internal async Task<IReadOnlyList<SearchSuggestion>> SuggestAsync(int count, CancellationToken cancellation)
    {
        var (known, candidates) = await _index.FindNamesAsync(_run, _query, cancellation);
        return
        [
            .. Spelling.Suggest(_query, known, candidates, count)
                .Select(suggestion => new SearchSuggestion(suggestion.Text, suggestion.Candidate.Name, GlobalId.Encode(suggestion.Candidate.Type, suggestion.Candidate.Slug))),
        ];
    }

    internal async Task<IReadOnlyList<SearchMatch>[]> MatchAsync(IReadOnlyList<SearchEdge> edges, CancellationToken cancellation)
    {
        var parts = await _index.ReadAsync(_run, [.. edges.Select(edge => edge.Number)], cancellation);
        return [.. edges.Select(edge => Highlighter.Match(_query, parts[edge.Number]))];
    }

    private async Task<SearchPage> FindAsync(CancellationToken cancellation)
    {
        var (skip, take) = _numbers.RowsOf(_numbers.NeedsCount ? await CountAsync(cancellation) : 0);
        // One hit more than the page has tells whether there is another page.
        var hits = await _index.FindAsync(_run, _query, _scope, skip, take + 1, cancellation);
        var edges = hits.Take(take).Select((hit, i) => new SearchEdge(this, hit, _numbers.CursorOf(skip + i))).ToList();
        return new SearchPage(edges, _numbers.InfoOf(skip, edges.Count, hits.Count <= take));
    }
}

/// <summary>The hits of a page.</summary>
internal sealed record SearchPage(IReadOnlyList<SearchEdge> Edges, PageInfo Info);

/// <summary>An object that was found, with how well and where.</summary>
public sealed class SearchEdge
{
    internal SearchEdge(SearchConnection search, SearchHit hit, string cursor)
    {
        Search = search;
        Number = hit.Number;
        Id = GlobalId.Encode(hit.Type, hit.Slug);
        Score = hit.Score;
        Cursor = cursor;
    }

    /// <summary>The place among all that is found, to be given as `after` or `before`.</summary>
    public string Cursor { get; }

    /// <summary>
    /// How well the object matches; the best comes first. The whole part says where the words are: 6 they are the main name, 5 another name, 4 the beginning of a name, 3 within a name, 2 in a title, 1 in a wording, summary or description, 0 elsewhere. The decimals order matches of one kind.
    /// </summary>
    public double Score { get; }

    internal SearchConnection Search { get; }

    internal long Number { get; }

    internal string Id { get; }
}

/// <summary>Another spelling to search for, with the name of an entity.</summary>
public sealed class SearchSuggestion
{
    internal SearchSuggestion(string text, string name, string id)
    {
        Text = text;
        Name = name;
        Id = id;
    }

    /// <summary>The text to search for instead, with the name in it.</summary>
    public string Text { get; }

    /// <summary>The name of the entity that is meant.</summary>
    public string Name { get; }

    internal string Id { get; }
}

/// <inheritdoc cref="SearchConnection"/>
[ObjectType<SearchConnection>]
public static class SearchConnectionType
{
    /// <summary>How many names are suggested at most.</summary>
    private const int MaxSuggestions = 5;

    /// <summary>The hits of the page, each with its score and matches.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<SearchEdge>>> GetEdgesAsync([Parent] IReadOnlyList<SearchConnection> searches, CancellationToken cancellation) =>
        await ForEachAsync(searches, async search => (await search.ReadAsync(cancellation)).Edges);

    /// <summary>The objects of the page.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<ISearchable>>> GetNodesAsync(
        [Parent] IReadOnlyList<SearchConnection> searches, [Service] NodeLoader loader, BatchContext context) =>
        await ForEachAsync(searches, async search =>
        {
            var page = await search.ReadAsync(context.Cancellation);
            return (IReadOnlyList<ISearchable>)[.. (await loader.LoadAsync([.. page.Edges.Select(edge => edge.Id)], context)).Cast<ISearchable>()];
        });

    /// <summary>Where the page stands among all pages.</summary>
    public static async Task<IReadOnlyList<PageInfo>> GetPageInfoAsync([Parent] IReadOnlyList<SearchConnection> searches, CancellationToken cancellation) =>
        await ForEachAsync(searches, async search => (await search.ReadAsync(cancellation)).Info);

    /// <summary>How many objects are found on all pages together.</summary>
    public static async Task<IReadOnlyList<int>> GetTotalCountAsync([Parent] IReadOnlyList<SearchConnection> searches, CancellationToken cancellation) =>
        await ForEachAsync(searches, search => search.CountAsync(cancellation));

    /// <summary>
    /// Other spellings to search for, at most five, the nearest first: names similar to a word that is nowhere in the base, whatever `types` and `where` are.
    /// </summary>
    public static async Task<IReadOnlyList<IReadOnlyList<SearchSuggestion>>> GetSuggestionsAsync([Parent] IReadOnlyList<SearchConnection> searches, CancellationToken cancellation) =>
        await ForEachAsync(searches, search => search.SuggestAsync(MaxSuggestions, cancellation));

    private static async Task<IReadOnlyList<T>> ForEachAsync<T>(IReadOnlyList<SearchConnection> searches, Func<SearchConnection, Task<T>> read)
    {
        // A search is a field of the root, so there is one.
        var results = new List<T>(searches.Count);
        foreach (var search in searches)
            results.Add(await read(search));
        return results;
    }
}

/// <inheritdoc cref="SearchEdge"/>
[ObjectType<SearchEdge>]
public static class SearchEdgeType
{
    /// <summary>The object.</summary>
    public static async Task<IReadOnlyList<ISearchable>> GetNodeAsync([Parent] IReadOnlyList<SearchEdge> edges, [Service] NodeLoader loader, BatchContext context) =>
        [.. (await loader.LoadAsync([.. edges.Select(edge => edge.Id)], context)).Cast<ISearchable>()];

    /// <summary>The texts of the object in which words were found, the most important first, with the places of the words.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<SearchMatch>>> GetMatchesAsync([Parent] IReadOnlyList<SearchEdge> edges, CancellationToken cancellation)
    {
        var matches = new IReadOnlyList<SearchMatch>[edges.Count];
        foreach (var group in edges.Index().GroupBy(edge => edge.Item.Search))
        {
            var found = await group.Key.MatchAsync([.. group.Select(edge => edge.Item)], cancellation);
            foreach (var (edge, match) in group.Zip(found))
                matches[edge.Index] = match;
        }

        return matches;
    }
}

/// <inheritdoc cref="SearchSuggestion"/>
[ObjectType<SearchSuggestion>]
public static class SearchSuggestionType
{
    /// <summary>The entity that is meant.</summary>
    public static async Task<IReadOnlyList<Entity>> GetEntityAsync([Parent] IReadOnlyList<SearchSuggestion> suggestions, [Service] NodeLoader loader, BatchContext context) =>
        [.. (await loader.LoadAsync([.. suggestions.Select(suggestion => suggestion.Id)], context)).Cast<Entity>()];
}
