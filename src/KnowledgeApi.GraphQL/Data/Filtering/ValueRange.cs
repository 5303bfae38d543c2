using System.Collections;

namespace KnowledgeApi.GraphQL.Data.Filtering;

/// <summary>
/// The values, at least one, that some comparisons leave. Null is no end. Days and whole numbers have neighbours, so an end
/// that is left out is replaced by the next one: nothing lies between 1 and 2.
/// </summary>
internal sealed record ValueRange(object? Lower, bool LowerInclusive, object? Upper, bool UpperInclusive)
{
    /// <summary>What no comparison leaves out.</summary>
    public static ValueRange All { get; } = new(null, false, null, false);

    /// <summary>True if values of a type have neighbours.</summary>
    public static bool IsWhole(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain == typeof(DateOnly) || plain == typeof(int) || plain == typeof(long) || plain == typeof(short) || plain == typeof(byte));

    /// <summary>What one more comparison leaves of it; null if nothing.</summary>
    public ValueRange? And(FilterOperator op, object value) => op switch
    {
        FilterOperator.Eq => AtLeast(value, true)?.AtMost(value, true),
        FilterOperator.Gt when IsWhole(value.GetType()) => Next(value, 1) is { } next ? AtLeast(next, true) : null,
        FilterOperator.Lt when IsWhole(value.GetType()) => Next(value, -1) is { } next ? AtMost(next, true) : null,
        FilterOperator.Gt or FilterOperator.Gte => AtLeast(value, op == FilterOperator.Gte),
        FilterOperator.Lt or FilterOperator.Lte => AtMost(value, op == FilterOperator.Lte),
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "Leaves no range."),
    };

    /// <summary>What lies below and above a value.</summary>
    public IEnumerable<ValueRange> Without(object value)
    {
        if (And(FilterOperator.Lt, value) is { } below)
            yield return below;
        if (And(FilterOperator.Gt, value) is { } above)
            yield return above;
    }

    private ValueRange? AtLeast(object value, bool inclusive) => (Lower is null ? 1 : Compare(value, Lower)) switch
    {
        > 0 => (this with { Lower = value, LowerInclusive = inclusive }).UnlessEmpty(),
        0 => (this with { LowerInclusive = LowerInclusive && inclusive }).UnlessEmpty(),
        _ => this,
    };

    private ValueRange? AtMost(object value, bool inclusive) => (Upper is null ? -1 : Compare(value, Upper)) switch
    {
        < 0 => (this with { Upper = value, UpperInclusive = inclusive }).UnlessEmpty(),
        0 => (this with { UpperInclusive = UpperInclusive && inclusive }).UnlessEmpty(),
        _ => this,
    };

    private ValueRange? UnlessEmpty()
    {
        if (Lower is null || Upper is null)
            return this;
        var order = Compare(Lower, Upper);
        return order < 0 || (order == 0 && LowerInclusive && UpperInclusive) ? this : null;
    }

    private static int Compare(object a, object b) => Comparer.DefaultInvariant.Compare(a, b);

    /// <summary>A neighbour of a value; null at the end of the type.</summary>
    private static object? Next(object value, int step) => value switch
    {
        DateOnly day => day == (step > 0 ? DateOnly.MaxValue : DateOnly.MinValue) ? null : day.AddDays(step),
        int number => number == (step > 0 ? int.MaxValue : int.MinValue) ? null : number + step,
        long number => number == (step > 0 ? long.MaxValue : long.MinValue) ? null : number + step,
        short number => number == (step > 0 ? short.MaxValue : short.MinValue) ? null : (object)(short)(number + step),
        byte number => number == (step > 0 ? byte.MaxValue : byte.MinValue) ? null : (object)(byte)(number + step),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Has no neighbours."),
    };
}
