using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Evidence;

/// <summary>A place that states a claim, and when it was written.</summary>
/// <param name="Written">When.</param>
/// <param name="IsPast">Whether it looks back.</param>
public readonly record struct Telling(WrittenOn Written, bool IsPast = false)
{
    /// <summary>The first day by which it was certainly public.</summary>
    public DateOnly? Known => Written.Latest;

    /// <summary>The first day on which it may have been public.</summary>
    public DateOnly? PossiblyKnown => Written.Earliest;
}

/// <summary>What decides on which days a claim held.</summary>
public sealed record ClaimEvidence
{
    /// <summary>How it is stated: only what is stated as a fact is ever certain, and only facts are carried forward.</summary>
    public ClaimStatus Status { get; init; }

    /// <summary>Whether the curators know it to be wrong: then it is certain on no day, and not carried forward.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>Whether it is something that happens, and not a state.</summary>
    public bool Happens { get; init; }

    /// <summary>Whether it is a state that goes on, such as a stake: what is stated of a moment then says nothing of before and after.</summary>
    public bool Lasts { get; init; }

    /// <summary>Whether it is a statement that documents make themselves, or readers below them: then it was made where it stands.</summary>
    public bool IsMadeWhereItStands { get; init; }

    /// <summary>The time it speaks of.</summary>
    public Period? Validity { get; init; }

    /// <summary>The places that support it, apart from those that only state its end.</summary>
    public IReadOnlyList<Telling> Tellings { get; init; } = [];

    /// <summary>The first day by which its end was certainly public.</summary>
    public DateOnly? EndKnown { get; init; }

    /// <summary>Whether the end is stated apart from the rest, so that what had been stated before spoke of what still held.</summary>
    public bool IsEndApart { get; init; }

    /// <summary>The first day by which it was certainly public.</summary>
    public DateOnly? Known => Tellings.Select(telling => telling.Known).Min();

    /// <summary>The first day on which it may have been public.</summary>
    public DateOnly? PossiblyKnown => Tellings.Any(telling => telling.PossiblyKnown is null) ? null : Tellings.Select(telling => telling.PossiblyKnown).Min();
}

/// <summary>
/// On which days a claim certainly held, had been stated by, or cannot have held. A text in the present tense makes a claim certain on the day it was written and, if a start is stated,
/// from that on; between two texts, before and after it is possible as far as nothing excludes it. What curators conclude limits what is possible and makes nothing certain.
/// </summary>
public static class ClaimDays
{
    /// <summary>All that is known of the days of a claim, apart from when those who take part existed.</summary>
    public static IReadOnlyList<ClaimTime> Of(ClaimEvidence claim)
    {
        var rows = new List<ClaimTime>();
        if (claim is { Status: ClaimStatus.Actual, IsDeprecated: false })
        {
            rows.AddRange(Certain(claim));
            // What is certain on some days was stated to hold then.
            rows.AddRange(claim.Happens ? [] : rows.ConvertAll(row => row with { Type = ClaimTimeType.Stated, From = row.To }).Concat(Stated(claim)).Distinct());
        }

        if (claim is { Validity: { Ongoing: Ongoing.No, End: null } })
            rows.Add(Always(ClaimTimeType.MayHaveEnded, null, null));
        if (claim.Validity?.End is { } end)
            rows.Add(new() { Type = ClaimTimeType.MayHaveEnded, From = end.Earliest, KnownFrom = claim.EndKnown, PossiblyKnownFrom = claim.EndKnown });
        rows.AddRange(Excluded(claim));
        return rows;
    }

    /// <summary>The days on which none of those who take part can have held or done anything, since one of them did not exist yet or no longer.</summary>
    /// <param name="bounds">When each was founded or dissolved, as far as that is stated.</param>
    public static IEnumerable<ClaimTime> OutsideExistence(IEnumerable<Existence> bounds) => bounds.SelectMany(bound => bound.Excluded);

    private static IEnumerable<ClaimTime> Certain(ClaimEvidence claim)
    {
        if (claim is { IsMadeWhereItStands: true, Validity: null })
        {
            foreach (var telling in claim.Tellings.Where(telling => telling.Written.Day is not null))
                yield return At(telling, ClaimTimeType.Certain, telling.Written.Day!.Value, telling.Written.Day.Value);
        }

        if (claim.Validity is not { } validity)
            yield break;
        // What follows from the stated ends alone.
        if (Period.CertainOf(validity) is var (from, to))
        {
            var known = validity.End is null ? claim.Known : Later(claim.Known, claim.EndKnown);
            yield return new() { Type = ClaimTimeType.Certain, From = from, To = to, KnownFrom = known, PossiblyKnownFrom = validity.End is null ? claim.PossiblyKnown : known };
        }

        foreach (var telling in claim.Tellings.Where(telling => IsPresent(claim, telling)))
        {
            var start = validity.Start is { Inferred: null } stated && stated.Latest <= telling.Written.Earliest ? stated.Latest : null;
            var day = telling.Written.Day is { } written && !(written < validity.Earliest) ? written : (DateOnly?)null;
            if ((start ?? day) is { } first)
                yield return At(telling, ClaimTimeType.Certain, first, start is null ? first : telling.Written.Earliest!.Value);
        }
    }

