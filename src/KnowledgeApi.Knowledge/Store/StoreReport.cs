using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning;
using KnowledgeApi.Knowledge.SeedFormat;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>What came of asking for a base.</summary>
public enum StoreOutcome
{
    /// <summary>Seeds, texts or program have changed: the base was built anew.</summary>
    Built,

    /// <summary>Nothing has changed: the current base is used again.</summary>
    Reused,

    /// <summary>The base could not be built; the previous one is untouched.</summary>
    Failed,
}

/// <summary>What came of asking for a base, and all that is wrong with what it is built from.</summary>
/// <param name="Outcome">Whether it was built, reused or could not be built.</param>
/// <param name="Problems">All errors and warnings; those of the last build if the base was reused.</param>
/// <param name="Snapshot">The base there is to be queried, after a failure the previous one; null if there is none. The caller disposes it.</param>
/// <param name="Duration">How long it took.</param>
public sealed record StoreReport(StoreOutcome Outcome, IReadOnlyList<SeedProblem> Problems, Snapshot? Snapshot, TimeSpan Duration);

/// <summary>What a base holds.</summary>
/// <param name="Counts">How many objects it holds of each class, by the name of the class, in an order fit to print.</param>
/// <param name="Alignments">How many citations were checked with what verdict, by the verdict's name in capitals.</param>
/// <param name="Findings">How many findings each rule has, by the name of the rule.</param>
/// <param name="Agreements">How many groups of claims have what verdict, by the verdict's name in capitals.</param>
/// <param name="Texts">How many documents it has the text of.</param>
/// <param name="Warnings">What was odd about the seeds, but did not keep the base from being built.</param>
public sealed record StoreSummary(
    IReadOnlyDictionary<string, int> Counts,
    IReadOnlyDictionary<string, int> Alignments,
    IReadOnlyDictionary<string, int> Findings,
    IReadOnlyDictionary<string, int> Agreements,
    int Texts,
    IReadOnlyList<SeedProblem> Warnings)
{
    internal static StoreSummary Of(KnowledgeKinds kinds, KnowledgeBase knowledge, Conclusions conclusions, IReadOnlyList<SeedProblem> warnings)
    {
        var counts = new Dictionary<string, int> { [nameof(Document)] = knowledge.Documents.Count };
        foreach (var kind in kinds.Entities)
            counts[kind.EntityType.Name] = knowledge.Entities.Count(kind.EntityType.IsInstanceOfType);
        foreach (var kind in kinds.Claims)
            counts[kind.ClaimType.Name] = knowledge.Claims.Count(kind.ClaimType.IsInstanceOfType);
        counts[nameof(Citation)] = knowledge.Citations.Count;
        counts[nameof(Agreement)] = conclusions.Agreements.Count;
        counts[nameof(Finding)] = conclusions.Findings.Count();
        return new(
            counts,
            knowledge.Citations.GroupBy(citation => citation.Alignment).OrderBy(group => group.Key).ToDictionary(group => EnumNames.Name(group.Key), group => group.Count()),
            conclusions.Rules.Where(rule => rule.Findings.Count > 0).ToDictionary(rule => rule.Name, rule => rule.Findings.Count),
            EnumNames.All<Verdict>().ToDictionary(name => name, name => conclusions.Agreements.Count(agreement => EnumNames.Name(agreement.Verdict) == name)),
            knowledge.Documents.Count(document => document.HasText),
            warnings);
    }
}
