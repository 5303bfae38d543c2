using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>
/// Builds the graph out of read mappings: entities, then documents, then names and claims with their citations. What has an error is
/// left out of the graph, which then is not used; it is only built to find all other errors.
/// </summary>
internal sealed class GraphBuilder(SeedSections sections, SeedDiagnostics diagnostics, DocumentTexts? texts)
{
    private readonly Registry<Entity> _entities = new("entity", diagnostics);
    private readonly Registry<Document> _documents = new("document", diagnostics);
    private readonly Dictionary<string, string> _hashes = [];
    private readonly Dictionary<(string Scheme, string Value), SourceLocation> _identifiers = [];
    private IReadOnlyDictionary<string, DateOnly> _firstComments = new Dictionary<string, DateOnly>();
    private long _nameKey;
    private long _identifierKey;

    public KnowledgeBase Build(IReadOnlyList<SeedMap> files)
    {
        var entities = ReadEntities(files);
        var documents = All(files, sections.Documents).Select(map => (Map: map, Id: map.Get(DocumentKeys.Id))).ToList();
        foreach (var (_, id) in documents)
            if (id is not null)
                _documents.Declare(id);

        foreach (var (map, id, kind) in entities)
            AddEntity(map, id, kind);
        _firstComments = CitationBuilder.FirstComments(
        [
            .. sections.Claims.SelectMany(kind => All(files, kind.Section)).SelectMany(map => map.Get(ClaimKeys.Citations) ?? []),
            .. entities.SelectMany(entity => entity.Map.Get(EntityKeys.Names) ?? []).SelectMany(name => name.Get(NameKeys.Citations) ?? []),
        ]);
        var citations = new CitationBuilder(diagnostics, _entities, _documents);
        foreach (var (map, id) in documents)
            if (ReadDocument(map, id, citations) is { } document)
                _documents.Add(document.Slug, document);
        foreach (var (map, id, _) in entities)
            ReadNames(map, _entities.Find(id), citations);

        var claims = new ClaimBuilder(sections, diagnostics, _entities, citations).Build(files);
        return new()
        {
            Documents = _documents.All,
            Entities = _entities.All,
            Claims = claims,
            Citations = citations.All,
            Acceptances = ReadAcceptances(files),
        };
    }

    // Whether there are such findings is known when the rules have run.
    private List<Acceptance> ReadAcceptances(IReadOnlyList<SeedMap> files)
    {
        var locations = new Dictionary<string, SourceLocation>(StringComparer.Ordinal);
        var acceptances = new List<Acceptance>();
        foreach (var map in All(files, sections.Accepted))
        {
            if (map.Get(AcceptedKeys.Finding) is not { } finding || map.Get(AcceptedKeys.Reason) is not { } reason)
                continue;
            if (locations.TryAdd(finding.Text, finding.Location))
                acceptances.Add(new(finding.Text, reason));
            else
                diagnostics.Error(finding.Location, $"The finding \"{finding.Text}\" is accepted at {locations[finding.Text].File}:{locations[finding.Text].Line} already. Expected each finding once.");
        }
        return acceptances;
    }

    /// <summary>The items of one section in all files.</summary>
    public static IEnumerable<SeedMap> All(IReadOnlyList<SeedMap> files, SeedKey<IReadOnlyList<SeedMap>> section) =>
        files.SelectMany(file => file.Get(section) ?? []);

    private List<(SeedMap Map, Located? Id, EntityDescriptor Kind)> ReadEntities(IReadOnlyList<SeedMap> files)
    {
        var entities = new List<(SeedMap, Located?, EntityDescriptor)>();
        foreach (var file in files)
        {
            foreach (var (kind, section) in sections.Entities)
            {
                foreach (var map in file.Get(section) ?? [])
                {
                    var id = map.Get(EntityKeys.Id);
                    if (id is not null && !_entities.Declare(id))
                        id = null;
                    entities.Add((map, id, kind));
                }
            }
        }
        return entities;
    }

    private void AddEntity(SeedMap map, Located? id, EntityDescriptor kind)
    {
        var (name, description) = (map.Get(EntityKeys.Name), map.Get(EntityKeys.Description));
        if (id is null || name is null)
            return;
        _entities.Add(id.Text, kind.Create(new(_entities.All.Count + 1, id.Text, name, description)));
    }

