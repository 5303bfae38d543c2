using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.SeedFormat;

/// <summary>A date a document prints about itself.</summary>
internal static class PrintedDateKeys
{
    public static readonly MappingDefinition Definition = new("printed date", "A date a document prints about itself.");
    public static readonly SeedKey<PartialDate> Date = Definition.Required("date", SeedTypes.Date, "The date, as precise as it is printed.");
    public static readonly SeedKey<string> Time = Definition.Optional("time", SeedTypes.Time, "The time of day, if printed.");
    public static readonly SeedKey<string> Wording = Definition.Optional("wording", SeedTypes.Wording, "The date as printed.");
    public static readonly SeedKey<CitedSpan?> Span = Definition.Optional("span", SeedTypes.Span, "Where it stands in the text.");
    public static readonly SeedKey<string> Sha256 = Definition.Optional("sha256", SeedTypes.Sha256, "SHA-256 of the characters of the span in UTF-8.");
    public static readonly SeedKey<bool> Misprint = Definition.Optional("misprint", SeedTypes.Flag, "True if the document itself shows the date to be wrong: it is then kept, but nothing is dated by it.");
}

/// <summary>A reader's comment.</summary>
internal static class CommentKeys
{
    public static readonly MappingDefinition Definition = new("comment", "A reader's comment printed with a document: who wrote it when, and where it stands; not what it says.");
    public static readonly SeedKey<int?> Position = Definition.Required("position", SeedTypes.Count, "Its place among the comments as printed, from 1.");
    public static readonly SeedKey<DateTime?> Posted = Definition.Optional("posted", SeedTypes.Moment, "When it was posted; null if no time is printed.");
    public static readonly SeedKey<string> Author = Definition.Optional("author", SeedTypes.Line, "The name it is signed with, as printed; null if it is not signed.");
    public static readonly SeedKey<int?> ReplyTo = Definition.Optional("reply-to", SeedTypes.Count, "The position of the comment it answers.");
    public static readonly SeedKey<CitedSpan?> Span = Definition.Required("span", SeedTypes.Span, "Where it stands in the text, with what is printed about it.");
}

/// <summary>Something that limits when a document was written.</summary>
internal static class DocumentDateKeys
{
    public static readonly MappingDefinition Definition = new("document date", "Something that limits when a document, or a part of it, was written, with its evidence.");
    public static readonly SeedKey<DateEvidence?> Evidence = Definition.Required("evidence", SeedTypes.Enumeration<DateEvidence>(), "What shows it.");
    public static readonly SeedKey<PartialDate> Date = Definition.Required("date", SeedTypes.Date, "The days that are left, such as 2015-01-12, 2015-01-12/2015-01-13, ../2015-01-13 or 2015-03-20/..");
    public static readonly SeedKey<Section?> Section = Definition.Optional("section", SeedTypes.Enumeration<Section>(), "The part it dates; all but the comments if left out.");
    public static readonly SeedKey<Located> Document = Definition.Optional("document", SeedTypes.Reference, "The document that holds the words that show it; this one if left out.");
    public static readonly SeedKey<CitedSpan?> Span = Definition.Optional("span", SeedTypes.Span, "Where they stand in its text.");
    public static readonly SeedKey<string> Sha256 = Definition.Optional("sha256", SeedTypes.Sha256, "SHA-256 of the characters of the span in UTF-8.");
    public static readonly SeedKey<string> Wording = Definition.Optional("wording", SeedTypes.Wording, "The words, as printed.");
    public static readonly SeedKey<string> Note = Definition.Optional("note", SeedTypes.Prose, "Why this follows, in your own words.");
}

