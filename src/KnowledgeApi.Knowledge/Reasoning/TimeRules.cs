using System.Globalization;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning;

/// <summary>Rules about the order of time.</summary>
public static class TimeRules
{
    /// <summary>A claim whose period ends before it starts.</summary>
    public static RuleDefinition PeriodReversed { get; } = new(
        "PERIOD_REVERSED",
        "A claim whose period certainly ends before it starts, whatever days its dates mean.",
        Severity.Error,
        knowledge =>
            from claim in knowledge.Claims
            where claim.Validity is { IsReversed: true }
            select new Observation($"\"{claim.Slug}\" starts in {claim.Validity!.Start} but ends in {claim.Validity.End}.") { Claims = [claim], Citations = claim.Citations });

    /// <summary>An event that came before its cause.</summary>
    public static RuleDefinition EventBeforeCause { get; } = new(
        "EVENT_BEFORE_CAUSE",
        "An event that a document tells as the consequence of another, although by the dates of both it certainly came first.",
        Severity.Warning,
        knowledge =>
            from effect in knowledge.Claims.OfType<Event>()
            where effect.Cause is not null && TimeOf(effect) is { } when && TimeOf(effect.Cause) is { } before && when.CertainlyBefore(before)
            select Pair(effect, $"\"{effect.Slug}\" of {TimeOf(effect)} is told as a consequence of \"{effect.Cause!.Slug}\", which is of {TimeOf(effect.Cause)}, later."));

    /// <summary>A cause or consequence without a date, so that their order cannot be checked.</summary>
    public static RuleDefinition CauseUndated { get; } = new(
        "CAUSE_UNDATED",
        "An event told as the consequence of another, of which one or both have no date, so that their order cannot be checked.",
        Severity.Info,
        knowledge =>
            from effect in knowledge.Claims.OfType<Event>()
            where effect.Cause is not null && (TimeOf(effect) is null || TimeOf(effect.Cause) is null)
            select Pair(effect, $"\"{effect.Slug}\" is told as a consequence of \"{effect.Cause!.Slug}\", but {Undated(effect)}."));

    /// <summary>A document dated before what it tells.</summary>
    public static RuleDefinition DocumentBeforeContent { get; } = new(
        "DOCUMENT_BEFORE_CONTENT",
        "A document whose date, as printed, certainly comes before something it tells as having happened (status ACTUAL) outside readers' comments.",
        Severity.Warning,
        DatedBeforeContent);

    /// <summary>A printed date the document itself shows to be wrong.</summary>
    public static RuleDefinition DateMisprinted { get; } = new(
        "DATE_MISPRINTED",
        "A date a document prints about itself and its own text shows to be wrong, as the curators noted. It is kept as printed, and nothing is dated by it.",
        Severity.Info,
        knowledge =>
            from document in knowledge.Documents
            from date in new[] { document.Published, document.Updated }
            where date is { Misprint: true }
            select new Observation($"The date {date.Edtf} printed in \"{document.Slug}\" is a misprint.") { Document = document });

    private static IEnumerable<Observation> DatedBeforeContent(KnowledgeBase knowledge)
    {
        foreach (var document in knowledge.Documents)
        {
            if ((document.Updated ?? document.Published) is not { Latest: { } dated } printed)
                continue;
            var later = document.Citations
                .Where(c => c.Claim is { Status: ClaimStatus.Actual } claim && c is { Stance: Stance.Supports, Section: not Section.Comment } && claim.Validity?.Earliest > dated)
                .ToList();
            if (later.Count == 0)
                continue;
            var claims = later.Select(citation => citation.Claim!).Distinct().ToList();
            var names = string.Join(", ", claims.Select(claim => string.Create(CultureInfo.InvariantCulture, $"\"{claim.Slug}\" of {claim.Validity!.Earliest:yyyy-MM-dd} or later")));
            yield return new($"\"{document.Slug}\" is dated {printed.Edtf}, but tells of {names}.") { Document = document, Claims = claims, Citations = later };
        }
    }

    // An event without a date of its own may still have a period.
    private static PartialDate? TimeOf(Event @event) => @event.Date ?? @event.Validity?.At ?? @event.Validity?.Start;

    private static string Undated(Event effect) =>
        TimeOf(effect) is not null ? "the latter has no date" : TimeOf(effect.Cause!) is not null ? "the former has no date" : "neither has a date";

    private static Observation Pair(Event effect, string message) =>
        new(message) { Claims = [effect, effect.Cause!], Citations = [.. effect.Citations, .. effect.Cause!.Citations] };
}
