using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>The entities of seeds. Of each a card is kept; the object is made of it again whenever others refer to it after all objects were forgotten.</summary>
internal sealed class EntityRegistry(SeedDiagnostics diagnostics) : Registry<Entity>("entity", diagnostics)
{
    private readonly Dictionary<string, Card> _cards = new(StringComparer.Ordinal);

    /// <summary>Enters an entity.</summary>
    public void Add(Entity entity, EntityDescriptor kind)
    {
        _cards.Add(entity.Slug, new(kind, entity.Key, entity.Slug, entity.Name));
        Add(entity.Slug, entity);
    }

    /// <summary>Keeps the names of an entity, which claims about it are found by.</summary>
    public void KeepNames(Entity entity) => _cards[entity.Slug].Names = [.. entity.Names.Select(name => (name.Text, name.Kind))];

    /// <summary>The entity of an id; null if there is none.</summary>
    protected override Entity? Get(string id)
    {
        if (base.Get(id) is { } known)
            return known;
        if (!_cards.TryGetValue(id, out var card))
            return null;
        var entity = card.Make();
        Add(id, entity);
        return entity;
    }

    private sealed class Card(EntityDescriptor kind, long key, string slug, string name)
    {
        public (string Text, NameKind Kind)[] Names { get; set; } = [];

        public Entity Make()
        {
            var entity = kind.Create(EntityCore.Short(key, slug, name));
            foreach (var (text, kindOfName) in Names)
                entity.Names.Add(new() { EntityKey = key, Entity = entity, Text = text, Folded = "", Kind = kindOfName });
            return entity;
        }
    }
}
