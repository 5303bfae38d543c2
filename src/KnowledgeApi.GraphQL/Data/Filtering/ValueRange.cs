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

    /// <summary>What one more comparison leaves of it; null if nothing.</summary>
    public ValueRange? And(FilterOperation operation, object value)
    {
        if (operation.Limit is not { } limit)
            return AtLeast(value, true)?.AtMost(value, true);
        var isLower = limit == FilterLimit.Lower;
        if (operation.IsInclusive || !WholeValues.Are(value.GetType()))
            return isLower ? AtLeast(value, operation.IsInclusive) : AtMost(value, operation.IsInclusive);
        return WholeValues.Next(value, isLower ? 1 : -1) is { } next ? isLower ? AtLeast(next, true) : AtMost(next, true) : null;
    }

    /// <summary>What lies below and above a value.</summary>
    public IEnumerable<ValueRange> Without(object value)
    {
        if (And(FilterOperation.Lt, value) is { } below)
            yield return below;
        if (And(FilterOperation.Gt, value) is { } above)
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
}
