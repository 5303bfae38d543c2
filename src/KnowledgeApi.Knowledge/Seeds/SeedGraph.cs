using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning;
using KnowledgeApi.Knowledge.Reasoning.Agreements;
using KnowledgeApi.Knowledge.Reasoning.Evidence;
using KnowledgeApi.Knowledge.SeedFormat;
using KnowledgeApi.Knowledge.Streams;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>
/// What seeds state, as objects. All is checked first; then it is given out in pieces, so that memory does not grow with the seeds: documents and entities one by one, claims together with
/// all others about the same subjects. What has an error is left out, and no piece is given out then; it is only built to find all other errors.
/// Of each entity and document a card is kept, and of each claim its id.
/// </summary>
internal sealed class SeedGraph : IDisposable
{
    /// <summary>How many claims a piece has, about: more only if one subject has more.</summary>
    public const int PieceSize = 5_000;

    // How many objects are built before all are forgotten.
    private const int ScopeSize = 1_000;

    private readonly SeedSections _sections;
    private readonly SeedDiagnostics _diagnostics;
    private readonly Scratch _scratch;
    private readonly AlignableTexts _texts;
    private readonly EntityRegistry _entities;
    private readonly DocumentRegistry _documents;
    private readonly Registry<Claim> _claims;
    private readonly Registry<Question> _questions;
    private readonly CitationBuilder _citations;
    private readonly ClaimBuilder _claimBuilder;
    private readonly SeedIndex _index;
    private readonly Dictionary<string, Existence> _existences = new(StringComparer.Ordinal);
    private readonly int _pieceSize;
    private int[] _subjects = [];
    private int[] _subjectGroups = [];
    private KnowledgeBase? _whole;

    public SeedGraph(SeedSections sections, SeedDiagnostics diagnostics, DocumentTexts? texts, Scratch scratch, int pieceSize)
    {
        (_sections, _diagnostics, _scratch, _pieceSize) = (sections, diagnostics, scratch, pieceSize);
        _texts = new(texts);
        _entities = new(diagnostics);
        _documents = new(diagnostics, _entities);
        _claims = new("claim", diagnostics);
        _questions = new("question", diagnostics);
        _citations = new(diagnostics, _entities, _documents, _texts);
        _claimBuilder = new(sections, diagnostics, _entities, _claims, _questions, _citations, _existences);
        _index = new(sections, diagnostics, scratch, _entities, _documents, _claims, _questions);
    }

    /// <summary>What is counted of all. Complete once all is checked.</summary>
    public Tallies Tallies { get; } = new();

    /// <summary>The findings the curators accept, with where they say so.</summary>
    public IReadOnlyList<(Acceptance Acceptance, SourceLocation Location)> Acceptances { get; private set; } = [];

    /// <summary>How many claims there are.</summary>
    public int Claims => _index.Claims.Count;

    /// <summary>How many entities there are.</summary>
    public int Entities => _index.Entities.Count;

    /// <summary>How many documents there are.</summary>
    public int Documents => _index.Documents.Count;

    /// <summary>How many citations there are.</summary>
    public long Citations => _index.NameCitations + _index.ClaimCitations;

    private bool IsWhole => Claims <= _pieceSize;

    /// <summary>Reads and checks all seeds. What is wrong is reported, never thrown.</summary>
    /// <param name="folder">The seeds.</param>
    /// <param name="onRead">Told what share has been read.</param>
    /// <param name="onChecked">Told what share has been checked.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="SeedFolderException">They have changed since the folder was opened, or cannot be read.</exception>
    public void Check(SeedFolder folder, Action<double>? onRead, Action<double>? onChecked, CancellationToken cancellation)
    {
        _index.Read(folder, onRead, cancellation);
        EnterEntities();
        var documents = CheckDocuments();
        CheckNames();
        ReadExistences();
        Acceptances = ReadAcceptances();
        EnterQuestions();
        var claims = CheckClaims(onChecked, cancellation);
        if (IsWhole)
            _whole = Whole(documents, claims);
    }

    /// <summary>All documents with their texts, in the order of their numbers.</summary>
    public IEnumerable<Document> ReadDocuments()
    {
        var builder = new DocumentBuilder(_sections, _diagnostics, _entities, _index, _texts);
        return _whole?.Documents ?? Scoped(_index.Documents.Read()).Select(builder.Build).OfType<Document>();
    }

