using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Ownership;

/// <summary>An owner of a company, at once or through others, and how much of the company comes to it.</summary>
/// <param name="Owner">Internal number of the owner.</param>
/// <param name="Share">The effective share, in percent.</param>
/// <param name="Certainty">CERTAIN if some chain of stakes that certainly were held leads to it.</param>
/// <param name="Depth">The least number of stakes between the two.</param>
/// <param name="Direct">What it holds itself, if anything.</param>
public sealed record EffectiveOwner(long Owner, ShareRange Share, Certainty Certainty, int Depth, Stake? Direct)
{
    /// <summary>Whether it is part of a cycle.</summary>
    public bool IsInCycle { get; init; }

    /// <summary>Whether its own owners were looked for.</summary>
    public bool IsExplored { get; init; } = true;
}

/// <summary>A company someone owns a part of, at once or through others.</summary>
/// <param name="Company">Internal number of the company.</param>
/// <param name="Share">The effective share, in percent.</param>
/// <param name="Certainty">CERTAIN if some chain of stakes that certainly were held leads to it.</param>
/// <param name="Depth">The least number of stakes between the two.</param>
/// <param name="Direct">What is held directly, if anything.</param>
/// <param name="Controlled">How certain it is that it is controlled; null if it cannot be by the stakes that are told.</param>
public sealed record EffectiveHolding(long Company, ShareRange Share, Certainty Certainty, int Depth, Stake? Direct, Certainty? Controlled);

/// <summary>How an indirect stake as it is told compares with the one computed from other stakes.</summary>
public enum StatedVerdict
{
    /// <summary>Some share can be meant by both.</summary>
    Agrees,

    /// <summary>No share can be meant by both.</summary>
    Conflicts,

    /// <summary>The claim tells no size, or no chain of stakes leads from the owner to the company through others.</summary>
    NotComparable,
}

/// <summary>A stake that is told to be held through others, beside what the chains of stakes through others make.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Computed">What is computed; null if no chain leads through others.</param>
/// <param name="Verdict">How the two compare.</param>
public sealed record StatedStake(StakeClaim Claim, ShareRange? Computed, StatedVerdict Verdict);

/// <summary>Answers about ownership, computed from a graph.</summary>
/// <param name="graph">The stakes.</param>
/// <param name="cancellation">Stops computations.</param>
public sealed class OwnershipAnswers(OwnershipGraph graph, CancellationToken cancellation = default)
{
    private readonly EffectiveShares _shares = new(graph, cancellation);
    private readonly HashSet<long> _unexplored = [.. graph.Unexplored];
    private readonly Lazy<HashSet<int>> _closed = new(() => ClosedCycles(graph));

    /// <summary>The stakes.</summary>
    public OwnershipGraph Graph => graph;

    /// <summary>The part of the root that is traced back to an owner; nothing if no chain leads there.</summary>
    public ShareRange ShareOf(long owner) => graph.Has(owner) && owner != graph.Root ? _shares.Of(owner, graph.Root) : ShareRange.None;

    /// <summary>The owners of the root, the nearest first, then those with the greatest shares.</summary>
    /// <param name="max">The most owners.</param>
    public IReadOnlyList<EffectiveOwner> Owners(int max) => Describe(graph.Nodes.Skip(1).Take(max));

    /// <summary>
    /// The owners without owners: entities no claim that counts tells an owner of. Where companies own each other and
    /// nobody else owns any of them, all of them. The entities at the greatest depth are among these, for their owners were not looked for.
    /// </summary>
    /// <param name="max">The most owners.</param>
    public IReadOnlyList<EffectiveOwner> UltimateOwners(int max) => Describe(graph.Nodes.Skip(1).Where(IsUltimate).Take(max));

    /// <summary>Those who control the root, certainly ones first, then those nearest.</summary>
    /// <param name="threshold">The share to exceed, in percent.</param>
    public IReadOnlyList<Control> Controllers(decimal threshold)
    {
        return [.. new[] { Certainty.Certain, Certainty.Possible }.SelectMany(Find).DistinctBy(control => control.Controller)];

        IEnumerable<Control> Find(Certainty certainty) =>
            graph.Nodes.Skip(1).Select(node => ControlOf(node, certainty)).Where(control => control.Has(graph.Root));

        Control ControlOf(long node, Certainty certainty)
        {
            cancellation.ThrowIfCancellationRequested();
            return Control.Of(graph, node, threshold, certainty);
        }
    }

    /// <summary>What the root owns a part of, the nearest first, then by size.</summary>
    /// <param name="max">The most companies.</param>
    /// <param name="threshold">The share to exceed for control, in percent.</param>
    public IReadOnlyList<EffectiveHolding> Subsidiaries(int max, decimal threshold)
    {
        var share = _shares.OfAll(graph.Root);
        var certainly = Control.Of(graph, graph.Root, threshold, Certainty.Certain);
        var possibly = Control.Of(graph, graph.Root, threshold, Certainty.Possible);
        var certain = CertainlyBelow();
        return
        [
            .. graph.Nodes.Skip(1).Take(max)
                .Select(company => new EffectiveHolding(
                    company,
                    share(company),
                    certain.Contains(company) ? Certainty.Certain : Certainty.Possible,
                    graph.DepthOf(company),
                    Direct(graph.Root, company),
                    certainly.Has(company) ? Certainty.Certain : possibly.Has(company) ? Certainty.Possible : null))
                .OrderBy(holding => holding.Depth).ThenByDescending(holding => holding.Share.Upper).ThenByDescending(holding => holding.Share.Lower),
        ];
    }

