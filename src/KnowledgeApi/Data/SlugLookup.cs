using KnowledgeApi.GraphQL.Data.Fields;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Data;

/// <summary>Entities by their slugs, for what is no GraphQL.</summary>
internal static class SlugLookup
{
    /// <summary>The entity with this slug, of which key, slug and name are read; null if there is none.</summary>
    public static ValueTask<Entity?> FindEntityAsync(this EntityConvention entities, string slug, CancellationToken cancellation) =>
        entities.FindAsync<Entity>(new InputObject([new("slug", slug)]), cancellation);
}
