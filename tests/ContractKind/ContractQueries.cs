using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.ContractKind;

/// <summary>Contracts by themselves.</summary>
[QueryType]
public static class ContractQueries
{
    /// <summary>Who orders, ordered or is to order what from whom.</summary>
    public static IQueryable<Contract> GetContracts(KnowledgeContext db) => db.Set<Contract>();
}
