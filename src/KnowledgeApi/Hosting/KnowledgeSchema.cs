using System.Reflection;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Data.Fields;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.Sqlite;
using KnowledgeApi.Search;
using KnowledgeApi.Time;

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
    /// <param name="kinds">The kinds of entities and claims the store holds, which fields reach only through what they have in common.</param>
    public static Schema Create(EntityConvention entities, KnowledgeKinds kinds) => kinds.Assemblies
        .Aggregate(new SchemaBuilder().AddTypes(Assembly.GetExecutingAssembly()), (schema, assembly) => schema.AddTypes(assembly))
        .AddTypes([.. kinds.Classes])
        .AddEnum(kinds.Properties.Select(property => (property.Property, property.Property.Name, property.Description)))
        .AddEnum(SearchType.Of(kinds).Select(type => (type, type.Name, type.Description)))
        .AddLocalDateTime()
        .AddConvention(entities)
        .HandDown(AsOfScope.Argument)
        .Describe(About)
        .Build();

    /// <summary>The schema by itself, to be printed; it needs no store.</summary>
    /// <param name="kinds">The kinds of entities and claims.</param>
    public static Schema Create(KnowledgeKinds kinds)
    {
        // Never opened: only how the model is mapped to tables is needed.
        using var pool = new ReadPool(() => throw new InvalidOperationException("This schema has no store."));
        return Create(new EntityConvention(KnowledgeData.CreateOptions(pool, () => new KnowledgeContext(SqliteOptions.Unopened(kinds)), version: "none")), kinds);
    }
}
