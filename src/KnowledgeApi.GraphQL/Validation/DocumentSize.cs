using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Validation;

/// <summary>Measures operations with their fragments expanded, without expanding them, and holds them against the limits.</summary>
internal sealed class DocumentSize(ValidationContext context)
{
    private readonly Dictionary<string, Part> _fragments = new(StringComparer.Ordinal);

    /// <summary>Ends validation at the operation with which the document becomes too large.</summary>
    public void Check()
    {
        var limits = context.Limits;
        var total = default(Size);
        foreach (var operation in context.Document.Definitions.OfType<OperationDefinitionNode>())
        {
            total.Add(Measure(operation), depth: 0);
            Refuse(total.Depth, limits.MaxDepth, "levels of selection sets");
            Refuse(total.Fields, limits.MaxFields, "fields");
            Refuse(total.Aliases, limits.MaxAliases, "aliases");
            Refuse(total.Spreads, limits.MaxFragmentSpreads, "fragment spreads");

            void Refuse(long count, int limit, string what)
            {
                if (count > limit)
                    throw new ValidationAbortedException($"The document has more than {limit} {what}, counting fragments wherever they are spread.", operation);
            }
        }
    }

    private Size Measure(OperationDefinitionNode operation)
    {
        var root = new Part(operation.SelectionSet);
        var way = new Stack<Part>([root]);
        while (way.TryPeek(out var part))
        {
            if (part.NextSpread() is not { } spread)
            {
                // Parts inside this one are finished: a part that is not is on the way, which is a cycle that a rule reports.
                way.Pop();
                part.Finish();
                if (way.TryPeek(out var outer))
                    outer.Add(part);
            }
            else if (context.FindFragment(spread) is { } fragment)
            {
                if (!_fragments.TryGetValue(spread, out var inner))
                    way.Push(_fragments[spread] = new Part(fragment.SelectionSet));
                else if (inner.IsFinished)
                    part.Add(inner);
            }
        }

        return root.Total;
    }

    private struct Size
    {
        // More than any limit, and yet a sum of two does not overflow.
        private const long Enough = long.MaxValue / 4;

        public long Fields;
        public long Aliases;
        public long Spreads;
        public long Depth;

        public void Add(in Size inner, int depth)
        {
            Fields = Math.Min(Fields + inner.Fields, Enough);
            Aliases = Math.Min(Aliases + inner.Aliases, Enough);
            Spreads = Math.Min(Spreads + inner.Spreads, Enough);
            Depth = Math.Max(Depth, depth + inner.Depth);
        }
    }

    /// <summary>An operation or fragment: its own selections, and the spreads among them still to be added.</summary>
    private sealed class Part
    {
        private readonly List<(string Name, int Depth)> _spreads = [];
        private Size _total;
        private int _next;

        public Part(SelectionSetNode selectionSet)
        {
            var open = new Stack<(SelectionSetNode Set, int Depth)>([(selectionSet, 1)]);
            while (open.TryPop(out var each))
            {
                _total.Depth = Math.Max(_total.Depth, each.Depth);
                foreach (var selection in each.Set.Selections)
                {
                    switch (selection)
                    {
                        case FieldNode field:
                            _total.Fields++;
                            _total.Aliases += field.Alias is null ? 0 : 1;
                            if (field.SelectionSet is { } inner)
                                open.Push((inner, each.Depth + 1));
                            break;
                        case InlineFragmentNode inline:
                            open.Push((inline.SelectionSet, each.Depth + 1));
                            break;
                        case FragmentSpreadNode spread:
                            _total.Spreads++;
                            _spreads.Add((spread.Name.Value, each.Depth));
                            break;
                    }
                }
            }
        }

        public bool IsFinished { get; private set; }

        public Size Total => _total;

        public string? NextSpread() => _next < _spreads.Count ? _spreads[_next++].Name : null;

        /// <summary>Adds the part that the last spread stands for.</summary>
        public void Add(Part inner) => _total.Add(inner._total, _spreads[_next - 1].Depth);

        public void Finish() => IsFinished = true;
    }
}
