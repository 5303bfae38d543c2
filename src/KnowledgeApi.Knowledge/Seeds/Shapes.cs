using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>A date a document prints about itself.</summary>
internal static class PrintedDateKeys
{
    public static readonly Shape Shape = new("printed date", "A date a document prints about itself.");
    public static readonly SeedKey<PartialDate> Date = Shape.Required("date", SeedTypes.Date, "The date, as precise as it is printed.");
    public static readonly SeedKey<string> Time = Shape.Optional("time", SeedTypes.Time, "The time of day, if printed.");
    public static readonly SeedKey<string> Wording = Shape.Optional("wording", SeedTypes.Wording, "The date as printed.");
    public static readonly SeedKey<CitedSpan?> Span = Shape.Optional("span", SeedTypes.Span, "Where it stands in the text.");
    public static readonly SeedKey<string> Sha256 = Shape.Optional("sha256", SeedTypes.Sha256, "SHA-256 of the characters of the span in UTF-8.");
    public static readonly SeedKey<bool> Misprint = Shape.Optional("misprint", SeedTypes.Flag, "True if the document itself shows the date to be wrong: it is then kept, but nothing is dated by it.");
}

internal static class DocumentKeys
{
    public static readonly Shape Shape = new("document", "A document the knowledge is read out of: what identifies it, not its text.");
    public static readonly SeedKey<Located> Id = Shape.Required("id", SeedTypes.Reference, "Its short name, unique among documents.");
    public static readonly SeedKey<string> Title = Shape.Optional("title", SeedTypes.Line, "The title as printed; null if it has none.");
    public static readonly SeedKey<Located> Publisher = Shape.Optional("publisher", SeedTypes.Reference, "The publication it appeared in; null if it does not say.");
    public static readonly SeedKey<IReadOnlyList<Located>> Authors = Shape.Optional("authors", new ListType<Located>(SeedTypes.Reference), "The people who signed it.");
    public static readonly SeedKey<SeedMap> Published = Shape.Optional("published", new MapType(PrintedDateKeys.Shape), "The date of publication it prints; null if none.");
    public static readonly SeedKey<SeedMap> Updated = Shape.Optional("updated", new MapType(PrintedDateKeys.Shape), "The date of its last change it prints; null if none.");
    public static readonly SeedKey<string> Language = Shape.Required("language", SeedTypes.Language, "Its language.");
    public static readonly SeedKey<Located> Sha256 = Shape.Required("sha256", new LocatedType(SeedTypes.Sha256), "SHA-256 of the bytes of its text file.");
    public static readonly SeedKey<int?> Length = Shape.Required("length", SeedTypes.Count, "Length of its text in Unicode code points.");
    public static readonly SeedKey<string> Note = Shape.Optional("note", SeedTypes.Prose, "What is odd about it, in your own words.");
}

internal static class CitationKeys
{
    public static readonly Shape Shape = new("citation", "One place in one document that bears on a claim or prints a name.");
    public static readonly SeedKey<Located> Document = Shape.Required("document", SeedTypes.Reference, "The document cited.");
    public static readonly SeedKey<CitedSpan?> Span = Shape.Required("span", SeedTypes.Span, "Where the words stand in the text.");
    public static readonly SeedKey<string> Sha256 = Shape.Required("sha256", SeedTypes.Sha256, "SHA-256 of the characters of the span in UTF-8.");
    public static readonly SeedKey<int?> Paragraph = Shape.Optional("paragraph", SeedTypes.Count, "The paragraph the span starts in, from 1. Told by the text where it is there.");
    public static readonly SeedKey<Attribution?> Attribution = Shape.Optional("attribution", SeedTypes.Enumeration<Attribution>(), "Who speaks. ARTICLE if left out.");
    public static readonly SeedKey<Located> By = Shape.Optional("by", SeedTypes.Reference, "The entity that speaks.");
    public static readonly SeedKey<string> Described = Shape.Optional("described", SeedTypes.Line, "Who speaks, in your own words, if unnamed.");
    public static readonly SeedKey<Section?> Section = Shape.Optional("section", SeedTypes.Enumeration<Section>(), "The part of the document. BODY if left out.");
    public static readonly SeedKey<DateTime?> Posted = Shape.Optional("posted", SeedTypes.Moment, "When the comment was posted; comments only.");
    public static readonly SeedKey<Stance?> Stance = Shape.Optional("stance", SeedTypes.Enumeration<Stance>(), "How it bears on the claim. SUPPORTS if left out.");
    public static readonly SeedKey<bool> TellsEnd = Shape.Optional("tells-end", SeedTypes.Flag, "True if this is where the end of the claim's validity is told, apart from the rest of it.");
    public static readonly SeedKey<string> Wording = Shape.Optional("wording", SeedTypes.Wording, "The figure, name or date as printed here.");

