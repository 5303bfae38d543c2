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

/// <summary>An object as it is searched.</summary>
/// <param name="Object">The object.</param>
/// <param name="Key">Its internal number among its kind.</param>
/// <param name="Parts">Its texts, the most important first; none twice in a field.</param>
/// <param name="Names">The names of an entity; none of anything else.</param>
public sealed record SearchObject(ISearchable Object, long Key, IReadOnlyList<SearchPart> Parts, IReadOnlyList<SearchName> Names)
{
    /// <summary>All objects of a base: entities, then claims, then documents, each by their slugs.</summary>
    public static IEnumerable<SearchObject> Of(KnowledgeBase knowledge) =>
        BySlug(knowledge.Entities).Select(Of).Concat(BySlug(knowledge.Claims).Select(Of)).Concat(BySlug(knowledge.Documents).Select(Of));

    private static IOrderedEnumerable<T> BySlug<T>(IEnumerable<T> objects)
        where T : IIdentified => objects.OrderBy(one => one.Slug, StringComparer.Ordinal);

    private static SearchObject Of(Entity entity) => new(
        entity,
        entity.Key,
        Distinct(
            Enumerable.Repeat((SearchField.Name, (string?)entity.Name), 1)
                .Concat(entity.Names.Where(name => name.Text != entity.Name).Select(name => (SearchField.Alias, (string?)name.Text)))
                .Append((SearchField.Description, entity.Description))),
        [
            new SearchName(entity.Name, IsMain: true, IsMisprint: false),
            .. entity.Names.Where(name => name.Text != entity.Name).Select(name => new SearchName(name.Text, IsMain: false, name.Kind == NameKind.Misprint)),
        ]);

    private static SearchObject Of(Claim claim)
    {
        var kind = ClaimDescriptors.Of(claim);
        return new(
            claim,
            claim.Key,
            Distinct(
                new[] { (SearchField.Title, kind.HeadingOf(claim)), (SearchField.Summary, kind.SummaryOf(claim)) }
                    .Concat(kind.WordingsOf(claim).Prepend(claim.Wording).Concat(claim.Citations.Select(citation => citation.Wording)).Select(wording => (SearchField.Wording, wording)))
                    .Concat(NamesOf(claim.Participants.Select(participation => participation.Entity)))),
            []);
    }

    private static SearchObject Of(Document document) => new(
        document,
        document.Key,
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