internal static class DocumentKeys
{
    public static readonly MappingDefinition Definition = new("document", "A document the knowledge is read out of: what identifies it, not its text.");
    public static readonly SeedKey<Located> Id = Definition.Required("id", SeedTypes.Reference, "Its short name, unique among documents.");
    public static readonly SeedKey<string> Title = Definition.Optional("title", SeedTypes.Line, "The title as printed; null if it has none.");
    public static readonly SeedKey<string> Label = Definition.Optional("label", SeedTypes.Line, "A short label in your own words, for pictures and tables; the title, or the id, if left out.");
    public static readonly SeedKey<string> Section = Definition.Optional("section", SeedTypes.Line, "The section of the publication it is printed in.");
    public static readonly SeedKey<Located> Publisher = Definition.Optional("publisher", SeedTypes.Reference, "The publication it appeared in; null if it does not say.");
    public static readonly SeedKey<IReadOnlyList<Located>> Authors = Definition.Optional("authors", new ListType<Located>(SeedTypes.Reference), "The people who signed it.");
    public static readonly SeedKey<SeedMap> Published = Definition.Optional("published", new MapType(PrintedDateKeys.Definition), "The date of publication it prints; null if none.");
    public static readonly SeedKey<SeedMap> Updated = Definition.Optional("updated", new MapType(PrintedDateKeys.Definition), "The date of its last change it prints; null if none.");
    public static readonly SeedKey<int?> CommentCount = Definition.Optional("comment-count", SeedTypes.Tally, "The number of comments as printed.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Comments = Definition.Optional("comments", new ListType<SeedMap>(new MapType(CommentKeys.Definition)), "The comments printed with it, in their order; all or none.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Dates = Definition.Optional("dates", new ListType<SeedMap>(new MapType(DocumentDateKeys.Definition), 1), "What limits when it, or a part of it, was written. For such a part this replaces what it prints.");
    public static readonly SeedKey<string> Language = Definition.Required("language", SeedTypes.Language, "Its language.");
    public static readonly SeedKey<Located> Sha256 = Definition.Required("sha256", new LocatedType(SeedTypes.Sha256), "SHA-256 of the bytes of its text file.");
    public static readonly SeedKey<int?> Length = Definition.Required("length", SeedTypes.Count, "Length of its text in Unicode code points.");
    public static readonly SeedKey<string> Note = Definition.Optional("note", SeedTypes.Prose, "What is odd about it, in your own words.");
}

internal static class CitationKeys
{
    public static readonly MappingDefinition Definition = new("citation", "One place in one document that bears on a claim or prints a name.");
    public static readonly SeedKey<Located> Document = Definition.Required("document", SeedTypes.Reference, "The document cited.");
    public static readonly SeedKey<CitedSpan?> Span = Definition.Required("span", SeedTypes.Span, "Where the words stand in the text.");
    public static readonly SeedKey<string> Sha256 = Definition.Required("sha256", SeedTypes.Sha256, "SHA-256 of the characters of the span in UTF-8.");
    public static readonly SeedKey<int?> Paragraph = Definition.Optional("paragraph", SeedTypes.Count, "The paragraph the span starts in, from 1. Checked where the text is there.");
    public static readonly SeedKey<Attribution?> Attribution = Definition.Optional("attribution", SeedTypes.Enumeration<Attribution>(), "Who speaks. ARTICLE if left out.");
    public static readonly SeedKey<Located> By = Definition.Optional("by", SeedTypes.Reference, "The entity that speaks.");
    public static readonly SeedKey<string> Described = Definition.Optional("described", SeedTypes.Line, "Who speaks, in your own words, if unnamed.");
    public static readonly SeedKey<Section?> Section = Definition.Optional("section", SeedTypes.Enumeration<Section>(), "The part of the document. BODY if left out.");
    public static readonly SeedKey<DateTime?> Posted = Definition.Optional("posted", SeedTypes.Moment, "When the comment was posted; comments only. Not needed where the document lists its comments.");
    public static readonly SeedKey<Stance?> Stance = Definition.Optional("stance", SeedTypes.Enumeration<Stance>(), "How it bears on the claim. SUPPORTS if left out.");
    public static readonly SeedKey<bool> StatesEnd = Definition.Optional("states-end", SeedTypes.Flag, "True if this is where the end of the claim's validity is stated, apart from the rest of it.");
    public static readonly SeedKey<bool> Past = Definition.Optional("past", SeedTypes.Flag, "True if the words look back: it had held, which says nothing of the day they were written.");
    public static readonly SeedKey<string> Wording = Definition.Optional("wording", SeedTypes.Wording, "The figure, name or date as printed here.");

