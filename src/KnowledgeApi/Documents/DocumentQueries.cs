using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Data.Fields;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Documents;

/// <summary>The sources, and the places in them that claims rest on.</summary>
[QueryType]
public static class DocumentQueries
{
    /// <summary>The documents the knowledge was read out of.</summary>
    public static IQueryable<Document> GetDocuments(KnowledgeContext db) => db.Documents;

    /// <summary>The one document known by this.</summary>
    [UseLookup(nameof(Document.Slug), nameof(Document.Sha256))]
    public static IQueryable<Document> GetDocument(KnowledgeContext db) => db.Documents;

    /// <summary>All places in documents that bear on a claim or print a name.</summary>
    public static IQueryable<Citation> GetCitations(KnowledgeContext db) => db.Citations;

    /// <summary>The one citation known by this.</summary>
    [UseLookup(nameof(Citation.Slug))]
    public static IQueryable<Citation> GetCitation(KnowledgeContext db) => db.Citations;
}
