namespace KnowledgeApi.Knowledge.Reasoning.Ownership;

/// <summary>
/// Solves the equations of companies that own each other, for one choice of shares, by taking one company after the other out of the cycle.
/// Following Grassmann, Taksar and Heyman nothing is ever subtracted: what leaves a company is summed up from where it goes to, so there is
/// no loss of digits where cross-holdings are nearly the whole, and nothing to divide by is known exactly to be zero.
/// </summary>
internal static class Elimination
{
    /// <summary>Sets the values of some companies to the least solution, given the values of all others.</summary>
    /// <param name="nodes">The companies.</param>
    /// <param name="choices">The shares in each.</param>
    /// <param name="values">The value of each node, 0 to 1.</param>
    public static void Solve(int[] nodes, IReadOnlyList<Choice> choices, double[] values)
    {
        var count = nodes.Length;
        var places = new Dictionary<int, int>(count);
        for (var i = 0; i < count; i++)
            places.Add(nodes[i], i);
        var inner = new double[count, count];
        var gain = new double[count];
        var exit = new double[count];
        for (var i = 0; i < count; i++)
        {
            exit[i] = choices[i].Rest;
            foreach (var (owner, percent) in choices[i].Parts)
            {
                var part = (double)(percent / 100);
                if (places.TryGetValue(owner, out var j))
                {
                    inner[i, j] += part;
                }
                else
                {
                    exit[i] += part;
                    gain[i] += part * values[owner];
                }
            }
        }

        var leaves = new double[count];
        for (var i = 0; i < count; i++)
            leaves[i] = TakeOut(i, inner, gain, exit);

        // Each in terms of those taken out after it.
        for (var i = count - 1; i >= 0; i--)
        {
            var sum = gain[i];
            for (var j = i + 1; j < count; j++)
                sum += inner[i, j] * values[nodes[j]];
            values[nodes[i]] = leaves[i] > 0 ? Math.Min(sum / leaves[i], 1) : 0;
        }
    }

    // What came to it goes on to where it leads, its own part in itself shared out among these. If it leads nowhere else, what comes there is lost.
    private static double TakeOut(int node, double[,] inner, double[] gain, double[] exit)
    {
        var count = gain.Length;
        var leaves = exit[node];
        for (var j = node + 1; j < count; j++)
            leaves += inner[node, j];
        for (var i = node + 1; i < count; i++)
        {
            var part = inner[i, node];
            if (part == 0)
                continue;
            if (leaves == 0)
            {
                exit[i] += part;
                continue;
            }

            var share = part / leaves;
            for (var j = node + 1; j < count; j++)
                inner[i, j] += share * inner[node, j];
            exit[i] += share * exit[node];
            gain[i] += share * gain[node];
        }

        return leaves;
    }
}
