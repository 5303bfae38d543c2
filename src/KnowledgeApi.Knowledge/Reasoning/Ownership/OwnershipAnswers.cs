using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Ownership;

/// <summary>An owner of the root of a graph, or an entity that the root owns a part of, at once or through others, and how much comes to the owner.</summary>
/// <param name="Entity">Internal number of the owner, or of what is owned.</param>
/// <param name="Share">The effective share, in percent.</param>
/// <param name="Certainty">As certain as the best chain of stakes between the two, which is as certain as its least certain stake.</param>
/// <param name="Depth">The least number of stakes between the two.</param>
/// <param name="Direct">What is held directly, if anything.</param>
public sealed record EffectiveStake(long Entity, ShareRange Share, Certainty Certainty, int Depth, Stake? Direct)
{
    /// <summary>Whether the entity is part of a cycle.</summary>
    public bool IsInCycle { get; init; }

    /// <summary>Whether its own owners, or what it owns, were looked for.</summary>
    public bool IsExplored { get; init; } = true;
}

/// <summary>
/// Entities of a graph, the nearest first, then those with the greatest shares. Shares are computed for the entities that are read, and for those at
/// the same distance, which may come before them.
/// </summary>
public sealed class EffectiveStakes
{
    private readonly IReadOnlyList<long> _entities;
    private readonly Func<long, int> _depthOf;
    private readonly Func<IEnumerable<long>, IEnumerable<EffectiveStake>> _describe;
    private readonly Dictionary<int, IReadOnlyList<EffectiveStake>> _levels = [];

    internal EffectiveStakes(IReadOnlyList<long> entities, Func<long, int> depthOf, Func<IEnumerable<long>, IEnumerable<EffectiveStake>> describe) =>
        (_entities, _depthOf, _describe) = (entities, depthOf, describe);

    /// <summary>How many there are.</summary>
    public int Count => _entities.Count;

    /// <summary>Some of them in their order.</summary>
    /// <param name="skip">How many come before.</param>
    /// <param name="take">The most to give.</param>
    public IReadOnlyList<EffectiveStake> Read(int skip, int take)
    {
        var read = new List<EffectiveStake>();
        for (var (start, end) = (0, 0); start < Count && start < skip + take; start = end)
        {
            var depth = _depthOf(_entities[start]);
            while (end < Count && _depthOf(_entities[end]) == depth)
                end++;
            if (end > skip)
                read.AddRange(Level(depth, start, end).Take(Math.Max(0, skip - start)..Math.Min(end - start, skip + take - start)));
        }

        return read;
    }

    private IReadOnlyList<EffectiveStake> Level(int depth, int start, int end) => _levels.TryGetValue(depth, out var known)
        ? known
        : _levels[depth] = [.. _describe(_entities.Take(start..end)).OrderByDescending(stake => stake.Share.Upper).ThenByDescending(stake => stake.Share.Lower)];
}

/// <summary>Comparison of an indirect stake as stated with the share computed from other stakes.</summary>
public enum StatedVerdict
{
    /// <summary>A common share is possible.</summary>
    Agrees,

    /// <summary>No common share is possible.</summary>
    Conflicts,

    /// <summary>No size is stated, or no chain of stakes leads from the owner to the company through others.</summary>
    NotComparable,
}

