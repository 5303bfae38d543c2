using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Findings;

/// <summary>What the rules have to say about the knowledge.</summary>
[QueryType]
public static class FindingQueries
{
    /// <summary>The rules that every build of the knowledge base is checked by.</summary>
    public static IQueryable<Rule> GetRules(KnowledgeContext db) => db.Rules;

    /// <summary>What the rules found: contradictions, misprints, gaps. Kept and shown, never mended silently.</summary>
    public static IQueryable<Finding> GetFindings(KnowledgeContext db) => db.Findings;
}
