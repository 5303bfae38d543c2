namespace KnowledgeApi.Knowledge.Reasoning.Ownership;

/// <summary>The strongly connected components of a graph, by Tarjan's algorithm with a stack of its own: ownership may be deep.</summary>
internal static class StrongComponents
{
    /// <summary>By node, the number of its component. What a component points to has lower numbers.</summary>
    public static int[] Of<T>(int count, Func<int, IReadOnlyList<T>> edges, Func<T, int> target)
    {
        var component = new int[count];
        var order = new int[count];
        var low = new int[count];
        var onStack = new bool[count];
        var stack = new Stack<int>();
        var calls = new Stack<(int Node, int Edge)>();
        var (clock, components) = (0, 0);
        for (var start = 0; start < count; start++)
        {
            if (order[start] > 0)
                continue;
            calls.Push((start, 0));
            while (calls.TryPop(out var call))
            {
                var (node, edge) = call;
                if (edge == 0)
                {
                    order[node] = low[node] = ++clock;
                    stack.Push(node);
                    onStack[node] = true;
                }
                else
                {
                    low[node] = Math.Min(low[node], low[target(edges(node)[edge - 1])]);
                }

                var next = edges(node);
                while (edge < next.Count && order[target(next[edge])] > 0)
                {
                    var there = target(next[edge++]);
                    if (onStack[there])
                        low[node] = Math.Min(low[node], order[there]);
                }

                if (edge < next.Count)
                {
                    calls.Push((node, edge + 1));
                    calls.Push((target(next[edge]), 0));
                    continue;
                }

                if (low[node] != order[node])
                    continue;
                int member;
                do
                {
                    member = stack.Pop();
                    onStack[member] = false;
                    component[member] = components;
                }
                while (member != node);
                components++;
            }
        }

        return component;
    }
}
