using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;
using KnowledgeApi.Knowledge.Streams;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>
/// The first reading of seeds: every id is known after it, and every item is put by to be built from. Until all ids are known nothing can be built, since anything may refer to
/// what comes later.
/// </summary>
internal sealed class SeedIndex : IDisposable
{
    private readonly SeedSections _sections;
    private readonly SeedDiagnostics _diagnostics;
    private readonly Dictionary<string, DateOnly> _firstComments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _documentNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Located> _prerequisites = new(StringComparer.Ordinal);
    private readonly List<SeedMap> _accepted = [];
    private readonly List<SeedMap> _questions = [];
    private readonly HashSet<string> _answered = new(StringComparer.Ordinal);
    private readonly Registry<Entity> _entities;
    private readonly Registry<Document> _documents;
    private readonly Registry<Claim> _claims;
    private readonly Registry<Question> _questionIds;

    public SeedIndex(SeedSections sections, SeedDiagnostics diagnostics, Scratch scratch, Registry<Entity> entities, Registry<Document> documents, Registry<Claim> claims, Registry<Question> questions)
    {
        (_sections, _diagnostics, _entities, _documents, _claims, _questionIds) = (sections, diagnostics, entities, documents, claims, questions);
        (Entities, Documents, Claims, Existences) = (new(scratch), new(scratch), new(scratch), new(scratch));
    }

    public SeedItems Entities { get; }

    public SeedItems Documents { get; }

    public SeedItems Claims { get; }

    /// <summary>The questions, each once.</summary>
    public IReadOnlyList<SeedMap> Questions => _questions;

    /// <summary>The ids of questions that claims name.</summary>
    public IReadOnlySet<string> Answered => _answered;

    /// <summary>The claims that say when something was founded or dissolved, which bounds what others can state of it.</summary>
    public SeedItems Existences { get; }

    /// <summary>The numbers of documents by their ids.</summary>
    public IReadOnlyDictionary<string, long> DocumentNumbers => _documentNumbers;

    /// <summary>The findings that are accepted.</summary>
    public IReadOnlyList<SeedMap> Accepted => _accepted;

    /// <summary>The day of the first comment that is cited or listed of each document: by then it was public.</summary>
    public IReadOnlyDictionary<string, DateOnly> FirstComments => _firstComments;

    /// <summary>The claims that others name as what must be built before them, by the ids of these.</summary>
    public IReadOnlyDictionary<string, Located> Prerequisites => _prerequisites;

    /// <summary>How many citations names have. The numbers of those of claims follow.</summary>
    public long NameCitations { get; private set; }

    /// <summary>How many citations claims have.</summary>
    public long ClaimCitations { get; private set; }

    /// <summary>Reads all files.</summary>
    /// <exception cref="SeedFolderException">They have changed since the folder was opened, or cannot be read.</exception>
    public void Read(SeedFolder folder, Action<double>? progress, CancellationToken cancellation)
    {
        if (folder.IsEmpty)
            _diagnostics.Error(new(folder.Location, 0, 0), "The seeds folder is empty. Expected at least one .yaml or .jsonl file.");
        try
        {
            using var reading = folder.Read();
            while (reading.Next() is { } file)
            {
                foreach (var root in SeedRoots.Read(file.Name, file.Content, _diagnostics))
                {
                    cancellation.ThrowIfCancellationRequested();
                    Add(new(root, _sections.Definition, _diagnostics));
                    progress?.Invoke((double)reading.Read / Math.Max(1, folder.Length));
                }

                // What could not be read to its end counts as well.
                file.Content.CopyTo(Stream.Null);
            }

            if (reading.Hash() != folder.Hash)
                throw new SeedFolderException(new(folder.Location, 0, 0, "The seeds changed while they were read. Try again.", Severity.Error)) { HasChanged = true };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw SeedFolder.Unreadable(folder.Location, exception);
        }
    }

