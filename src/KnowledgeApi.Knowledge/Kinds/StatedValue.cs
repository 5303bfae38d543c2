using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Kinds;

/// <summary>What a claim states as a range: numbers of a unit, or the numbers of days.</summary>
/// <param name="Range">The values the words allow.</param>
/// <param name="Unit">The unit; null for days.</param>
/// <param name="Breadth">How much room the words leave; null if one end is open. Dates are as broad as their kind: years are equally precise, leap or not.</param>
internal readonly record struct StatedValue(Interval Range, string? Unit, decimal? Breadth)
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
        return new(range, unit, range.Upper - range.Lower);
    }

    /// <summary>A date.</summary>
    public static StatedValue Of(PartialDate date) => new(new(date.Earliest?.DayNumber, true, date.Latest?.DayNumber, true), null, Broadness(date));

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
