using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KnowledgeApi.Knowledge.Kinds;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>The JSON Schema of seed files, by which editors complete and check them. Made of the definitions the reader reads by.</summary>
public static class SeedSchema
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema (draft 2020-12), indented, with a line break at its end: the content of seeds/schema.json.</summary>
    public static string Json() => Json(KnowledgeKinds.Standard);

    /// <summary>The schema of seeds of some kinds.</summary>
    /// <param name="kinds">The kinds of entities and claims.</param>
    public static string Json(KnowledgeKinds kinds)
    {
        var sections = new SeedSections(kinds);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Seeds of KnowledgeApi",
        };
        foreach (var (key, value) in sections.Definition.Schema().ToList())
            schema[key] = value?.DeepClone();
        var definitions = new JsonObject();
        foreach (var mapping in sections.Mappings.Skip(1))
            definitions[mapping.SchemaName] = mapping.Schema();
        schema["$defs"] = definitions;
        return schema.ToJsonString(Written) + "\n";
    }
}
