using System.Globalization;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Evidence;
using KnowledgeApi.Knowledge.SeedFormat;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>Reads citations, checks them against the texts and hangs them on claims and names.</summary>
internal sealed class CitationBuilder(SeedDiagnostics diagnostics, Registry<Entity> entities, Registry<Document> documents, AlignableTexts texts)
{
    /// <summary>A citation that does not know yet what it is a citation of.</summary>
    public sealed record UnboundCitation(Document Document, Func<long, int, Claim?, EntityName?, Citation> Create, WrittenOn Written, CitedVoice Voice, bool StatesEnd, bool IsPast);

    public List<UnboundCitation> Read(IReadOnlyList<SeedMap> maps)
    {
        var unbound = new List<UnboundCitation>();
        var seen = new HashSet<(string, CitedSpan, string?)>();
        foreach (var map in maps)
        {
            if (Read(map) is { } citation)
                unbound.Add(citation);
            if (map.Get(CitationKeys.Document) is { } document && map.Get(CitationKeys.Span) is { } span && !seen.Add((document.Text, span, map.Get(CitationKeys.By)?.Text)))
                diagnostics.Error(map.LocationOf("span"), $"The place [{span.Start}, {span.End}] of \"{document.Text}\" is cited here twice for one speaker. Expected each place once, or with another \"by\".");
        }
        return unbound;
    }

    /// <summary>Hangs citations on a claim.</summary>
    /// <param name="unbound">The citations.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="first">The number of the first of them.</param>
    public static void Add(IEnumerable<UnboundCitation> unbound, Claim claim, long first)
    {
        foreach (var citation in unbound)
            claim.Citations.Add(Create(citation, first++, claim.Citations.Count + 1, claim, null));
    }

    /// <summary>Hangs citations on a name.</summary>
    /// <param name="unbound">The citations.</param>
    /// <param name="name">The name.</param>
    /// <param name="first">The number of the first of them.</param>
    public static void Add(IEnumerable<UnboundCitation> unbound, EntityName name, long first)
    {
        foreach (var citation in unbound)
            name.Citations.Add(Create(citation, first++, name.Citations.Count + 1, null, name));
    }

    /// <summary>Checks one span against the length and, if there is one, the text.</summary>
    public static (Alignment Alignment, CitedSpan Span) Check(CitedSpan span, string sha256, SeedMap map, int? length, CitationAligner? aligner, SeedDiagnostics diagnostics)
    {
        if (span.End > length)
        {
            diagnostics.Error(map.LocationOf("span"), $"The span [{span.Start}, {span.End}] reaches beyond the text. Expected an end of at most {length}, its length.");
            return (Alignment.NotFound, span);
        }
        if (aligner is null)
            return (Alignment.Unchecked, span);
        var aligned = aligner.Align(span.Start, span.End, sha256);
        if (aligned.Alignment == Alignment.NotFound)
            diagnostics.Error(map.LocationOf("sha256"), $"The characters at [{span.Start}, {span.End}] have another SHA-256, and none of the text has this one. Expected the hash of the cited characters; \"cite\" prints it.");
        else if (aligned.Alignment == Alignment.Ambiguous)
            diagnostics.Warning(map.LocationOf("span"), $"The cited characters are not at [{span.Start}, {span.End}] but stand in the text several times. Expected the offsets of one place.");
        else if (aligned.Start != span.Start || aligned.End != span.End)
            diagnostics.Warning(map.LocationOf("span"), $"The cited characters are not at [{span.Start}, {span.End}] but at [{aligned.Start}, {aligned.End}]. Expected these offsets.");
        return (aligned.Alignment, new(aligned.Start, aligned.End));
    }

    private static Citation Create(UnboundCitation unbound, long key, int ordinal, Claim? claim, EntityName? name)
    {
        var citation = unbound.Create(key, ordinal, claim, name);
        citation.Document.Citations.Add(citation);
        citation.Comment?.Citations.Add(citation);
        citation.By?.CitationsBy.Add(citation);
        return citation;
    }

