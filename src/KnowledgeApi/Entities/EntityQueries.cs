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

    /// <summary>The one entity known by this, of whatever kind.</summary>
    [UseLookup(nameof(Entity.Slug), nameof(Entity.Identifiers), nameof(Entity.Name))]
    public static IQueryable<Entity> GetEntity(KnowledgeContext db) => db.Entities;

    /// <summary>Businesses: they can be owned, and report revenue.</summary>
    public static IQueryable<Company> GetCompanies(KnowledgeContext db) => db.Set<Company>();

    /// <summary>The one company known by this.</summary>
    [UseLookup(nameof(Entity.Slug), nameof(Entity.Identifiers), nameof(Entity.Name))]
    public static IQueryable<Company> GetCompany(KnowledgeContext db) => db.Set<Company>();

    /// <summary>States, ministries, courts, public banks and other bodies of public law.</summary>
    public static IQueryable<PublicBody> GetPublicBodies(KnowledgeContext db) => db.Set<PublicBody>();

    /// <summary>The one public body known by this.</summary>
    [UseLookup(nameof(Entity.Slug), nameof(Entity.Identifiers), nameof(Entity.Name))]
    public static IQueryable<PublicBody> GetPublicBody(KnowledgeContext db) => db.Set<PublicBody>();

    /// <summary>Public schemes and projects that several parties share.</summary>
    public static IQueryable<Programme> GetProgrammes(KnowledgeContext db) => db.Set<Programme>();

    /// <summary>The one programme known by this.</summary>
    [UseLookup(nameof(Entity.Slug), nameof(Entity.Identifiers), nameof(Entity.Name))]
    public static IQueryable<Programme> GetProgramme(KnowledgeContext db) => db.Set<Programme>();

    /// <summary>Services, software and technologies.</summary>
    public static IQueryable<Product> GetProducts(KnowledgeContext db) => db.Set<Product>();

    /// <summary>The one product known by this.</summary>
    [UseLookup(nameof(Entity.Slug), nameof(Entity.Identifiers), nameof(Entity.Name))]
    public static IQueryable<Product> GetProduct(KnowledgeContext db) => db.Set<Product>();

    /// <summary>Newspapers, news sites, agencies and broadcasters.</summary>
    public static IQueryable<Publication> GetPublications(KnowledgeContext db) => db.Set<Publication>();

    /// <summary>The one publication known by this.</summary>
    [UseLookup(nameof(Entity.Slug), nameof(Entity.Identifiers), nameof(Entity.Name))]
    public static IQueryable<Publication> GetPublication(KnowledgeContext db) => db.Set<Publication>();

    /// <summary>People.</summary>
    public static IQueryable<Person> GetPeople(KnowledgeContext db) => db.Set<Person>();

    /// <summary>The one person known by this.</summary>
    [UseLookup(nameof(Entity.Slug), nameof(Entity.Identifiers), nameof(Entity.Name))]
    public static IQueryable<Person> GetPerson(KnowledgeContext db) => db.Set<Person>();
}
