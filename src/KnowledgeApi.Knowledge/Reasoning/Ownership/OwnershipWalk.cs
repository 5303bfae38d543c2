namespace KnowledgeApi.Knowledge.Reasoning.Ownership;

/// <summary>Which way to follow stakes.</summary>
public enum WalkDirection
{
    /// <summary>From a company to its owners.</summary>
    Up,

    /// <summary>From an owner to its companies.</summary>
    Down,
}

/// <summary>
/// Follows stakes from one entity, level by level. It reads nothing itself: whoever drives it enters what is known of
/// <see cref="Frontier"/> in a index and calls <see cref="Advance"/>, until <see cref="IsDone"/>.
/// </summary>
public sealed class OwnershipWalk
{
    private readonly int _maxDepth;
    private readonly int _maxNodes;
    private readonly List<long> _nodes;
    private readonly List<int> _depths = [0];
    private readonly HashSet<long> _seen;
    private int _level;

    /// <summary>A walk that has not begun.</summary>
    /// <param name="root">Where it starts.</param>
    /// <param name="direction">Which way it goes.</param>
    /// <param name="maxDepth">The most stakes one after the other, at least 1.</param>
    /// <param name="maxNodes">The most entities, at least 1.</param>
    public OwnershipWalk(long root, WalkDirection direction, int maxDepth, int maxNodes)
    {
        (Root, Direction, _maxDepth, _maxNodes) = (root, direction, maxDepth, maxNodes);
        _nodes = [root];
        _seen = [root];
        Frontier = [root];
    }

    /// <summary>Where it starts.</summary>
    public long Root { get; }

    /// <summary>Which way it goes.</summary>
    public WalkDirection Direction { get; }

    /// <summary>The entities to go on from: their owners, or what they own, must be entered next.</summary>
    public IReadOnlyList<long> Frontier { get; private set; }

    /// <summary>Whether there was no room for all entities.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Whether there is nowhere to go on from.</summary>
    public bool IsDone => Frontier.Count == 0 || _level == _maxDepth;

    /// <summary>Goes one level on, by a index in which the frontier was entered.</summary>
    public void Advance(StakeIndex index)
    {
        _level++;
        var next = new List<long>();
        foreach (var from in Frontier)
        {
            var there = Direction == WalkDirection.Up
                ? (index.HoldersOf(from)?.Stakes ?? []).Select(stake => stake.Owner)
                : index.HeldBy(from).Select(stake => stake.Company).Order();
            foreach (var key in there)
            {
                if (_seen.Contains(key))
                    continue;
                if (_nodes.Count == _maxNodes)
                {
                    IsFull = true;
                    continue;
                }

                _seen.Add(key);
                _nodes.Add(key);
                _depths.Add(_level);
                next.Add(key);
            }
        }

        Frontier = next;
    }

    /// <summary>What was found.</summary>
    public OwnershipGraph ToGraph(StakeIndex index) => new(index, Root, Direction, _nodes, _depths, _level == _maxDepth ? Frontier : [], IsFull);
}
