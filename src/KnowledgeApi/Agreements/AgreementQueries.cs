using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Data.Fields;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Agreements;

/// <summary>Which claims tell the same, whether they can be true together, and how well all of it is borne out.</summary>
[QueryType]
public static class AgreementQueries
{
    /// <summary>All claims in groups that tell the same of the same subject for the same time.</summary>
    public static IQueryable<Agreement> GetAgreements(KnowledgeContext db) => db.Agreements;

    /// <summary>The one group of claims known by this.</summary>
    [UseLookup(nameof(Agreement.Slug))]
    public static IQueryable<Agreement> GetAgreement(KnowledgeContext db) => db.Agreements;

    /// <summary>Where the documents disagree: the groups with claims that cannot be true together.</summary>
    public static IQueryable<Agreement> GetDisagreements(KnowledgeContext db) => db.Agreements.Where(agreement => agreement.Verdict == Verdict.Conflicting);

    /// <summary>How well the claims of the whole base are borne out. Each entity has a coverage of its own.</summary>
    public static Reference<Coverage> GetCoverage() => new(Coverage.WholeBase);
}
