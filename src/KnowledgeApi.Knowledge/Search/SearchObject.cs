using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Search;

/// <summary>A text of an object that is searched.</summary>
public sealed record SearchPart(SearchField Field, string Text);

/// <summary>A name an entity may be meant by.</summary>
/// <param name="Text">The name as printed.</param>
/// <param name="IsMain">True for the name this base uses.</param>
/// <param name="IsMisprint">True for a misspelling, which is never suggested.</param>
public sealed record SearchName(string Text, bool IsMain, bool IsMisprint);

/// <summary>What sort of object is searched, in the order in which equally good hits come.</summary>
public enum SearchSort
{
    /// <summary>An entity.</summary>
    Entity,

    /// <summary>A claim.</summary>
    Claim,

    /// <summary>A document.</summary>
    Document,
}

/// <summary>An object as it is searched.</summary>
/// <param name="Sort">What sort of object it is.</param>
/// <param name="Type">The C# name of its class.</param>
/// <param name="Key">Its internal number among its sort.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Parts">Its texts, the most important first; none twice in a field.</param>
/// <param name="Names">The names of an entity; none of anything else.</param>
public sealed record SearchObject(SearchSort Sort, string Type, long Key, string Slug, IReadOnlyList<SearchPart> Parts, IReadOnlyList<SearchName> Names)
{
    /// <summary>Where it stands among all: entities, then claims, then documents, each by their slugs.</summary>
    internal SearchPlace Place => new(Sort, Slug);

    /// <summary>An entity as it is searched.</summary>
    public static SearchObject Of(Entity entity) => new(
        SearchSort.Entity,
        entity.GetType().Name,
        entity.Key,
        entity.Slug,
        Distinct(
            Enumerable.Repeat((SearchField.Name, (string?)entity.Name), 1)
                .Concat(entity.Names.Where(name => name.Text != entity.Name).Select(name => (SearchField.Alias, (string?)name.Text)))
                .Append((SearchField.Description, entity.Description))),
        [
            new SearchName(entity.Name, IsMain: true, IsMisprint: false),
            .. entity.Names.Where(name => name.Text != entity.Name).Select(name => new SearchName(name.Text, IsMain: false, name.Kind == NameKind.Misprint)),
        ]);

    /// <summary>A claim as it is searched.</summary>
    public static SearchObject Of(Claim claim)
    {
        var kind = ClaimDescriptors.Of(claim);
        return new(
            SearchSort.Claim,
            claim.GetType().Name,
            claim.Key,
            claim.Slug,
            Distinct(
                new[] { (SearchField.Title, kind.HeadingOf(claim)), (SearchField.Summary, kind.SummaryOf(claim)) }
                    .Concat(kind.WordingsOf(claim).Prepend(claim.Wording).Concat(claim.Citations.Select(citation => citation.Wording)).Select(wording => (SearchField.Wording, wording)))
                    .Concat(NamesOf(claim.Participants.Select(participation => participation.Entity)))),
            []);
    }

    /// <summary>A document as it is searched.</summary>
    public static SearchObject Of(Document document) => new(
        SearchSort.Document,
        nameof(Document),
        document.Key,
        document.Slug,
        Distinct(
            Enumerable.Repeat((SearchField.Title, document.Title), 1)
                .Concat(NamesOf(document.Authors.Prepend<Entity?>(document.Publisher).OfType<Entity>()))
                .Append((SearchField.Text, document.Text?.Content))),
        []);

    private static IEnumerable<(SearchField, string?)> NamesOf(IEnumerable<Entity> entities) => entities.SelectMany(entity => entity.Names
        .Where(name => name.Kind != NameKind.Misprint)
        .Select(name => name.Text)
        .Prepend(entity.Name)
        .DistinctBy(Words.Row)
        .Select(name => (SearchField.Related, (string?)name)));

    private static List<SearchPart> Distinct(IEnumerable<(SearchField Field, string? Text)> parts) =>
        [.. parts.Where(part => part.Text is not null).Distinct().Select(part => new SearchPart(part.Field, part.Text!))];
}

/// <summary>The place of an object among all that are searched.</summary>
/// <param name="Sort">What sort of object it is.</param>
/// <param name="Slug">Its slug.</param>
internal readonly record struct SearchPlace(SearchSort Sort, string Slug) : IComparable<SearchPlace>
{
    /// <inheritdoc/>
    public int CompareTo(SearchPlace other) => Sort != other.Sort ? Sort.CompareTo(other.Sort) : string.CompareOrdinal(Slug, other.Slug);
}
