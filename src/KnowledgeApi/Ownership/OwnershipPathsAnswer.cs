using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Ownership;

namespace KnowledgeApi.Ownership;

/// <summary>How one entity owns a part of another: every chain of stakes between the two, and what the chains make together.</summary>
[ObjectType("OwnershipPaths")]
public sealed class OwnershipPathsAnswer
{
    private readonly OwnershipAnswers _answers;
    private readonly long _owner;
    private readonly Lazy<(IReadOnlyList<OwnershipChain> Chains, bool IsAll)> _found;

    internal OwnershipPathsAnswer(OwnershipAnswers answers, long owner, int maxDepth, int maxPaths)
    {
        (_answers, _owner) = (answers, owner);
        _found = new(() =>
        {
            var (paths, isAll) = OwnershipPaths.Find(answers.Graph, owner, answers.Graph.Root, maxDepth, maxPaths);
            return ([.. paths.Select(path => new OwnershipChain(path, answers.Graph))], isAll);
        });
    }

    /// <summary>The entity that is owned.</summary>
    public Reference<Entity> Company => new(_answers.Graph.Root);

    /// <summary>The owner.</summary>
    public Reference<Entity> Owner => new(_owner);

    /// <summary>The effective share in percent, through all chains and all rounds of cycles together. From 0 to 0 if there is no chain.</summary>
    public ShareRange Share => _answers.ShareOf(_owner);

    /// <summary>The chains: those of the greatest upper end first, then of the greatest lower end, then the shortest.</summary>
    public IReadOnlyList<OwnershipChain> Paths => _found.Value.Chains;

    /// <summary>Whether there may be more chains than are listed.</summary>
    public bool IsTruncated => !_found.Value.IsAll || _answers.Graph.IsFull;

    /// <summary>The sets of entities on the chains that own each other. Some members may be part of no chain.</summary>
    public IReadOnlyList<OwnershipCycle> Cycles => OwnershipCycle.Of(_answers.Cycles(_owner));

    /// <summary>The stakes of the owner that documents describe as indirect, each compared with the share computed from direct stakes.</summary>
    public IReadOnlyList<IndirectStake> IndirectStakes => IndirectStake.Of(_answers.Stated(_owner));

    /// <summary>What keeps the answer from being exact, such as a stake of no stated size.</summary>
    public IReadOnlyList<OwnershipGapInfo> Gaps => OwnershipGapInfo.Of(_answers.Gaps(_owner));

    /// <summary>The stakes between the two as a picture in the DOT language of Graphviz.</summary>
    public string Dot => Picture().ToDot();

    /// <summary>The stakes between the two as a Mermaid flowchart.</summary>
    public string Mermaid => Picture().ToMermaid();

    private OwnershipPicture Picture() => OwnershipPicture.Of(_answers.Graph, _answers.StakesBetween(_owner), _answers.Graph.Root);
}

/// <summary>A chain of stakes from an owner to what it owns a part of. No entity comes twice in it.</summary>
[ObjectType("OwnershipPath")]
public sealed class OwnershipChain
{
    private readonly OwnershipPath _path;

    internal OwnershipChain(OwnershipPath path, OwnershipGraph graph)
    {
        _path = path;
        Stakes = [.. path.Hops.Select(hop => new OwnershipStake(hop, graph))];
    }

    /// <summary>The stakes, the owner's own first.</summary>
    public IReadOnlyList<OwnershipStake> Stakes { get; }

    /// <summary>The product of the shares of the stakes, in percent, rounded outward to four decimals. Of a cycle it counts one round; the effective share counts all.</summary>
    public ShareRange Share => _path.Share;

    /// <summary>As certain as the least certain of the stakes.</summary>
    public Certainty Certainty => _path.Certainty;
}
