using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KnowledgeApi.Knowledge.Store;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KnowledgeApi.Knowledge.Tests.Seeds;

/// <summary>The seeds of the repository in JSON Lines make the same base as in YAML.</summary>
public sealed partial class SameBaseTests : IDisposable
{
    private readonly TempFolder _yaml = new();
    private readonly TempFolder _lines = new();

    public SameBaseTests()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Seeds, "*.yaml"))
        {
            var text = File.ReadAllText(file);
            _yaml.Seed(Path.GetFileName(file), text);
            _lines.Seed(Path.ChangeExtension(Path.GetFileName(file), ".jsonl"), Lines(text));
        }
    }

    public void Dispose()
    {
        _yaml.Dispose();
        _lines.Dispose();
    }

    [Fact]
    public void Every_row_of_every_table_is_the_same()
    {
        using var yaml = _yaml.Build();
        using var lines = _lines.Build();

        var expected = Rows(yaml);
        expected.Count.ShouldBeGreaterThan(1_000);
        Rows(lines).ShouldBe(expected);
    }

    // What a base was built from is another thing, of course.
    private static List<string> Rows(Snapshot snapshot)
    {
        using var connection = snapshot.OpenConnection();
        var tables = Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").Where(table => table != nameof(KnowledgeContext.Builds));
        return [.. tables.Order(StringComparer.Ordinal).SelectMany(table => Read(connection, $"SELECT * FROM \"{table}\"").Select(row => $"{table}: {row}"))];
    }

    private static List<string> Read(DbConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names of tables are the base's own.
        command.CommandText = statement;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        return rows;
    }

    private static string Lines(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var lines = new StringBuilder();
        foreach (var (section, items) in (YamlMappingNode)stream.Documents[0].RootNode)
            foreach (var item in (YamlSequenceNode)items)
                lines.Append(new JsonObject { [((YamlScalarNode)section).Value!] = Json(item) }.ToJsonString()).Append('\n');
        return lines.ToString();
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Select(entry => KeyValuePair.Create(((YamlScalarNode)entry.Key).Value!, Json(entry.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "null" or "" } => null,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => flag.Value == "true",
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } number } when NumberForm().IsMatch(number) => JsonNode.Parse(number),
        var other => ((YamlScalarNode)other).Value,
    };

    [GeneratedRegex("^(0|[1-9][0-9]*)$")]
    private static partial Regex NumberForm();
}
