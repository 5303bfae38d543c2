using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>The documents of seeds, kept as <see cref="EntityRegistry"/> keeps entities.</summary>
internal sealed class DocumentRegistry(SeedDiagnostics diagnostics, EntityRegistry entities) : Registry<Document>("document", diagnostics)
{
    private readonly Dictionary<string, Card> _cards = new(StringComparer.Ordinal);

    /// <summary>Enters a document.</summary>
    public void Add(Document document)
    {
        _cards.Add(document.Slug, new(document));
        Add(document.Slug, document);
    }

    /// <summary>The document of an id; null if there is none.</summary>
    protected override Document? Get(string id)
    {
        if (base.Get(id) is { } known)
            return known;
        if (!_cards.TryGetValue(id, out var card))
            return null;
        var document = card.Make(entities);
        Add(id, document);
        return document;
    }

    // What claims need that cite it.
    private sealed class Card(Document document)
    {
        private readonly (long Key, string Slug, string Language, string Sha256, int Length, bool HasText, DateOnly? PublicBy) _own =
            (document.Key, document.Slug, document.Language, document.Sha256, document.Length, document.HasText, document.PublicBy);

        private readonly (PrintedDate? Published, PrintedDate? Updated) _printed = (document.Published, document.Updated);
        private readonly (long Key, int Position, DateTime? Posted, int Start, int End)[] _comments =
            [.. document.Comments.Select(comment => (comment.Key, comment.Position, comment.Posted, comment.Start, comment.End))];

        private readonly (PartialDate? Date, IReadOnlyList<WrittenOn> Parts) _written = (document.Date, document.Written);
        private readonly string _label = document.Label;
        private readonly string? _publisher = document.Publisher?.Slug;
        private readonly string[] _authors = [.. document.Authors.Select(author => author.Slug)];

        public Document Make(EntityRegistry entities)
        {
            var publisher = _publisher is null ? null : (Publication?)entities.Of(_publisher);
            return new()
            {
                Key = _own.Key,
                Slug = _own.Slug,
                Label = _label,
                Comments = [.. _comments.Select(comment => new Comment
                {
                    Key = comment.Key,
                    DocumentKey = _own.Key,
                    Position = comment.Position,
                    Posted = comment.Posted,
                    Start = comment.Start,
                    End = comment.End,
                })],
                PublisherKey = publisher?.Key,
                Publisher = publisher,
                Authors = [.. _authors.Select(author => (Person)entities.Of(author)!)],
                Published = _printed.Published,
                Updated = _printed.Updated,
                PublicBy = _own.PublicBy,
                Date = _written.Date,
                Written = _written.Parts,
                Language = _own.Language,
                Sha256 = _own.Sha256,
                Length = _own.Length,
                HasText = _own.HasText,
            };
        }
    }
}
