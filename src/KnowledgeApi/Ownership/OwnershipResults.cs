using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Ownership;

namespace KnowledgeApi.Ownership;

/// <summary>How one entity owns a part of another: every chain of stakes, and what they make together.</summary>
[ObjectType("OwnershipPaths")]
public sealed class OwnershipPathsResult
{
    private readonly OwnershipAnswers _answers;
    private readonly long _owner;

    internal OwnershipPathsResult(OwnershipAnswers answers, long owner, int maxDepth, int maxPaths)
    {
        (_answers, _owner) = (answers, owner);
        Share = answers.ShareOf(owner);
        var (paths, isAll) = OwnershipPaths.Find(answers.Graph, owner, answers.Graph.Root, maxDepth, maxPaths);
        Paths = [.. paths.Select(path => new OwnershipChain(path, answers.Graph))];
        IsTruncated = !isAll || answers.Graph.IsFull;
    }

    /// <summary>The company.</summary>
    public Reference<Entity> Company => new(_answers.Graph.Root);

    /// <summary>The owner.</summary>
    public Reference<Entity> Owner => new(_owner);

    /// <summary>
    /// The effective share in percent, rounded outward to four decimals: the part of the company that is traced back to the owner through any chain of the
    /// stakes that are told. Without cycles it is the sum of the chains' shares; a cross-holding counts with its whole series. What no one tells of is not in it:
    /// see `gaps`. From 0 to 0 if there is no chain.
    /// </summary>
    public ShareRange Share { get; }

    /// <summary>The chains: those of the greatest upper end first, then of the greatest lower end, then the shortest.</summary>
    public IReadOnlyList<OwnershipChain> Paths { get; }

    /// <summary>Whether there may be more chains than are listed.</summary>
    public bool IsTruncated { get; }

    /// <summary>The cycles on the way, in full: some members may be part of no chain listed.</summary>
    public IReadOnlyList<OwnershipCycle> Cycles => [.. _answers.Cycles(_owner).Select(cycle => new OwnershipCycle(cycle))];

    /// <summary>The stakes of the owner in the company that are told to be held through others, compared with what is computed.</summary>
    public IReadOnlyList<StatedIndirectStake> Stated => [.. _answers.Stated(_owner).Select(stated => new StatedIndirectStake(stated))];

    /// <summary>What keeps the answer from being sharp.</summary>
    public IReadOnlyList<OwnershipGapInfo> Gaps => [.. _answers.Gaps(_owner).Select(gap => new OwnershipGapInfo(gap))];

    /// <summary>The stakes between the two as a picture in the language of Graphviz.</summary>
    public string Dot => Picture().ToDot();

    /// <summary>The stakes between the two as a picture in the language of Mermaid.</summary>
    public string Mermaid => Picture().ToMermaid();

    private OwnershipPicture Picture() => OwnershipPicture.Of(_answers.Graph, _answers.StakesBetween(_owner), _answers.Graph.Root);
}

/// <summary>Who owns a company, at once and through others.</summary>
[ObjectType("Owners")]
public sealed class OwnersResult
{
    private readonly OwnershipAnswers _answers;
    private readonly Holders _holders;

    internal OwnersResult(OwnershipAnswers answers, int first)
    {
        _answers = answers;
        _holders = answers.Graph.Book.HoldersOf(answers.Graph.Root)!;
        Owners = [.. answers.Owners(first).Select(owner => new OwnerShare(owner, answers.Graph))];
    }

    /// <summary>The stakes held directly, the greatest first.</summary>
    public IReadOnlyList<OwnershipHop> Direct =>
    [
        .. _holders.Stakes.OrderByDescending(stake => stake.Share.Upper).ThenByDescending(stake => stake.Share.Lower)
            .Select(stake => new OwnershipHop(stake, _answers.Graph.Has(stake.Owner) && _answers.Graph.IsCyclic(stake))),
    ];

    /// <summary>Whether the direct stakes, all told by size and certainly held, make 100 % within the precision they are printed with.</summary>
    public bool IsComplete => _holders.IsComplete;

    /// <summary>What owners hold that no one tells of, in percent; null if the direct stakes are complete.</summary>
    public ShareRange? Remainder => _holders.IsComplete ? null : _holders.Remainder;

    /// <summary>All owners with their effective shares, the nearest first, then those with the greatest shares.</summary>
    public IReadOnlyList<OwnerShare> Owners { get; }

