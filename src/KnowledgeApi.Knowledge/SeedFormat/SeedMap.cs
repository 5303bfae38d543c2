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
        // Nearly all mappings have nothing wrong with them, and there may be millions: words are made only for what is wrong.
        var renamed = ReportUnknown(definition);
        foreach (var key in definition.Keys)
            if (key.Required && Node(key.Name) is null && renamed?.Contains(key.Name) != true)
                diagnostics.Error(node.Location, $"{Heading(definition)} without \"{key.Name}\". Expected {key.Name}: {key.Description}");
        if (definition.Choice.Count > 0)
            ReportChoice(definition);
    }

    /// <summary>What is written.</summary>
    public MapNode Written => _node;

    /// <summary>Where the mapping begins.</summary>
    public SourceLocation Location => _node.Location;

    /// <summary>Whether it has keys that are not in its definition, which is reported.</summary>
    public bool HasUnknownKeys { get; private set; }

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
        var entries = _node.Entries;
        for (var i = 0; i < entries.Count; i++)
            if (entries[i].Key.Text == key)
                return entries[i].Value;
        return null;
    }

    // The new names of old keys, so that these do not count as missing; null if there is none.
    private HashSet<string>? ReportUnknown(MappingDefinition definition)
    {
        HashSet<string>? renamed = null;
        for (var i = 0; i < _node.Entries.Count; i++)
        {
            var key = _node.Entries[i].Key;
            if (definition.Has(key.Text))
                continue;
            HasUnknownKeys = true;
            if (RenamedKeys.NewName(definition.Name, key.Text) is { } name)
            {
                (renamed ??= []).Add(name);
                _diagnostics.Error(key.Location, $"The key \"{key.Text}\" of {TypeWords.WithArticle(definition.Name)} is now called \"{name}\". Expected {name}.");
            }
            else
            {
                _diagnostics.Error(key.Location, $"Unknown key \"{key.Text}\" in {TypeWords.WithArticle(definition.Name)}.{Nearest.Hint(key.Text, definition.Keys.Select(k => k.Name))} Expected one of: {string.Join(", ", definition.Keys.Select(k => k.Name))}.");
            }
        }
        return renamed;
    }

    private void ReportChoice(MappingDefinition definition)
    {
        var chosen = definition.Choice.Where(Has).ToList();
        if (chosen.Count != 1)
            _diagnostics.Error(_node.Location, $"{Heading(definition)} with {(chosen.Count == 0 ? "no comparator" : string.Join(" and ", chosen))}. Expected exactly one of: {string.Join(", ", definition.Choice)}.");
    }

    private static string Heading(MappingDefinition definition)
    {
        var what = TypeWords.WithArticle(definition.Name);
        return char.ToUpperInvariant(what[0]) + what[1..];
    }
}
