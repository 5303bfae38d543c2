using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Data.Fields;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Documents;

/// <summary>The sources, and the places in them that claims rest on.</summary>
[QueryType]
public static class DocumentQueries
{
    /// <summary>The documents that claims are cited from, such as press articles.</summary>
    public static IQueryable<Document> GetDocuments(KnowledgeContext db) => db.Documents;

    /// <summary>The document with this id, slug or SHA-256; null if there is none.</summary>
    [UseLookup(nameof(Document.Slug), nameof(Document.Sha256))]
    public static IQueryable<Document> GetDocument(KnowledgeContext db) => db.Documents;

    /// <summary>The places in documents that state a claim or print a name.</summary>
    public static IQueryable<Citation> GetCitations(KnowledgeContext db) => db.Citations;

    /// <summary>The citation with this id or slug; null if there is none.</summary>
    [UseLookup(nameof(Citation.Slug))]
    public static IQueryable<Citation> GetCitation(KnowledgeContext db) => db.Citations;
}