    /// <summary>A list of citations that must not be empty.</summary>
    public static readonly SeedType<IReadOnlyList<SeedMap>> AtLeastOne = new ListType<SeedMap>(new MapType(Definition), 1);
}

internal static class NameKeys
{
    public static readonly MappingDefinition Definition = new("name", "One way the name of an entity is printed.");
    public static readonly SeedKey<string> Name = Definition.Required("name", SeedTypes.Line, "The name exactly as printed.");
    public static readonly SeedKey<NameKind?> Kind = Definition.Required("kind", SeedTypes.Enumeration<NameKind>(), "What kind of name it is.");
    public static readonly SeedKey<Located> RefersTo = Definition.Optional("refers-to", SeedTypes.Reference, "The entity that this name, brand or division is by itself.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Citations = Definition.Required("citations", CitationKeys.AtLeastOne, "Where it is printed so.");
}

internal static class IdentifierKeys
{
    public static readonly MappingDefinition Definition = new("identifier", "What a public scheme calls the entity.");
    public static readonly SeedKey<string> Scheme = Definition.Required("scheme", SeedTypes.Scheme, "The scheme in capitals, such as DOMAIN.");
    public static readonly SeedKey<Located> Value = Definition.Required("value", new LocatedType(SeedTypes.Line), "The identifier.");
}

internal static class EntityKeys
{
    public static readonly MappingDefinition Definition = new("entity", "Someone or something that claims speak of.");
    public static readonly SeedKey<Located> Id = Definition.Required("id", SeedTypes.Reference, "Its short name, unique among all entities.");
    public static readonly SeedKey<string> Name = Definition.Required("name", SeedTypes.Line, "The name to use for it.");
    public static readonly SeedKey<string> Description = Definition.Optional("description", SeedTypes.Prose, "One line about it, in your own words, holding only what the documents say.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Names = Definition.Optional("names", new ListType<SeedMap>(new MapType(NameKeys.Definition)), "The ways its name is printed.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Identifiers = Definition.Optional("identifiers", new ListType<SeedMap>(new MapType(IdentifierKeys.Definition)), "Its identifiers in public schemes.");
}

internal static class ParticipantKeys
{
    public static readonly MappingDefinition Definition = new("participant", "An entity and its role in a claim.");
    public static readonly SeedKey<Located> Entity = Definition.Required("entity", SeedTypes.Reference, "The entity that takes part.");
    public static readonly SeedKey<ParticipantRole?> Role = Definition.Required("role", SeedTypes.Enumeration<ParticipantRole>(), "Its role in the claim.");
}

/// <summary>The keys all claims have.</summary>
internal static class ClaimKeys
{
    public static readonly MappingDefinition Definition = new("claim", "One assertion that at least one document makes.");
    public static readonly SeedKey<Located> Id = Definition.Required("id", SeedTypes.Reference, "Its short name, unique among all claims.");
    public static readonly SeedKey<ClaimStatus?> Status = Definition.Required("status", SeedTypes.Enumeration<ClaimStatus>(), "Whether it is stated as a fact, as hearsay, as a plan ...");
    public static readonly SeedKey<Period> Validity = Definition.Optional("validity", ValidityKeys.Type, "The time it speaks of; leave it out if the text states none.");
    public static readonly SeedKey<string> Wording = Definition.Optional("wording", SeedTypes.Wording, "The figure, name or date as printed: eight words at most, no sentence.");
    public static readonly SeedKey<ClaimRank?> Rank = Definition.Optional("rank", SeedTypes.Enumeration<ClaimRank>(), "NORMAL if left out.");
    public static readonly SeedKey<string> RankReason = Definition.Optional("rank-reason", SeedTypes.Prose, "Why the rank is not NORMAL.");
    public static readonly SeedKey<string> Note = Definition.Optional("note", SeedTypes.Prose, "What a reader must know, in your own words.");
    public static readonly SeedKey<Located> Question = Definition.Optional("question", SeedTypes.Reference, "The question it answers, if that joins claims the program does not compare by itself.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Participants = Definition.Optional("participants", new ListType<SeedMap>(new MapType(ParticipantKeys.Definition)), "Entities that take part, apart from those named by other keys.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Citations = Definition.Required("citations", CitationKeys.AtLeastOne, "Where it is said.");
}

internal static class QuestionKeys
{
    public static readonly MappingDefinition Definition = new("question", "A question that claims answer together, whatever they are about and however they are stated. Claims that would be compared with one of them join.");
    public static readonly SeedKey<Located> Id = Definition.Required("id", SeedTypes.Reference, "Its short name, unique among questions.");
    public static readonly SeedKey<string> Text = Definition.Required("text", SeedTypes.Line, "The question in your own words.");
    public static readonly SeedKey<bool> Exclusive = Definition.Optional("exclusive", SeedTypes.Flag, "True if only one answer can be true, so that answers which differ conflict.");
    public static readonly SeedKey<string> Note = Definition.Optional("note", SeedTypes.Prose, "Why its answers do or do not meet, in your own words.");
    public static readonly SeedKey<IReadOnlyList<Difference?>> Differences = Definition.Optional("differences", new ListType<Difference?>(SeedTypes.Enumeration<Difference>()), "How the answers differ besides what is computed, such as NAME.");
}

internal static class AcceptedKeys
{
    public static readonly MappingDefinition Definition = new("accepted finding", "A finding of the rules that the curators have looked at and leave at that.");
    public static readonly SeedKey<Located> Finding = Definition.Required("finding", SeedTypes.FindingReference, "The slug of the finding, as check prints it.");
    public static readonly SeedKey<string> Reason = Definition.Required("reason", SeedTypes.Prose, "Why it is left at that, in your own words.");
}
