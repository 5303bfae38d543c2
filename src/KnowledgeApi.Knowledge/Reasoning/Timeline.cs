using System.Globalization;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning;

/// <summary>Puts all times of claims in one order.</summary>
public static class Timeline
{
    /// <summary>The entries of all claims, in their order. The base does not change.</summary>
    public static IReadOnlyList<TimelineEntry> Of(KnowledgeBase knowledge) =>
    [
        .. knowledge.Claims.SelectMany(EntriesOf)
            .OrderBy(draft => PlaceOf(draft.Date) ?? DateOnly.MaxValue)
            .ThenBy(draft => draft.Date?.Latest ?? DateOnly.MaxValue)
            .ThenBy(draft => draft.Type)
            .ThenBy(draft => draft.Claim.Key)
            .ThenBy(draft => draft.Citation?.Key)
            .Select((draft, index) => draft.ToEntry(index + 1)),
    ];

    // An entry stands at the first day it can mean; of a date that has only an end, that is all there is to go by.
    private static DateOnly? PlaceOf(PartialDate? date) => date?.Earliest ?? date?.Latest;

    private static IEnumerable<Draft> EntriesOf(Claim claim)
    {
        var drafts = TimesOf(claim).ToList();
        if (drafts.Count == 0)
            drafts.Add(new(claim, TimelineEntryType.Undated, null, null));
        drafts.AddRange(ReportsOf(claim));
        return drafts.GroupBy(draft => draft.Type).SelectMany(type => type.Select((draft, index) => draft with { Number = index + 1 }));
    }

    private static IEnumerable<Draft> TimesOf(Claim claim)
    {
        var isFact = claim.Status is ClaimStatus.Actual or ClaimStatus.Reported;
        var happens = ClaimDescriptors.Of(claim).Happens;
        if (claim.Validity?.At is { } at)
            yield return new(claim, !isFact ? TimelineEntryType.Expected : happens ? TimelineEntryType.Happened : TimelineEntryType.Held, at, null);
        if (claim.Validity?.Start is { } start)
            yield return new(claim, isFact ? TimelineEntryType.Began : TimelineEntryType.Expected, start, null);
        if (claim.Validity?.End is { } end)
            yield return new(claim, isFact ? TimelineEntryType.Ended : TimelineEntryType.Expected, end, null, IsEnd: true);
    }

    // What one document states twice on one day is reported once.
    private static IEnumerable<Draft> ReportsOf(Claim claim) =>
        claim.Citations
            .Where(citation => citation is { Stance: Stance.Supports, Reported: not null })
            .GroupBy(citation => (citation.Document, citation.Reported, citation.Posted))
            .Select(report => new Draft(claim, TimelineEntryType.Reported, PartialDate.Day(report.Key.Reported!.Value), report.MinBy(citation => citation.Start)));

    private sealed record Draft(Claim Claim, TimelineEntryType Type, PartialDate? Date, Citation? Citation, bool IsEnd = false, int Number = 0)
    {
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
}
