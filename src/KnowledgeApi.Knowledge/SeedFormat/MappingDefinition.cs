using System.Text.Json.Nodes;

namespace KnowledgeApi.Knowledge.SeedFormat;

/// <summary>What a key of a mapping holds, known before any file is read.</summary>
internal interface ISeedKey
{
    string Name { get; }

    bool Required { get; }

    string Description { get; }

    JsonObject Schema();
}

/// <summary>A key and how its value is read.</summary>
internal sealed record SeedKey<T>(string Name, SeedType<T> Type, bool Required, bool Nullable, string Description) : ISeedKey
{
    public JsonObject Schema()
    {
        var schema = Type.Schema();
        if (Nullable)
            schema = new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        schema["description"] = Description;
        return schema;
    }
}

/// <summary>The keys a mapping can have: what the reader reads and what the JSON Schema says are the same list.</summary>
internal sealed class MappingDefinition(string name, string description)
{
    private readonly List<ISeedKey> _keys = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private string[] _oneOf = [];

    /// <summary>What the mapping describes, for messages and as the name of its schema.</summary>
    public string Name => name;

    public IReadOnlyList<ISeedKey> Keys => _keys;

    /// <summary>Whether a mapping can have a key.</summary>
    public bool Has(string key) => _names.Contains(key);

    /// <summary>Keys of which a mapping has exactly one. Empty if it has no such choice.</summary>
    public IReadOnlyList<string> Choice => _oneOf;

    /// <summary>A key that must be there with a value.</summary>
    public SeedKey<T> Required<T>(string key, SeedType<T> type, string description) => Add(new SeedKey<T>(key, type, true, false, description));

    /// <summary>A key that may be left out or be null.</summary>
    public SeedKey<T> Optional<T>(string key, SeedType<T> type, string description) => Add(new SeedKey<T>(key, type, false, true, description));

    /// <summary>The mapping has exactly one of these keys.</summary>
    public void OneOf(params string[] keys) => _oneOf = keys;

    /// <summary>This definition with the keys of another at its end.</summary>
    public MappingDefinition With(MappingDefinition other)
    {
        var both = new MappingDefinition(name, description) { _oneOf = _oneOf };
        both._keys.AddRange([.. _keys, .. other._keys]);
        both._names.UnionWith(both._keys.Select(key => key.Name));
        return both;
    }

    /// <summary>The name of its schema.</summary>
    public string SchemaName => name.Replace(' ', '-');

    /// <summary>A reference to its schema.</summary>
    public JsonObject Reference() => new() { ["$ref"] = $"#/$defs/{SchemaName}" };

    public JsonObject Schema()
    {
        var properties = new JsonObject();
        foreach (var key in _keys)
            properties[key.Name] = key.Schema();
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["description"] = description,
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        var required = _keys.Where(key => key.Required).Select(key => (JsonNode)key.Name).ToArray();
        if (required.Length > 0)
            schema["required"] = new JsonArray(required);
        if (_oneOf.Length > 0)
            schema["oneOf"] = new JsonArray([.. _oneOf.Select(key => new JsonObject { ["required"] = new JsonArray(key) })]);
        return schema;
    }

    private SeedKey<T> Add<T>(SeedKey<T> key)
    {
        _keys.Add(key);
        _names.Add(key.Name);
        return key;
    }
}