    // The day by which it must have held at some time, and, where it is said that it still held, the day of that.
    private static IEnumerable<ClaimTime> Stated(ClaimEvidence claim)
    {
        if ((claim.Validity?.At ?? claim.Validity?.Start) is { Inferred: null, Latest: { } begun })
            yield return new() { Type = ClaimTimeType.Stated, From = begun, To = begun, KnownFrom = claim.Known, PossiblyKnownFrom = claim.PossiblyKnown };
        foreach (var telling in claim.Tellings.Where(telling => !telling.IsPast && telling.Known is not null && (claim.Validity is null or { Ongoing: Ongoing.Unstated, At: null, End: null } || IsPresent(claim, telling))))
            yield return At(telling, ClaimTimeType.Stated, telling.PossiblyKnown ?? telling.Known!.Value, telling.Known!.Value);
    }

    private static bool IsPresent(ClaimEvidence claim, Telling telling) =>
        !telling.IsPast && (claim.Validity!.Ongoing == Ongoing.Yes || claim is { IsEndApart: true, Validity.End: not null } && !(telling.Known >= claim.EndKnown));

    private static IEnumerable<ClaimTime> Excluded(ClaimEvidence claim)
    {
        var isMoment = claim is { Lasts: true, Status: ClaimStatus.Actual or ClaimStatus.Reported, Validity.At: not null };
        if (!isMoment && Before(claim.Validity?.Earliest) is { } before)
            yield return Always(ClaimTimeType.Excluded, null, before);
        if (!isMoment && claim is { Validity: { Latest: { } latest } validity } && latest < DateOnly.MaxValue)
        {
            yield return validity.End is null
                ? Always(ClaimTimeType.Excluded, latest.AddDays(1), null)
                : new() { Type = ClaimTimeType.Excluded, From = latest.AddDays(1), KnownFrom = claim.EndKnown, PossiblyKnownFrom = claim.EndKnown };
        }

        // What had ended when it was stated no longer holds from then on.
        foreach (var telling in claim.Validity is { Ongoing: Ongoing.No } ended && !claim.IsEndApart ? claim.Tellings.Where(telling => telling.Known >= (ended.End?.Earliest ?? telling.Known)) : [])
            yield return new() { Type = ClaimTimeType.Excluded, From = telling.Known, KnownFrom = telling.Known, PossiblyKnownFrom = telling.Known };
        // What is to come comes after it was stated, and what is stated here was stated neither before nor after.
        var isMadeHere = claim is { IsMadeWhereItStands: true, Validity: null };
        foreach (var row in isMadeHere || IsToCome(claim.Status) ? ExcludedDays.Before(claim.Tellings.Select(telling => (telling.PossiblyKnown, telling.Known))) : [])
            yield return row;
        foreach (var row in isMadeHere ? ExcludedDays.After(claim.Tellings.Select(telling => (telling.Known, telling.Known))) : [])
            yield return row;
        // What had happened when it was stated did not happen after.
        if (!isMadeHere && claim is { Happens: true, Status: ClaimStatus.Actual, Validity: null, Known: { } known } && known < DateOnly.MaxValue)
            yield return new() { Type = ClaimTimeType.Excluded, From = known.AddDays(1), KnownFrom = known, PossiblyKnownFrom = known };
    }

    private static bool IsToCome(ClaimStatus status) =>
        status is ClaimStatus.Announced or ClaimStatus.Planned or ClaimStatus.Target or ClaimStatus.Forecast or ClaimStatus.Proposed;

    // Whoever knows of the claim knows this of it.
    private static ClaimTime Always(ClaimTimeType type, DateOnly? from, DateOnly? to) => new() { Type = type, From = from, To = to, KnownFrom = DateOnly.MinValue };

    private static ClaimTime At(Telling telling, ClaimTimeType type, DateOnly from, DateOnly to) =>
        new() { Type = type, From = from, To = to, KnownFrom = telling.Known, PossiblyKnownFrom = telling.PossiblyKnown };

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null || b is null ? null : a > b ? a : b;

    private static DateOnly? Before(DateOnly? day) => day > DateOnly.MinValue ? day.Value.AddDays(-1) : null;
}
