namespace KnowledgeApi.Knowledge.Model;

/// <summary>A number as a document states it, kept as the range of values its words allow.</summary>
public abstract record Bounds
{
    /// <summary>How the number is stated: exactly, about, less than ...</summary>
    public required Comparator Comparator { get; init; }

    /// <summary>The printed number. Null for a range between two numbers, and for an order of magnitude ("a few millions"), which prints none.</summary>
    public decimal? Value { get; init; }

    /// <summary>The smallest value the words allow. Null if they set no lower limit.</summary>
    public decimal? Lower { get; init; }

    /// <summary>Whether `lower` itself is allowed. False if `lower` is null.</summary>
    public bool LowerInclusive { get; init; }

    /// <summary>The greatest value the words allow. Null if they set no upper limit.</summary>
    public decimal? Upper { get; init; }

    /// <summary>Whether `upper` itself is allowed. False if `upper` is null.</summary>
    public bool UpperInclusive { get; init; }

    /// <summary>The number as printed, such as "un peu moins de 2 millions".</summary>
    public string? Wording { get; init; }

    /// <summary>Sets the four limits.</summary>
    internal Interval Limits
    {
        init => (Lower, LowerInclusive, Upper, UpperInclusive) = (value.Lower, value.LowerInclusive, value.Upper, value.UpperInclusive);
    }

    /// <summary>The values the words allow.</summary>
    public Interval ToInterval() => new(Lower, LowerInclusive, Upper, UpperInclusive);

    /// <summary>
    /// The values that words allow, by these conventions:
    /// a number printed to a unit u stands for all that round to it, half a unit to either side, halves rounding away
    /// from zero: [v - u/2, v + u/2); zero stands for itself, and so does a number without a unit (u = 0);
    /// "about v" is v give or take a tenth; "nearly v" falls short of v by a tenth at most, "barely v" does so or reaches it;
    /// "a few u" is from two to ten u, ten excluded; "less than", "at most", "more than", "at least" set one limit and leave the other open.
    /// </summary>
    /// <param name="comparator">Any but <see cref="Comparator.Between"/>, which needs no reading.</param>
    /// <param name="value">The printed number, or the unit of an order of magnitude.</param>
    /// <param name="unit">Value of one unit of the last printed digit; used by <see cref="Comparator.Exactly"/> only.</param>
    public static Interval Read(Comparator comparator, decimal value, decimal unit = 0) => comparator switch
    {
        Comparator.Exactly when value == 0 || unit == 0 => Interval.Point(value),
        Comparator.Exactly => new(value - unit / 2, value > 0, value + unit / 2, value < 0),
        Comparator.About => Interval.Closed(value - Math.Abs(value) / 10, value + Math.Abs(value) / 10),
        Comparator.Nearly => value < 0 ? new(value, false, value - value / 10, true) : new(value - value / 10, true, value, false),
        Comparator.Barely => value < 0 ? Interval.Closed(value, value - value / 10) : Interval.Closed(value - value / 10, value),
        Comparator.LessThan => new(null, false, value, false),
        Comparator.AtMost => new(null, false, value, true),
        Comparator.MoreThan => new(value, false, null, false),
        Comparator.AtLeast => new(value, true, null, false),
        Comparator.OrderOf => value < 0 ? new(10 * value, false, 2 * value, true) : new(2 * value, true, 10 * value, false),
        _ => throw new ArgumentOutOfRangeException(nameof(comparator), comparator, "Has no single number to read."),
    };
}

/// <summary>How a number is stated.</summary>
public enum Comparator
{
    /// <summary>The number itself, to its last printed digit: "22 %" is the range from 21.5 to 22.5.</summary>
    Exactly,

    /// <summary>About the number: the range is 10 % to either side.</summary>
    About,

    /// <summary>Nearly the number ("près de", "presque"): a tenth below it or less, the number itself excluded.</summary>
    Nearly,

    /// <summary>Barely the number ("à peine"): the number itself, or a tenth below it or less.</summary>
    Barely,

    /// <summary>Less than the number.</summary>
    LessThan,

    /// <summary>The number or less, as of a ceiling ("à hauteur de").</summary>
    AtMost,

    /// <summary>More than the number.</summary>
    MoreThan,

    /// <summary>The number or more.</summary>
    AtLeast,

    /// <summary>Between two numbers, both included.</summary>
    Between,

    /// <summary>A few times a unit, as in "a few millions": from 2 to 10 times the unit, 10 excluded.</summary>
    OrderOf,
}