    private UnboundCitation? Read(SeedMap map)
    {
        var failures = diagnostics.Failures;
        var document = documents.Find(map.Get(CitationKeys.Document));
        var by = entities.Find(map.Get(CitationKeys.By));
        var (span, sha256, paragraph) = (map.Get(CitationKeys.Span), map.Get(CitationKeys.Sha256), map.Get(CitationKeys.Paragraph));
        var (described, posted, wording) = (map.Get(CitationKeys.Described), map.Get(CitationKeys.Posted), map.Get(CitationKeys.Wording));
        var attribution = map.Get(CitationKeys.Attribution) ?? Attribution.Article;
        var section = map.Get(CitationKeys.Section) ?? Section.Body;
        var stance = map.Get(CitationKeys.Stance) ?? Stance.Supports;
        var (statesEnd, isPast) = (map.Get(CitationKeys.StatesEnd), map.Get(CitationKeys.Past));
        CheckSpeaker(map, attribution, section);
        if (document is null || span is null || sha256 is null || diagnostics.Failures > failures)
            return null;

        var attached = document.HasText ? texts.Of(document.Sha256) : null;
        var (alignment, aligned) = Check(span.Value, sha256, map, document.Length, attached?.Aligner, diagnostics);
        if (diagnostics.Failures > failures)
            return null;
        if (attached is not null && paragraph is not null && paragraph != attached.Text.Paragraph(aligned.Start))
            diagnostics.Error(map.LocationOf("paragraph"), $"The span starts in paragraph {attached.Text.Paragraph(aligned.Start)}, not {paragraph}. Expected the number of lines with text up to there.");
        paragraph = attached?.Text.Paragraph(aligned.Start) ?? paragraph;
        var quote = attached?.Text.Slice(aligned.Start, aligned.End);
        var comment = FindComment(map, document, aligned.Start, section);
        if (diagnostics.Failures > failures)
            return null;
        posted ??= comment?.Posted;
        var written = posted is { } moment ? WrittenOn.Of(DateOnly.FromDateTime(moment)) : document.WrittenOn(section);
        return new(document, Make, written, new(document, attribution, by, stance), statesEnd, isPast);

        Citation Make(long key, int ordinal, Claim? claim, EntityName? name) => new()
        {
            Key = key,
            Slug = SlugOf(ordinal, claim, name),
            Ordinal = ordinal,
            ClaimKey = claim?.Key,
            Claim = claim,
            NameKey = name?.Key,
            EntityName = name,
            DocumentKey = document.Key,
            Document = document,
            Start = aligned.Start,
            End = aligned.End,
            Sha256 = sha256,
            Paragraph = paragraph,
            Quote = quote,
            Alignment = alignment,
            Stance = stance,
            StatesEnd = statesEnd,
            Attribution = attribution,
            ByKey = by?.Key,
            By = by,
            Described = described,
            Section = section,
            CommentKey = comment?.Key,
            Comment = comment,
            Posted = posted,
            IsPast = isPast,
            Reported = written.Latest,
            ReportedFrom = written.Earliest,
            Wording = wording,
        };
    }

    /// <summary>The comment that a citation starts in; null outside comments, and if the document lists none.</summary>
    private Comment? FindComment(SeedMap map, Document document, int start, Section section)
    {
        var comment = document.CommentAt(start);
        if (section != Section.Comment)
        {
            if (comment is not null)
                diagnostics.Error(map.LocationOf("span"), $"The span starts in comment {comment.Position}. Expected section COMMENT.");
            return null;
        }

        if (document.Comments.Count == 0 && !map.Has("posted"))
            diagnostics.Error(map.LocationOf("section"), "A comment without \"posted\". Expected when it was posted, such as 2015-01-12T12:10, or the comments of the document listed there.");
        else if (document.Comments.Count > 0 && comment is null)
            diagnostics.Error(map.LocationOf("span"), $"The span starts in none of the comments that \"{document.Slug}\" lists. Expected it in one of them.");
        else if (comment?.Posted is { } posted && map.Get(CitationKeys.Posted) is { } given && given != posted)
            diagnostics.Error(map.LocationOf("posted"), $"Comment {comment.Position} was posted at {Written(posted)}, not at {Written(given)}. Expected the time the document lists, or none.");
        return comment;

        static string Written(DateTime moment) => moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static string SlugOf(int ordinal, Claim? claim, EntityName? name) => claim is not null
        ? string.Create(CultureInfo.InvariantCulture, $"{claim.Slug}.{ordinal}")
        : string.Create(CultureInfo.InvariantCulture, $"{name!.Entity.Slug}.name-{name.Entity.Names.IndexOf(name) + 1}.{ordinal}");

    private void CheckSpeaker(SeedMap map, Attribution attribution, Section section)
    {
        if (attribution is Attribution.OtherPress or Attribution.NamedPerson or Attribution.Organisation && !map.Has("by"))
            diagnostics.Error(map.LocationOf("attribution"), $"The attribution {EnumNames.Name(attribution)} without \"by\". Expected the id of the one who speaks.");
        if (section != Section.Comment && map.Has("posted"))
            diagnostics.Error(map.LocationOf("posted"), "\"posted\" outside a comment. Expected it only with section COMMENT.");
        if (attribution == Attribution.ReaderComment && section != Section.Comment)
            diagnostics.Error(map.LocationOf("attribution"), "The attribution READER_COMMENT outside a comment. Expected section COMMENT.");
    }
}
