using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>Builds documents.</summary>
internal sealed class DocumentBuilder(SeedSections sections, SeedDiagnostics diagnostics, Registry<Entity> entities, SeedIndex index, AlignableTexts texts)
{
    private readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private long _commentKey;

    /// <summary>Builds a document; null if something is missing or wrong, which is reported.</summary>
    /// <param name="item">Its seed.</param>
    public Document? Build(SeedItem item)
    {
        var failures = diagnostics.Failures;
        var firstComment = item.Id is not null && index.FirstComments.TryGetValue(item.Id.Text, out var day) ? day : (DateOnly?)null;
        var map = new SeedMap(item.Node, DocumentKeys.Definition, diagnostics);
        var id = item.Id;
        var (sha256, length, title) = (map.Get(DocumentKeys.Sha256), map.Get(DocumentKeys.Length), map.Get(DocumentKeys.Title));
        var (language, note) = (map.Get(DocumentKeys.Language), map.Get(DocumentKeys.Note));
        var publisher = entities.Find<Publication>(map.Get(DocumentKeys.Publisher), sections.Kinds.Describe<Publication>());
        var authors = (map.Get(DocumentKeys.Authors) ?? []).Select(author => (Author: entities.Find<Person>(author, sections.Kinds.Describe<Person>()), author.Location)).ToList();
        for (var i = 1; i < authors.Count; i++)
            if (authors[i].Author is { } again && authors.Take(i).Any(before => before.Author == again))
                diagnostics.Error(authors[i].Location, $"The author \"{again.Slug}\" stands here twice. Expected each author once.");

        AlignableText? text = null;
        if (sha256 is not null)
        {
            if (!_hashes.TryAdd(sha256.Text, id?.Text ?? ""))
                diagnostics.Error(sha256.Location, $"The document \"{_hashes[sha256.Text]}\" has the same SHA-256. Expected each text once.");
            text = FindText(sha256, id, map);
        }

        if (text is not null && length is not null && text.Text.Length != length)
            diagnostics.Error(map.LocationOf("length"), $"The length is {length}, but the text has {text.Text.Length} code points. Expected {text.Text.Length}.");
        var published = ReadDate(map.Get(DocumentKeys.Published), length, text?.Aligner);
        var updated = ReadDate(map.Get(DocumentKeys.Updated), length, text?.Aligner);
        var comments = ReadComments(map, length);
        var dates = (map.Get(DocumentKeys.Dates) ?? []).Select(date => ReadEvidence(date, item.Key)).ToList();
        WrittenOn[] written = [.. Enum.GetValues<Section>().Select(section => WrittenOn.Of(section, dates, published, updated, firstComment))];
        if (Array.Exists(written, part => part.IsEmpty))
            diagnostics.Error(map.LocationOf("dates"), "Dates that leave no day on which it can have been written. Expected limits that one day meets.");
        if (id is null || sha256 is null || length is null || language is null || diagnostics.Failures > failures)
            return null;

        var body = written[(int)Section.Body];
        var document = new Document
        {
            Key = item.Key,
            Slug = id.Text,
            Title = title,
            TitleFolded = title is null ? null : Folding.Fold(title),
            TitleSortKey = title is null ? null : Folding.SortKey(title),
            Label = map.Get(DocumentKeys.Label) ?? title ?? id.Text,
            ArticleSection = map.Get(DocumentKeys.Section),
            CommentCount = map.Get(DocumentKeys.CommentCount),
            PublisherKey = publisher?.Key,
            Publisher = publisher,
            Published = published,
            Updated = updated,
            Date = body == default ? null : PartialDate.Between(body.Earliest, body.Latest),
            PublicBy = body.Latest,
            Written = written,
            Language = language,
            Sha256 = sha256.Text,
            Length = length.Value,
            Note = note,
            HasText = text is not null,
            Text = text is null ? null : new() { DocumentKey = item.Key, Content = text.Text.Content },
        };
        AddComments(document, comments);
        foreach (var date in dates)
        {
            document.Dates.Add(date);
            (date.Document, date.Ordinal) = (document, document.Dates.Count);
        }

        publisher?.Documents.Add(document);
        foreach (var (author, _) in authors)
        {
            document.Authorships.Add(new() { DocumentKey = document.Key, Document = document, PersonKey = author!.Key, Person = author, Ordinal = document.Authorships.Count + 1 });
            document.Authors.Add(author);
            author.Documents.Add(document);
        }

        return document;
    }

