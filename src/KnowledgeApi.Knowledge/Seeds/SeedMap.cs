using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>A mapping read by its shape. Unknown, missing and contradictory keys are reported at once, values when they are asked for.</summary>
internal sealed class SeedMap
{
    private readonly MapNode _node;
    private readonly Reading _reading;

    public SeedMap(MapNode node, Shape shape, Reading reading)
    {
        _node = node;
        _reading = reading;
        foreach (var (key, _) in node.Entries)
            if (shape.Keys.All(known => known.Name != key.Text))
                reading.Error(key.Place, $"Unknown key \"{key.Text}\" in a {shape.Name}.{Nearest.Hint(key.Text, shape.Keys.Select(k => k.Name))} Expected one of: {string.Join(", ", shape.Keys.Select(k => k.Name))}.");
        foreach (var missing in shape.Keys.Where(key => key.Required && Node(key.Name) is null))
            reading.Error(node.Place, $"A {shape.Name} without \"{missing.Name}\". Expected {missing.Name}: {missing.Description}");
        var chosen = shape.Choice.Where(Has).ToList();
        if (shape.Choice.Count > 0 && chosen.Count != 1)
            reading.Error(node.Place, $"A {shape.Name} with {(chosen.Count == 0 ? "no comparator" : string.Join(" and ", chosen))}. Expected exactly one of: {string.Join(", ", shape.Choice)}.");
    }

    /// <summary>Where the mapping begins.</summary>
    public Place Place => _node.Place;

    /// <summary>Whether the key is there with a value.</summary>
    public bool Has(string key) => Node(key) is { IsNull: false };

    /// <summary>Where the value of a key stands; where the mapping begins if it has no such key.</summary>
    public Place PlaceOf(string key) => Node(key)?.Place ?? Place;

    /// <summary>The value of a key; the default of its type if it is not there, is null, or is wrong, which is reported.</summary>
    public T? Get<T>(SeedKey<T> key)
    {
        if (Node(key.Name) is not { } node)
            return default;
        if (node.IsNull)
        {
            if (!key.Nullable)
                _reading.Error(node.Place, $"\"{key.Name}\" holds nothing. Expected {key.Type.Expected}.");
            return default;
        }
        return key.Type.TryRead(node, _reading, out var value) ? value : default;
    }

    private SeedNode? Node(string key)
    {
        foreach (var entry in _node.Entries)
            if (entry.Key.Text == key)
                return entry.Value;
        return null;
    }
}