    /// <summary>All entities with their names, in the order of their numbers.</summary>
    public IEnumerable<Entity> ReadEntities()
    {
        var builder = new EntityBuilder(_sections, _diagnostics, _entities, _citations);
        return _whole?.Entities ?? Scoped(_index.Entities.Read()).Select(Build).OfType<Entity>();

        Entity? Build(SeedItem item)
        {
            var entity = builder.Build(item, isShort: false);
            builder.AddNames(item, entity);
            return entity;
        }
    }

    /// <summary>All claims, in pieces: of each subject all are in one.</summary>
    public IEnumerable<KnowledgeBase> ReadPieces()
    {
        if (_whole is not null)
        {
            yield return _whole;
            yield break;
        }

        var pieces = Route();
        foreach (var piece in pieces)
        {
            using (piece)
            {
                Forget();
                var claims = piece.Read().Select(Build).OfType<Claim>().OrderBy(claim => claim.Key).ToList();
                Supersession.Enter(claims);
                yield return new()
                {
                    Documents = [],
                    Entities = [.. claims.Select(claim => claim.Subject).Distinct().OrderBy(subject => subject.Key)],
                    Claims = claims,
                    Citations = [.. claims.SelectMany(claim => claim.Citations)],
                };
            }
        }
    }

    public void Dispose() => _index.Dispose();

    // All ids are known; now each entity can be referred to.
    private void EnterEntities()
    {
        var builder = new EntityBuilder(_sections, _diagnostics, _entities, _citations);
        foreach (var item in Scoped(_index.Entities.Read()))
            if (builder.Build(item, isShort: !IsWhole) is { } entity)
                _entities.Add(entity, _sections.Entities[item.Kind].Kind);
    }

    private List<Document> CheckDocuments()
    {
        var builder = new DocumentBuilder(_sections, _diagnostics, _entities, _index, _texts);
        var documents = new List<Document>();
        foreach (var item in Scoped(_index.Documents.Read()))
        {
            if (builder.Build(item) is not { } document)
                continue;
            _documents.Add(document);
            Tallies.Add(document);
            if (IsWhole)
                documents.Add(document);
        }

        return documents;
    }

    private void CheckNames()
    {
        var builder = new EntityBuilder(_sections, _diagnostics, _entities, _citations);
        foreach (var item in Scoped(_index.Entities.Read()))
        {
            var entity = item.Id is null ? null : _entities.Of(item.Id.Text);
            builder.AddNames(item, entity);
            if (entity is null)
                continue;
            _entities.KeepNames(entity);
            Tallies.Add(entity);
        }
    }

    private void EnterQuestions()
    {
        foreach (var map in _index.Questions)
        {
            if (map.Get(QuestionKeys.Id) is not { } id || map.Get(QuestionKeys.Text) is not { } text)
                continue;
            var differences = (map.Get(QuestionKeys.Differences) ?? []).OfType<Difference>().Distinct().ToList();
            _questions.Add(id.Text, new(id.Text, text, map.Get(QuestionKeys.Exclusive), map.Get(QuestionKeys.Note), differences));
            if (!_index.Answered.Contains(id.Text))
                _diagnostics.Error(id.Location, $"No claim answers the question \"{id.Text}\". Expected at least one with \"question: {id.Text}\".");
        }
    }

    // The documents are known: when each says it. What is wrong with these claims is reported when they are checked.
    private void ReadExistences()
    {
        var tellings = new Dictionary<string, List<ExistenceTelling>>(StringComparer.Ordinal);
        foreach (var item in _index.Existences.Read())
        {
            var kind = _sections.Claims[item.Kind].Kind;
            var map = new SeedMap(item.Node, kind.Mapping, new());
            if (kind.ExistenceOf(map) is not var (entity, date, isEnd))
                continue;
            var known = (map.Get(ClaimKeys.Citations) ?? []).Where(citation => (citation.Get(CitationKeys.Stance) ?? Stance.Supports) == Stance.Supports).Select(KnownFrom).Min();
            if (!tellings.TryGetValue(entity, out var list))
                tellings.Add(entity, list = []);
            list.Add(new(date, isEnd, known));
        }

        foreach (var (entity, list) in tellings)
            _existences.Add(entity, new(list));

        DateOnly? KnownFrom(SeedMap citation)
        {
            var document = citation.Get(CitationKeys.Document) is { } id ? _documents.Of(id.Text) : null;
            var section = citation.Get(CitationKeys.Section) ?? Model.Section.Body;
            var comment = section == Model.Section.Comment && citation.Get(CitationKeys.Span) is { } span ? document?.CommentAt(span.Start) : null;
            return (citation.Get(CitationKeys.Posted) ?? comment?.Posted) is { } posted ? DateOnly.FromDateTime(posted) : document?.WrittenOn(section).Latest;
        }
    }

