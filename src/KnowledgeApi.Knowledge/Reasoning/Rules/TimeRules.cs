using System.Globalization;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Rules;

/// <summary>Rules about the order of time.</summary>
public static class TimeRules
{
    /// <summary>A claim whose period ends before it starts.</summary>
    public static RuleDefinition PeriodReversed { get; } = RuleDefinition.OfSubjects(
        "PERIOD_REVERSED",
        "A claim whose period certainly ends before it starts, whatever days its dates mean.",
        Severity.Error,
        knowledge =>
            from claim in knowledge.Claims
            where claim.Validity is { IsReversed: true }
            select new Observation(claim.Key, claim.Slug, $"\"{claim.Slug}\" starts in {claim.Validity!.Start} but ends in {claim.Validity.End}.").With([claim]));

    /// <summary>An event that came before its cause.</summary>
    public static RuleDefinition EventBeforeCause { get; } = RuleDefinition.OfSubjects(
        "EVENT_BEFORE_CAUSE",
        "An event that a document states as the consequence of another, at once or by way of undated ones, although by the dates of both it certainly came first. "
        + "Where no document dates an event, the date generally known counts.",
        Severity.Warning,
        knowledge =>
            from effect in knowledge.Claims.OfType<Event>()
            let chain = CausesUntilDated(effect)
            where chain.Count > 0 && TimeOf(effect) is { } when && TimeOf(chain[^1]) is { } before && when.CertainlyBefore(before)
            select Chain(effect, chain, $"\"{effect.Slug}\" of {TimeOf(effect)} is stated as a consequence of \"{chain[^1].Slug}\", which is of {TimeOf(chain[^1])}, later{Source(chain[^1])}."));

    /// <summary>A document dated before what it reports.</summary>
    public static RuleDefinition DocumentBeforeContent { get; } = RuleDefinition.OfWhole(
        "DOCUMENT_BEFORE_CONTENT",
        "A document whose date, as printed, certainly comes before something it states as having happened (status ACTUAL) outside readers' comments.",
        Severity.Warning,
        tallies =>
            from document in tallies.Documents
            let later = document.Later.ToList()
            where later.Count > 0
            let claims = later.DistinctBy(stated => stated.Claim).ToList()
            let names = string.Join(", ", claims.Select(claim => string.Create(CultureInfo.InvariantCulture, $"\"{claim.Slug}\" of {claim.Earliest:yyyy-MM-dd} or later")))
            select new Observation(document.Key, document.Slug, $"\"{document.Slug}\" is dated {document.LastPrinted!.Edtf}, but reports {names}.")
            {
                Document = document.Key,
                Claims = [.. claims.Select(claim => claim.Claim)],
                Citations = [.. later.Select(stated => stated.Citation)],
            });

    /// <summary>A printed date the document itself shows to be wrong.</summary>
    public static RuleDefinition DateMisprinted { get; } = RuleDefinition.OfWhole(
        "DATE_MISPRINTED",
        "A date a document prints about itself and its own text shows to be wrong, as the curators noted. It is kept as printed, and nothing is dated by it.",
        Severity.Info,
        tallies =>
            from document in tallies.Documents
            from printed in new[] { (Name: "published", Date: document.Published), (Name: "updated", Date: document.Updated) }
            let date = printed.Date
            where date is { Misprint: true }
            select new Observation(document.Key, $"{document.Slug}.{printed.Name}", $"The date {date.Edtf} printed in \"{document.Slug}\" is a misprint.") { Document = document.Key });

    // Nobody reads on to the hundredth cause; each event of a longer chain would name all before it.
    private const int MaxCauses = 100;

    // The causes of an event from the nearest on, up to the first that is dated; all of them if none is. Seeds have no circles of causes.
    private static List<Event> CausesUntilDated(Event effect)
    {
        var chain = new List<Event>();
        for (var cause = effect.Cause; cause is not null && chain.Count < MaxCauses; cause = cause.Cause)
        {
            chain.Add(cause);
            if (TimeOf(cause) is not null)
                break;
        }
        return chain;
    }

    // An event without a date of its own may still have a period, or be generally known.
    private static PartialDate? TimeOf(Event @event) => @event.Date ?? @event.Validity?.At ?? @event.Validity?.Start ?? @event.KnownDate;

    private static string Source(Event @event) => TimeOf(@event) == @event.KnownDate ? " (by general knowledge, no document dates it)" : "";

    private static Observation Chain(Event effect, List<Event> causes, string message) =>
        new Observation(effect.Key, effect.Slug, message).With([effect, .. causes]);
}
