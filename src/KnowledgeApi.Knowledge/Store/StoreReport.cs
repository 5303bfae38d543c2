using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Agreements;
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
    IReadOnlyList<SeedProblem> Warnings);

/// <summary>Counts what a base holds, object by object.</summary>
internal sealed class StoreCounts
{
    private readonly Dictionary<Type, int> _objects = [];
    private readonly SortedDictionary<Alignment, int> _alignments = [];
    private readonly Dictionary<string, int> _findings = [];
    private readonly Dictionary<Verdict, int> _verdicts = [];
    private int _texts;

    /// <summary>How many claims there are.</summary>
    public int Claims { get; private set; }

    /// <summary>How many agreements there are.</summary>
    public int Agreements => _verdicts.Values.Sum();

    /// <summary>How many findings there are.</summary>
    public int Findings => _findings.Values.Sum();

    /// <summary>How many findings keep the seeds from being called good: those of severity ERROR that nobody accepts.</summary>
    public int GraveFindings { get; private set; }

    public void Add(Document document)
    {
        Count(_objects, typeof(Document));
        _texts += document.HasText ? 1 : 0;
    }

    public void Add(Entity entity) => Count(_objects, entity.GetType());

    public void Add(Claim claim)
    {
        Claims++;
        Count(_objects, claim.GetType());
    }

    public void Add(Citation citation) => Count(_alignments, citation.Alignment);

    public void Add(ClaimGroup group) => Count(_verdicts, group.Verdict);

    public void Add(Finding finding)
    {
        Count(_findings, finding.Rule.Name);
        GraveFindings += finding is { Accepted: false, Severity: Severity.Error } ? 1 : 0;
    }

    /// <summary>The counts as they are stored.</summary>
    /// <param name="kinds">The kinds of entities and claims.</param>
    /// <param name="warnings">What was odd about the seeds.</param>
    public StoreSummary ToSummary(KnowledgeKinds kinds, IReadOnlyList<SeedProblem> warnings)
    {
        var counts = new Dictionary<string, int> { [nameof(Document)] = _objects.GetValueOrDefault(typeof(Document)) };
        foreach (var type in kinds.Classes)
            counts[type.Name] = _objects.GetValueOrDefault(type);
        counts[nameof(Citation)] = _alignments.Values.Sum();
        counts[nameof(Agreement)] = Agreements;
        counts[nameof(Finding)] = Findings;
        return new(
            counts,
            _alignments.ToDictionary(pair => EnumNames.Name(pair.Key), pair => pair.Value),
            _findings,
            EnumNames.All<Verdict>().ToDictionary(name => name, name => _verdicts.GetValueOrDefault(EnumNames.Parse<Verdict>(name))),
            _texts,
            warnings);
    }

    private static void Count<T>(IDictionary<T, int> counts, T one) => counts[one] = (counts.TryGetValue(one, out var count) ? count : 0) + 1;
}
