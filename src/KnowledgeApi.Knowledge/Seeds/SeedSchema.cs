using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>The JSON Schema of seed files, by which editors complete and check them. Made of the shapes the reader reads by.</summary>
public static class SeedSchema
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Shape[] Shapes =
    [
        DocumentKeys.Shape, PrintedDateKeys.Shape, EntityKeys.Shape, NameKeys.Shape, IdentifierKeys.Shape, CitationKeys.Shape, ParticipantKeys.Shape,
        ValidityKeys.Shape, AmountKeys.Shape, ShareKeys.Shape, ShareholdingKeys.All, FundingKeys.All, FigureKeys.All, MeasurementKeys.All,
        RoleKeys.All, EventKeys.All, StatementKeys.All, AcceptedKeys.Shape,
    ];

    /// <summary>The schema (draft 2020-12), indented, with a line break at its end: the content of seeds/schema.json.</summary>
    public static string Json()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Seeds of KnowledgeApi",
        };
        foreach (var (key, value) in FileKeys.Shape.Schema().ToList())
            schema[key] = value?.DeepClone();
        var definitions = new JsonObject();
        foreach (var shape in Shapes)
            definitions[Definition(shape)] = shape.Schema();
        schema["$defs"] = definitions;
        return schema.ToJsonString(Written) + "\n";
    }

    /// <summary>A reference to the definition of a shape.</summary>
    internal static JsonObject Reference(Shape shape) => new() { ["$ref"] = $"#/$defs/{Definition(shape)}" };

    private static string Definition(Shape shape) => shape.Name.Replace(' ', '-');
}
