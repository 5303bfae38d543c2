using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Data.Fields;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Agreements;

/// <summary>Which claims state the same thing, whether they can be true together, and how well they are supported.</summary>
[QueryType]
public static class AgreementQueries
{
    /// <summary>Groups of claims that answer the same question. Every claim is in exactly one.</summary>
    public static IQueryable<Agreement> GetAgreements(KnowledgeContext db) => db.Agreements;

    /// <summary>The group of claims with this id or slug; null if there is none.</summary>
    [UseLookup(nameof(Agreement.Slug))]
    public static IQueryable<Agreement> GetAgreement(KnowledgeContext db) => db.Agreements;

    /// <summary>Where documents disagree: claims that cannot be true together, state other numbers or dates, name others, or answer a named question differently.</summary>
    public static IQueryable<Agreement> GetDisagreements(KnowledgeContext db) => db.Agreements.Where(agreement => agreement.IsDisagreement);

    /// <summary>How well the claims of the whole base are supported by sources. Each entity has a `coverage` of its own.</summary>
    public static Reference<Coverage> GetCoverage() => new(Coverage.WholeBase);
}
