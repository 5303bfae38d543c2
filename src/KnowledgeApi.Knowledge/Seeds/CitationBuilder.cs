using System.Globalization;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>Reads citations, checks them against the texts and hangs them on claims and names.</summary>
internal sealed class CitationBuilder(Reading reading, Registry<Entity> entities, Registry<Document> documents)
{
    private readonly Dictionary<Document, (CodePointText Text, CitationAligner Aligner)> _texts = [];

    /// <summary>All citations added so far.</summary>
    public List<Citation> All { get; } = [];

    /// <summary>A citation that does not know yet what it is a citation of.</summary>
    public sealed record Draft(Document Document, Func<long, int, Claim?, EntityName?, Citation> Create, DateOnly? Reported, Telling Telling, bool TellsEnd);

    public void Attach(Document document, CodePointText text, CitationAligner aligner) => _texts[document] = (text, aligner);

    /// <summary>The day of the first comment that is cited of each document: by then it was public.</summary>
    public static IReadOnlyDictionary<string, DateOnly> FirstComments(IEnumerable<SeedMap> citations)
    {
        var days = new Dictionary<string, DateOnly>();
        foreach (var map in citations)
            if (map.Get(CitationKeys.Document) is { } document && map.Get(CitationKeys.Posted) is { } posted)
            {
                var day = DateOnly.FromDateTime(posted);
                days[document.Text] = days.TryGetValue(document.Text, out var before) && before < day ? before : day;
            }
        return days;
    }

    public List<Draft> Read(IReadOnlyList<SeedMap> maps)
    {
        var drafts = new List<Draft>();
        var seen = new HashSet<(string, CitedSpan, string?)>();
        foreach (var map in maps)
        {
            if (Read(map) is { } draft)
                drafts.Add(draft);
            if (map.Get(CitationKeys.Document) is { } document && map.Get(CitationKeys.Span) is { } span && !seen.Add((document.Text, span, map.Get(CitationKeys.By)?.Text)))
                reading.Error(map.PlaceOf("span"), $"The place [{span.Start}, {span.End}] of \"{document.Text}\" is cited here twice for one speaker. Expected each place once, or with another \"by\".");
        }
        return drafts;
    }

    public void Add(IEnumerable<Draft> drafts, Claim claim)
    {
        foreach (var draft in drafts)
            claim.Citations.Add(Create(draft, claim.Citations.Count + 1, claim, null));
    }

    public void Add(IEnumerable<Draft> drafts, EntityName name)
    {
        foreach (var draft in drafts)
            name.Citations.Add(Create(draft, name.Citations.Count + 1, null, name));
    }

    /// <summary>Checks one span against the length and, if there is one, the text.</summary>
    public static (Alignment Alignment, CitedSpan Span) Check(CitedSpan span, string sha256, SeedMap map, int? length, CitationAligner? aligner, Reading reading)
    {
        if (span.End > length)
        {
            reading.Error(map.PlaceOf("span"), $"The span [{span.Start}, {span.End}] reaches beyond the text. Expected an end of at most {length}, its length.");
            return (Alignment.NotFound, span);
        }
        if (aligner is null)
            return (Alignment.Unchecked, span);
        var aligned = aligner.Align(span.Start, span.End, sha256);
        if (aligned.Alignment == Alignment.NotFound)
            reading.Error(map.PlaceOf("sha256"), $"The characters at [{span.Start}, {span.End}] have another SHA-256, and none of the text has this one. Expected the hash of the cited characters; \"cite\" prints it.");
        else if (aligned.Alignment == Alignment.Ambiguous)
            reading.Warning(map.PlaceOf("span"), $"The cited characters are not at [{span.Start}, {span.End}] but stand in the text several times. Expected the offsets of one place.");
        else if (aligned.Start != span.Start || aligned.End != span.End)
            reading.Warning(map.PlaceOf("span"), $"The cited characters are not at [{span.Start}, {span.End}] but at [{aligned.Start}, {aligned.End}]. Expected these offsets.");
        return (aligned.Alignment, new(aligned.Start, aligned.End));
    }

