using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>The JSON Schema of seed files, by which editors complete and check them. Made of the definitions the reader reads by.</summary>
public static class SeedSchema
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All mappings there are: the file, then what it is made of.</summary>
    internal static IReadOnlyList<MappingDefinition> Mappings => [FileKeys.Definition, .. Definitions];

    private static readonly MappingDefinition[] Definitions =
    [
        DocumentKeys.Definition, PrintedDateKeys.Definition, EntityKeys.Definition, NameKeys.Definition, IdentifierKeys.Definition, CitationKeys.Definition, ParticipantKeys.Definition,
        ValidityKeys.Definition, AmountKeys.Definition, ShareKeys.Definition, ShareholdingKeys.All, FundingKeys.All, FinancialFigureKeys.All, MeasurementKeys.All,
        RoleKeys.All, EventKeys.All, StatementKeys.All, AcceptedKeys.Definition,
    ];

    /// <summary>The schema (citation 2020-12), indented, with a line break at its end: the content of seeds/schema.json.</summary>
    public static string Json()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/citation/2020-12/schema",
            ["title"] = "Seeds of KnowledgeApi",
        };
        foreach (var (key, value) in FileKeys.Definition.Schema().ToList())
            schema[key] = value?.DeepClone();
        var definitions = new JsonObject();
        foreach (var definition in Definitions)
            definitions[Definition(definition)] = definition.Schema();
        schema["$defs"] = definitions;
        return schema.ToJsonString(Written) + "\n";
    }

    /// <summary>A reference to the definition of a definition.</summary>
    internal static JsonObject Reference(MappingDefinition definition) => new() { ["$ref"] = $"#/$defs/{Definition(definition)}" };

    private static string Definition(MappingDefinition definition) => definition.Name.Replace(' ', '-');
}
