using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Ownership;

namespace KnowledgeApi.Ownership;

/// <summary>What one entity holds of another directly, by all shareholdings that count. They are listed, not merged.</summary>
[ObjectType]
public sealed class OwnershipStake
{
    private readonly Stake _stake;

    internal OwnershipStake(Stake stake, OwnershipGraph graph) => (_stake, IsInCycle) = (stake, graph.Has(stake.Owner) && graph.IsCyclic(stake));

    /// <summary>The owner.</summary>
    public Reference<Entity> Owner => new(_stake.Owner);

    /// <summary>The entity that the owner has a part of.</summary>
    public Reference<Entity> Company => new(_stake.Company);

    /// <summary>
    /// The share in percent that the owner may have held directly on the day: as stated, from 0 if the stake is not certain, and at most what the other owners leave.
    /// </summary>
    public ShareRange Share => _stake.Share;

    /// <summary>
    /// The share in percent as documents state it: what all certain claims allow together or, if they conflict or none is certain, whatever any claim allows. Null if no size is stated.
    /// </summary>
    public ShareRange? Stated => ShareOf(_stake.Stated);

    /// <summary>CERTAIN if a claim certainly held on the day asked for, LAST_KNOWN if the stake was stated before and is carried forward.</summary>
    public Certainty Certainty => _stake.Certainty;

    /// <summary>When the stake was last stated to be held, up to the day asked for: the time in which the document was written. Null if it never was, or may have ended since.</summary>
    public PartialDate? LastStated => _stake.LastStated;

    /// <summary>Whether the claims that count can be true together.</summary>
    public Verdict Agreement => _stake.Agreement;

    /// <summary>Whether a claim states that the owner holds the stake itself. If not, it may be held through others.</summary>
    public bool IsDirect => _stake.IsDirect;

    /// <summary>Whether owner and company own each other, directly or through others.</summary>
    public bool IsInCycle { get; }

    /// <summary>The shareholdings that count, at least one; the best one to quote comes first.</summary>
    public IReadOnlyList<Reference<Shareholding>> Claims => [.. _stake.Claims.Select(claim => new Reference<Shareholding>(claim.Key))];

    /// <summary>The shareholding to quote if only one is: the first of `claims`.</summary>
    public Reference<Shareholding> QuoteFirst => new(_stake.Claims[0].Key);

    internal static IReadOnlyList<OwnershipStake> DirectOf(OwnershipAnswers answers) =>
    [
        .. answers.Graph.Index.HoldersOf(answers.Graph.Root)!.Stakes
            .OrderByDescending(stake => stake.Share.Upper).ThenByDescending(stake => stake.Share.Lower)
            .Select(stake => new OwnershipStake(stake, answers.Graph)),
    ];

    internal static ShareRange? ShareOf(Interval? stated) => stated is { } share
        ? new(share.Lower ?? 0, share.Upper ?? 100) { LowerInclusive = share.Lower is null || share.LowerInclusive, UpperInclusive = share.Upper is null || share.UpperInclusive }
        : null;
}

/// <summary>A stake that documents describe as indirect, compared with the share computed from direct stakes. Neither is computed from the other.</summary>
[ObjectType]
public sealed class IndirectStake
{
    private readonly StatedStake _stake;

    internal IndirectStake(StatedStake stake) => _stake = stake;

    /// <summary>The shareholding that states it, of interest INDIRECT.</summary>
    public Reference<Shareholding> Claim => new(_stake.Claim.Key);

    /// <summary>The owner.</summary>
    public Reference<Entity> Owner => new(_stake.Claim.Owner);

    /// <summary>The share in percent as stated; null if no size is.</summary>
    public ShareRange? Stated => OwnershipStake.ShareOf(_stake.Claim.Stated);

    /// <summary>The effective share in percent by all chains of two stakes or more; null if there is none.</summary>
    public ShareRange? Computed => _stake.Computed;

    /// <summary>How the two compare.</summary>
    public StatedVerdict Verdict => _stake.Verdict;

    internal static IReadOnlyList<IndirectStake> Of(IReadOnlyList<StatedStake> stakes) => [.. stakes.Select(stake => new IndirectStake(stake))];
}

/// <summary>Entities that own each other, directly or through others, so that each owns a part of itself; or one that holds its own shares.</summary>
[ObjectType]
public sealed class OwnershipCycle
{
    internal OwnershipCycle(IReadOnlyList<long> members) => Members = [.. members.Select(member => new Reference<Entity>(member))];

    /// <summary>The entities of the cycle.</summary>
    public IReadOnlyList<Reference<Entity>> Members { get; }

    internal static IReadOnlyList<OwnershipCycle> Of(IReadOnlyList<IReadOnlyList<long>> cycles) => [.. cycles.Select(cycle => new OwnershipCycle(cycle))];
}

/// <summary>One thing that keeps an answer about ownership from being exact.</summary>
[ObjectType("OwnershipGap")]
public sealed class OwnershipGapInfo
{
    private readonly OwnershipGap _gap;

    internal OwnershipGapInfo(OwnershipGap gap) => _gap = gap;

    /// <summary>The kind of gap.</summary>
    public OwnershipGapKind Kind => _gap.Kind;

    /// <summary>The gap as a sentence.</summary>
    public string Message => _gap.Message;

    /// <summary>The company whose owners the gap is about. Null if it is about no company.</summary>
    public Reference<Entity>? Company => _gap.Company is { } key ? new(key) : null;

    /// <summary>The owner the gap is about. Null if it is about no single owner.</summary>
    public Reference<Entity>? Owner => _gap.Owner is { } key ? new(key) : null;

    /// <summary>The shareholdings the gap is about.</summary>
    public IReadOnlyList<Reference<Shareholding>> Claims => [.. _gap.Claims.Select(claim => new Reference<Shareholding>(claim.Key))];

    internal static IReadOnlyList<OwnershipGapInfo> Of(IReadOnlyList<OwnershipGap> gaps) => [.. gaps.Select(gap => new OwnershipGapInfo(gap))];
}
