using System.Text.Json;
using KnowledgeApi.Knowledge.Seeds;

namespace KnowledgeApi.Knowledge.Tests.Seeds;

public sealed class SeedSchemaTests
{
    [Fact]
    public void The_schema_of_the_repository_is_that_of_the_reader()
    {
        var path = Path.Combine(Repository.Seeds, "schema.json");
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1")
            File.WriteAllText(path, SeedSchema.Json());

        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(SeedSchema.Json(), "Run this test with UPDATE_SCHEMA=1 to write it anew.");
    }

    [Fact]
    public void Every_reference_of_the_schema_leads_somewhere()
    {
        using var schema = JsonDocument.Parse(SeedSchema.Json());
        var definitions = schema.RootElement.GetProperty("$defs").EnumerateObject().Select(definition => $"#/$defs/{definition.Name}").ToList();

        References(schema.RootElement).Distinct().ShouldBeSubsetOf(definitions);
    }

    [Fact]
    public void Every_seed_file_names_the_schema() =>
        Directory.EnumerateFiles(Repository.Seeds, "*.yaml").ShouldAllBe(path => File.ReadLines(path).First() == "# yaml-language-server: $schema=schema.json");

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.Name == "$ref" ? [property.Value.GetString()!] : References(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