/// <summary>A stake that is stated as held through others, beside what the chains of stakes through others make.</summary>
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
    private readonly Dictionary<Certainty, HashSet<long>> _reached = [];
    private readonly Dictionary<(decimal Threshold, Certainty Certainty), Control> _controlled = [];
    private Func<long, ShareRange>? _held;

    /// <summary>The stakes.</summary>
    public OwnershipGraph Graph => graph;

    /// <summary>The part of the root that is traced back to an owner; nothing if no chain leads there.</summary>
    public ShareRange ShareOf(long owner) => graph.Has(owner) && owner != graph.Root ? _shares.Of(owner, graph.Root) : ShareRange.None;

    /// <summary>All owners of the root, or, if the walk went down, all that the root owns a part of.</summary>
    public EffectiveStakes All => new([.. graph.Nodes.Skip(1)], graph.DepthOf, Describe);

    /// <summary>
    /// The owners without owners of a stated size: entities of which no claim that counts names an owner and a share. Where companies own each other and
    /// no one else owns any of them, all of them. The entities at the greatest depth are among these, for their owners were not looked for.
    /// </summary>
    public EffectiveStakes UltimateOwners => new([.. graph.Nodes.Skip(1).Where(IsUltimate)], graph.DepthOf, Describe);

    /// <summary>Some entities of the graph with what lies between each and the root, in the order they are given.</summary>
    public IEnumerable<EffectiveStake> Describe(IEnumerable<long> entities) => entities.Select(entity =>
    {
        var isUp = graph.Direction == WalkDirection.Up;
        return new EffectiveStake(
            entity,
            isUp ? _shares.Of(entity, graph.Root) : (_held ??= _shares.OfAll(graph.Root))(entity),
            new[] { Certainty.Certain, Certainty.LastKnown }.Cast<Certainty?>().FirstOrDefault(certainty => Reached(certainty!.Value).Contains(entity)) ?? Certainty.Possible,
            graph.DepthOf(entity),
            isUp ? Direct(entity, graph.Root) : Direct(graph.Root, entity))
        {
            IsInCycle = graph.IsCyclic(entity),
            IsExplored = !_unexplored.Contains(entity),
        };
    });

    /// <summary>Those who control the root, certainly ones first, then those nearest.</summary>
    /// <param name="threshold">The share to exceed, in percent.</param>
    public IReadOnlyList<Control> Controllers(decimal threshold) =>
        [.. new[] { Certainty.Certain, Certainty.Possible }
            .SelectMany(certainty => graph.Nodes.Skip(1).Select(node => ControlBy(node, threshold, certainty)).Where(control => control.Has(graph.Root)))
            .DistinctBy(control => control.Controller)];

    /// <summary>How an owner controls the root or, if the walk went down, how the root controls what it owns; null if it cannot by the stakes that are stated.</summary>
    /// <param name="entity">The owner, or what is owned.</param>
    /// <param name="threshold">The share to exceed, in percent.</param>
    public Control? ControlOf(long entity, decimal threshold)
    {
        var (controller, company) = graph.Direction == WalkDirection.Up ? (entity, graph.Root) : (graph.Root, entity);
        return new[] { Certainty.Certain, Certainty.Possible }.Select(certainty => ControlBy(controller, threshold, certainty)).FirstOrDefault(control => control.Has(company));
    }

    /// <summary>The stakes in the root that are stated as held through others.</summary>
    /// <param name="owner">Only of this owner; null for all.</param>
    public IReadOnlyList<StatedStake> Stated(long? owner = null) =>
        [.. (graph.Index.HoldersOf(graph.Root)?.Indirect ?? []).Where(claim => owner is null || claim.Owner == owner).Select(Compare)];

    /// <summary>What keeps the answers about all owners of the root from being sharp.</summary>
    public IReadOnlyList<OwnershipGap> Gaps() => graph.Direction == WalkDirection.Up
        ? OwnershipGap.Of(graph, [.. graph.Nodes.Where(node => node == graph.Root || graph.StakesIn[graph.NumberOf(node)].Count > 0 || graph.Index.HoldersOf(node)?.Undated.Count > 0)], [.. graph.Stakes])
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

    private Control ControlBy(long controller, decimal threshold, Certainty certainty)
    {
        // Of the root it is asked again and again.
        if (controller == graph.Root && _controlled.TryGetValue((threshold, certainty), out var known))
            return known;
        cancellation.ThrowIfCancellationRequested();
        var control = Control.Of(graph, controller, threshold, certainty);
        if (controller == graph.Root)
            _controlled.Add((threshold, certainty), control);
        return control;
    }

    private bool IsUltimate(long node)
    {
        var component = graph.ComponentOf(node);
        return component != graph.ComponentOf(graph.Root)
            && (_unexplored.Contains(node) || graph.Index.HoldersOf(node)?.Stakes.Any(stake => stake.Share.Lower > 0) is not true || _closed.Value.Contains(component));
    }

    // The components of cycles that no one else owns a part of.
    private static HashSet<int> ClosedCycles(OwnershipGraph graph) =>
    [
        .. graph.Cycles
            .Where(cycle => cycle.All(company => (graph.Index.HoldersOf(company)?.Stakes ?? []).All(stake => graph.Has(stake.Owner) && graph.ComponentOf(stake.Owner) == graph.ComponentOf(company))))
            .Select(cycle => graph.ComponentOf(cycle[0])),
    ];

    private Stake? Direct(long owner, long company) => graph.StakesIn[graph.NumberOf(company)].FirstOrDefault(stake => stake.Owner == owner);

    // What chains of stakes lead to that are at least as certain.
    private HashSet<long> Reached(Certainty certainty)
    {
        if (!_reached.TryGetValue(certainty, out var reached))
            _reached.Add(certainty, reached = graph.Direction == WalkDirection.Up ? [.. graph.Above(graph.Root, certainty: certainty).Select(node => graph.Nodes[node])] : Below(certainty));
        return reached;
    }

    private HashSet<long> Below(Certainty certainty)
    {
        var seen = new HashSet<long> { graph.Root };
        var open = new Queue<long>(seen);
        while (open.TryDequeue(out var owner))
        {
            foreach (var stake in graph.Index.HeldBy(owner).Where(stake => stake.Certainty <= certainty && graph.Has(stake.Company) && seen.Add(stake.Company)))
                open.Enqueue(stake.Company);
        }

        return seen;
    }

    private StatedStake Compare(StakeClaim claim)
    {
        var computed = graph.Has(claim.Owner) && claim.Owner != graph.Root ? _shares.Of(claim.Owner, graph.Root, onlyThroughOthers: true) : ShareRange.None;
        if (computed.Upper == 0)
            return new(claim, null, StatedVerdict.NotComparable);
        if (claim.Stated is not { } stated)
            return new(claim, computed, StatedVerdict.NotComparable);
        return new(claim, computed, computed.Overlaps(ShareRange.Of(stated)) ? StatedVerdict.Agrees : StatedVerdict.Conflicts);
    }
}
