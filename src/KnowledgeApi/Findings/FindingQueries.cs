using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Rules;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Findings;

/// <summary>What the rules have to say about the knowledge.</summary>
[QueryType]
public static class FindingQueries
{
    /// <summary>The rules that every build of the knowledge base is checked by, in the order they are run in.</summary>
    public static IReadOnlyList<Reference<Rule>> GetRules() => [.. Enumerable.Range(1, RuleSet.Rules.Count).Select(place => new Reference<Rule>((long)place))];

    /// <summary>What the rules found: contradictions, misprints, gaps. Findings change nothing in the claims.</summary>
    public static IQueryable<Finding> GetFindings(KnowledgeContext db) => db.Findings;
}