    /// <summary>A list of citations that must not be empty.</summary>
    public static readonly SeedType<IReadOnlyList<SeedMap>> AtLeastOne = new ListType<SeedMap>(new MapType(Shape), 1);
}

internal static class NameKeys
{
    public static readonly Shape Shape = new("name", "One way the name of an entity is printed.");
    public static readonly SeedKey<string> Name = Shape.Required("name", SeedTypes.Line, "The name exactly as printed.");
    public static readonly SeedKey<NameKind?> Kind = Shape.Required("kind", SeedTypes.Enumeration<NameKind>(), "What kind of name it is.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Citations = Shape.Required("citations", CitationKeys.AtLeastOne, "Where it is printed so.");
}

internal static class IdentifierKeys
{
    public static readonly Shape Shape = new("identifier", "What a public scheme calls the entity.");
    public static readonly SeedKey<string> Scheme = Shape.Required("scheme", SeedTypes.Scheme, "The scheme in capitals, such as DOMAIN.");
    public static readonly SeedKey<Located> Value = Shape.Required("value", new LocatedType(SeedTypes.Line), "The identifier.");
}

internal static class EntityKeys
{
    public static readonly Shape Shape = new("entity", "Someone or something that claims speak of.");
    public static readonly SeedKey<Located> Id = Shape.Required("id", SeedTypes.Reference, "Its short name, unique among all entities.");
    public static readonly SeedKey<string> Name = Shape.Required("name", SeedTypes.Line, "The name to use for it.");
    public static readonly SeedKey<string> Description = Shape.Optional("description", SeedTypes.Prose, "One line about it, in your own words, holding only what the documents say.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Names = Shape.Optional("names", new ListType<SeedMap>(new MapType(NameKeys.Shape)), "The ways its name is printed.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Identifiers = Shape.Optional("identifiers", new ListType<SeedMap>(new MapType(IdentifierKeys.Shape)), "Its identifiers in public schemes.");
}

internal static class ParticipantKeys
{
    public static readonly Shape Shape = new("participant", "An entity and the part it takes in a claim.");
    public static readonly SeedKey<Located> Entity = Shape.Required("entity", SeedTypes.Reference, "The entity that takes part.");
    public static readonly SeedKey<Part?> Part = Shape.Required("part", SeedTypes.Enumeration<Part>(), "The part it takes.");
}

/// <summary>The keys all claims have.</summary>
internal static class ClaimKeys
{
    public static readonly Shape Shape = new("claim", "One assertion that at least one document makes.");
    public static readonly SeedKey<Located> Id = Shape.Required("id", SeedTypes.Reference, "Its short name, unique among all claims.");
    public static readonly SeedKey<ClaimStatus?> Status = Shape.Required("status", SeedTypes.Enumeration<ClaimStatus>(), "Whether it is told as a fact, as hearsay, as a plan ...");
    public static readonly SeedKey<Period> Validity = Shape.Optional("validity", ValidityKeys.Type, "The time it speaks of; leave it out if the text tells none.");
    public static readonly SeedKey<string> Wording = Shape.Optional("wording", SeedTypes.Wording, "The figure, name or date as printed: eight words at most, no sentence.");
    public static readonly SeedKey<ClaimRank?> Rank = Shape.Optional("rank", SeedTypes.Enumeration<ClaimRank>(), "NORMAL if left out.");
    public static readonly SeedKey<string> RankReason = Shape.Optional("rank-reason", SeedTypes.Prose, "Why the rank is not NORMAL.");
    public static readonly SeedKey<string> Note = Shape.Optional("note", SeedTypes.Prose, "What a reader must know, in your own words.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Participants = Shape.Optional("participants", new ListType<SeedMap>(new MapType(ParticipantKeys.Shape)), "Entities that take part, apart from those named by other keys.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Citations = Shape.Required("citations", CitationKeys.AtLeastOne, "Where it is said.");
}

internal static class ShareholdingKeys
{
    public static readonly Shape Shape = new("shareholding", "A claim that someone holds, held or is to hold a stake in a company.");
    public static readonly SeedKey<Located> Owner = Shape.Required("owner", SeedTypes.Reference, "The one who holds the stake.");
    public static readonly SeedKey<Located> Company = Shape.Required("company", SeedTypes.Reference, "The company the stake is in.");
    public static readonly SeedKey<Share> Share = Shape.Optional("share", ShareKeys.Type, "How large it is; null if not told.");
    public static readonly SeedKey<Interest?> Interest = Shape.Optional("interest", SeedTypes.Enumeration<Interest>(), "How it is held. DIRECT if left out.");
    public static readonly SeedKey<ShareBasis?> Basis = Shape.Optional("basis", SeedTypes.Enumeration<ShareBasis>(), "What it is a percentage of. UNSTATED if left out.");
    public static readonly Shape All = Shape.Include(ClaimKeys.Shape);
}

internal static class FundingKeys
{
    public static readonly Shape Shape = new("funding", "A claim that money is set aside, promised, paid or offered.");
    public static readonly SeedKey<Located> Funder = Shape.Optional("funder", SeedTypes.Reference, "The one who gives; null if several do or no one is named.");
    public static readonly SeedKey<Located> Recipient = Shape.Optional("recipient", SeedTypes.Reference, "The one who is given; null if several are or no one is named.");
    public static readonly SeedKey<Amount> Amount = Shape.Optional("amount", AmountKeys.Type, "How much; null if not told.");
    public static readonly SeedKey<Instrument?> Instrument = Shape.Optional("instrument", SeedTypes.Enumeration<Instrument>(), "In what form. UNSTATED if left out.");
    public static readonly SeedKey<FundingStage?> Stage = Shape.Optional("stage", SeedTypes.Enumeration<FundingStage>(), "How far the money has got; null if left open.");
    public static readonly Shape All = Shape.Include(ClaimKeys.Shape);
}

internal static class FigureKeys
{
    public static readonly Shape Shape = new("figure", "A claim that a company earned or is to earn so much.");
    public static readonly SeedKey<Located> Company = Shape.Required("company", SeedTypes.Reference, "The company the figure is of, or the programme that was to become one.");
    public static readonly SeedKey<FigureMetric?> Metric = Shape.Required("metric", SeedTypes.Enumeration<FigureMetric>(), "Revenue or net income.");
    public static readonly SeedKey<Amount> Amount = Shape.Optional("amount", AmountKeys.Type, "How much, in a currency; a loss is negative; null if not told.");
    public static readonly SeedKey<PartialDate> Period = Shape.Optional("period", SeedTypes.Date, "The fiscal period the figure is for.");
    public static readonly SeedKey<bool> Cumulative = Shape.Optional("cumulative", SeedTypes.Flag, "True if it is the sum over several years.");
    public static readonly Shape All = Shape.Include(ClaimKeys.Shape);
}

internal static class MeasurementKeys
{
    public static readonly Shape Shape = new("measurement", "A claim that something countable or measurable has or is to have some size.");
    public static readonly SeedKey<Located> Subject = Shape.Required("subject", SeedTypes.Reference, "The entity that is measured.");
    public static readonly SeedKey<MeasurementMetric?> Metric = Shape.Required("metric", SeedTypes.Enumeration<MeasurementMetric>(), "What is counted or measured.");
    public static readonly SeedKey<Amount> Quantity = Shape.Optional("quantity", AmountKeys.Type, "How much or how many; null if not told.");
    public static readonly Shape All = Shape.Include(ClaimKeys.Shape);
}

internal static class RoleKeys
{
    public static readonly Shape Shape = new("role", "A claim that a person holds, held or is to hold a role.");
    public static readonly SeedKey<Located> Person = Shape.Required("person", SeedTypes.Reference, "The person.");
    public static readonly SeedKey<Located> Organisation = Shape.Optional("organisation", SeedTypes.Reference, "The organisation; null if the text names none.");
    public static readonly SeedKey<string> Title = Shape.Required("title", SeedTypes.Line, "The title in English.");
    public static readonly Shape All = Shape.Include(ClaimKeys.Shape);
}

internal static class EventKeys
{
    public static readonly Shape Shape = new("event", "A claim that something happened or is to happen.");
    public static readonly SeedKey<EventKind?> Event = Shape.Required("event", SeedTypes.Enumeration<EventKind>(), "What kind of thing happened.");
    public static readonly SeedKey<PartialDate> Date = Shape.Optional("date", SeedTypes.Date, "When; null if not told.");
    public static readonly SeedKey<PartialDate> KnownDate = Shape.Optional("known-date", SeedTypes.Date, "When it happened by general knowledge, where no document tells; only the rules use it.");
    public static readonly SeedKey<string> Title = Shape.Required("title", SeedTypes.Line, "What happened, in a few words of your own.");
    public static readonly SeedKey<Located> Cause = Shape.Optional("cause", SeedTypes.Reference, "The event the text says this one follows from.");
    public static readonly Shape All = Shape.Include(ClaimKeys.Shape);
}

internal static class StatementKeys
{
    public static readonly Shape Shape = new("statement", "A claim that someone said something about someone.");
    public static readonly SeedKey<Located> Speaker = Shape.Optional("speaker", SeedTypes.Reference, "The one who speaks; null if unnamed.");
    public static readonly SeedKey<string> SpeakerDescribed = Shape.Optional("speaker-described", SeedTypes.Line, "Who speaks, in your own words, if unnamed.");
    public static readonly SeedKey<IReadOnlyList<Located>> About = Shape.Required("about", new ListType<Located>(SeedTypes.Reference, 1), "Whom or what it is about; never the speaker.");
    public static readonly SeedKey<string> Summary = Shape.Required("summary", SeedTypes.Prose, "What is said, in one or two sentences of your own.");
    public static readonly SeedKey<PartialDate> Date = Shape.Optional("date", SeedTypes.Date, "When it was said; null if not told.");
    public static readonly Shape All = Shape.Include(ClaimKeys.Shape);
}

internal static class AcceptedKeys
{
    public static readonly Shape Shape = new("accepted finding", "A finding of the rules that the curators have looked at and leave at that.");
    public static readonly SeedKey<Located> Finding = Shape.Required("finding", SeedTypes.FindingReference, "The slug of the finding, as check prints it.");
    public static readonly SeedKey<string> Reason = Shape.Required("reason", SeedTypes.Prose, "Why it is left at that, in your own words.");
}

/// <summary>The sections of a seed file.</summary>
internal static class FileKeys
{
    public static readonly Shape Shape = new("seed file", "Knowledge as text. A file may hold any of these sections, so that one file can hold one document with all it says.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Documents = Section("documents", DocumentKeys.Shape, "The documents the knowledge is read out of.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Companies = Section("companies", EntityKeys.Shape, "Businesses.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> PublicBodies = Section("public-bodies", EntityKeys.Shape, "States, ministries, courts, public banks.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Programmes = Section("programmes", EntityKeys.Shape, "Public schemes, laws, shared projects.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Products = Section("products", EntityKeys.Shape, "Services, software, devices.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Publications = Section("publications", EntityKeys.Shape, "Newspapers, agencies, news sites, broadcasters.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> People = Section("people", EntityKeys.Shape, "People.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Shareholdings = Section("shareholdings", ShareholdingKeys.All, "Stakes in companies.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Fundings = Section("fundings", FundingKeys.All, "Money given or to be given.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Figures = Section("figures", FigureKeys.All, "Revenue and net income.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Measurements = Section("measurements", MeasurementKeys.All, "Headcounts, market shares, prices and other numbers.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Roles = Section("roles", RoleKeys.All, "Who holds what role.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Events = Section("events", EventKeys.All, "What happened or is to happen.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Statements = Section("statements", StatementKeys.All, "Who said what about whom.");
    public static readonly SeedKey<IReadOnlyList<SeedMap>> Accepted = Section("accepted", AcceptedKeys.Shape, "Findings of the rules that are left at that.");

    /// <summary>The sections that hold claims.</summary>
    public static readonly IReadOnlyList<SeedKey<IReadOnlyList<SeedMap>>> Claims = [Shareholdings, Fundings, Figures, Measurements, Roles, Events, Statements];

    private static SeedKey<IReadOnlyList<SeedMap>> Section(string name, Shape item, string description) =>
        Shape.Optional(name, new ListType<SeedMap>(new MapType(item)), description);
}