    /// <summary>Whether there are more owners than are listed.</summary>
    public bool IsTruncated => Owners.Count < _answers.Graph.Count - 1 || _answers.Graph.IsFull;

    /// <summary>Sets of entities that own each other.</summary>
    public IReadOnlyList<OwnershipCycle> Cycles => [.. _answers.Graph.Cycles.Select(cycle => new OwnershipCycle(cycle))];

    /// <summary>The stakes in the company that are told to be held through others, compared with what is computed.</summary>
    public IReadOnlyList<StatedIndirectStake> Stated => [.. _answers.Stated().Select(stated => new StatedIndirectStake(stated))];

    /// <summary>What keeps the answer from being sharp.</summary>
    public IReadOnlyList<OwnershipGapInfo> Gaps => [.. _answers.Gaps().Select(gap => new OwnershipGapInfo(gap))];

    /// <summary>All stakes as a picture in the language of Graphviz.</summary>
    public string Dot => OwnershipPicture.Of(_answers.Graph).ToDot();

    /// <summary>All stakes as a picture in the language of Mermaid.</summary>
    public string Mermaid => OwnershipPicture.Of(_answers.Graph).ToMermaid();
}

/// <summary>Who owns a company in the end: the owners nobody is told to own.</summary>
[ObjectType("UltimateOwners")]
public sealed class UltimateOwnersResult
{
    private readonly OwnershipAnswers _answers;

    internal UltimateOwnersResult(OwnershipAnswers answers, int first)
    {
        _answers = answers;
        var owners = answers.UltimateOwners(first + 1);
        IsTruncated = owners.Count > first || answers.Graph.IsFull;
        Owners = [.. owners.Take(first).Select(owner => new OwnerShare(owner, answers.Graph))];
    }

    /// <summary>
    /// Owners no claim that counts tells an owner of. Where companies own each other and nobody else owns any of them, all of these companies, with `isInCycle`.
    /// Owners at the greatest depth as well, with `isExplored` false. Apart from members of one cycle their shares together are at most the whole.
    /// </summary>
    public IReadOnlyList<OwnerShare> Owners { get; }

    /// <summary>Whether there may be more.</summary>
    public bool IsTruncated { get; }

    /// <summary>What keeps the answer from being sharp.</summary>
    public IReadOnlyList<OwnershipGapInfo> Gaps => [.. _answers.Gaps().Select(gap => new OwnershipGapInfo(gap))];
}

/// <summary>Who controls a company.</summary>
[ObjectType("Controllers")]
public sealed class ControllersResult
{
    private readonly OwnershipAnswers _answers;

    internal ControllersResult(OwnershipAnswers answers, decimal threshold)
    {
        _answers = answers;
        Controllers = [.. answers.Controllers(threshold).Select(control => new Controller(control, answers.Graph))];
    }

    /// <summary>Those in control: certain ones first, then the nearest.</summary>
    public IReadOnlyList<Controller> Controllers { get; }

    /// <summary>What keeps the answer from being sharp.</summary>
    public IReadOnlyList<OwnershipGapInfo> Gaps => [.. _answers.Gaps().Select(gap => new OwnershipGapInfo(gap))];
}

/// <summary>What an entity owns a part of, at once and through others.</summary>
[ObjectType("Subsidiaries")]
public sealed class SubsidiariesResult
{
    private readonly OwnershipAnswers _answers;

    internal SubsidiariesResult(OwnershipAnswers answers, int first, decimal threshold)
    {
        _answers = answers;
        Companies = [.. answers.Subsidiaries(first, threshold).Select(holding => new SubsidiaryShare(holding, answers.Graph))];
    }

    /// <summary>The companies, the nearest first, then those of the greatest shares.</summary>
    public IReadOnlyList<SubsidiaryShare> Companies { get; }

    /// <summary>Whether there are more companies than are listed.</summary>
    public bool IsTruncated => Companies.Count < _answers.Graph.Count - 1 || _answers.Graph.IsFull;

    /// <summary>What keeps the answer from being sharp.</summary>
    public IReadOnlyList<OwnershipGapInfo> Gaps => [.. _answers.Gaps().Select(gap => new OwnershipGapInfo(gap))];

    /// <summary>All stakes as a picture in the language of Graphviz.</summary>
    public string Dot => OwnershipPicture.Of(_answers.Graph).ToDot();

    /// <summary>All stakes as a picture in the language of Mermaid.</summary>
    public string Mermaid => OwnershipPicture.Of(_answers.Graph).ToMermaid();
}
