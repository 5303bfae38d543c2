namespace KnowledgeApi.GraphQL.Data.Filtering;

/// <summary>
/// Conditions on a value of which only the ends are stored. The value certainly lies in a range if the whole interval does; it
/// possibly lies there if a part of it does. A value that is a stretch certainly meets a range, too, if its certain part does.
/// </summary>
internal sealed class IntervalConditions(IntervalColumns columns, FilterValues values)
{
    /// <summary>When an end that is equal to the value it is compared with counts as beyond it.</summary>
    private enum Tie
    {
        Always,
        Never,
        IfIncluded,
        IfExcluded,
    }

    /// <summary>All values lie in the range and none is the excluded one; or else some that are certainly covered do.</summary>
    public FilterNode Certainly(ValueRange range, object? excluded)
    {
        var all = new List<FilterNode>(Within(range));
        if (excluded is not null)
            all.Add(Any(ValueRange.All.Without(excluded).Select(part => All(Within(part)))));
        if (columns is not { CertainLower: { } lower, CertainUpper: { } upper })
            return WherePresent(all);
        return WherePresent([Any([All(all), .. Parts(range, excluded).Select(part => All([NotNull(lower), .. Overlap(part, lower, upper, open: false)]))])]);
    }

    /// <summary>Some value lies in the range and is not the excluded one.</summary>
    public FilterNode Possibly(ValueRange range, object? excluded) =>
        WherePresent([Any(Parts(range, excluded).Select(part => All(Overlap(part, columns.Lower, columns.Upper, open: true))))]);

    /// <summary>The interval is missing.</summary>
    public static FilterNode Missing(IntervalColumns columns) => new NullNode(columns.Present.Name, columns.Present.Column);

    private static IEnumerable<ValueRange> Parts(ValueRange range, object? excluded) => excluded is null ? [range] : range.Without(excluded);

    private IEnumerable<FilterNode> Within(ValueRange range)
    {
        if (range.Lower is { } from)
            yield return Beyond(columns.Lower, FilterOperation.Gt, from, range.LowerInclusive ? Tie.Always : Tie.IfExcluded, open: false);
        if (range.Upper is { } to)
            yield return Beyond(columns.Upper, FilterOperation.Lt, to, range.UpperInclusive ? Tie.Always : Tie.IfExcluded, open: false);
    }

    private IEnumerable<FilterNode> Overlap(ValueRange range, IntervalEnd lower, IntervalEnd upper, bool open)
    {
        if (range.Upper is { } to)
            yield return Beyond(lower, FilterOperation.Lt, to, range.UpperInclusive ? Tie.IfIncluded : Tie.Never, open);
        if (range.Lower is { } from)
            yield return Beyond(upper, FilterOperation.Gt, from, range.LowerInclusive ? Tie.IfIncluded : Tie.Never, open);
    }

    /// <summary>An end is less (greater) than a value; an open one is if it may be.</summary>
    private FilterNode Beyond(IntervalEnd end, FilterOperation op, object value, Tie tie, bool open)
    {
        var (member, inclusive) = end;
        var column = member.Column;
        var comparable = column.Normalize(value);
        var isStorable = column.IsStorable(comparable);
        tie = (tie, inclusive) switch
        {
            (Tie.IfIncluded, null) => Tie.Always,
            (Tie.IfExcluded, null) => Tie.Never,
            // What cannot be stored has no equal.
            (Tie.IfIncluded or Tie.IfExcluded, _) when !isStorable => Tie.Never,
            _ => tie,
        };
        var compared = tie != Tie.Always ? op : op == FilterOperation.Gt ? FilterOperation.Gte : FilterOperation.Lte;
        var slot = values.Add(column.Type, comparable, column.Mapping);
        var nodes = new List<FilterNode> { new CompareNode(member.Name, column, isStorable ? compared : column.AsStored(compared, comparable), slot) };
        if (tie is Tie.IfIncluded or Tie.IfExcluded)
        {
            FilterNode flag = new FlagNode(inclusive!.Name, inclusive.Column);
            nodes.Add(All([new CompareNode(member.Name, column, FilterOperation.Eq, slot), tie == Tie.IfIncluded ? flag : new NotNode(flag)]));
        }

        if (open)
            nodes.Add(new NullNode(member.Name, column));
        return Any(nodes);
    }

    private JunctionNode WherePresent(IEnumerable<FilterNode> nodes) => All([new NotNode(Missing(columns)), .. nodes]);

    private static NotNode NotNull(IntervalEnd end) => new(new NullNode(end.Value.Name, end.Value.Column));

    private static JunctionNode All(IEnumerable<FilterNode> nodes) => new(true, [.. nodes]);

    private static FilterNode Any(IEnumerable<FilterNode> nodes) => nodes.ToList() is { Count: > 0 } some ? new JunctionNode(false, some) : new NothingNode();
}
