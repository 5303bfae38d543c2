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

    /// <summary>The last day on which it certainly held. Null if there is none.</summary>
    public DateOnly? CertainTo { get; init; }

    /// <summary>The period of a claim that speaks of one moment.</summary>
    public static Period Moment(PartialDate at)
    {
        var day = at.Earliest is not null && at.Earliest == at.Latest ? at.Earliest : null;
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
        // One end alone proves one day; both prove all days between, unless they may be the other way round.
        var (from, to) = (start?.Latest ?? lastCertain, lastCertain ?? start?.Latest);
        var certain = from <= to;
        return new()
        {
            Start = start,
            End = end,
            Ongoing = ongoing,
            Earliest = start?.Earliest,
            Latest = last,
            CertainFrom = certain ? from : null,
            CertainTo = certain ? to : null,
        };
    }

    /// <summary>The same, of something that is stated on a day to hold still: it certainly held on that day, and if its start is stated from then on; after, it possibly did.</summary>
    /// <param name="day">The day; null if it is unknown.</param>
    public Period StatedOn(DateOnly? day)
    {
        if (Ongoing != Ongoing.Yes || day is not { } stated || stated < Earliest)
            return this;
        return this with { CertainFrom = Start?.Latest is { } begun && begun < stated ? begun : stated, CertainTo = stated };
    }

    /// <summary>It held on that day by all readings.</summary>
    public bool CertainlyHolds(DateOnly day) => CertainFrom <= day && day <= CertainTo;

    /// <summary>It held on that day by at least one reading.</summary>
    public bool PossiblyHolds(DateOnly day) => !(day < Earliest) && !(day > Latest);

    /// <summary>How certain it is that something held on a day; null if it did not. What states no time possibly held on any day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="period">When it held; null if no time is stated.</param>
    /// <param name="knownOn">By what had been reported by this day; null for all reports.</param>
    /// <param name="reported">The first day by which it was reported; null if unknown.</param>
    /// <param name="endReported">The first day by which its end was reported; null if unknown. Before, it certainly held from its start until it was reported, and possibly after.</param>
    public static Certainty? CertaintyOn(DateOnly day, Period? period, DateOnly? knownOn, DateOnly? reported, DateOnly? endReported)
    {
        if (period is null)
            return Certainty.Possible;
        var known = period.KnownOn(knownOn, reported, endReported);
        return known.CertainlyHolds(day) ? Certainty.Certain : known.PossiblyHolds(day) ? Certainty.Possible : null;
    }

    /// <summary>The period as it was known on a day: without an end that was reported only later, certain from its start until it was reported itself.</summary>
    /// <param name="day">The day; null for all reports.</param>
    /// <param name="reported">The first day by which it was reported; null if unknown.</param>
    /// <param name="endReported">The first day by which its end was reported; null if unknown.</param>
    public Period KnownOn(DateOnly? day, DateOnly? reported, DateOnly? endReported)
    {
        if (End is null || day is null || endReported <= day)
            return this;
        // Not from CertainFrom: where no start is stated, that is concluded from the end.
        var from = Start?.Latest <= reported ? Start?.Latest : null;
        return this with { End = null, Ongoing = Ongoing.Unstated, Latest = null, CertainFrom = from, CertainTo = from is null ? null : reported };
    }

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
    /// <summary>It still held: certain up to the day on which it was first reported.</summary>
    Yes,

    /// <summary>It had ended.</summary>
    No,

    /// <summary>The text does not say.</summary>
    Unstated,
}
