using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Rules;

/// <summary>Rules about names, sources and loose ends.</summary>
public static class HygieneRules
{
    /// <summary>A name a document misspells.</summary>
    public static RuleDefinition NameMisprinted { get; } = RuleDefinition.OfWhole(
        "NAME_MISPRINTED",
        "A name a document misspells. It is kept as printed, so that it can be searched for.",
        Severity.Info,
        tallies =>
            from name in tallies.Misprints
            select new Observation(name.Entity, $"{name.Slug}.{name.Folded.Replace(' ', '-')}", $"\"{name.Misprint}\" is a misprint of \"{name.Name}\".") { Entity = name.Entity, Citations = name.Citations });

    /// <summary>An entity nothing speaks of.</summary>
    public static RuleDefinition EntityOrphaned { get; } = RuleDefinition.OfWhole(
        "ENTITY_ORPHANED",
        "An entity that takes part in no claim, speaks in no citation, neither signed nor published a document, and of which no printed name is cited.",
        Severity.Warning,
        tallies =>
            from entity in tallies.Entities
            where !entity.IsMentioned
            select new Observation(entity.Key, entity.Slug, $"Nothing speaks of \"{entity.Slug}\".") { Entity = entity.Key });

    /// <summary>A claim that no text bears out.</summary>
    public static RuleDefinition ClaimUnverified { get; } = RuleDefinition.OfSubjects(
        "CLAIM_UNVERIFIED",
        "A claim none of whose citations was found in the text, although this base has got the text of at least one of its documents.",
        Severity.Error,
        knowledge =>
            from claim in knowledge.Claims
            where claim.Citations.Any(citation => citation.Document.HasText) && !claim.Citations.Any(IsVerified)
            select new Observation(claim.Key, claim.Slug, $"No citation of \"{claim.Slug}\" was found in its text.").With([claim]),
        dependsOnTexts: true);

    /// <summary>A document whose text is not there.</summary>
    public static RuleDefinition DocumentWithoutText { get; } = RuleDefinition.OfWhole(
        "DOCUMENT_WITHOUT_TEXT",
        "A document whose text this base has not got, so that its citations are neither checked nor quoted.",
        Severity.Info,
        tallies =>
            from document in tallies.Documents
            where !document.HasText
            select new Observation(document.Key, document.Slug, $"Without the text of \"{document.Slug}\" {TypeWords.Count(document.Citations, "citation is unchecked", "citations are unchecked")}.") { Document = document.Key },
        dependsOnTexts: true);

    /// <summary>A document of unknown date.</summary>
    public static RuleDefinition DocumentUndated { get; } = RuleDefinition.OfWhole(
        "DOCUMENT_UNDATED",
        "A document of which neither a date it prints about itself nor a comment below it says by when it was public. "
        + "What it alone states is left out wherever it is asked what was known on a day.",
        Severity.Info,
        tallies =>
            from document in tallies.Documents
            where document.PublicBy is null
            select new Observation(document.Key, document.Slug, $"\"{document.Slug}\" has no usable date; {TypeWords.Count(document.Unreported.Count, "claim is", "claims are")} stated by no document that has one.")
            {
                Document = document.Key,
                Claims = [.. document.Unreported],
            });

    private static bool IsVerified(Citation citation) => citation.Alignment is Alignment.Exact or Alignment.Normalized;
}
