using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Agreements;
using KnowledgeApi.Knowledge.Reasoning.Rules;

namespace KnowledgeApi.Knowledge.Reasoning;

/// <summary>All that is concluded from a base, which it refers to and does not change.</summary>
/// <param name="Agreements">The claims in groups of what can be compared; each claim is in one.</param>
/// <param name="Rivalries">The pairs of claims that cannot be true together, each pair both ways round.</param>
/// <param name="Rules">The rules and what they found.</param>
/// <param name="Coverages">How well the claims of the base and of each entity are borne out.</param>
/// <param name="Timeline">All times of claims, in order.</param>
public sealed record Conclusions(
    IReadOnlyList<Agreement> Agreements,
    IReadOnlyList<Rivalry> Rivalries,
    IReadOnlyList<Rule> Rules,
    IReadOnlyList<Coverage> Coverages,
    IReadOnlyList<TimelineEntry> Timeline)
{
    /// <summary>What all rules found, in the order of the rules.</summary>
    public IEnumerable<Finding> Findings => Rules.SelectMany(rule => rule.Findings);
}

/// <summary>Draws all conclusions from a base.</summary>
public static class Reasoner
{
    /// <summary>All that is concluded from a base. The same base always gives the same.</summary>
    public static Conclusions Conclude(KnowledgeBase knowledge)
    {
        var premises = new Premises(knowledge, AgreementFinder.Find(knowledge.Claims));
        return new(
            [.. premises.Groups.Select(group => group.ToAgreement())],
            [.. premises.Groups.SelectMany(group => group.Rivals).SelectMany(pair => new[] { Rivalry(pair.One, pair.Other), Rivalry(pair.Other, pair.One) })],
            RuleSet.Run(premises, RuleSet.Rules),
            Reasoning.Coverages.Of(premises),
            Reasoning.Timeline.Of(knowledge));
    }

    private static Rivalry Rivalry(Claim claim, Claim rival) => new() { ClaimKey = claim.Key, Claim = claim, RivalKey = rival.Key, Rival = rival };
}
