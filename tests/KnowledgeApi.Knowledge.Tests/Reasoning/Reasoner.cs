using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning;
using KnowledgeApi.Knowledge.Reasoning.Agreements;
using KnowledgeApi.Knowledge.Reasoning.Rules;

namespace KnowledgeApi.Knowledge.Tests.Reasoning;

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
        var tallies = Tallies.Of(knowledge);
        var groups = AgreementFinder.Find(knowledge.Claims);
        foreach (var group in groups.Where(group => group.Verdict == Verdict.Conflicting))
            tallies.AddConflict(group);
        var coverages = KnowledgeApi.Knowledge.Reasoning.Coverages.Of(tallies).ToList();
        foreach (var (coverage, entity) in coverages.Skip(1).Zip(knowledge.Entities))
            coverage.Entity = entity;
        return new(
            [.. groups.Select(group => group.ToAgreement())],
            [.. groups.SelectMany(group => group.ToRivalries())],
            Run(new Premises(knowledge, groups, tallies), RuleSet.Rules),
            coverages,
            KnowledgeApi.Knowledge.Reasoning.Timeline.Of(knowledge));
    }

    /// <summary>Runs some rules over a base.</summary>
    public static IReadOnlyList<Rule> Run(KnowledgeBase knowledge, params IReadOnlyList<RuleDefinition> definitions) =>
        Run(new Premises(knowledge, AgreementFinder.Find(knowledge.Claims), Tallies.Of(knowledge)), definitions);

    private static List<Rule> Run(Premises premises, IReadOnlyList<RuleDefinition> definitions)
    {
        var numbering = new FindingNumbers(premises.Base.Acceptances);
        var objects = new BaseObjects(premises.Base);
        var rules = definitions.Select((definition, i) => RuleSet.RuleOf(definition, i + 1)).ToList();
        foreach (var (definition, rule) in definitions.Zip(rules))
            foreach (var seen in Observe(definition, premises).OrderBy(seen => seen.Place))
                rule.Findings.Add(objects.Attach(numbering.ToFinding(definition, rule, seen), seen));
        return rules;
    }

    private static IEnumerable<Observation> Observe(RuleDefinition definition, Premises premises) =>
        (definition.CheckSubjects?.Invoke(premises) ?? []).Concat(definition.CheckWhole?.Invoke(premises.Tallies) ?? []);
}

/// <summary>The objects of a base in memory by their numbers.</summary>
internal sealed class BaseObjects(KnowledgeBase knowledge)
{
    private readonly Dictionary<long, Entity> _entities = knowledge.Entities.ToDictionary(entity => entity.Key);
    private readonly Dictionary<long, Document> _documents = knowledge.Documents.ToDictionary(document => document.Key);
    private readonly Dictionary<long, Claim> _claims = knowledge.Claims.ToDictionary(claim => claim.Key);
    private readonly Dictionary<long, Citation> _citations = knowledge.Citations.ToDictionary(citation => citation.Key);

    /// <summary>A finding with the objects it refers to.</summary>
    public Finding Attach(Finding finding, Observation seen)
    {
        (finding.AboutEntity, finding.AboutDocument) = (seen.Entity is { } entity ? _entities[entity] : null, seen.Document is { } document ? _documents[document] : null);
        finding.Claims.AddRange(seen.Claims.Distinct().Select(key => _claims[key]));
        finding.Citations.AddRange(seen.Citations.Distinct().Select(key => _citations[key]));
        return finding;
    }
}
