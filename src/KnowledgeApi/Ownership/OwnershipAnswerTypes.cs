using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Ownership;

namespace KnowledgeApi.Ownership;

/// <summary>A stake one entity holds in another directly, by all claims that count: they are listed, not merged.</summary>
[ObjectType]
public sealed class OwnershipHop
{
    private readonly Stake _stake;

    internal OwnershipHop(Stake stake, bool isInCycle) => (_stake, IsInCycle) = (stake, isInCycle);

    /// <summary>The one who holds it.</summary>
    public Reference<Entity> Owner => new(_stake.Owner);

    /// <summary>What it is a stake in.</summary>
    public Reference<Entity> Company => new(_stake.Company);

    /// <summary>
    /// What the owner can have held directly, in percent. It is what is told, but from 0 if it is not certain that the stake was held on the day or that it was held
    /// directly, from 0 to 100 if no size is told, and never more than the least of the other owners' stakes leaves, for together they hold at most the whole.
    /// </summary>
    public ShareRange Share => _stake.Share;

    /// <summary>
    /// The share in percent as it is told; null if no size is. Claims that certainly held on the day decide alone if there are any: it is what all of them allow, or if
    /// they conflict whatever any of them allows. Otherwise it is whatever any of those allows that possibly held. Both ends are given as included.
    /// </summary>
    public ShareRange? Told => _stake.Told is { } told ? new(told.Lower ?? 0, told.Upper ?? 100) : null;

    /// <summary>CERTAIN if some claim certainly held on the day asked for, or no day was asked for.</summary>
    public Certainty Certainty => _stake.Certainty;

    /// <summary>
    /// Whether the claims that count can be true together. As in a claim's own `agreement`, those of times that may follow each other, capital and votes, facts and
    /// plans are not compared.
    /// </summary>
    public Verdict Agreement => _stake.Agreement;

    /// <summary>Whether some claim says that the owner itself holds it. If not, the part it holds itself may be nothing.</summary>
    public bool IsDirect => _stake.IsDirect;

    /// <summary>Whether owner and company own each other, at once or through others.</summary>
    public bool IsInCycle { get; }

    /// <summary>The claims that count, at least one: those that decide, then those to quote first by their own `agreement`, then those told as facts, the most precise, the most often cited.</summary>
    public IReadOnlyList<Reference<Shareholding>> Claims => [.. _stake.Claims.Select(claim => new Reference<Shareholding>(claim.Key))];

    /// <summary>The claim to quote if only one is: the first of `claims`.</summary>
    public Reference<Shareholding> QuoteFirst => new(_stake.Claims[0].Key);
}

/// <summary>A chain of stakes from an owner to a company in which nobody comes twice.</summary>
[ObjectType("OwnershipPath")]
public sealed class OwnershipChain
{
    private readonly OwnershipPath _path;

    internal OwnershipChain(OwnershipPath path, OwnershipGraph graph)
    {
        _path = path;
        Hops = [.. path.Hops.Select(hop => new OwnershipHop(hop, graph.IsCyclic(hop)))];
    }

    /// <summary>The stakes, the owner's own first.</summary>
    public IReadOnlyList<OwnershipHop> Hops { get; }

    /// <summary>The product of the shares, in percent, rounded outward to four decimals. A chain passes a cycle once; the effective share counts all rounds.</summary>
    public ShareRange Share => _path.Share;

    /// <summary>POSSIBLE if any of the stakes is.</summary>
    public Certainty Certainty => _path.Certainty;
}

/// <summary>Entities that own each other, at once or through others, so that each owns a part of itself; or one that holds its own shares.</summary>
[ObjectType]
public sealed class OwnershipCycle
{
    internal OwnershipCycle(IReadOnlyList<long> members) => Members = [.. members.Select(member => new Reference<Entity>(member))];

    /// <summary>All of them.</summary>
    public IReadOnlyList<Reference<Entity>> Members { get; }
}

/// <summary>A stake that documents tell to be held through others, beside what is computed from the stakes that make it. Neither enters into the other.</summary>
[ObjectType]
public sealed class StatedIndirectStake
{
    private readonly StatedStake _stated;

    internal StatedIndirectStake(StatedStake stated) => _stated = stated;

    /// <summary>The claim, of interest INDIRECT.</summary>
    public Reference<Shareholding> Claim => new(_stated.Claim.Key);

    /// <summary>The owner it tells of.</summary>
    public Reference<Entity> Owner => new(_stated.Claim.Owner);

    /// <summary>The share in percent as told; null if no size is told.</summary>
    public ShareRange? Told => _stated.Claim.Told is { } told ? new(told.Lower ?? 0, told.Upper ?? 100) : null;

    /// <summary>The effective share in percent by all chains of two stakes or more; null if there is none.</summary>
    public ShareRange? Computed => _stated.Computed;

    /// <summary>How the two compare.</summary>
    public StatedVerdict Verdict => _stated.Verdict;
}

/// <summary>One thing that keeps an answer about ownership from being sharp.</summary>
[ObjectType("OwnershipGap")]
public sealed class OwnershipGapInfo
{
    private readonly OwnershipGap _gap;

    internal OwnershipGapInfo(OwnershipGap gap) => _gap = gap;

