using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Rules;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Findings;

/// <summary>What the rules have to say about the knowledge.</summary>
[QueryType]
public static class FindingQueries
{
    /// <summary>The rules that check the base whenever it is built, in the order they run.</summary>
    public static IReadOnlyList<Reference<Rule>> GetRules() => [.. Enumerable.Range(1, RuleSet.Rules.Count).Select(place => new Reference<Rule>((long)place))];

    /// <summary>What the rules found, such as contradictions and misprints. A finding changes no claim.</summary>
    public static IQueryable<Finding> GetFindings(KnowledgeContext db) => db.Findings;
}
