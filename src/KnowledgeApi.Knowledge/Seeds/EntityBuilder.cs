using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>Builds entities, and their names with the places that print them.</summary>
internal sealed class EntityBuilder(SeedSections sections, SeedDiagnostics diagnostics, Registry<Entity> entities, CitationBuilder citations)
{
    private readonly Dictionary<(string Scheme, string Value), SourceLocation> _identifiers = [];
    private long _nameKey;
    private long _identifierKey;

    /// <summary>Makes an entity, without its names; null if something is missing or wrong, which is reported.</summary>
    public Entity? Build(SeedItem item, bool isShort)
    {
        var map = new SeedMap(item.Node, EntityKeys.Definition, diagnostics);
        var (name, description) = (map.Get(EntityKeys.Name), map.Get(EntityKeys.Description));
        if (item.Id is null || name is null)
            return null;
        return sections.Entities[item.Kind].Kind.Create(isShort ? EntityCore.Short(item.Key, item.Id.Text, name) : EntityCore.Of(item.Key, item.Id.Text, name, description));
    }

    /// <summary>Reads the names and identifiers of an entity.</summary>
    /// <param name="item">Its seed.</param>
    /// <param name="entity">The entity; null if it could not be made, and its names are only to be checked.</param>
    public void AddNames(SeedItem item, Entity? entity)
    {
        var map = new SeedMap(item.Node, EntityKeys.Definition, diagnostics);
        var firstCitation = item.FirstCitation;
        var seen = new HashSet<string>();
        foreach (var name in map.Get(EntityKeys.Names) ?? [])
        {
            var (text, kind) = (name.Get(NameKeys.Name), name.Get(NameKeys.Kind));
            var unbound = citations.Read(name.Get(NameKeys.Citations) ?? []);
            if (text is not null && !seen.Add(text))
                diagnostics.Error(name.LocationOf("name"), $"The name \"{text}\" stands here twice. Expected each name once, with all its citations.");
            var refersTo = entities.Find(name.Get(NameKeys.RefersTo));
            if (refersTo is not null && refersTo.Slug == item.Id?.Text)
                diagnostics.Error(name.LocationOf("refers-to"), $"\"refers-to\" is the entity itself. Expected another one, or none.");
            if (entity is null || text is null || kind is null)
                continue;
            var printed = new EntityName
            {
                Key = ++_nameKey,
                EntityKey = entity.Key,
                Entity = entity,
                Text = text,
                Folded = Folding.Fold(text),
                Kind = kind.Value,
                RefersToKey = refersTo?.Key,
                RefersTo = refersTo,
                MeansKey = refersTo?.Key ?? entity.Key,
            };
            entity.Names.Add(printed);
            refersTo?.NameOf.Add(printed);
            CitationBuilder.Add(unbound, printed, firstCitation);
            firstCitation += unbound.Count;
        }
        foreach (var identifier in map.Get(EntityKeys.Identifiers) ?? [])
            ReadIdentifier(identifier, entity);
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
