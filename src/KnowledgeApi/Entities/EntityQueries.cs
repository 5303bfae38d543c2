using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Data.Fields;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Entities;

/// <summary>Those that claims speak of.</summary>
[QueryType]
public static class EntityQueries
{
    /// <summary>Companies, public bodies, programmes, products, publications and people together.</summary>
    public static IQueryable<Entity> GetEntities(KnowledgeContext db) => db.Entities;

    /// <summary>The entity with this id, slug, identifier or name, of any kind; null if there is none.</summary>
    [UseLookup(nameof(Entity.Slug), nameof(Entity.Identifiers), nameof(Entity.Name))]
    public static IQueryable<Entity> GetEntity(KnowledgeContext db) => db.Entities;

    /// <summary>Businesses: they can be owned, and report revenue.</summary>
    public static IQueryable<Company> GetCompanies(KnowledgeContext db) => db.Set<Company>();

    /// <summary>The company with this id, slug, identifier or name; null if there is none.</summary>
    [UseLookup(nameof(Entity.Slug), nameof(Entity.Identifiers), nameof(Entity.Name))]
    public static IQueryable<Company> GetCompany(KnowledgeContext db) => db.Set<Company>();

    /// <summary>States, ministries, courts, public banks and other bodies of public law.</summary>
    public static IQueryable<PublicBody> GetPublicBodies(KnowledgeContext db) => db.Set<PublicBody>();

    /// <summary>The public body with this id, slug, identifier or name; null if there is none.</summary>
    [UseLookup(nameof(Entity.Slug), nameof(Entity.Identifiers), nameof(Entity.Name))]
    public static IQueryable<PublicBody> GetPublicBody(KnowledgeContext db) => db.Set<PublicBody>();

    /// <summary>Public schemes and projects that several parties share.</summary>
    public static IQueryable<Programme> GetProgrammes(KnowledgeContext db) => db.Set<Programme>();

    /// <summary>The programme with this id, slug, identifier or name; null if there is none.</summary>
    [UseLookup(nameof(Entity.Slug), nameof(Entity.Identifiers), nameof(Entity.Name))]
    public static IQueryable<Programme> GetProgramme(KnowledgeContext db) => db.Set<Programme>();

    /// <summary>Services, software and technologies.</summary>
    public static IQueryable<Product> GetProducts(KnowledgeContext db) => db.Set<Product>();

    /// <summary>The product with this id, slug, identifier or name; null if there is none.</summary>
    [UseLookup(nameof(Entity.Slug), nameof(Entity.Identifiers), nameof(Entity.Name))]
    public static IQueryable<Product> GetProduct(KnowledgeContext db) => db.Set<Product>();

    /// <summary>Newspapers, news sites, agencies and broadcasters.</summary>
    public static IQueryable<Publication> GetPublications(KnowledgeContext db) => db.Set<Publication>();

    /// <summary>The publication with this id, slug, identifier or name; null if there is none.</summary>
    [UseLookup(nameof(Entity.Slug), nameof(Entity.Identifiers), nameof(Entity.Name))]
    public static IQueryable<Publication> GetPublication(KnowledgeContext db) => db.Set<Publication>();

    /// <summary>People.</summary>
    public static IQueryable<Person> GetPeople(KnowledgeContext db) => db.Set<Person>();

    /// <summary>The person with this id, slug, identifier or name; null if there is none.</summary>
    [UseLookup(nameof(Entity.Slug), nameof(Entity.Identifiers), nameof(Entity.Name))]
    public static IQueryable<Person> GetPerson(KnowledgeContext db) => db.Set<Person>();
}