    // Whether there are such findings is known when the rules have run.
    private List<(Acceptance, SourceLocation)> ReadAcceptances()
    {
        var locations = new Dictionary<string, SourceLocation>(StringComparer.Ordinal);
        var acceptances = new List<(Acceptance, SourceLocation)>();
        foreach (var map in _index.Accepted)
        {
            if (map.Get(AcceptedKeys.Finding) is not { } finding)
                continue;
            if (!locations.TryAdd(finding.Text, finding.Location))
                _diagnostics.Error(finding.Location, $"The finding \"{finding.Text}\" is accepted at {locations[finding.Text].File}:{locations[finding.Text].Line} already. Expected each finding once.");
            else
                acceptances.Add((new(finding.Text, map.Get(AcceptedKeys.Reason) ?? ""), finding.Location));
        }

        return acceptances;
    }

    private List<Claim> CheckClaims(Action<double>? onChecked, CancellationToken cancellation)
    {
        var causes = _index.Prerequisites.Values.Select(cause => cause.Text).ToHashSet(StringComparer.Ordinal);
        using var linked = new Sorter<LinkedPlace, (int Depth, SeedItem Item)>(_scratch, one => new(one.Depth, one.Item.Key), WriteLinked, ReadLinked);
        var (claims, done, depths) = (new List<Claim>(), 0, Depths(cancellation));
        using var compared = new Sorter<ComparedSubject, ComparedSubject>(_scratch, one => one, ComparedSubject.Write, ComparedSubject.Read);
        _subjects = IsWhole ? [] : new int[Claims + 1];
        foreach (var item in Scoped(_index.Claims.Read()))
        {
            if (item.Id is not null && (causes.Contains(item.Id.Text) || _index.Prerequisites.ContainsKey(item.Id.Text)))
                linked.Add((depths.GetValueOrDefault(item.Id.Text), item));
            else
                Check(item);
        }

        // A claim that another refers to is built before that one.
        foreach (var (_, item) in linked.Read())
        {
            if (Check(item) is { } claim && causes.Contains(claim.Slug))
                _claims.Add(claim.Slug, IsWhole ? claim : _sections.Claims[item.Kind].Kind.ShortOf(claim));
            if (!IsWhole && done % ScopeSize == 0)
                Forget();
        }

        _subjectGroups = SubjectGroups(compared);
        return claims;

        Claim? Check(SeedItem item)
        {
            cancellation.ThrowIfCancellationRequested();
            onChecked?.Invoke((double)++done / Claims);
            if (Build(item) is not { } claim)
                return null;
            Tallies.Add(claim);
            if (IsWhole)
            {
                claims.Add(claim);
                return claim;
            }

            _subjects[item.Key] = (int)claim.SubjectKey;
            foreach (var print in AgreementFinder.PrintsOf(claim))
                compared.Add(new(print, (int)claim.SubjectKey));
            return claim;
        }
    }

    private static void WriteLinked(BinaryWriter writer, (int Depth, SeedItem Item) one)
    {
        writer.Write7BitEncodedInt(one.Depth);
        SeedItems.Write(writer, one.Item);
    }

    private static (int Depth, SeedItem Item) ReadLinked(BinaryReader reader) => (reader.Read7BitEncodedInt(), SeedItems.Read(reader, []));

    /// <summary>How many claims lie before each that has others before it; a circle is reported where it closes.</summary>
    private Dictionary<string, int> Depths(CancellationToken cancellation)
    {
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var start in _index.Prerequisites.Keys)
        {
            cancellation.ThrowIfCancellationRequested();
            var (path, places) = (new List<string>(), new Dictionary<string, int>(StringComparer.Ordinal));
            var at = start;
            while (!depths.ContainsKey(at) && _index.Prerequisites.TryGetValue(at, out var before) && places.TryAdd(at, path.Count))
            {
                path.Add(at);
                at = before.Text;
            }

            if (places.TryGetValue(at, out var closed))
                foreach (var one in path.Skip(closed))
                    ReportCircle(_index.Prerequisites[one]);
            var depth = depths.GetValueOrDefault(at);
            for (var i = path.Count - 1; i >= 0; i--)
                depths[path[i]] = ++depth;
        }

