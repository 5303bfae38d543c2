using KnowledgeApi.Data;
using KnowledgeApi.GraphQL.Data.Fields;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.Knowledge.Search;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.NotFound;

/// <summary>Which entity may be meant by a slug that is misspelt, or by a name in the place of a slug.</summary>
internal sealed class EntityGuess(EntityConvention entities, ISearchIndex index, ReadPool pool)
{
    // Slugs are short; a long text only costs time.
    private const int MaxLength = 100;

    /// <summary>The slug of the entity that is nearest; null if none is near. It costs two statements, however large the base.</summary>
    public async Task<string?> FindAsync(string slug, CancellationToken cancellation)
    {
        if (slug.Length is 0 or > MaxLength)
            return null;
        var lower = slug.ToLowerInvariant();
        if (await entities.FindEntityAsync(lower, cancellation) is { } entity)
            return entity.Slug;
        var query = SearchQuery.Parse(lower.Replace('-', ' ').Replace('_', ' '));
        if (query.IsEmpty)
            return null;
        var alike = (await index.FindNamesAsync(pool.Run(), query, cancellation)).Candidates;
        return Nearest.Find(lower, alike.Select(candidate => candidate.Slug))
            ?? alike.FirstOrDefault(candidate => Words.Name(candidate.Name) == Words.Name(query.Text))?.Slug
            ?? alike.FirstOrDefault(candidate => candidate.Slug.StartsWith(lower + "-", StringComparison.Ordinal))?.Slug;
    }
}