    /// <summary>The stakes in the root that are told to be held through others.</summary>
    /// <param name="owner">Only of this owner; null for all.</param>
    public IReadOnlyList<StatedStake> Stated(long? owner = null) =>
        [.. (graph.Book.HoldersOf(graph.Root)?.Indirect ?? []).Where(claim => owner is null || claim.Owner == owner).Select(Compare)];

    /// <summary>What keeps the answers about all owners of the root from being sharp.</summary>
    public IReadOnlyList<OwnershipGap> Gaps() => graph.Direction == WalkDirection.Up
        ? OwnershipGap.Of(graph, [.. graph.Nodes.Where(node => node == graph.Root || graph.StakesIn[graph.NumberOf(node)].Count > 0 || graph.Book.HoldersOf(node)?.Undated.Count > 0)], [.. graph.Stakes])
        : OwnershipGap.Of(graph, [], [.. graph.Stakes]);

    /// <summary>What keeps the answers about one owner of the root from being sharp.</summary>
    public IReadOnlyList<OwnershipGap> Gaps(long owner)
    {
        var between = Between(owner);
        return OwnershipGap.Of(graph, [.. between.Where(node => node != owner)], [.. StakesBetween(owner, between)]);
    }

    /// <summary>The cycles that bear on what an owner holds of the root.</summary>
    public IReadOnlyList<IReadOnlyList<long>> Cycles(long owner)
    {
        var between = Between(owner).ToHashSet();
        return [.. graph.Cycles.Where(cycle => cycle.Any(between.Contains))];
    }

    /// <summary>The stakes between an owner and the root.</summary>
    public IReadOnlyList<Stake> StakesBetween(long owner) => [.. StakesBetween(owner, Between(owner))];

    private IEnumerable<Stake> StakesBetween(long owner, IReadOnlyList<long> between)
    {
        var nodes = between.ToHashSet();
        return between.Where(node => node != owner).SelectMany(node => graph.StakesIn[graph.NumberOf(node)]).Where(stake => nodes.Contains(stake.Owner));
    }

    // The root is always among them: what is known of its owners matters even if no chain leads to this one.
    private List<long> Between(long owner)
    {
        if (!graph.Has(owner))
            return [graph.Root];
        var above = graph.Above(graph.Root, owner);
        var below = graph.Below(owner);
        return [.. graph.Nodes.Where(node => node == graph.Root || above.Contains(graph.NumberOf(node)) && below.Contains(graph.NumberOf(node)))];
    }

    private List<EffectiveOwner> Describe(IEnumerable<long> owners)
    {
        var certain = graph.Above(graph.Root, certain: true);
        return
        [
            .. owners
                .Select(owner => new EffectiveOwner(
                    owner,
                    _shares.Of(owner, graph.Root),
                    certain.Contains(graph.NumberOf(owner)) ? Certainty.Certain : Certainty.Possible,
                    graph.DepthOf(owner),
                    Direct(owner, graph.Root))
                {
                    IsInCycle = graph.IsCyclic(owner),
                    IsExplored = !_unexplored.Contains(owner),
                })
                .OrderBy(owner => owner.Depth).ThenByDescending(owner => owner.Share.Upper).ThenByDescending(owner => owner.Share.Lower),
        ];
    }

    private bool IsUltimate(long node)
    {
        var component = graph.ComponentOf(node);
        return component != graph.ComponentOf(graph.Root)
            && (_unexplored.Contains(node) || graph.Book.HoldersOf(node)?.Stakes.Count is null or 0 || _closed.Value.Contains(component));
    }

    // The components of cycles that no one else owns a part of.
    private static HashSet<int> ClosedCycles(OwnershipGraph graph) =>
    [
        .. graph.Cycles
            .Where(cycle => cycle.All(company => (graph.Book.HoldersOf(company)?.Stakes ?? []).All(stake => graph.Has(stake.Owner) && graph.ComponentOf(stake.Owner) == graph.ComponentOf(company))))
            .Select(cycle => graph.ComponentOf(cycle[0])),
    ];

    private Stake? Direct(long owner, long company) => graph.StakesIn[graph.NumberOf(company)].FirstOrDefault(stake => stake.Owner == owner);

    private HashSet<long> CertainlyBelow()
    {
        var seen = new HashSet<long> { graph.Root };
        var open = new Queue<long>(seen);
        while (open.TryDequeue(out var owner))
        {
            foreach (var stake in graph.Book.HeldBy(owner).Where(stake => stake.Certainty == Certainty.Certain && graph.Has(stake.Company) && seen.Add(stake.Company)))
                open.Enqueue(stake.Company);
        }

        return seen;
    }

    private StatedStake Compare(StakeClaim claim)
    {
        var computed = graph.Has(claim.Owner) && claim.Owner != graph.Root ? _shares.Of(claim.Owner, graph.Root, onlyThroughOthers: true) : ShareRange.None;
        if (computed.Upper == 0)
            return new(claim, null, StatedVerdict.NotComparable);
        if (claim.Told is not { } told)
            return new(claim, computed, StatedVerdict.NotComparable);
        return new(claim, computed, computed.Overlaps(ShareRange.Of(told)) ? StatedVerdict.Agrees : StatedVerdict.Conflicts);
    }
}