    /// <summary>What kind of thing.</summary>
    public OwnershipGapKind Kind => _gap.Kind;

    /// <summary>What it is, in our own words.</summary>
    public string Message => _gap.Message;

    /// <summary>The company whose owners it is about, if it is about one.</summary>
    public Reference<Entity>? Company => _gap.Company is { } key ? new(key) : null;

    /// <summary>The owner it is about, if it is about one.</summary>
    public Reference<Entity>? Owner => _gap.Owner is { } key ? new(key) : null;

    /// <summary>The claims it is about.</summary>
    public IReadOnlyList<Reference<Shareholding>> Claims => [.. _gap.Claims.Select(claim => new Reference<Shareholding>(claim.Key))];
}

/// <summary>An owner of a company, at once or through others, and how much of the company comes to it.</summary>
[ObjectType]
public sealed class OwnerShare
{
    private readonly EffectiveOwner _owner;

    internal OwnerShare(EffectiveOwner owner, OwnershipGraph graph)
    {
        _owner = owner;
        Direct = owner.Direct is { } stake ? new(stake, graph.IsCyclic(stake)) : null;
    }

    /// <summary>The owner.</summary>
    public Reference<Entity> Owner => new(_owner.Owner);

    /// <summary>
    /// The effective share in percent, rounded outward to four decimals: the part of the company that is traced back to this owner through any chain of the
    /// stakes that are told; a cross-holding counts with its whole series. What an owner holds is counted for its own owners, too, so only the shares of ultimate owners add up.
    /// </summary>
    public ShareRange Share => _owner.Share;

    /// <summary>CERTAIN if some chain of stakes that certainly were held leads to it. How large it is may still be open.</summary>
    public Certainty Certainty => _owner.Certainty;

    /// <summary>The least number of stakes between the two: 1 for who holds a stake directly.</summary>
    public int Depth => _owner.Depth;

    /// <summary>What it holds directly; null if it does not.</summary>
    public OwnershipHop? Direct { get; }

    /// <summary>Whether it owns a part of itself, at once or through others.</summary>
    public bool IsInCycle => _owner.IsInCycle;

    /// <summary>Whether its own owners were looked for. False at the greatest depth.</summary>
    public bool IsExplored => _owner.IsExplored;
}

/// <summary>A company an entity owns a part of, at once or through others.</summary>
[ObjectType]
public sealed class SubsidiaryShare
{
    private readonly EffectiveHolding _holding;

    internal SubsidiaryShare(EffectiveHolding holding, OwnershipGraph graph)
    {
        _holding = holding;
        Direct = holding.Direct is { } stake ? new(stake, graph.IsCyclic(stake)) : null;
    }

    /// <summary>The company.</summary>
    public Reference<Entity> Company => new(_holding.Company);

    /// <summary>The effective share in percent, rounded outward to four decimals: the part of the company that is traced back to the entity through any chain of stakes that are told.</summary>
    public ShareRange Share => _holding.Share;

    /// <summary>CERTAIN if some chain of stakes that certainly were held leads to it. How large it is may still be open.</summary>
    public Certainty Certainty => _holding.Certainty;

    /// <summary>The least number of stakes between the two: 1 for what is held directly.</summary>
    public int Depth => _holding.Depth;

    /// <summary>What is held directly; null if nothing is.</summary>
    public OwnershipHop? Direct { get; }

    /// <summary>How certain it is that the entity controls it, alone or together with other companies it controls; null if it cannot by the stakes that are told.</summary>
    public Certainty? Controlled => _holding.Controlled;
}

/// <summary>Control over one company on the way to another.</summary>
[ObjectType]
public sealed class OwnershipControlStep
{
    private readonly ControlStep _step;

    internal OwnershipControlStep(ControlStep step, OwnershipGraph graph)
    {
        _step = step;
        Stakes = [.. step.Stakes.Select(stake => new OwnershipHop(stake, graph.IsCyclic(stake)))];
    }

    /// <summary>The company that is controlled.</summary>
    public Reference<Entity> Company => new(_step.Company);

    /// <summary>What the controller and all companies it controls hold of it together, in percent.</summary>
    public ShareRange Share => _step.Share;

    /// <summary>The stakes that exceed the threshold: of the controller itself, or of companies of earlier steps.</summary>
    public IReadOnlyList<OwnershipHop> Stakes { get; }
}

/// <summary>Who controls a company, and how.</summary>
[ObjectType]
public sealed class Controller
{
    private readonly Control _control;

    internal Controller(Control control, OwnershipGraph graph)
    {
        _control = control;
        Chain = [.. control.ChainTo(graph.Root).Select(step => new OwnershipControlStep(step, graph))];
    }

    /// <summary>The one in control.</summary>
    public Reference<Entity> Entity => new(_control.Controller);

    /// <summary>CERTAIN if the least of all shares exceeds the threshold by stakes as they are told for the day; POSSIBLE if only the greatest does.</summary>
    public Certainty Certainty => _control.Certainty;

    /// <summary>The companies whose control leads to this one, in the order it is gained; the company itself is the last.</summary>
    public IReadOnlyList<OwnershipControlStep> Chain { get; }
}
