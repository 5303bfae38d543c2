using System.Text.Json;
using KnowledgeApi.Data;
using KnowledgeApi.Errors;
using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.GraphQL.Data.Fields;
using KnowledgeApi.GraphQL.Data.Paging;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Search;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Paging;

namespace KnowledgeApi.Search;

/// <summary>Checks what is asked of a search and makes ready to answer it.</summary>
/// <param name="index">Finds.</param>
/// <param name="data">The connections to the store, and the key of cursors.</param>
/// <param name="entities">Knows the filters of the schema.</param>
public sealed class Searcher(ISearchIndex index, DataOptions data, EntityConvention entities)
{
    /// <summary>The objects of a page, unless the client says how many.</summary>
    public const int DefaultPageSize = 20;

    /// <summary>The most objects of a page.</summary>
    public const int MaxPageSize = 100;

    /// <summary>The longest text, in Unicode code points.</summary>
    public const int MaxLength = 200;

    /// <summary>The most words of a text.</summary>
    public const int MaxWords = 32;

    /// <summary>A search that is read when its fields are.</summary>
    /// <exception cref="FieldErrorException">The text is empty or too long, the page is too large, the cursor is of another search, or a filter cannot be applied.</exception>
    public SearchConnection Search(string text, IReadOnlyList<SearchType> types, SearchFilter? where, int? first, string? after, int? last, string? before)
    {
        var query = Parse(text);
        var page = PageArguments.Of(first, after, last, before, DefaultPageSize, MaxPageSize);
        var scope = ScopeOf(types, where);
        return new SearchConnection(index, data.Pool.Run(), query, scope, new NumberedPage(page, new CursorCodec(data.CursorKey, Seal(text, scope))));
    }

    private static SearchQuery Parse(string text)
    {
        // Code units are at least as many as code points, so that most texts need not be counted.
        if (text.Length > MaxLength && text.EnumerateRunes().Count() is > MaxLength and var length)
            throw new FieldErrorException($"The text to search for may have at most {MaxLength} characters, but has {length}.", KnowledgeErrorCodes.SearchTooLong);
        var query = SearchQuery.Parse(text);
        if (query.Length > MaxWords)
            throw new FieldErrorException($"The text to search for may have at most {MaxWords} words, but has {query.Length}.", KnowledgeErrorCodes.SearchTooLong);
        return query switch
        {
            { IsEmpty: false } => query,
            { Excluded.Count: > 0 } => throw new FieldErrorException("The text only says what to leave out. Add a word to search for.", KnowledgeErrorCodes.SearchEmpty),
            _ => throw new FieldErrorException("There is no word to search for: a word is of letters or digits.", KnowledgeErrorCodes.SearchEmpty),
        };
    }

    private SearchScope ScopeOf(IReadOnlyList<SearchType> types, SearchFilter? where)
    {
        var given = new[] { (Type: typeof(Entity), Where: where?.Entity), (Type: typeof(Claim), Where: where?.Claim), (Type: typeof(Document), Where: where?.Document) };
        var filters = given.Where(filter => filter.Where is not null).Select(filter => (filter.Type, filter.Where!)).ToArray();
        var keys = filters.Zip(entities.KeysOf(filters)).ToDictionary(pair => pair.First.Type, pair => new SqlText(pair.Second.Sql, pair.Second.Parameters));
        return new SearchScope(
            types.Count == 0 ? null : [.. types.SelectMany(type => type.Classes).Distinct()],
            keys.GetValueOrDefault(typeof(Entity)),
            keys.GetValueOrDefault(typeof(Claim)),
            keys.GetValueOrDefault(typeof(Document)));
    }

    /// <summary>What makes a search different from others: a cursor is good for its own only.</summary>
    private static string Seal(string text, SearchScope scope)
    {
        var parts = new List<string> { "search", text, string.Join(',', (scope.Types ?? []).Order(StringComparer.Ordinal)) };
        foreach (var keys in new[] { scope.Entities, scope.Claims, scope.Documents })
        {
            parts.Add(keys?.Text ?? "");
            parts.AddRange((keys?.Parameters ?? []).Select(parameter => JsonSerializer.Serialize(parameter.Value)));
        }

        return JsonSerializer.Serialize(parts);
    }
}