        return depths;
    }

    private void ReportCircle(Located cause) =>
        _diagnostics.Error(cause.Location, $"The claim \"{cause.Text}\" is its own cause, by way of others or at once. Expected causes that come to an end.");

    private Claim? Build(SeedItem item) => _claimBuilder.Build(item, _index.NameCitations + item.FirstCitation);

    private KnowledgeBase Whole(List<Document> documents, List<Claim> claims)
    {
        var entities = _index.Entities.Read().Where(item => item.Id is not null).Select(item => _entities.Of(item.Id!.Text)).OfType<Entity>().ToList();
        claims.Sort((a, b) => a.Key.CompareTo(b.Key));
        Supersession.Enter(claims);
        return new()
        {
            Documents = documents,
            Entities = entities,
            Claims = claims,
            Citations = [.. entities.SelectMany(entity => entity.Names).SelectMany(name => name.Citations), .. claims.SelectMany(claim => claim.Citations)],
            Acceptances = [.. Acceptances.Select(accepted => accepted.Acceptance)],
        };
    }

    // Claims of one property or question are compared, though they may be about different subjects: these are then in one piece. Each subject's group is named by one of its subjects.
    private int[] SubjectGroups(Sorter<ComparedSubject, ComparedSubject> compared)
    {
        var groups = Enumerable.Range(0, IsWhole ? 0 : Entities + 1).ToArray();
        ComparedSubject? before = null;
        foreach (var one in compared.Read())
        {
            if (before is { } other && other.Property == one.Property)
                groups[GroupOf(one.Subject)] = GroupOf(other.Subject);
            before = one;
        }

        for (var subject = 0; subject < groups.Length; subject++)
            groups[subject] = GroupOf(subject);
        return groups;

        int GroupOf(int subject)
        {
            while (groups[subject] != subject)
                subject = groups[subject] = groups[groups[subject]];
            return subject;
        }
    }

    // Groups of subjects fill a piece in the order in which the claims speak of them.
    private List<SeedItems> Route()
    {
        var counts = new int[Entities + 1];
        foreach (var subject in _subjects)
            counts[_subjectGroups[subject]]++;
        var (pieces, pieceOf, held) = (new List<SeedItems>(), new int[Entities + 1], 0);
        Array.Fill(pieceOf, -1);
        foreach (var item in _index.Claims.Read())
        {
            var group = _subjectGroups[_subjects[item.Key]];
            if (pieceOf[group] < 0)
            {
                if (pieces.Count == 0 || held + counts[group] > _pieceSize)
                {
                    pieces.Add(new(_scratch));
                    held = 0;
                }

                held += counts[group];
                pieceOf[group] = pieces.Count - 1;
            }

            pieces[pieceOf[group]].Add(item);
        }

        return pieces;
    }

    // Objects refer to each other, so that all are kept or none.
    private IEnumerable<SeedItem> Scoped(IEnumerable<SeedItem> items)
    {
        var built = 0;
        foreach (var item in items)
        {
            if (!IsWhole && built++ % ScopeSize == 0)
                Forget();
            yield return item;
        }
    }

    private void Forget()
    {
        _entities.Forget();
        _documents.Forget();
    }

    private readonly record struct LinkedPlace(int Depth, long Key) : IComparable<LinkedPlace>
    {
        public int CompareTo(LinkedPlace other) => (Depth, Key).CompareTo((other.Depth, other.Key));
    }

    /// <summary>That there is a claim about a subject that states some property or answers some question, which is told by its print: two with one print only keep more together than need be.</summary>
    private readonly record struct ComparedSubject(ulong Property, int Subject) : IComparable<ComparedSubject>
    {
        public int CompareTo(ComparedSubject other) => (Property, Subject).CompareTo((other.Property, other.Subject));

        public static void Write(BinaryWriter writer, ComparedSubject one)
        {
            writer.Write(one.Property);
            writer.Write7BitEncodedInt(one.Subject);
        }

        public static ComparedSubject Read(BinaryReader reader) => new(reader.ReadUInt64(), reader.Read7BitEncodedInt());
    }
}
