using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>No fragment spreads itself, not even through others.</summary>
internal sealed class NoFragmentCycles(ValidationContext context) : ValidationRule(context), IEnter<FragmentDefinitionNode>
{
    private const int MaxShown = 20;

    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    public void Enter(FragmentDefinitionNode node)
    {
        if (!_visited.Add(node.Name.Value))
            return;

        // The way from this fragment down: chains of fragments may be longer than the call stack.
        var way = new List<Step> { new(node.Name.Value, Context.GetSpreads(node.SelectionSet)) };
        var places = new Dictionary<string, int>(StringComparer.Ordinal) { [node.Name.Value] = 0 };
        while (way.Count > 0)
        {
            var step = way[^1];
            if (!step.MoveNext())
            {
                places.Remove(step.Name);
                way.RemoveAt(way.Count - 1);
                continue;
            }

            var name = step.Spread.Name.Value;
            if (places.TryGetValue(name, out var start))
            {
                Report(name, [.. way.Skip(start).Select(each => each.Spread)]);
            }
            else if (Context.FindFragment(name) is { } fragment && _visited.Add(name))
            {
                places.Add(name, way.Count);
                way.Add(new Step(name, Context.GetSpreads(fragment.SelectionSet)));
            }
        }
    }

    private void Report(string name, List<FragmentSpreadNode> cycle)
    {
        var via = cycle.SkipLast(1).Take(MaxShown).Select(spread => $"\"{spread.Name}\"").ToList();
        if (cycle.Count - 1 > MaxShown)
            via.Add($"and {cycle.Count - 1 - MaxShown} others");
        Context.Report(
            $"Cannot spread fragment \"{name}\" within itself{(via.Count > 0 ? $" via {string.Join(", ", via)}" : "")}.",
            cycle.Take(MaxShown + 1));
    }

    private sealed class Step(string name, IReadOnlyList<FragmentSpreadNode> spreads)
    {
        private int _at = -1;

        public string Name { get; } = name;

        public FragmentSpreadNode Spread => spreads[_at];

        public bool MoveNext() => ++_at < spreads.Count;
    }
}