    public void Dispose()
    {
        Entities.Dispose();
        Documents.Dispose();
        Claims.Dispose();
        Existences.Dispose();
    }

    private void Add(SeedMap root)
    {
        for (var kind = 0; kind < _sections.Entities.Count; kind++)
            foreach (var map in root.Get(_sections.Entities[kind].Section) ?? [])
                AddEntity(map, kind);
        foreach (var map in root.Get(_sections.Documents) ?? [])
        {
            AddDocument(map);
            NoteComments(map);
        }

        for (var kind = 0; kind < _sections.Claims.Count; kind++)
            foreach (var map in root.Get(_sections.Claims[kind].Section) ?? [])
                AddClaim(map, kind);
        _questions.AddRange((root.Get(_sections.Questions) ?? []).Where(map => Declare(map.Get(QuestionKeys.Id), _questionIds) is not null));
        _accepted.AddRange(root.Get(_sections.Accepted) ?? []);
    }

    private void AddDocument(SeedMap map)
    {
        var id = Declare(map.Get(DocumentKeys.Id), _documents);
        Documents.Add(new(0, Documents.Count + 1, id, 0, map.Written));
        if (id is not null)
            _documentNumbers.Add(id.Text, Documents.Count);
    }

    private void AddEntity(SeedMap map, int kind)
    {
        var citations = NameCitations;
        foreach (var name in map.Get(EntityKeys.Names) ?? [])
            NameCitations += Note(name.Get(NameKeys.Citations));
        Entities.Add(new(kind, Entities.Count + 1, Declare(map.Get(EntityKeys.Id), _entities), citations + 1, map.Written));
    }

    private void AddClaim(SeedMap map, int kind)
    {
        var id = Declare(map.Get(ClaimKeys.Id), _claims);
        if (id is not null && _sections.Claims[kind].Kind.PrerequisiteOf(map) is { } prerequisite)
            _prerequisites[id.Text] = prerequisite;
        if (map.Get(ClaimKeys.Question) is { } question)
            _answered.Add(question.Text);
        var item = new SeedItem(kind, Claims.Count + 1, id, ClaimCitations + 1, map.Written);
        Claims.Add(item);
        if (_sections.Claims[kind].Kind.ExistenceOf(map) is not null)
            Existences.Add(item);
        ClaimCitations += Note(map.Get(ClaimKeys.Citations));
    }

    private static Located? Declare<T>(Located? id, Registry<T> registry)
        where T : class => id is not null && registry.Declare(id) ? id : null;

    private void NoteComments(SeedMap document)
    {
        foreach (var comment in document.Get(DocumentKeys.Comments) ?? [])
            if (document.Get(DocumentKeys.Id) is { } id && comment.Get(CommentKeys.Posted) is { } posted)
                NoteComment(id.Text, posted);
    }

    private void NoteComment(string document, DateTime posted)
    {
        var day = DateOnly.FromDateTime(posted);
        _firstComments[document] = _firstComments.TryGetValue(document, out var before) && before < day ? before : day;
    }

    // Looks at the comments, and counts.
    private int Note(IReadOnlyList<SeedMap>? citations)
    {
        foreach (var map in citations ?? [])
        {
            if (map.Get(CitationKeys.Document) is { } document && map.Get(CitationKeys.Posted) is { } posted)
                NoteComment(document.Text, posted);
        }

        return citations?.Count ?? 0;
    }
}

/// <summary>The mappings that a seed file is made of: one of YAML, one for each line of JSON Lines.</summary>
internal static class SeedRoots
{
    public static IEnumerable<MapNode> Read(string name, Stream content, SeedDiagnostics diagnostics)
    {
        if (Path.GetExtension(name).Equals(".jsonl", StringComparison.OrdinalIgnoreCase))
            return SeedLines.Read(name, content, diagnostics);
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return SeedFile.Read(name, bytes.ToArray(), diagnostics) is { } root ? [root] : [];
    }
}
