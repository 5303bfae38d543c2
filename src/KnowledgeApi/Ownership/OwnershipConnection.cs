using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Data.Paging;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Ownership;
using KnowledgeApi.Paging;

namespace KnowledgeApi.Ownership;

/// <summary>A page of the owners of an entity, or of what it owns.</summary>
[ObjectType]
public sealed class OwnershipConnection
{
    private readonly NumberedPage _page;
    private readonly int _skip;
    private readonly Lazy<IReadOnlyList<OwnershipEdge>> _edges;

    internal OwnershipConnection(
        OwnershipAnswers answers, NumberedPage page, int count, Func<int, int, IEnumerable<EffectiveStake>> read, decimal threshold = OwnershipEdge.DefaultThreshold)
    {
        var (skip, take) = page.RowsOf(count);
        (_page, _skip, TotalCount) = (page, skip, count);
        // Shares are computed for what is asked for, and a count needs none.
        _edges = new(() => [.. read(skip, take).Select((stake, i) => new OwnershipEdge(answers, stake, page.CursorOf(skip + i), threshold))]);
    }

    /// <summary>The entities of the page, each with its share.</summary>
    public IReadOnlyList<OwnershipEdge> Edges => _edges.Value;

    /// <summary>The entities of the page.</summary>
    public IReadOnlyList<Reference<Entity>> Nodes => [.. Edges.Select(edge => edge.Node)];

    /// <summary>Where the page stands among all pages.</summary>
    public PageInfo PageInfo => _page.InfoOf(_skip, Edges.Count, _skip + Edges.Count >= TotalCount);

    /// <summary>How many entities there are on all pages together.</summary>
    public int TotalCount { get; }
}

/// <summary>An owner or a subsidiary of an entity, with the share that is owned.</summary>
[ObjectType]
public sealed class OwnershipEdge
{
    /// <summary>The share to exceed for control, unless the client says another.</summary>
    internal const int DefaultThreshold = 50;

    private readonly EffectiveStake _stake;

    internal OwnershipEdge(OwnershipAnswers answers, EffectiveStake stake, string cursor, decimal threshold)
    {
        (Answers, _stake, Cursor, Threshold) = (answers, stake, cursor, threshold);
        DirectStake = stake.Direct is { } direct ? new(direct, answers.Graph) : null;
    }

    /// <summary>The place in the list, to be given as `after` or `before`.</summary>
    public string Cursor { get; }

    /// <summary>The owner, or what is owned.</summary>
    public Reference<Entity> Node => new(_stake.Entity);

    /// <summary>
    /// The effective share in percent, through all chains of stakes together. Shares of owners at different depths overlap; only those of ultimate owners add up.
    /// </summary>
    public ShareRange Share => _stake.Share;

    /// <summary>As certain as the best chain of stakes from the owner to what it owns, a chain being as certain as its least certain stake. The size may still be open.</summary>
    public Certainty Certainty => _stake.Certainty;

    /// <summary>The least number of stakes between the two: 1 for a direct stake.</summary>
    public int Depth => _stake.Depth;

    /// <summary>The part held directly; null if none is.</summary>
    public OwnershipStake? DirectStake { get; }

    /// <summary>Whether the entity owns a part of itself, directly or through others.</summary>
    public bool IsInCycle => _stake.IsInCycle;

    /// <summary>False at the greatest depth, where stakes were not followed further.</summary>
    public bool IsExplored => _stake.IsExplored;

    internal OwnershipAnswers Answers { get; }

    internal decimal Threshold { get; }

    internal long Key => _stake.Entity;
}

/// <inheritdoc cref="OwnershipEdge"/>
[ObjectType<OwnershipEdge>]
public static class OwnershipEdgeFields
{
    /// <summary>How the owner controls what it owns, alone or together with companies it controls. Null if the known stakes give it no control.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="threshold">The share to exceed, in percent, 0 to 100; that of the list if left out, or else 50.</param>
    public static OwnershipControl? GetControl([Parent] OwnershipEdge edge, decimal? threshold)
    {
        if (threshold is { } given)
            OwnershipService.CheckThreshold(given);
        var answers = edge.Answers;
        return answers.ControlOf(edge.Key, threshold ?? edge.Threshold) is { } control
            ? new(control, answers.Graph, answers.Graph.Direction == WalkDirection.Up ? answers.Graph.Root : edge.Key)
            : null;
    }
}

/// <summary>Control of one entity over another.</summary>
[ObjectType]
public sealed class OwnershipControl
{
    internal OwnershipControl(Control control, OwnershipGraph graph, long company)
    {
        Certainty = control.CertaintyOver(company);
        Steps = [.. control.ChainTo(company).Select(step => new OwnershipControlStep(step, graph))];
    }

    /// <summary>POSSIBLE if only the greatest of all shares exceeds the threshold; if the least does, as certain as the stakes that make it.</summary>
    public Certainty Certainty { get; }

    /// <summary>The companies through which control is gained, in order; the controlled entity is the last.</summary>
    public IReadOnlyList<OwnershipControlStep> Steps { get; }
}

/// <summary>Control over one company on the way to another.</summary>
[ObjectType]
public sealed class OwnershipControlStep
{
    private readonly ControlStep _step;

    internal OwnershipControlStep(ControlStep step, OwnershipGraph graph)
    {
        _step = step;
        Stakes = [.. step.Stakes.Select(stake => new OwnershipStake(stake, graph))];
    }

    /// <summary>The company that is controlled.</summary>
    public Reference<Entity> Company => new(_step.Company);

    /// <summary>The share of this company, in percent, that the controller and all companies it controls hold together.</summary>
    public ShareRange Share => _step.Share;

    /// <summary>The stakes that together exceed the threshold, each held by the controller itself or by a company of an earlier step.</summary>
    public IReadOnlyList<OwnershipStake> Stakes { get; }
}