    private Citation Create(Draft draft, int ordinal, Claim? claim, EntityName? name)
    {
        var citation = draft.Create(All.Count + 1, ordinal, claim, name);
        All.Add(citation);
        citation.Document.Citations.Add(citation);
        citation.By?.CitationsBy.Add(citation);
        return citation;
    }

    private Draft? Read(SeedMap map)
    {
        var failures = reading.Failures;
        var document = documents.Find(map.Get(CitationKeys.Document));
        var by = entities.Find(map.Get(CitationKeys.By));
        var (span, sha256, paragraph) = (map.Get(CitationKeys.Span), map.Get(CitationKeys.Sha256), map.Get(CitationKeys.Paragraph));
        var (described, posted, wording) = (map.Get(CitationKeys.Described), map.Get(CitationKeys.Posted), map.Get(CitationKeys.Wording));
        var attribution = map.Get(CitationKeys.Attribution) ?? Attribution.Article;
        var section = map.Get(CitationKeys.Section) ?? Section.Body;
        var stance = map.Get(CitationKeys.Stance) ?? Stance.Supports;
        var tellsEnd = map.Get(CitationKeys.TellsEnd);
        CheckSpeaker(map, attribution, section);
        if (document is null || span is null || sha256 is null || reading.Failures > failures)
            return null;

        var hasText = _texts.TryGetValue(document, out var attached);
        var (alignment, place) = Check(span.Value, sha256, map, document.Length, attached.Aligner, reading);
        if (reading.Failures > failures)
            return null;
        if (hasText && paragraph is not null && paragraph != attached.Text.Paragraph(place.Start))
            reading.Error(map.PlaceOf("paragraph"), $"The span starts in paragraph {attached.Text.Paragraph(place.Start)}, not {paragraph}. Expected the number of lines with text up to there.");
        paragraph = hasText ? attached.Text.Paragraph(place.Start) : paragraph;
        var quote = hasText ? attached.Text.Slice(place.Start, place.End) : null;
        var reported = posted is { } moment ? DateOnly.FromDateTime(moment) : document.PublicBy;
        return new(document, Make, reported, new(document, attribution, by, stance), tellsEnd);

        Citation Make(long key, int ordinal, Claim? claim, EntityName? name) => new()
        {
            Key = key,
            Slug = SlugOf(ordinal, claim, name),
            Ordinal = ordinal,
            ClaimKey = claim?.Key,
            Claim = claim,
            NameKey = name?.Key,
            Name = name,
            DocumentKey = document.Key,
            Document = document,
            Start = place.Start,
            End = place.End,
            Sha256 = sha256,
            Paragraph = paragraph,
            Quote = quote,
            Alignment = alignment,
            Stance = stance,
            TellsEnd = tellsEnd,
            Attribution = attribution,
            ByKey = by?.Key,
            By = by,
            Described = described,
            Section = section,
            Posted = posted,
            Reported = reported,
            Wording = wording,
        };
    }

    private static string SlugOf(int ordinal, Claim? claim, EntityName? name) => claim is not null
        ? string.Create(CultureInfo.InvariantCulture, $"{claim.Slug}.{ordinal}")
        : string.Create(CultureInfo.InvariantCulture, $"{name!.Entity.Slug}.name-{name.Entity.Names.IndexOf(name) + 1}.{ordinal}");

    private void CheckSpeaker(SeedMap map, Attribution attribution, Section section)
    {
        if (attribution is Attribution.OtherPress or Attribution.NamedPerson or Attribution.Organisation && !map.Has("by"))
            reading.Error(map.PlaceOf("attribution"), $"The attribution {Store.Screaming.Name(attribution)} without \"by\". Expected the id of the one who speaks.");
        if (section == Section.Comment && !map.Has("posted"))
            reading.Error(map.PlaceOf("section"), "A comment without \"posted\". Expected when it was posted, such as 2015-01-12T12:10.");
        if (section != Section.Comment && map.Has("posted"))
            reading.Error(map.PlaceOf("posted"), "\"posted\" outside a comment. Expected it only with section COMMENT.");
        if (attribution == Attribution.ReaderComment && section != Section.Comment)
            reading.Error(map.PlaceOf("attribution"), "The attribution READER_COMMENT outside a comment. Expected section COMMENT.");
    }
}
