using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Ownership;

/// <summary>Entities and the stakes between them, as far as a walk came. Nodes are numbered from 0, the root, in the order they were found.</summary>
public sealed class OwnershipGraph
{
    private readonly Dictionary<long, int> _numbers;
    private readonly IReadOnlyList<int> _depths;
    private readonly int[] _components;
    private readonly HashSet<int> _cyclic;
    private readonly Lazy<ILookup<int, int>> _companies;

    internal OwnershipGraph(StakeIndex index, long root, WalkDirection direction, IReadOnlyList<long> nodes, IReadOnlyList<int> depths, IReadOnlyList<long> unexplored, bool isFull)
    {
        (Index, Root, Direction, Nodes, _depths, Unexplored, IsFull) = (index, root, direction, nodes, depths, unexplored, isFull);
        _numbers = nodes.Select((key, number) => (key, number)).ToDictionary(pair => pair.key, pair => pair.number);
        var beyond = direction == WalkDirection.Up ? unexplored.ToHashSet() : [];
        StakesIn = [.. nodes.Select(key => beyond.Contains(key) ? [] : Inner(key))];
        _companies = new(() => Stakes.ToLookup(stake => NumberOf(stake.Owner), stake => NumberOf(stake.Company)));
        _components = StrongComponents.Of(Count, node => StakesIn[node], stake => NumberOf(stake.Owner));
        var members = _components.Select((component, node) => (component, node)).ToLookup(pair => pair.component, pair => pair.node);
        _cyclic = [.. members.Where(group => group.Count() > 1 || StakesIn[group.First()].Any(stake => stake.Owner == stake.Company)).SelectMany(group => group)];
        Cycles = [.. members.Where(group => _cyclic.Contains(group.First())).Select(group => (IReadOnlyList<long>)[.. group.Select(node => Nodes[node])])];
    }

    /// <summary>What is known of stakes.</summary>
    public StakeIndex Index { get; }

    /// <summary>Where the walk started.</summary>
    public long Root { get; }

    /// <summary>Which way the walk went.</summary>
    public WalkDirection Direction { get; }

    /// <summary>The entities, those nearest to the root first.</summary>
    public IReadOnlyList<long> Nodes { get; }

    /// <summary>How many entities there are.</summary>
    public int Count => Nodes.Count;

    /// <summary>By node, the stakes others of the graph hold in it.</summary>
    public IReadOnlyList<IReadOnlyList<Stake>> StakesIn { get; }

    /// <summary>Sets of entities each of which holds a part of itself through the others, or alone.</summary>
    public IReadOnlyList<IReadOnlyList<long>> Cycles { get; }

    /// <summary>The entities at the greatest depth, beyond which nothing was looked for.</summary>
    public IReadOnlyList<long> Unexplored { get; }

    /// <summary>Whether there was no room for all entities.</summary>
    public bool IsFull { get; }

    /// <summary>All stakes of the graph.</summary>
    public IEnumerable<Stake> Stakes => StakesIn.SelectMany(stakes => stakes);

    /// <summary>Whether the graph has the entity.</summary>
    public bool Has(long key) => _numbers.ContainsKey(key);

    /// <summary>The number of an entity's node.</summary>
    public int NumberOf(long key) => _numbers[key];

    /// <summary>The least number of stakes between an entity and the root.</summary>
    public int DepthOf(long key) => _depths[NumberOf(key)];

    /// <summary>Whether the entity is part of a cycle.</summary>
    public bool IsCyclic(long key) => _cyclic.Contains(NumberOf(key));

    /// <summary>Whether the stake is a part of a cycle.</summary>
    public bool IsCyclic(Stake stake) => ComponentOf(stake.Owner) == ComponentOf(stake.Company) && IsCyclic(stake.Owner);

    /// <summary>The nodes that own a part of the company or are it, by chains of stakes of the graph that pass by no owner's owners.</summary>
    /// <param name="company">The company.</param>
    /// <param name="owner">The one whose own owners are of no interest, if any.</param>
    /// <param name="certainty">Only by stakes that are held at least as certainly.</param>
    internal HashSet<int> Above(long company, long? owner = null, Certainty certainty = Certainty.Possible) => Reach(
        NumberOf(company),
        node => owner is { } key && node == NumberOf(key)
            ? []
            : StakesIn[node].Where(stake => stake.Certainty <= certainty).Select(stake => NumberOf(stake.Owner)));

    /// <summary>The nodes of which the owner holds a part, and the owner.</summary>
    internal HashSet<int> Below(long owner) => Reach(NumberOf(owner), node => _companies.Value[node]);

    /// <summary>The strongly connected component of an entity; owners have lower ones than what they own.</summary>
    internal int ComponentOf(long key) => _components[NumberOf(key)];

    private static HashSet<int> Reach(int from, Func<int, IEnumerable<int>> next)
    {
        var seen = new HashSet<int> { from };
        var open = new Stack<int>([from]);
        while (open.TryPop(out var node))
        {
            foreach (var there in next(node))
            {
                if (seen.Add(there))
                    open.Push(there);
            }
        }

        return seen;
    }

    private List<Stake> Inner(long company) => [.. (Index.HoldersOf(company)?.Stakes ?? []).Where(stake => Has(stake.Owner))];
}
