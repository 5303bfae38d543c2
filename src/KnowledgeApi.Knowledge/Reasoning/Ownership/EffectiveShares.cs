namespace KnowledgeApi.Knowledge.Reasoning.Ownership;

/// <summary>
/// Effective shares: the part of a company that is traced back to an owner through any chain of the stakes that are stated. With
/// h(owner) = 1 and h(c) = the sum over the owners k of c of share(k in c) * h(k) for every other c, it is h(company) of the least
/// solution: the chance to meet the owner on a walk up from a random part of the company. Without cycles this is the sum of the products along all paths; a cross-holding
/// counts with its whole series, a / (1 - bc), and nothing is ever more than the whole.
/// The lower end takes every stake at its least. The upper end takes stakes at their greatest, but those of one company together make at most
/// the whole, shared out in the owner's favour; this is a small decision problem, solved exactly by improving on a choice until none is better.
/// Ends are exact to 10^-9 percent and then rounded outward to four decimals. In a cycle of more than <see cref="MaxExact"/>
/// companies they are found by iteration, from outside: the range may be wider than need be, never narrower.
/// </summary>
/// <param name="graph">The stakes.</param>
/// <param name="cancellation">Stops the computation, which may be long where thousands own each other.</param>
public sealed class EffectiveShares(OwnershipGraph graph, CancellationToken cancellation = default)
{
    /// <summary>The most companies of one cycle whose equations are solved by elimination.</summary>
    public const int MaxExact = 200;

    private const int MaxSweeps = 2_000;
    private const double Close = 1e-13;

    // Improvements less than this are rounding errors.
    private const double Better = 1e-14;

    private readonly (int Owner, Stake Stake)[][] _in =
        [.. Enumerable.Range(0, graph.Count).Select(node => graph.StakesIn[node].Select(stake => (graph.NumberOf(stake.Owner), stake)).ToArray())];

    /// <summary>The part of the company that is traced back to the owner.</summary>
    /// <param name="owner">The owner; not the company.</param>
    /// <param name="company">The company.</param>
    /// <param name="onlyThroughOthers">Leaves out what the owner itself holds of the company.</param>
    public ShareRange Of(long owner, long company, bool onlyThroughOthers = false) =>
        Of(owner, graph.Above(company, owner), onlyThroughOthers ? graph.StakesIn[graph.NumberOf(company)].FirstOrDefault(stake => stake.Owner == owner) : null)(company);

    /// <summary>The parts of companies that are traced back to one owner.</summary>
    public Func<long, ShareRange> OfAll(long owner) => Of(owner, null, null);

    private Func<long, ShareRange> Of(long owner, HashSet<int>? above, Stake? without)
    {
        var target = graph.NumberOf(owner);
        var relevant = graph.Below(owner);
        if (above is not null)
            relevant.IntersectWith(above);
        var lower = new double[graph.Count];
        var upper = new double[graph.Count];
        lower[target] = upper[target] = 1;
        // Owners come first: their components have lower numbers.
        foreach (var block in relevant.Where(node => node != target).GroupBy(node => graph.ComponentOf(graph.Nodes[node])).OrderBy(block => block.Key))
        {
            cancellation.ThrowIfCancellationRequested();
            int[] nodes = [.. block.Order()];
            Solve(nodes, [.. nodes.Select(node => RowOf(node, without?.Company == graph.Nodes[node] ? without : null))], lower, upper);
        }

        return company => company == owner || !relevant.Contains(graph.NumberOf(company))
            ? ShareRange.None
            : ShareRange.Outward(lower[graph.NumberOf(company)], upper[graph.NumberOf(company)]);
    }

    private void Solve(int[] nodes, Row[] rows, double[] lower, double[] upper)
    {
        if (nodes is [var single] && !rows[0].Mentions(single))
        {
            lower[single] = rows[0].Least().Value(lower);
            upper[single] = rows[0].Best(upper).Value(upper);
        }
        else if (nodes.Length <= MaxExact)
        {
            Elimination.Solve(nodes, [.. rows.Select(row => row.Least())], lower);
            Improve(nodes, rows, upper);
        }
        else
        {
            Iterate(nodes, rows, lower, upper);
        }
    }

