using System.Collections;
using System.Reflection;

namespace KnowledgeApi.GraphQL.Data.Aggregates;

/// <summary>The measures of a set of rows, all together and by unit.</summary>
internal sealed class Totals(AggregatePlan plan)
{
    private readonly object?[] _all = new object?[plan.Measures.Count];
    private readonly Dictionary<object, object?[]>[] _byUnit = [.. plan.Units.Select(_ => new Dictionary<object, object?[]>())];

    public MeasuredRows All => new(plan, _all);

    /// <summary>Takes in the measures of more rows, which have these units.</summary>
    public void Add(object?[] measured, object?[] units)
    {
        Fold(_all, measured);
        for (var i = 0; i < units.Length; i++)
        {
            if (units[i] is not { } unit)
                continue;
            if (!_byUnit[i].TryGetValue(unit, out var part))
                _byUnit[i][unit] = part = new object?[plan.Measures.Count];
            Fold(part, measured);
        }
    }

    /// <summary>The measures of each unit of a value object; the unit of most rows first.</summary>
    public IEnumerable<(object Unit, MeasuredRows Rows)> ByUnit(RangeMember member) => _byUnit[plan.UnitOf(member).Index]
        .Select(part => (Unit: part.Key, Rows: new MeasuredRows(plan, part.Value)))
        .OrderByDescending(part => part.Rows.Count)
        .ThenBy(part => part.Unit, ValueOrder.Instance);

    private void Fold(object?[] into, object?[] measured)
    {
        for (var i = 0; i < into.Length; i++)
        {
            if (measured[i] is { } more)
                into[i] = into[i] is { } sofar ? plan.Measures[i].Fold(sofar, more) : more;
        }
    }
}

/// <summary>What was measured of some rows.</summary>
internal sealed class MeasuredRows(AggregatePlan plan, object?[] measured)
{
    /// <summary>How many rows there are.</summary>
    public long Count => Number(Measure.RowCount);

    public object? Get(string measure) => plan.Measured(measured, measure);

    public long Number(string measure) => (long)(Get(measure) ?? 0L);
}

/// <summary>A set of objects, summed up: all of a list, or a group of them.</summary>
/// <param name="Totals">What was measured.</param>
/// <param name="Keys">What the objects of a group have in common; none for all of a list.</param>
internal sealed record AggregateView(Totals Totals, IReadOnlyList<GroupKeyValue> Keys)
{
    /// <summary>How many objects there are.</summary>
    public long Count => Totals.All.Count;

    public ColumnView Enter(ColumnMember member) => new(Totals.All, "", Count, member);

    /// <summary>The ranges of a member, or a list of those of each unit.</summary>
    public object Enter(RangeMember member) => member.Unit is null
        ? new RangeView(Totals.All, member, member.Nullable ? Totals.All.Number($"present {member.Path}") : Count, null)
        : Totals.ByUnit(member).Select(part => new RangeView(part.Rows, member, part.Rows.Count, part.Unit));
}

/// <summary>A stored value, summed up.</summary>
/// <param name="Rows">What was measured.</param>
/// <param name="Owner">The members from a row to what has the value.</param>
/// <param name="Owners">How many rows have that.</param>
/// <param name="Member">The value.</param>
internal sealed record ColumnView(MeasuredRows Rows, string Owner, long Owners, ColumnMember Member)
{
    /// <summary>The digits behind the point that averages are rounded to.</summary>
    private const int Digits = 10;

    private static readonly decimal LastDigit = new(1, 0, 0, isNegative: false, Digits);

    public string Path => Owner + Member.Column.Member.Name;

    /// <summary>How many rows have a value.</summary>
    public long Count => Member.Nullable ? Rows.Number($"present {Path}") : Owners;

    /// <summary>How many rows have none.</summary>
    public long Missing => Rows.Count - Count;

    public object? Min => Rows.Get($"min {Path}");

    public object? Max => Rows.Get($"max {Path}");

    /// <summary>The sum, exact for decimal numbers and integers; null if no row has a value.</summary>
    public object? Sum => Count == 0
        ? null
        : Member.Column.Addition == Addition.Binary
            ? Rows.Get($"sum {Path}")
            : Short((((decimal)Rows.Number($"high {Path}") * Measure.Part) + Rows.Number($"low {Path}")) * Member.Column.Unit);

    /// <summary>The sum divided by the number of values; null if there are none.</summary>
    public object? Average => AverageRounded(MidpointRounding.ToEven);

    /// <summary>The average, rounded in a given way if it is decimal.</summary>
    public object? AverageRounded(MidpointRounding rounding) => Sum switch
    {
        decimal sum => Short(Round(sum, Count, rounding)),
        double sum => sum / Count,
        _ => null,
    };

