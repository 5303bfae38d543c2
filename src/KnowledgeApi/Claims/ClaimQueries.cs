using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Data.Fields;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Claims;

/// <summary>What documents say: one claim for each assertion, with a citation for each place that makes it.</summary>
[QueryType]
public static class ClaimQueries
{
    /// <summary>Claims of all kinds together. Plans and opinions too: `isFact` keeps facts and hearsay.</summary>
    public static IQueryable<Claim> GetClaims(KnowledgeContext db) => db.Claims;

    /// <summary>The claim with this id or slug, of any kind; null if there is none.</summary>
    [UseLookup(nameof(Claim.Slug))]
    public static IQueryable<Claim> GetClaim(KnowledgeContext db) => db.Claims;

    /// <summary>Who owns, owned or is to own how much of a company. Plans and opinions too: `isFact` keeps facts and hearsay.</summary>
    public static IQueryable<Shareholding> GetShareholdings(KnowledgeContext db) => db.Set<Shareholding>();

    /// <summary>Money promised, committed or paid to a company, a programme or a public body. Plans and opinions too: `isFact` keeps facts and hearsay.</summary>
    public static IQueryable<Funding> GetFundings(KnowledgeContext db) => db.Set<Funding>();

    /// <summary>Revenue and net income: results as well as aims, which differ in their status. Plans and opinions too: `isFact` keeps facts and hearsay.</summary>
    public static IQueryable<FinancialFigure> GetFinancialFigures(KnowledgeContext db) => db.Set<FinancialFigure>();

    /// <summary>The financial figures whose concept is REVENUE. Plans and opinions too: `isFact` keeps facts and hearsay.</summary>
    public static IQueryable<FinancialFigure> GetRevenues(KnowledgeContext db) => db.Set<FinancialFigure>().Where(figure => figure.Concept == FinancialConcept.Revenue);

    /// <summary>What was counted or measured: people, jobs, machines, sites, prices, market shares. Plans and opinions too: `isFact` keeps facts and hearsay.</summary>
    public static IQueryable<Measurement> GetMeasurements(KnowledgeContext db) => db.Set<Measurement>();

    /// <summary>Who holds, held or is to hold which role where. Plans and opinions too: `isFact` keeps facts and hearsay.</summary>
    public static IQueryable<Role> GetRoles(KnowledgeContext db) => db.Set<Role>();

    /// <summary>What happened or is to happen. Plans and opinions too: `isFact` keeps facts and hearsay.</summary>
    public static IQueryable<Event> GetEvents(KnowledgeContext db) => db.Set<Event>();

    /// <summary>Who said what about whom, summarised. Opinions and questions too: `isFact` keeps what is asserted as a fact or as hearsay.</summary>
    public static IQueryable<Statement> GetStatements(KnowledgeContext db) => db.Set<Statement>();
}
