using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Kinds;

/// <summary>What a claim states as a range: numbers of a unit, or the numbers of days.</summary>
/// <param name="Range">The values the words allow.</param>
/// <param name="Unit">The unit; null for days.</param>
/// <param name="Breadth">How much room the words leave; null if one end is open. Dates are as broad as their kind: years are equally precise, leap or not.</param>
/// <param name="Comparator">How the number is stated; null for days.</param>
internal readonly record struct StatedValue(Interval Range, string? Unit, decimal? Breadth, Comparator? Comparator)
{
    /// <summary>The unit of shares.</summary>
    public const string Percent = "percent";

    /// <summary>What a claim states; null if it states no number or date, or is of a kind that has none to compare.</summary>
    public static StatedValue? Of(Claim claim) => ClaimDescriptors.Of(claim).ValueOf(claim);

    /// <summary>A number; null if none is stated.</summary>
    public static StatedValue? Of(Bounds? bounds, string? unit)
    {
        if (bounds is null)
            return null;
        var range = bounds.ToInterval();
        return new(range, unit, range.Upper - range.Lower, bounds.Comparator);
    }

    /// <summary>Whether the range is a convention of this base, since the words leave open how far they reach.</summary>
    public bool IsReading => Comparator is not (null or Model.Comparator.Exactly or Model.Comparator.LessThan or Model.Comparator.AtMost
        or Model.Comparator.MoreThan or Model.Comparator.AtLeast or Model.Comparator.Between);

    /// <summary>The values that the widest reading of the words allows: from half of the range to its double where they leave that open. Of "nearly" and "barely" the far side is said.</summary>
    public Interval WidestReading => !IsReading ? Range : new(Widened(Range.Lower, 2), Range.LowerInclusive, Widened(Range.Upper, 0.5m), Range.UpperInclusive);

    private bool IsOneSided => Comparator is Model.Comparator.Nearly or Model.Comparator.Barely;

    // Away from the number, which is below it where it is negative.
    private decimal? Widened(decimal? end, decimal whereNegative) => end switch
    {
        null => null,
        < 0 => IsOneSided && whereNegative > 1 ? end : end * whereNegative,
        _ => IsOneSided && whereNegative < 1 ? end : end / whereNegative,
    };

    /// <summary>A date.</summary>
    public static StatedValue Of(PartialDate date) => new(new(date.Earliest?.DayNumber, true, date.Latest?.DayNumber, true), null, Broadness(date), null);

    /// <summary>The time that a range of days is; null if it is open on both sides.</summary>
    public static PartialDate? Date(Interval days) => days is { Lower: null, Upper: null } ? null : PartialDate.Between(Day(days.Lower), Day(days.Upper));

    private static decimal? Broadness(PartialDate date) => date.Precision switch
    {
        DatePrecision.Day => 1,
        DatePrecision.Month => 31,
        DatePrecision.Season => 113,
        DatePrecision.Year => 366,
        _ => date.Latest?.DayNumber - date.Earliest?.DayNumber + 1,
    };

    private static DateOnly? Day(decimal? number) => number is null ? null : DateOnly.FromDayNumber((int)number.Value);
}
