using System.Reflection;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Data.Fields;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.Sqlite;

namespace KnowledgeApi.Hosting;

/// <summary>The GraphQL schema of the knowledge.</summary>
public static class KnowledgeSchema
{
    private const string About =
        """
        What press documents say about companies: shareholdings, funding, figures, roles, events and statements.
        Every claim has at least one citation that points at exact characters of a document. Claims that disagree stand side by side.
        """;

    /// <summary>The schema, run against a store's data.</summary>
    /// <param name="entities">How entities of the store become fields; it serves one schema.</param>
    public static Schema Create(EntityConvention entities) => new SchemaBuilder()
        .AddTypes(Assembly.GetExecutingAssembly())
        .AddTypes([.. typeof(Knowledge.Model.Entity).Assembly.GetExportedTypes().Where(IsConcrete)])
        .AddLocalDateTime()
        .AddConvention(entities)
        .Describe(About)
        .Build();

    /// <summary>The schema by itself, to be printed; it needs no store.</summary>
    public static Schema Create()
    {
        // Never opened: only how the model is mapped to tables is needed.
        var options = new SqliteDatabase("schema-only.db").Options;
        using var pool = new ReadPool(() => throw new InvalidOperationException("This schema has no store."));
        return Create(new EntityConvention(KnowledgeData.CreateOptions(pool, () => new KnowledgeContext(options), version: "none")));
    }

    /// <summary>The kinds of entities and claims, which fields reach only through what they have in common.</summary>
    private static bool IsConcrete(Type type) =>
        !type.IsAbstract && (typeof(Knowledge.Model.Entity).IsAssignableFrom(type) || typeof(Knowledge.Model.Claim).IsAssignableFrom(type));
}
