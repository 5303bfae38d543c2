namespace KnowledgeApi.Knowledge.Model;

/// <summary>
/// A non-empty range of numbers; a null end is open to infinity. Comparisons come in two kinds: <c>Certainly</c> holds
/// for every value of the range, <c>Possibly</c> for at least one.
/// </summary>
public readonly record struct Interval
{
    /// <exception cref="ArgumentException">No number lies in the range.</exception>
    public Interval(decimal? lower, bool lowerInclusive, decimal? upper, bool upperInclusive)
    {
        if (IsEmpty(lower, lowerInclusive, upper, upperInclusive))
            throw new ArgumentException($"No number lies between {lower} and {upper}.", nameof(upper));
        Lower = lower;
        LowerInclusive = lower is not null && lowerInclusive;
        Upper = upper;
        UpperInclusive = upper is not null && upperInclusive;
    }

    /// <summary>The least value; null if there is none.</summary>
    public decimal? Lower { get; }

    /// <summary>Whether <see cref="Lower"/> itself lies in the range.</summary>
    public bool LowerInclusive { get; }

    /// <summary>The greatest value; null if there is none.</summary>
    public decimal? Upper { get; }

    /// <summary>Whether <see cref="Upper"/> itself lies in the range.</summary>
    public bool UpperInclusive { get; }

    /// <summary>The range that holds one number.</summary>
    public static Interval Point(decimal value) => Closed(value, value);

    /// <summary>The range between two numbers, both included.</summary>
    public static Interval Closed(decimal lower, decimal upper) => new(lower, true, upper, true);

    /// <summary>All numbers from zero on.</summary>
    public static Interval FromZero { get; } = new(0, true, null, false);

    /// <summary>Whether the number lies in the range.</summary>
    public bool Contains(decimal value) => PossiblyAtMost(value) && PossiblyAtLeast(value);

    /// <summary>Whether every number of the other range lies in this one.</summary>
    public bool Contains(Interval other) =>
        CompareLower(this, other) <= 0 && CompareUpper(this, other) >= 0;

    /// <summary>Whether some number lies in both ranges.</summary>
    public bool Overlaps(Interval other) => Intersection(other) is not null;

    /// <summary>The numbers that lie in both ranges; null if there are none.</summary>
    public Interval? Intersection(Interval other)
    {
        var low = CompareLower(this, other) >= 0 ? this : other;
        var high = CompareUpper(this, other) <= 0 ? this : other;
        return IsEmpty(low.Lower, low.LowerInclusive, high.Upper, high.UpperInclusive)
            ? null
            : new Interval(low.Lower, low.LowerInclusive, high.Upper, high.UpperInclusive);
    }

    /// <summary>The least range that holds both.</summary>
    public Interval Hull(Interval other)
    {
        var low = CompareLower(this, other) <= 0 ? this : other;
        var high = CompareUpper(this, other) >= 0 ? this : other;
        return new(low.Lower, low.LowerInclusive, high.Upper, high.UpperInclusive);
    }

    /// <summary>Every number of the range is less than the value.</summary>
    public bool CertainlyLessThan(decimal value) => Upper < value || Upper == value && !UpperInclusive;

    /// <summary>Every number of the range is the value or less.</summary>
    public bool CertainlyAtMost(decimal value) => Upper <= value;

    /// <summary>Every number of the range is greater than the value.</summary>
    public bool CertainlyGreaterThan(decimal value) => Lower > value || Lower == value && !LowerInclusive;

    /// <summary>Every number of the range is the value or greater.</summary>
    public bool CertainlyAtLeast(decimal value) => Lower >= value;

    /// <summary>Some number of the range is less than the value.</summary>
    public bool PossiblyLessThan(decimal value) => !CertainlyAtLeast(value);

    /// <summary>Some number of the range is the value or less.</summary>
    public bool PossiblyAtMost(decimal value) => !CertainlyGreaterThan(value);

    /// <summary>Some number of the range is greater than the value.</summary>
    public bool PossiblyGreaterThan(decimal value) => !CertainlyAtMost(value);

    /// <summary>Some number of the range is the value or greater.</summary>
    public bool PossiblyAtLeast(decimal value) => !CertainlyLessThan(value);

    /// <summary>Every number of this range is less than every number of the other.</summary>
    public bool CertainlyLessThan(Interval other) =>
        Upper < other.Lower || Upper == other.Lower && Upper is not null && !(UpperInclusive && other.LowerInclusive);

    private static bool IsEmpty(decimal? lower, bool lowerInclusive, decimal? upper, bool upperInclusive) =>
        lower > upper || lower is not null && lower == upper && !(lowerInclusive && upperInclusive);

    // Where a range begins: no end before any number, an included end before an excluded one.
    private static int CompareLower(Interval a, Interval b) => (a.Lower, b.Lower) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        ({ } x, { } y) => x != y ? x.CompareTo(y) : b.LowerInclusive.CompareTo(a.LowerInclusive),
    };

    private static int CompareUpper(Interval a, Interval b) => (a.Upper, b.Upper) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        ({ } x, { } y) => x != y ? x.CompareTo(y) : a.UpperInclusive.CompareTo(b.UpperInclusive),
    };
}
