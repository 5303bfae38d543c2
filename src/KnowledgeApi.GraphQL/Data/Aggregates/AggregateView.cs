using System.Collections;
using System.Reflection;

namespace KnowledgeApi.GraphQL.Data.Aggregates;

/// <summary>The measures of a group of rows, all together and by unit.</summary>
internal sealed class Totals(AggregatePlan plan)
{
    private readonly object?[] _all = new object?[plan.Measures.Count];
    private readonly Dictionary<object, object?[]>[] _byUnit = [.. plan.Units.Select(_ => new Dictionary<object, object?[]>())];

    /// <summary>How many rows there are.</summary>
    public long Rows => (long)(plan.Measured(_all, Measure.RowCount) ?? 0L);

    /// <summary>The view on all rows.</summary>
    public AggregateView View => new(plan, this, _all, "", Nullable: false, null);

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
    public IEnumerable<(object Unit, object?[] Measured)> ByUnit(string path) => _byUnit[plan.UnitOf(path).Index]
        .Select(part => (Unit: part.Key, Measured: part.Value))
        .OrderByDescending(part => (long)plan.Measured(part.Measured, Measure.RowCount)!)
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

/// <summary>An object, or a value object in it, summed up.</summary>
/// <param name="Plan">What was asked for.</param>
/// <param name="Totals">The group of rows.</param>
/// <param name="Measured">The measures that count here: of all rows, or of those of one unit.</param>
/// <param name="Path">The members from a row to the object.</param>
/// <param name="Nullable">True if a row may have none.</param>
/// <param name="Unit">The unit, if there is one.</param>
internal sealed record AggregateView(AggregatePlan Plan, Totals Totals, object?[] Measured, string Path, bool Nullable, object? Unit)
{
    /// <summary>How many rows there are.</summary>
    public long Rows => Number(Measure.RowCount);

    /// <summary>How many rows have the object.</summary>
    public long Count => Nullable ? Number($"present {Path}") : Rows;

    /// <summary>How many rows have none.</summary>
    public long Missing => Rows - Count;

    public object? Get(string measure) => Plan.Measured(Measured, measure);

    public long Number(string measure) => (long)(Get(measure) ?? 0L);

    /// <summary>The value object of a member, or a list of it by unit.</summary>
    public object Enter(ValueMember member)
    {
        var path = $"{Path}{member.Property.Name}.";
        return member.Shape.Unit is null
            ? this with { Path = path, Nullable = Nullable || member.Nullable }
            : Totals.ByUnit(path).Select(part => this with { Path = path, Nullable = false, Measured = part.Measured, Unit = part.Unit }).ToList();
    }

    public ColumnView Enter(ColumnMember member) => new(this, member);
}

/// <summary>A stored value, summed up.</summary>
internal sealed record ColumnView(AggregateView Owner, ColumnMember Member)
{
    /// <summary>The digits behind the point that averages are rounded to.</summary>
    private const int Digits = 10;

    private static readonly decimal LastDigit = new(1, 0, 0, isNegative: false, Digits);

    public string Path => Owner.Path + Member.Column.Member.Name;

    /// <summary>How many rows have a value.</summary>
    public long Count => Member.Nullable ? Owner.Number($"present {Path}") : Owner.Count;

    /// <summary>How many rows have none.</summary>
    public long Missing => Owner.Rows - Count;

    public object? Min => Owner.Get($"min {Path}");

    public object? Max => Owner.Get($"max {Path}");

    /// <summary>The sum, exact for decimal numbers and integers; null if no row has a value.</summary>
    public object? Sum => Count == 0
        ? null
        : Member.Column.Addition == Addition.Binary
            ? Owner.Get($"sum {Path}")
            : Short((((decimal)Owner.Number($"high {Path}") * Measure.Part) + Owner.Number($"low {Path}")) * Member.Column.Unit);

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

/// <summary>A range of values; an end that is null is open.</summary>
internal sealed record IntervalValue(object? Lower, bool LowerInclusive, object? Upper, bool UpperInclusive)
{
    /// <summary>The range of the least or greatest of values that are known by their ranges.</summary>
    public static IntervalValue? Extreme(AggregateView view, AggregateInterval interval, bool least)
    {
        if (view.Count == 0)
            return null;
        var function = least ? AggregateFields.Min : AggregateFields.Max;
        var (lower, lowerInclusive) = End(interval.Lower, interval.LowerInclusive, outer: least);
        var (upper, upperInclusive) = End(interval.Upper, interval.UpperInclusive, outer: !least);
        return new IntervalValue(lower, lowerInclusive, upper, upperInclusive);

        // The least value is not below the least lower end and, if one row has an upper end, not above the least of these.
        (object? Value, bool Inclusive) End(ColumnMember end, PropertyInfo? inclusive, bool outer)
        {
            var column = view.Enter(end);
            if (outer && column.Count < view.Count)
                return (null, false);
            var value = view.Get($"{function} {column.Path}");
            if (value is null || inclusive is null)
                return (value, value is not null);
            var rival = view.Get($"{function} {(outer ? "included" : "excluded")} {column.Path}");
            return (value, Equals(rival, value) == outer);
        }
    }

    /// <summary>The range of the sum or average of values that are known by their ranges; averages are rounded outward.</summary>
    public static IntervalValue? Total(AggregateView view, AggregateInterval interval, bool average)
    {
        if (view.Count == 0)
            return null;
        var (lower, lowerInclusive) = End(interval.Lower, interval.LowerInclusive, MidpointRounding.ToNegativeInfinity);
        var (upper, upperInclusive) = End(interval.Upper, interval.UpperInclusive, MidpointRounding.ToPositiveInfinity);
        return new IntervalValue(lower, lowerInclusive, upper, upperInclusive);

        (object? Value, bool Inclusive) End(ColumnMember end, PropertyInfo? inclusive, MidpointRounding rounding)
        {
            var column = view.Enter(end);
            if (column.Count < view.Count)
                return (null, false);
            return (average ? column.AverageRounded(rounding) : column.Sum, inclusive is null || view.Number($"exclusive {column.Path}") == 0);
        }
    }
}

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
