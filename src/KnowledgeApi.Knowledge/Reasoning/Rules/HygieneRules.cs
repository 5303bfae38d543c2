using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Rules;

/// <summary>Rules about names, sources and loose ends.</summary>
public static class HygieneRules
{
    /// <summary>A name a document misspells.</summary>
    public static RuleDefinition NameMisprinted { get; } = new(
        "NAME_MISPRINTED",
        "A name a document misspells. It is kept as printed, so that it can be searched for.",
        Severity.Info,
        knowledge =>
            from entity in knowledge.Entities
            from name in entity.Names
            where name.Kind == NameKind.Misprint
            select new Observation($"{entity.Slug}.{name.Folded.Replace(' ', '-')}", $"\"{name.Text}\" is a misprint of \"{entity.Name}\".") { Entity = entity, Citations = name.Citations });

    /// <summary>An entity nothing speaks of.</summary>
    public static RuleDefinition EntityOrphaned { get; } = new(
        "ENTITY_ORPHANED",
        "An entity that takes part in no claim, speaks in no citation, neither signed nor published a document, and of which no printed name is cited.",
        Severity.Warning,
        knowledge =>
            from entity in knowledge.Entities
            where IsOrphan(entity)
            select new Observation(entity.Slug, $"Nothing speaks of \"{entity.Slug}\".") { Entity = entity });

    /// <summary>A claim that no text bears out.</summary>
    public static RuleDefinition ClaimUnverified { get; } = new(
        "CLAIM_UNVERIFIED",
        "A claim none of whose citations was found in the text, although this base has got the text of at least one of its documents.",
        Severity.Error,
        knowledge =>
            from claim in knowledge.Claims
            where claim.Citations.Any(citation => citation.Document.HasText) && !claim.Citations.Any(IsVerified)
            select new Observation(claim.Slug, $"No citation of \"{claim.Slug}\" was found in its text.") { Claims = [claim], Citations = claim.Citations })
    { DependsOnTexts = true };

    /// <summary>A document whose text is not there.</summary>
    public static RuleDefinition DocumentWithoutText { get; } = new(
        "DOCUMENT_WITHOUT_TEXT",
        "A document whose text this base has not got, so that its citations are neither checked nor quoted.",
        Severity.Info,
        knowledge =>
            from document in knowledge.Documents
            where !document.HasText
            select new Observation(document.Slug, $"Without the text of \"{document.Slug}\" {TypeWords.Count(document.Citations.Count, "citation is unchecked", "citations are unchecked")}.") { Document = document })
    { DependsOnTexts = true };

    /// <summary>A document of unknown date.</summary>
    public static RuleDefinition DocumentUndated { get; } = new(
        "DOCUMENT_UNDATED",
        "A document of which neither a date it prints about itself nor a comment below it says by when it was public. "
        + "What it alone states is left out wherever it is asked what was known on a day.",
        Severity.Info,
        knowledge =>
            from document in knowledge.Documents
            where document.PublicBy is null
            let alone = document.Citations.Where(citation => citation.Stance == Stance.Supports).Select(citation => citation.Claim).OfType<Claim>().Distinct().Where(claim => claim.FirstReported is null).ToList()
            select new Observation(document.Slug, $"\"{document.Slug}\" has no usable date; {TypeWords.Count(alone.Count, "claim is", "claims are")} stated by no document that has one.")
            {
                Document = document,
                Claims = alone,
            });

    private static bool IsVerified(Citation citation) => citation.Alignment is Alignment.Exact or Alignment.Normalized;

    private static bool IsOrphan(Entity entity) =>
        entity.Participations.Count == 0
        && entity.CitationsBy.Count == 0
        && entity.Names.All(name => name.Citations.Count == 0)
        && entity is not Person { Documents.Count: > 0 }
        && entity is not Publication { Documents.Count: > 0 };
}
