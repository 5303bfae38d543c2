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

    /// <summary>Nothing is known.</summary>
    public static ShareRange Unknown { get; } = new(0, 100);

    /// <summary>None at all.</summary>
    public static ShareRange None { get; }

    /// <summary>The range as people read it, such as "44.35–44.45 %" or "at most 20.25 %".</summary>
    public string Text => this switch
    {
        (0, 100) => "0–100 %",
        var (lower, upper) when lower == upper => string.Create(CultureInfo.InvariantCulture, $"{lower:0.####} %"),
        (0, var upper) => string.Create(CultureInfo.InvariantCulture, $"at most {upper:0.####} %"),
        (var lower, 100) => string.Create(CultureInfo.InvariantCulture, $"at least {lower:0.####} %"),
        var (lower, upper) => string.Create(CultureInfo.InvariantCulture, $"{lower:0.####}–{upper:0.####} %"),
    };

    /// <summary>The part of an interval between 0 and 100, its ends included.</summary>
    internal static ShareRange Of(Interval interval) => new(Math.Clamp(interval.Lower ?? 0, 0, 100), Math.Clamp(interval.Upper ?? 100, 0, 100));

    /// <summary>From parts of the whole, 0 to 1, rounded outward.</summary>
    internal static ShareRange Outward(double lower, double upper) => new(Round(lower, Math.Floor), Math.Max(Round(upper, Math.Ceiling), Round(lower, Math.Floor)));

    /// <summary>From percent, rounded outward.</summary>
    internal static ShareRange Outward(decimal lower, decimal upper) => new(Math.Floor(lower * 10_000) / 10_000, Math.Ceiling(upper * 10_000) / 10_000);

    /// <summary>A share of a share.</summary>
    internal ShareRange Times(ShareRange other) => new(Lower * other.Lower / 100, Upper * other.Upper / 100);

    internal ShareRange RoundOutward() => Outward(Lower, Upper);

    internal bool Overlaps(ShareRange other) => Lower <= other.Upper && other.Lower <= Upper;

    private static decimal Round(double part, Func<double, double> outward)
    {
        var units = part * Unit;
        var nearest = Math.Round(units);
        return (decimal)Math.Clamp(Math.Abs(units - nearest) < Noise ? nearest : outward(units), 0, Unit) / 10_000;
    }
}