    private Document? ReadDocument(SeedMap map, Located? id, CitationBuilder citations)
    {
        var failures = diagnostics.Failures;
        var (sha256, length, title) = (map.Get(DocumentKeys.Sha256), map.Get(DocumentKeys.Length), map.Get(DocumentKeys.Title));
        var (language, note) = (map.Get(DocumentKeys.Language), map.Get(DocumentKeys.Note));
        var publisher = _entities.Find<Publication>(map.Get(DocumentKeys.Publisher), sections.Kinds.Describe<Publication>());
        var authors = (map.Get(DocumentKeys.Authors) ?? []).Select(author => (Author: _entities.Find<Person>(author, sections.Kinds.Describe<Person>()), author.Location)).ToList();
        for (var i = 1; i < authors.Count; i++)
            if (authors[i].Author is { } again && authors.Take(i).Any(before => before.Author == again))
                diagnostics.Error(authors[i].Location, $"The author \"{again.Slug}\" stands here twice. Expected each author once.");

        CodePointText? text = null;
        if (sha256 is not null)
        {
            if (!_hashes.TryAdd(sha256.Text, id?.Text ?? ""))
                diagnostics.Error(sha256.Location, $"The document \"{_hashes[sha256.Text]}\" has the same SHA-256. Expected each text once.");
            text = FindText(sha256, id, map);
        }
        if (text is not null && length is not null && text.Length != length)
            diagnostics.Error(map.LocationOf("length"), $"The length is {length}, but the text has {text.Length} code points. Expected {text.Length}.");
        var aligner = text is null ? null : new CitationAligner(text);
        var published = ReadDate(map.Get(DocumentKeys.Published), length, aligner);
        var updated = ReadDate(map.Get(DocumentKeys.Updated), length, aligner);
        if (id is null || sha256 is null || length is null || language is null || diagnostics.Failures > failures)
            return null;

        var document = new Document
        {
            Key = _documents.All.Count + 1,
            Slug = id.Text,
            Title = title,
            TitleFolded = title is null ? null : Folding.Fold(title),
            TitleSortKey = title is null ? null : Folding.SortKey(title),
            PublisherKey = publisher?.Key,
            Publisher = publisher,
            Published = published,
            Updated = updated,
            PublicBy = PublicBy(id.Text, published, updated),
            Language = language,
            Sha256 = sha256.Text,
            Length = length.Value,
            Note = note,
            HasText = text is not null,
            Text = text is null ? null : new() { DocumentKey = _documents.All.Count + 1, Content = text.Content },
        };
        publisher?.Documents.Add(document);
        foreach (var (author, _) in authors)
        {
            document.Authorships.Add(new() { DocumentKey = document.Key, Document = document, PersonKey = author!.Key, Person = author, Ordinal = document.Authorships.Count + 1 });
            document.Authors.Add(author);
            author.Documents.Add(document);
        }
        if (text is not null)
            citations.Attach(document, text, aligner!);
        return document;
    }

    // The text stands as it was last changed. A partial date counts from its last day: by then it was public for certain.
    private DateOnly? PublicBy(string slug, PrintedDate? published, PrintedDate? updated) =>
        (updated, published) switch
        {
            ({ Misprint: false }, _) => updated.Latest,
            (_, { Misprint: false }) => published.Latest,
            _ => _firstComments.TryGetValue(slug, out var day) ? day : null,
        };

    private CodePointText? FindText(Located sha256, Located? id, SeedMap map)
    {
        try
        {
            var text = texts?.Find(sha256.Text);
            if (text is null && texts is not null)
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

    private void ReadNames(SeedMap map, Entity? entity, CitationBuilder citations)
    {
        var seen = new HashSet<string>();
        foreach (var item in map.Get(EntityKeys.Names) ?? [])
        {
            var (text, kind) = (item.Get(NameKeys.Name), item.Get(NameKeys.Kind));
            var unbound = citations.Read(item.Get(NameKeys.Citations) ?? []);
            if (text is not null && !seen.Add(text))
                diagnostics.Error(item.LocationOf("name"), $"The name \"{text}\" stands here twice. Expected each name once, with all its citations.");
            if (entity is null || text is null || kind is null)
                continue;
            var name = new EntityName { Key = ++_nameKey, EntityKey = entity.Key, Entity = entity, Text = text, Folded = Folding.Fold(text), Kind = kind.Value };
            entity.Names.Add(name);
            citations.Add(unbound, name);
        }
        foreach (var item in map.Get(EntityKeys.Identifiers) ?? [])
            ReadIdentifier(item, entity);
    }

    private void ReadIdentifier(SeedMap map, Entity? entity)
    {
        var (scheme, value) = (map.Get(IdentifierKeys.Scheme), map.Get(IdentifierKeys.Value));
        if (scheme is null || value is null)
            return;
        if (!_identifiers.TryAdd((scheme, value.Text), value.Location))
        {
            var first = _identifiers[(scheme, value.Text)];
            diagnostics.Error(value.Location, $"The identifier {scheme} \"{value.Text}\" is taken at {first.File}:{first.Line}. Expected an identifier of one entity only.");
        }
        entity?.Identifiers.Add(new() { Key = ++_identifierKey, EntityKey = entity.Key, Entity = entity, Scheme = scheme, Value = value.Text });
    }
}