    /// <summary>The comments, each with its span, in the order of the text.</summary>
    private List<(SeedMap Map, int Position, CitedSpan Span)> ReadComments(SeedMap document, int? length)
    {
        var comments = new List<(SeedMap Map, int Position, CitedSpan Span)>();
        foreach (var map in document.Get(DocumentKeys.Comments) ?? [])
        {
            if (map.Get(CommentKeys.Position) is not { } position || map.Get(CommentKeys.Span) is not { } span)
                continue;
            if (span.End > length)
                diagnostics.Error(map.LocationOf("span"), $"The span [{span.Start}, {span.End}] reaches beyond the text. Expected an end of at most {length}, its length.");
            else if (comments.Count > 0 && comments[^1].Position >= position)
                diagnostics.Error(map.LocationOf("position"), $"The position {position} after {comments[^1].Position}. Expected comments in the order they are printed.");
            else if (comments.Count > 0 && comments[^1].Span.End > span.Start)
                diagnostics.Error(map.LocationOf("span"), $"The comment begins at {span.Start}, before the one above it ends at {comments[^1].Span.End}. Expected comments in the order they are printed, none in another.");
            else
                comments.Add((map, position, span));
        }

        foreach (var (map, position, _) in comments)
            if (map.Get(CommentKeys.ReplyTo) is { } answered && (answered == position || !comments.Exists(other => other.Position == answered)))
                diagnostics.Error(map.LocationOf("reply-to"), $"No other comment has the position {answered}. Expected the position of the comment it answers.");
        return comments;
    }

    private void AddComments(Document document, List<(SeedMap Map, int Position, CitedSpan Span)> comments)
    {
        var keys = comments.ToDictionary(comment => comment.Position, _ => ++_commentKey);
        foreach (var (map, position, span) in comments)
            document.Comments.Add(new()
            {
                Key = keys[position],
                DocumentKey = document.Key,
                Document = document,
                Position = position,
                Posted = map.Get(CommentKeys.Posted),
                Author = map.Get(CommentKeys.Author),
                ReplyToKey = map.Get(CommentKeys.ReplyTo) is { } answered ? keys[answered] : null,
                Start = span.Start,
                End = span.End,
            });
        foreach (var comment in document.Comments.Where(comment => comment.ReplyToKey is not null))
            comment.ReplyTo = document.Comments[(int)(comment.ReplyToKey!.Value - document.Comments[0].Key)];
    }

    private DocumentDate ReadEvidence(SeedMap map, long document)
    {
        var (date, span, sha256, shownIn) = (map.Get(DocumentDateKeys.Date), map.Get(DocumentDateKeys.Span), map.Get(DocumentDateKeys.Sha256), map.Get(DocumentDateKeys.Document));
        if (map.Has("span") != map.Has("sha256"))
            diagnostics.Error(map.Location, "A span without sha256 or the other way round. Expected both or neither.");
        if (map.Has("document") && !map.Has("span"))
            diagnostics.Error(map.LocationOf("document"), "A \"document\" without \"span\". Expected the place of the words in it.");
        return new()
        {
            DocumentKey = document,
            Section = map.Get(DocumentDateKeys.Section),
            Evidence = map.Get(DocumentDateKeys.Evidence) ?? DateEvidence.Printed,
            Earliest = date?.Earliest,
            Latest = date?.Latest,
            ShownInKey = shownIn is null ? span is null ? null : document : KeyOf(shownIn),
            Wording = map.Get(DocumentDateKeys.Wording),
            Start = span?.Start,
            End = span?.End,
            Sha256 = sha256,
            Note = map.Get(DocumentDateKeys.Note),
        };
    }

    // Documents may refer to those that come after them.
    private long? KeyOf(Located document)
    {
        if (index.DocumentNumbers.TryGetValue(document.Text, out var key))
            return key;
        diagnostics.Error(document.Location, $"Unknown document \"{document.Text}\".{Nearest.Hint(document.Text, index.DocumentNumbers.Keys)} Expected the id of a document of the seeds.");
        return null;
    }

    private AlignableText? FindText(Located sha256, Located? id, SeedMap map)
    {
        try
        {
            var text = texts.Of(sha256.Text);
            if (text is null && texts.AreGiven)
                diagnostics.Warning(sha256.Location, $"No file in the documents folder has this SHA-256. Citations of \"{id?.Text}\" stay unchecked.");
            return text;
        }
        catch (DocumentTextsException exception)
        {
            diagnostics.Error(map.Location, exception.Message);
            return null;
        }
    }

    private PrintedDate? ReadDate(SeedMap? map, int? length, CitationAligner? aligner)
    {
        if (map is null)
            return null;
        var (date, span, sha256) = (map.Get(PrintedDateKeys.Date), map.Get(PrintedDateKeys.Span), map.Get(PrintedDateKeys.Sha256));
        if (map.Has("span") != map.Has("sha256"))
            diagnostics.Error(map.Location, "A span without sha256 or the other way round. Expected both or neither.");
        var alignment = Alignment.Unchecked;
        if (span is { } cited && sha256 is not null)
            (alignment, span) = CitationBuilder.Check(cited, sha256, map, length, aligner, diagnostics);
        return date is null ? null : new()
        {
            Edtf = date.Edtf,
            Earliest = date.Earliest,
            Latest = date.Latest,
            Time = map.Get(PrintedDateKeys.Time),
            Misprint = map.Get(PrintedDateKeys.Misprint),
            Wording = map.Get(PrintedDateKeys.Wording),
            Start = span?.Start,
            End = span?.End,
            Sha256 = sha256,
            Alignment = alignment,
        };
    }
}
