using System.Globalization;

namespace KnowledgeApi.Knowledge.Model;

/// <summary>The size of a stake in percent as a document states it, from 0 to 100. "22 %" and "22,2 %" differ, but their ranges overlap.</summary>
public sealed record Share : Bounds
{
    /// <summary>The share as a common fraction, such as "1/3", if it is stated so.</summary>
    public string? Fraction { get; init; }

    /// <summary>The greatest denominator of fractions that are said in passing.</summary>
    private const int FinestInPassing = 100;

    /// <summary>All that a share can be.</summary>
    internal static Interval Whole { get; } = Interval.Closed(0, 100);

    /// <summary>A share stated by words and one number of percent, 0 to 100.</summary>
    /// <param name="comparator">Any but <see cref="Comparator.Between"/>.</param>
    /// <param name="value">The number of percent.</param>
    /// <param name="unit">Value of one unit of the last printed digit, such as 0.1 for "22.2".</param>
    /// <param name="wording">As printed.</param>
    public static Share Of(Comparator comparator, decimal value, decimal unit = 0, string? wording = null) =>
        From(comparator, comparator == Comparator.OrderOf ? null : Percent(value), Read(comparator, value, unit), wording);

    /// <summary>A share stated as a range of percent, both ends included.</summary>
    public static Share Between(decimal lower, decimal upper, string? wording = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Percent(lower), Percent(upper), nameof(lower));
        return From(Comparator.Between, null, Interval.Closed(lower, upper), wording);
    }

    /// <summary>
    /// A share stated as a fraction. All and nothing are just that. A fraction in passing, of hundredths at the finest, is no sharper than whole percents: it stands for
    /// what rounds to the same percent, "a third" for what rounds to 33. A finer one counts parts: it is exact, the range rounded outward to four decimals.
    /// </summary>
    /// <param name="numerator">0 to <paramref name="denominator"/>.</param>
    /// <param name="denominator">Above 0.</param>
    /// <param name="wording">As printed.</param>
    public static Share OfFraction(int numerator, int denominator, string? wording = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, denominator);
        var percent = 100m * numerator / denominator;
        var interval = denominator > FinestInPassing || numerator == 0 || numerator == denominator
            ? Interval.Closed(Math.Floor(percent * 10_000) / 10_000, Math.Ceiling(percent * 10_000) / 10_000)
            : Read(Comparator.Exactly, Math.Round(percent, MidpointRounding.AwayFromZero), 1);
        return From(Comparator.Exactly, Math.Round(percent, 4), interval, wording) with { Fraction = $"{numerator.ToString(CultureInfo.InvariantCulture)}/{denominator.ToString(CultureInfo.InvariantCulture)}" };
    }

    private static Share From(Comparator comparator, decimal? value, Interval read, string? wording)
    {
        var interval = read.Intersection(Whole) ?? throw new ArgumentOutOfRangeException(nameof(value), value, "No share is that.");
        return new()
        {
            Comparator = comparator,
            Value = value,
            Limits = interval,
            Wording = wording,
        };
    }

    private static decimal Percent(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
        return value;
    }
}
