using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Ownership;

/// <summary>A chain of stakes from an owner to a company in which no one comes twice.</summary>
/// <param name="Hops">The stakes, the owner's own first.</param>
/// <param name="Share">The product of their shares, in percent, rounded outward to four decimals.</param>
public sealed record OwnershipPath(IReadOnlyList<Stake> Hops, ShareRange Share)
{
    /// <summary>As certain as the least certain of its stakes.</summary>
    public Certainty Certainty => Hops.Max(hop => hop.Certainty);
}

/// <summary>Finds the chains of stakes between an owner and a company.</summary>
public static class OwnershipPaths
{
    /// <summary>The most beginnings of chains that are looked at.</summary>
    public const int MaxSteps = 100_000;

    /// <summary>
    /// The chains from the owner to the company, those of the greatest upper end first, then of the greatest lower end, then the shortest.
    /// The second value is false if there may be more.
    /// </summary>
    /// <param name="graph">The stakes.</param>
    /// <param name="owner">Where chains begin.</param>
    /// <param name="company">Where they end.</param>
    /// <param name="maxDepth">The most stakes of a chain.</param>
    /// <param name="maxPaths">The most chains.</param>
    public static (IReadOnlyList<OwnershipPath> Paths, bool IsAll) Find(OwnershipGraph graph, long owner, long company, int maxDepth, int maxPaths)
    {
        var paths = new List<OwnershipPath>();
        if (owner == company || !graph.Has(owner) || !graph.Has(company))
            return (paths, true);

        // Going on makes no chain come earlier in this order, so they are found in it.
        var open = new PriorityQueue<Beginning, Rank>();
        var distances = Distances(graph, owner);
        var steps = 0;
        Enqueue(new(null, null, company, 0, new(100, 100)));
        while (open.TryDequeue(out var beginning, out _))
        {
            if (steps++ == MaxSteps || paths.Count == maxPaths && beginning.Node == owner)
                return (paths, false);
            if (beginning.Node == owner)
            {
                paths.Add(new([.. beginning.Hops()], beginning.Share.RoundOutward()));
                continue;
            }

            foreach (var stake in graph.StakesIn[graph.NumberOf(beginning.Node)])
            {
                if (!beginning.Holds(stake.Owner))
                    Enqueue(new(beginning, stake, stake.Owner, beginning.Length + 1, beginning.Share.Times(stake.Share)));
            }
        }

        return (paths, true);

        void Enqueue(Beginning beginning)
        {
            if (distances.TryGetValue(graph.NumberOf(beginning.Node), out var left) && beginning.Length + left <= maxDepth)
                open.Enqueue(beginning, new(beginning.Share.Upper, beginning.Share.Lower, beginning.Length));
        }
    }

    // How many stakes at least lie between the owner and each company below it.
    private static Dictionary<int, int> Distances(OwnershipGraph graph, long owner)
    {
        var companies = graph.Stakes.ToLookup(stake => graph.NumberOf(stake.Owner), stake => graph.NumberOf(stake.Company));
        var distances = new Dictionary<int, int> { [graph.NumberOf(owner)] = 0 };
        var open = new Queue<int>(distances.Keys);
        while (open.TryDequeue(out var node))
        {
            foreach (var company in companies[node])
            {
                if (distances.TryAdd(company, distances[node] + 1))
                    open.Enqueue(company);
            }
        }

        return distances;
    }

    /// <summary>A chain from some entity down to the company, to be gone on with at that entity.</summary>
    private sealed record Beginning(Beginning? Before, Stake? Hop, long Node, int Length, ShareRange Share)
    {
        public IEnumerable<Stake> Hops()
        {
            for (var at = this; at.Hop is not null; at = at.Before!)
                yield return at.Hop;
        }

        public bool Holds(long node)
        {
            for (var at = this; at is not null; at = at.Before)
            {
                if (at.Node == node)
                    return true;
            }

            return false;
        }
    }

    private readonly record struct Rank(decimal Upper, decimal Lower, int Length) : IComparable<Rank>
    {
        public int CompareTo(Rank other) => (other.Upper, other.Lower, Length).CompareTo((Upper, Lower, other.Length));
    }
}
