using System.Globalization;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Ownership;

/// <summary>
/// Share in percent, somewhere from `lower` to `upper`, such as 44.35 to 44.45. From 0 to 100 if nothing is stated.
/// </summary>
/// <param name="Lower">Least possible share in percent. Computed shares are rounded down to four decimals.</param>
/// <param name="Upper">Greatest possible share in percent. Computed shares are rounded up to four decimals.</param>
public readonly record struct ShareRange(decimal Lower, decimal Upper)
{
    // A computed share this near to a number of four decimals is that number: floating point, not the stakes, makes the difference.
    private const double Noise = 1e-5;

    private const double Unit = 1_000_000;

    // The other way round, so that what says nothing has both ends.
    private readonly bool _isAboveLower;
    private readonly bool _isBelowUpper;

    /// <summary>Whether `lower` itself is possible. False for "more than 50 %".</summary>
    public bool LowerInclusive
    {
        get => !_isAboveLower;
        init => _isAboveLower = !value;
    }

    /// <summary>Whether `upper` itself is possible. False for "less than 50 %", and for printed numbers: "22 %" is less than 22.5.</summary>
    public bool UpperInclusive
    {
        get => !_isBelowUpper;
        init => _isBelowUpper = !value;
    }

    /// <summary>Nothing is known.</summary>
    public static ShareRange Unknown { get; } = new(0, 100);

    /// <summary>None at all.</summary>
    public static ShareRange None { get; }

    /// <summary>The range as people read it, such as "44.35–44.45 %" or "at most 20.25 %".</summary>
    public string Text => this switch
    {
        (0, 100) => "0–100 %",
        var (lower, upper) when lower == upper => string.Create(CultureInfo.InvariantCulture, $"{lower:0.####} %"),
        (0, var upper) => string.Create(CultureInfo.InvariantCulture, $"{(UpperInclusive ? "at most" : "less than")} {upper:0.####} %"),
        (var lower, 100) => string.Create(CultureInfo.InvariantCulture, $"{(LowerInclusive ? "at least" : "more than")} {lower:0.####} %"),
        var (lower, upper) => string.Create(CultureInfo.InvariantCulture, $"{lower:0.####}–{upper:0.####} %"),
    };

    /// <summary>The part of an interval between 0 and 100.</summary>
    internal static ShareRange Of(Interval interval) => interval.Intersection(Interval.Closed(0, 100)) is { } part
        ? new(part.Lower!.Value, part.Upper!.Value) { LowerInclusive = part.LowerInclusive, UpperInclusive = part.UpperInclusive }
        : interval.Lower > 0 ? new(100, 100) : None;

    /// <summary>From parts of the whole, 0 to 1, rounded outward.</summary>
    internal static ShareRange Outward(double lower, double upper) => new(Round(lower, Math.Floor), Math.Max(Round(upper, Math.Ceiling), Round(lower, Math.Floor)));

    /// <summary>From percent, rounded outward.</summary>
    internal static ShareRange Outward(decimal lower, decimal upper) => new(Math.Floor(lower * 10_000) / 10_000, Math.Ceiling(upper * 10_000) / 10_000);

    /// <summary>A share of a share.</summary>
    internal ShareRange Times(ShareRange other) => new(Lower * other.Lower / 100, Upper * other.Upper / 100)
    {
        // Nothing of anything is nothing.
        LowerInclusive = LowerInclusive && other.LowerInclusive || LowerInclusive && Lower == 0 || other.LowerInclusive && other.Lower == 0,
        UpperInclusive = UpperInclusive && other.UpperInclusive,
    };

    /// <summary>Two shares together.</summary>
    internal ShareRange Plus(ShareRange other) => new(Lower + other.Lower, Upper + other.Upper)
    {
        LowerInclusive = LowerInclusive && other.LowerInclusive,
        UpperInclusive = UpperInclusive && other.UpperInclusive,
    };

    /// <summary>What a share leaves of the whole.</summary>
    internal ShareRange Rest() => new(Math.Max(0, 100 - Upper), Math.Max(0, 100 - Lower)) { LowerInclusive = UpperInclusive || Upper > 100, UpperInclusive = LowerInclusive || Lower > 100 };

    /// <summary>The same, but perhaps as little as this.</summary>
    internal ShareRange From(decimal lower) => this with { Lower = lower, LowerInclusive = true };

    /// <summary>The same, but no more than this.</summary>
    internal ShareRange To(decimal upper, bool inclusive) =>
        upper < Upper ? this with { Upper = upper, UpperInclusive = inclusive }
        : upper == Upper ? this with { UpperInclusive = UpperInclusive && inclusive }
        : this;

    /// <summary>Whether all of it is more than a share.</summary>
    internal bool IsMoreThan(decimal share) => Lower > share || Lower == share && !LowerInclusive;

    /// <summary>Whether some of it is more than a share.</summary>
    internal bool MayBeMoreThan(decimal share) => Upper > share;

    internal ShareRange RoundOutward()
    {
        var rounded = Outward(Lower, Upper);
        return rounded with { LowerInclusive = LowerInclusive || rounded.Lower != Lower, UpperInclusive = UpperInclusive || rounded.Upper != Upper };
    }

    internal bool Overlaps(ShareRange other) => MeetsFromBelow(this, other) && MeetsFromBelow(other, this);

    private static bool MeetsFromBelow(ShareRange a, ShareRange b) => a.Lower < b.Upper || a.Lower == b.Upper && a.LowerInclusive && b.UpperInclusive;

    private static decimal Round(double part, Func<double, double> outward)
    {
        var units = part * Unit;
        var nearest = Math.Round(units);
        return (decimal)Math.Clamp(Math.Abs(units - nearest) < Noise ? nearest : outward(units), 0, Unit) / 10_000;
    }
}
