using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace KnowledgeApi.Knowledge.Model;

/// <summary>
/// A date as precise as it is stated: a day, a month, a season, a year or an interval. In EDTF (ISO 8601-2): 2015, 2015-03, 2015-03-20, 2012-23 (autumn
/// 2012), 2018/2020, 2014-04/..
/// </summary>
public sealed record PartialDate
{
    /// <summary>The forms that can be read, for messages.</summary>
    public const string Forms = "a date such as 2015, 2015-03, 2015-03-20, 2012-23 (21 spring, 22 summer, 23 autumn, 24 winter), 2018/2020, 2014-04/.. or ../2014";

    /// <summary>The date in EDTF, such as "2015-03".</summary>
    public required string Edtf { get; init; }

    /// <summary>The first day it can mean. Null if open.</summary>
    public DateOnly? Earliest { get; init; }

    /// <summary>The last day it can mean. Null if open.</summary>
    public DateOnly? Latest { get; init; }

    /// <summary>How precise the date is.</summary>
    public DatePrecision Precision { get; init; }

    /// <summary>Why the curators of this base conclude the date, which no document states. Null if it is stated. Nothing is certain by a concluded date alone.</summary>
    public string? Inferred { get; init; }

    /// <summary>Whether it is one day.</summary>
    internal bool IsDay => Earliest is not null && Earliest == Latest;

    /// <summary>The date that is one day.</summary>
    public static PartialDate Day(DateOnly day) => new()
    {
        Edtf = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Earliest = day,
        Latest = day,
        Precision = DatePrecision.Day,
    };

    /// <summary>The time between two days, both included, written as short as it can be: a year, a month, a day or an interval. An end that is null is open.</summary>
    /// <exception cref="ArgumentException">Both ends are open, or the last day comes before the first.</exception>
    public static PartialDate Between(DateOnly? earliest, DateOnly? latest)
    {
        if (earliest is null && latest is null || earliest > latest)
            throw new ArgumentException($"No time lies between {earliest} and {latest}.", nameof(latest));
        foreach (var form in CalendarForms)
        {
            var (from, to) = (Edge(earliest, form), Edge(latest, form));
            if (from?.Earliest == earliest && to?.Latest == latest)
                return from is not null && from == to ? from : Parse($"{from?.Edtf ?? Open}/{to?.Edtf ?? Open}");
        }
        throw new UnreachableException("Days can always be written as days.");

        static PartialDate? Edge(DateOnly? day, string form) => day is null ? null : Parse(day.Value.ToString(form, CultureInfo.InvariantCulture));
    }

    /// <summary>Reads one of the <see cref="Forms"/>.</summary>
    /// <exception cref="FormatException">The text is not such a date.</exception>
    public static PartialDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"\"{text}\" is not {Forms}.");

    /// <summary>Reads one of the <see cref="Forms"/>; false if the text is none of them, names no day of the calendar or ends before it starts.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PartialDate? date)
    {
        date = null;
        if (text is null)
            return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return TryParseSingle(text, out date);

        DateOnly? earliest = null, latest = null;
        var (from, to) = (text[..slash], text[(slash + 1)..]);
        if (from == Open && to == Open)
            return false;
        if (from != Open)
        {
            if (!TryParseSingle(from, out var start))
                return false;
            earliest = start.Earliest;
        }
        if (to != Open)
        {
            if (!TryParseSingle(to, out var end) || end.Latest < earliest)
                return false;
            latest = end.Latest;
        }
        date = new() { Edtf = text, Earliest = earliest, Latest = latest, Precision = DatePrecision.Interval };
        return true;
    }

    /// <summary>Every day this can mean comes before every day the other can.</summary>
    public bool CertainlyBefore(PartialDate other) => Latest < other.Earliest;

    /// <summary>Some day this can mean comes before some day the other can.</summary>
    public bool PossiblyBefore(PartialDate other) => Earliest is null || other.Latest is null || Earliest < other.Latest;

    /// <summary>Some day can be meant by both.</summary>
    public bool Overlaps(PartialDate other) => !CertainlyBefore(other) && !other.CertainlyBefore(this);

    /// <summary>The day can be meant.</summary>
    public bool Contains(DateOnly day) => !(day < Earliest) && !(day > Latest);

    /// <inheritdoc/>
    public override string ToString() => Edtf;

    private const string Open = "..";

    private static readonly string[] CalendarForms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    private static bool TryParseSingle(string text, [NotNullWhen(true)] out PartialDate? date)
    {
        date = null;
        if (!Digits(text, 0, 4) || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year == 0)
            return false;
        if (text.Length == 4)
        {
            date = Span(text, new(year, 1, 1), new(year, 12, 31), DatePrecision.Year);
            return true;
        }
        if (text[4] != '-' || !Digits(text, 5, 2))
            return false;
        var month = int.Parse(text.AsSpan(5, 2), CultureInfo.InvariantCulture);
        if (text.Length == 7)
        {
            if (month is >= 21 and <= 24 && year < DateOnly.MaxValue.Year)
                date = Season(text, year, month);
            else if (month is >= 1 and <= 12)
                date = Span(text, new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)), DatePrecision.Month);
            return date is not null;
        }
        if (text.Length != 10 || text[7] != '-' || !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return false;
        date = Day(day);
        return true;
    }

    // A season is a loose word: it reaches from the first day of its first month (weather) to its last day by the sun,
    // northern half. Winter is that which begins in the year.
    private static PartialDate Season(string text, int year, int season) => season switch
    {
        21 => Span(text, new(year, 3, 1), new(year, 6, 20), DatePrecision.Season),
        22 => Span(text, new(year, 6, 1), new(year, 9, 22), DatePrecision.Season),
        23 => Span(text, new(year, 9, 1), new(year, 12, 20), DatePrecision.Season),
        _ => Span(text, new(year, 12, 1), new(year + 1, 3, 20), DatePrecision.Season),
    };

    private static PartialDate Span(string text, DateOnly earliest, DateOnly latest, DatePrecision precision) =>
        new() { Edtf = text, Earliest = earliest, Latest = latest, Precision = precision };

    private static bool Digits(string text, int start, int count) =>
        text.Length >= start + count && text.AsSpan(start, count).IndexOfAnyExceptInRange('0', '9') < 0;
}

/// <summary>How precise a date is.</summary>
public enum DatePrecision
{
    /// <summary>The year is known.</summary>
    Year,

    /// <summary>The season is known.</summary>
    Season,

    /// <summary>The month is known.</summary>
    Month,

    /// <summary>The day is known.</summary>
    Day,

    /// <summary>An interval between two dates, either of which may be open.</summary>
    Interval,
}
