namespace KnowledgeApi.Knowledge.Model;

/// <summary>The time a claim speaks of: a moment, or a stretch with a start, an end or both. What is not stated is null.</summary>
public sealed record Period
{
    /// <summary>The moment the claim speaks of; nothing is stated of before and after. Null for a stretch.</summary>
    public PartialDate? At { get; init; }

    /// <summary>When it began. Null if not stated.</summary>
    public PartialDate? Start { get; init; }

    /// <summary>When it ended: the first moment it no longer held. Null if not stated or not ended.</summary>
    public PartialDate? End { get; init; }

    /// <summary>Whether it still held when it was reported. NO without an `end` means that it ended on an unknown day.</summary>
    public required Ongoing Ongoing { get; init; }

    /// <summary>The first day on which it may have held. Null if nothing limits it.</summary>
    public DateOnly? Earliest { get; init; }

    /// <summary>The last day on which it may have held. Null if nothing limits it.</summary>
    public DateOnly? Latest { get; init; }

    /// <summary>The first day on which it certainly held. Null if there is none.</summary>
    public DateOnly? CertainFrom { get; init; }

    /// <summary>The last day of the stretch that certainly held from `certainFrom` on. Null if there is none. Documents may make later days certain too: see `certainty` of the claim.</summary>
    public DateOnly? CertainTo { get; init; }

    /// <summary>The period of a claim that speaks of one moment.</summary>
    public static Period Moment(PartialDate at)
    {
        var day = at is { IsDay: true, Inferred: null } ? at.Earliest : null;
        return new() { At = at, Ongoing = Ongoing.Unstated, Earliest = at.Earliest, Latest = at.Latest, CertainFrom = day, CertainTo = day };
    }

    /// <summary>The period of a claim that speaks of a stretch, as far as its ends are stated.</summary>
    public static Period Stretch(PartialDate? start, PartialDate? end, Ongoing ongoing)
    {
        // Half-open: it no longer held on the day it ended, unless that is the day it began.
        var lastCertain = Before(end?.Earliest);
        var last = Before(end?.Latest);
        if (last < start?.Earliest && end!.Latest == start.Earliest)
            lastCertain = last = start.Earliest;
        var (from, to) = Certain(start, end, lastCertain);
        return new()
        {
            Start = start,
            End = end,
            Ongoing = ongoing,
            Earliest = start?.Earliest,
            Latest = last,
            CertainFrom = from,
            CertainTo = to,
        };
    }

    /// <summary>The days that the stated ends alone, or the stated moment, make certain; null if there are none.</summary>
    internal static (DateOnly From, DateOnly To)? CertainOf(Period period)
    {
        var own = period.At is { } at ? Moment(at) : Stretch(period.Start, period.End, period.Ongoing);
        return own is { CertainFrom: { } from, CertainTo: { } to } ? (from, to) : null;
    }

    /// <summary>The period as it was known on a day: without an end that was reported only later.</summary>
    /// <param name="day">The day; null for all reports.</param>
    /// <param name="endReported">The first day by which its end was reported; null if unknown.</param>
    public Period KnownOn(DateOnly? day, DateOnly? endReported) => End is null || day is null || endReported <= day ? this : Stretch(Start, null, Ongoing.Unstated);

    /// <summary>The same with the first stretch of days on which it certainly held.</summary>
    /// <param name="times">What is known of its days.</param>
    /// <param name="known">What had been reported by when.</param>
    public Period With(ClaimTimes times, KnownBy known = default)
    {
        DateOnly? from = null, to = null;
        foreach (var row in times.Rows.Where(row => row.Type == ClaimTimeType.Certain && known.Counts(row)).OrderBy(row => row.From))
        {
            if (from is null)
                (from, to) = (row.From, row.To);
            else if (row.From <= to!.Value.AddDays(1))
                to = row.To > to ? row.To : to;
        }

        return this with { CertainFrom = from, CertainTo = to };
    }

    // Both ends prove all days between, unless they may be the other way round; one alone proves the day itself, if it is stated as a day: what began some day in 2012 may have ended in 2012.
    private static (DateOnly?, DateOnly?) Certain(PartialDate? start, PartialDate? end, DateOnly? lastCertain)
    {
        var (begun, over) = (start is { Inferred: null } ? start : null, end is { Inferred: null } ? end : null);
        var (from, to) = (begun, over) switch
        {
            ({ }, { }) => (begun.Latest, lastCertain),
            ({ IsDay: true }, null) => (begun.Latest, begun.Latest),
            (null, { IsDay: true }) => (lastCertain, lastCertain),
            _ => (null, null),
        };
        return from <= to ? (from, to) : (null, null);
    }

    /// <summary>It held on that day by all readings.</summary>
    public bool CertainlyHolds(DateOnly day) => CertainFrom <= day && day <= CertainTo;

    /// <summary>It held on that day by at least one reading.</summary>
    public bool PossiblyHolds(DateOnly day) => !(day < Earliest) && !(day > Latest);

    /// <summary>By at least one reading it held on a day on which the other held too.</summary>
    public bool PossiblyOverlaps(Period other) => !(Latest < other.Earliest) && !(other.Latest < Earliest);

    /// <summary>
    /// By at least one reading of the ends that are stated, it was over when the other began: so the two need not have held together.
    /// Two moments never follow each other in this sense, for one moment may be stated twice.
    /// </summary>
    public bool MayBeFollowedBy(Period other) =>
        (At is null || other.At is null) && (End ?? At) is { } over && (other.Start ?? other.At) is { } begun && !begun.CertainlyBefore(over);

    private static DateOnly? Before(DateOnly? day) => day > DateOnly.MinValue ? day.Value.AddDays(-1) : day;

    /// <summary>Whether it certainly ends before it starts, which a document may state by mistake.</summary>
    public bool IsReversed => Start is not null && End is not null && End.CertainlyBefore(Start);
}

/// <summary>Whether something still held when it was reported.</summary>
public enum Ongoing
{
    /// <summary>It still held when it was stated: certain on the days on which documents state it, and from its start if that is stated.</summary>
    Yes,

    /// <summary>It had ended.</summary>
    No,

    /// <summary>The text does not say.</summary>
    Unstated,
}
