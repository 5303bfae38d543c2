using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.SeedFormat;

/// <summary>A mapping read by its definition. Unknown, missing and contradictory keys are reported at once, values when they are asked for.</summary>
internal sealed class SeedMap
{
    private readonly MapNode _node;
    private readonly SeedDiagnostics _diagnostics;

    public SeedMap(MapNode node, MappingDefinition definition, SeedDiagnostics diagnostics)
    {
        _node = node;
        _diagnostics = diagnostics;
        var renamed = new HashSet<string>();
        foreach (var (key, _) in node.Entries.Where(entry => definition.Keys.All(known => known.Name != entry.Key.Text)))
        {
            HasUnknownKeys = true;
            if (RenamedKeys.NewName(definition.Name, key.Text) is { } name)
            {
                renamed.Add(name);
                diagnostics.Error(key.Location, $"The key \"{key.Text}\" of {TypeWords.WithArticle(definition.Name)} is now called \"{name}\". Expected {name}.");
            }
            else
            {
                diagnostics.Error(key.Location, $"Unknown key \"{key.Text}\" in {TypeWords.WithArticle(definition.Name)}.{Nearest.Hint(key.Text, definition.Keys.Select(k => k.Name))} Expected one of: {string.Join(", ", definition.Keys.Select(k => k.Name))}.");
            }
        }
        var what = TypeWords.WithArticle(definition.Name);
        var start = char.ToUpperInvariant(what[0]) + what[1..];
        foreach (var missing in definition.Keys.Where(key => key.Required && Node(key.Name) is null && !renamed.Contains(key.Name)))
            diagnostics.Error(node.Location, $"{start} without \"{missing.Name}\". Expected {missing.Name}: {missing.Description}");
        var chosen = definition.Choice.Where(Has).ToList();
        if (definition.Choice.Count > 0 && chosen.Count != 1)
            diagnostics.Error(node.Location, $"{start} with {(chosen.Count == 0 ? "no comparator" : string.Join(" and ", chosen))}. Expected exactly one of: {string.Join(", ", definition.Choice)}.");
    }

    /// <summary>Where the mapping begins.</summary>
    public SourceLocation Location => _node.Location;

    /// <summary>Whether it has keys that are not in its definition, which is reported.</summary>
    public bool HasUnknownKeys { get; }

    /// <summary>Whether the key is there with a value.</summary>
    public bool Has(string key) => Node(key) is { IsNull: false };

    /// <summary>Where the value of a key stands; where the mapping begins if it has no such key.</summary>
    public SourceLocation LocationOf(string key) => Node(key)?.Location ?? Location;

    /// <summary>The value of a key; the default of its type if it is not there, is null, or is wrong, which is reported.</summary>
    public T? Get<T>(SeedKey<T> key)
    {
        if (Node(key.Name) is not { } node)
            return default;
        if (node.IsNull)
        {
            if (!key.Nullable)
                _diagnostics.Error(node.Location, $"\"{key.Name}\" holds nothing. Expected {key.Type.Expected}.");
            return default;
        }
        return key.Type.TryRead(node, _diagnostics, out var value) ? value : default;
    }

    private SeedNode? Node(string key)
    {
        foreach (var entry in _node.Entries)
            if (entry.Key.Text == key)
                return entry.Value;
        return null;
    }
}