    // Every choice is evaluated exactly and only changed where that is better, so no choice comes back: there are finitely many.
    private static void Improve(int[] nodes, Row[] rows, double[] upper)
    {
        var choices = new Choice[nodes.Length];
        for (var sweep = 0; sweep < nodes.Length + 2; sweep++)
        {
            for (var i = 0; i < nodes.Length; i++)
                upper[nodes[i]] = Math.Max(upper[nodes[i]], (choices[i] = rows[i].Best(upper)).Value(upper));
        }

        var best = nodes.ToDictionary(node => node, _ => 0.0);
        for (var improved = true; improved;)
        {
            Elimination.Solve(nodes, choices, upper);
            improved = false;
            foreach (var node in nodes)
            {
                improved |= upper[node] > best[node] + Better;
                best[node] = Math.Max(best[node], upper[node]);
            }

            if (!improved)
                break;
            for (var i = 0; i < nodes.Length; i++)
            {
                var better = rows[i].Best(upper);
                if (better.Value(upper) > upper[nodes[i]] + Better)
                    choices[i] = better;
            }
        }

        foreach (var node in nodes)
            upper[node] = best[node];
    }

    // From below for the lower end and from above for the upper one, each step is on the safe side.
    private void Iterate(int[] nodes, Row[] rows, double[] lower, double[] upper)
    {
        foreach (var node in nodes)
            upper[node] = 1;
        for (var sweep = 0; sweep < MaxSweeps; sweep++)
        {
            cancellation.ThrowIfCancellationRequested();
            var change = 0.0;
            for (var i = 0; i < nodes.Length; i++)
            {
                var (low, high) = (rows[i].Least().Value(lower), rows[i].Best(upper).Value(upper));
                change = Math.Max(change, Math.Max(low - lower[nodes[i]], upper[nodes[i]] - high));
                (lower[nodes[i]], upper[nodes[i]]) = (low, high);
            }

            if (change < Close)
                break;
        }
    }

    private Row RowOf(int node, Stake? without)
    {
        var stakes = without is null ? _in[node] : Array.FindAll(_in[node], each => each.Stake != without);
        // Owners outside the graph, and those left out, hold at least their least as well.
        return new(stakes, 100 - (graph.Index.HoldersOf(graph.Nodes[node])?.Stakes.Sum(stake => stake.Share.Lower) ?? 0));
    }

    /// <summary>The stakes in one company that count, and what the least of all its stakes leaves.</summary>
    private sealed class Row((int Owner, Stake Stake)[] stakes, decimal room)
    {
        public bool Mentions(int node) => Array.Exists(stakes, each => each.Owner == node);

        public Choice Least() => new([.. stakes.Select(each => (each.Owner, each.Stake.Share.Lower))]);

        /// <summary>The choice with the greatest value: what the least of each leaves goes first to the owners with the greatest values.</summary>
        public Choice Best(double[] values)
        {
            var left = room;
            var parts = new List<(int Owner, decimal Percent)>(stakes.Length);
            foreach (var (owner, stake) in stakes.OrderByDescending(each => values[each.Owner]).ThenBy(each => each.Owner))
            {
                var more = Math.Min(left, stake.Share.Upper - stake.Share.Lower);
                left -= more;
                parts.Add((owner, stake.Share.Lower + more));
            }

            return new(parts);
        }
    }
}

/// <summary>One share for each stake in a company, in percent, together at most 100.</summary>
internal sealed record Choice(IReadOnlyList<(int Owner, decimal Percent)> Parts)
{
    /// <summary>The mean of the owners' values.</summary>
    public double Value(double[] values) => Parts.Sum(part => (double)(part.Percent / 100) * values[part.Owner]);

    /// <summary>The part of the company that no stake of these is in, 0 to 1.</summary>
    public double Rest => (double)((100 - Parts.Sum(part => part.Percent)) / 100);
}