    /// <summary>The same number without zeros at the end.</summary>
    private static decimal Short(decimal number) => number / 1.0000000000000000000000000000m;

    /// <summary>A quotient; what division itself rounds is not lost to the direction of the rounding.</summary>
    private static decimal Round(decimal sum, long count, MidpointRounding rounding)
    {
        var rounded = Math.Round(sum / count, Digits, rounding);
        return rounding switch
        {
            MidpointRounding.ToNegativeInfinity when rounded * count > sum => rounded - LastDigit,
            MidpointRounding.ToPositiveInfinity when rounded * count < sum => rounded + LastDigit,
            _ => rounded,
        };
    }
}

/// <summary>Values that are known by their ranges, summed up.</summary>
/// <param name="Rows">What was measured.</param>
/// <param name="Member">The value objects.</param>
/// <param name="Count">How many rows have one.</param>
/// <param name="Unit">Their unit, if they have one.</param>
internal sealed record RangeView(MeasuredRows Rows, RangeMember Member, long Count, object? Unit)
{
    /// <summary>How many rows have none.</summary>
    public long Missing => Rows.Count - Count;

    /// <summary>The range of the least or greatest value.</summary>
    public IntervalValue? Extreme(bool least)
    {
        if (Count == 0)
            return null;
        var function = least ? AggregateFields.Min : AggregateFields.Max;
        var (lower, lowerInclusive) = End(Member.Lower, Member.LowerInclusive, outer: least);
        var (upper, upperInclusive) = End(Member.Upper, Member.UpperInclusive, outer: !least);
        return new IntervalValue(lower, lowerInclusive, upper, upperInclusive);

        // The least value is not below the least lower end and, if one row has an upper end, not above the least of these.
        (object? Value, bool Inclusive) End(ColumnMember end, PropertyInfo? inclusive, bool outer)
        {
            var column = Enter(end);
            if (outer && column.Count < Count)
                return (null, false);
            var value = Rows.Get($"{function} {column.Path}");
            if (value is null || inclusive is null)
                return (value, value is not null);
            var rival = Rows.Get($"{function} {(outer ? "included" : "excluded")} {column.Path}");
            return (value, Equals(rival, value) == outer);
        }
    }

    /// <summary>How many rows count in sums.</summary>
    private long Counted => Member.Rule is null ? Count : Rows.Number($"{AggregatePlan.Counted}{Member.Path}");

    /// <summary>How many rows have one that sums leave out.</summary>
    public long LeftOut => Count - Counted;

    /// <summary>The range of the sum of all.</summary>
    public IntervalValue? TotalOfAll => Total(average: false, "", Count);

    /// <summary>The range of the sum or average of those that count; null if they must be kept apart. Averages are rounded outward.</summary>
    public IntervalValue? Total(bool average) => Member.Rule is not { } rule ? Total(average, "", Count) : rule.Apart.Any(IsMixed) ? null : Total(average, AggregatePlan.Counted, Counted);

    private bool IsMixed(PropertyInfo apart)
    {
        var path = $"{Member.Path}{apart.Name}";
        var first = Rows.Get($"first {path}");
        return first is not null && (!Equals(first, Rows.Get($"last {path}")) || Rows.Number($"without {path}") > 0);
    }

    private IntervalValue? Total(bool average, string mark, long count)
    {
        if (count == 0)
            return null;
        var (lower, lowerInclusive) = End(Member.Lower, Member.LowerInclusive, MidpointRounding.ToNegativeInfinity);
        var (upper, upperInclusive) = End(Member.Upper, Member.UpperInclusive, MidpointRounding.ToPositiveInfinity);
        return new IntervalValue(lower, lowerInclusive, upper, upperInclusive);

        (object? Value, bool Inclusive) End(ColumnMember end, PropertyInfo? inclusive, MidpointRounding rounding)
        {
            var column = new ColumnView(Rows, mark + Member.Path, count, end);
            if (column.Count < count)
                return (null, false);
            return (average ? column.AverageRounded(rounding) : column.Sum, inclusive is null || Rows.Number($"exclusive {column.Path}") == 0);
        }
    }

    private ColumnView Enter(ColumnMember end) => new(Rows, Member.Path, Count, end);
}

/// <summary>A range of values; an end that is null is open.</summary>
internal sealed record IntervalValue(object? Lower, bool LowerInclusive, object? Upper, bool UpperInclusive);

/// <summary>The order of values of one type: numbers and dates as they are, texts bytewise, enum values as declared. Nulls come last.</summary>
internal sealed class ValueOrder : IComparer<object?>
{
    public static ValueOrder Instance { get; } = new();

    public int Compare(object? x, object? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        (string one, string other) => string.CompareOrdinal(one, other),
        _ => Comparer.Default.Compare(x, y),
    };
}
