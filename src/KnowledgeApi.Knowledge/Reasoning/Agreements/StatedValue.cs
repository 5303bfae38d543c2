using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Agreements;

/// <summary>What a claim tells of its property as a range: numbers of a unit, or the numbers of days.</summary>
/// <param name="Range">The values the words allow.</param>
/// <param name="Unit">The unit; null for days.</param>
/// <param name="Breadth">How much room the words leave; null if one end is open. Dates are as broad as their kind: years are equally precise, leap or not.</param>
public readonly record struct StatedValue(Interval Range, string? Unit, decimal? Breadth)
{
    /// <summary>The unit of shares.</summary>
    public const string Percent = "percent";

    /// <summary>What a claim tells; null if it tells no number or date, or is of a kind that has none to compare.</summary>
    public static StatedValue? Of(Claim claim) => claim switch
    {
        Shareholding stake => Of(stake.Share, Percent),
        Funding funding => Of(funding.Amount, funding.Amount?.Currency),
        FinancialFigure figure => Of(figure.Amount, figure.Amount?.Currency),
        Measurement measurement => Of(measurement.Quantity, measurement.Quantity?.Unit),
        Event { Date: { } date } @event when OnceOnly.Identify(@event) is not null => new(Days(date), null, Broadness(date)),
        _ => null,
    };

    /// <summary>The days a date can mean, as numbers.</summary>
    public static Interval Days(PartialDate date) => new(date.Earliest?.DayNumber, true, date.Latest?.DayNumber, true);

    /// <summary>The time that a range of days is; null if it is open on both sides.</summary>
    public static PartialDate? Date(Interval days) => days is { Lower: null, Upper: null } ? null : PartialDate.Between(Day(days.Lower), Day(days.Upper));

    private static StatedValue? Of(Bounds? bounds, string? unit)
    {
        if (bounds is null)
            return null;
        var range = bounds.ToInterval();
        return new(range, unit, range.Upper - range.Lower);
    }

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
