using System.Globalization;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning;

/// <summary>Puts all times of claims in one order.</summary>
public static class Timeline
{
    /// <summary>The entries of all claims, in their order. The base does not change.</summary>
    public static IReadOnlyList<TimelineEntry> Of(KnowledgeBase knowledge) =>
        [.. knowledge.Claims.SelectMany(EntriesOf).OrderBy(draft => draft.Place).Select((draft, index) => draft.ToEntry(index + 1))];

    /// <summary>The entries of a claim, each with its place among all.</summary>
    internal static IEnumerable<TimelineDraft> EntriesOf(Claim claim)
    {
        var drafts = TimesOf(claim).ToList();
        if (drafts.Count == 0)
            drafts.Add(new(claim, TimelineEntryType.Undated, null, null));
        drafts.AddRange(ReportsOf(claim));
        return drafts.GroupBy(draft => draft.Type).SelectMany(type => type.Select((draft, index) => draft with { Number = index + 1 }));
    }

    private static IEnumerable<TimelineDraft> TimesOf(Claim claim)
    {
        // What is known to be wrong, such as a misprint, did not happen.
        if (claim.Rank == ClaimRank.Deprecated)
            yield break;
        // That something was said is a fact, whatever it looks to.
        var isFact = claim is Statement || claim.Status is ClaimStatus.Actual or ClaimStatus.Reported;
        var happens = ClaimDescriptors.Of(claim).Happens;
        if ((claim is Statement said ? said.Date : claim.Validity?.At) is { } at)
            yield return new(claim, !isFact ? TimelineEntryType.Expected : happens ? TimelineEntryType.Happened : TimelineEntryType.Held, at, null);
        if (claim is Statement)
            yield break;
        foreach (var day in isFact && !happens && claim.Validity is { Ongoing: Ongoing.Yes } ? PresentOf(claim) : [])
            yield return new(claim, TimelineEntryType.Held, day, null);
        if (claim.Validity?.Start is { } start)
            yield return new(claim, isFact ? TimelineEntryType.Began : TimelineEntryType.Expected, start, null);
        if (claim.Validity?.End is { } end)
            yield return new(claim, isFact ? TimelineEntryType.Ended : TimelineEntryType.Expected, end, null, IsEnd: true);
    }

    // The days on which documents state it in the present tense.
    private static IEnumerable<PartialDate> PresentOf(Claim claim) => claim.Citations
        .Where(citation => citation is { Stance: Stance.Supports, IsPast: false, StatesEnd: false, Reported: not null })
        .Select(citation => (citation.ReportedFrom, citation.Reported)).Distinct()
        .Select(written => PartialDate.Between(written.ReportedFrom, written.Reported))
        .OrderBy(date => date.Latest);

    // What one document states twice on one day is reported once.
    private static IEnumerable<TimelineDraft> ReportsOf(Claim claim) =>
        claim.Citations
            .Where(citation => citation is { Stance: Stance.Supports, Reported: not null })
            .GroupBy(citation => (citation.Document, citation.Reported, citation.Posted))
            .Select(report => new TimelineDraft(claim, TimelineEntryType.Reported, PartialDate.Day(report.Key.Reported!.Value), report.MinBy(citation => citation.Start)));
}

/// <summary>Where an entry stands among all: at the first day it can mean, or, of a date that has only an end, at that; those without a date come last.</summary>
/// <param name="Day">That day.</param>
/// <param name="Latest">The last day it can mean.</param>
/// <param name="Type">What it states.</param>
/// <param name="Claim">The number of its claim.</param>
/// <param name="Number">Which it is among those of one type of one claim; no two entries of a base have all of this in common.</param>
internal readonly record struct TimelinePlace(DateOnly Day, DateOnly Latest, TimelineEntryType Type, long Claim, int Number) : IComparable<TimelinePlace>
{
    /// <inheritdoc/>
    public int CompareTo(TimelinePlace other) => (Day, Latest, (int)Type, Claim, Number).CompareTo((other.Day, other.Latest, (int)other.Type, other.Claim, other.Number));
}

/// <summary>An entry that has no number yet.</summary>
internal sealed record TimelineDraft(Claim Claim, TimelineEntryType Type, PartialDate? Date, Citation? Citation, bool IsEnd = false, int Number = 0)
{
    /// <summary>Where it stands among all.</summary>
    public TimelinePlace Place => new(Date?.Earliest ?? Date?.Latest ?? DateOnly.MaxValue, Date?.Latest ?? DateOnly.MaxValue, Type, Claim.Key, Number);

    /// <summary>The entry.</summary>
    /// <param name="key">Its number.</param>
    public TimelineEntry ToEntry(long key) => new()
    {
        Key = key,
        Slug = string.Create(CultureInfo.InvariantCulture, $"{Claim.Slug}.{Type.ToString().ToLowerInvariant()}.{Number}"),
        Type = Type,
        Label = Claim.ToLabel(),
        Date = Date,
        Reported = Type == TimelineEntryType.Reported ? Date!.Earliest : IsEnd ? Claim.EndReported : Claim.FirstReported,
        DerivedFromKey = Claim.Key,
        DerivedFrom = Claim,
        CitationKey = Citation?.Key,
        Citation = Citation,
        Entities = [.. Claim.Entities],
    };
}
