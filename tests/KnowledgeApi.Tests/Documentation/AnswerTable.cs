using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KnowledgeApi.Tests.Documentation;

/// <summary>
/// A table of an example's answer on a page, described by the comment above it:
/// <c>answer EXAMPLE path.to.rows first N | Heading: {path} to {path or other.path} | ...</c>. A path through a list gives all its
/// values, each once, and a number in a path one element; <c>#</c> behind a path sets off the thousands; a cell without any value is a dash.
/// </summary>
public sealed partial record AnswerTable(string Example, string Rows, int First, IReadOnlyList<AnswerTable.Column> Columns)
{
    /// <summary>A column: its heading and how a cell is made of a row.</summary>
    public sealed record Column(string Heading, string Template);

    /// <summary>Reads the comment.</summary>
    public static AnswerTable Parse(string comment)
    {
        var parts = comment.Split('|', StringSplitOptions.TrimEntries);
        var words = parts[0].Split(' ');
        var first = words is [_, _, "first", var count] ? int.Parse(count, CultureInfo.InvariantCulture) : int.MaxValue;
        return new AnswerTable(words[0], words[1], first, [.. parts.Skip(1).Select(part => part.Split(": ", 2)).Select(pair => new Column(pair[0], pair[1]))]);
    }

    /// <summary>The table in Markdown.</summary>
    public string Print(JsonNode answer)
    {
        var rows = Follow(answer, Rows).SelectMany(node => node is JsonArray list ? list : (IEnumerable<JsonNode?>)[node]).ToList();
        rows.ShouldNotBeEmpty($"{Example} has nothing at {Rows}");
        var text = new StringBuilder();
        Line(Columns.Select(column => column.Heading));
        Line(Columns.Select(_ => "---"));
        foreach (var row in rows.Take(First))
            Line(Columns.Select(column => Cell(row, column.Template)));
        if (rows.Count > First)
            text.Append('\n').Append(CultureInfo.InvariantCulture, $"... and {rows.Count - First} more.\n");
        return text.ToString();

        void Line(IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }

    private static string Cell(JsonNode? row, string template)
    {
        var any = false;
        var cell = Hole().Replace(template, hole =>
        {
            var values = hole.Groups[1].Value.Split(" or ").Select(path => Values(row, path)).FirstOrDefault(found => found.Count > 0);
            any |= values is not null;
            return values is null ? "..." : string.Join("; ", values);
        });
        return any ? cell.Replace("|", @"\|", StringComparison.Ordinal) : "–";
    }

    private static List<string> Values(JsonNode? row, string path)
    {
        var grouped = path.EndsWith('#');
        return [.. Follow(row, path.TrimEnd('#'))
            .SelectMany(value => value is JsonArray list ? list : (IEnumerable<JsonNode?>)[value])
            .Select(value => grouped ? Group(value!.ToString()) : value!.ToString())
            .Distinct()];
    }

    private static string Group(string number) => decimal.Parse(number, CultureInfo.InvariantCulture).ToString("#,0.####", CultureInfo.InvariantCulture);

    /// <summary>What is at the end of a path, from all objects of the lists on its way; nothing where something is null.</summary>
    private static IEnumerable<JsonNode?> Follow(JsonNode? from, string path)
    {
        IEnumerable<JsonNode?> here = [from];
        foreach (var name in path.Split('.'))
        {
            if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                here = here.Select(list => list!.AsArray()[index]).ToList();
                continue;
            }

            here = here
                .SelectMany(node => node is JsonArray list ? list : (IEnumerable<JsonNode?>)[node])
                .Select(node => node!.AsObject().TryGetPropertyValue(name, out var value) ? value : throw new ArgumentException($"The answer has no {name} of {path}."))
                .Where(value => value is not null)
                .ToList();
        }

        return here;
    }

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Hole();
}
