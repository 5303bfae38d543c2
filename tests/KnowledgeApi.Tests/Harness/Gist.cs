using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KnowledgeApi.Tests.Harness;

/// <summary>
/// An answer with nothing left out and on as few lines as can be read: members stand side by side while a line has room, a path of
/// objects with one member is written with dots, a connection that shows only its nodes is their list, and an object with a slug
/// that has been shown is <c>*slug</c> where it comes again exactly as it was.
/// </summary>
public sealed partial class Gist
{
    private const int Width = 140;

    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, JsonObject> _shown = [];

    private Gist()
    {
    }

    /// <summary>Prints an answer.</summary>
    public static string Of(JsonNode answer)
    {
        var gist = new Gist();
        gist.Members("", "", answer.AsObject());
        return gist._text.ToString();
    }

    /// <summary>The members of an object: as many on a line as it has room for, the others below their names.</summary>
    private void Members(string lead, string indent, JsonObject members)
    {
        var line = "";
        foreach (var (name, value) in members)
        {
            var member = Member(name, value);
            if (indent.Length + member.Length > Width && Inner(value) is (JsonObject or JsonArray) and { } large)
            {
                End();
                Line(ref lead, indent, name + ":");
                Below(indent, large);
                continue;
            }

            if (line.Length > 0 && indent.Length + line.Length + 2 + member.Length > Width)
                End();
            line = line.Length > 0 ? $"{line}, {member}" : member;
            Show(value);
        }

        End();

        void End()
        {
            if (line.Length > 0)
                Line(ref lead, indent, line);
            line = "";
        }
    }

    private void Line(ref string lead, string indent, string text)
    {
        _text.Append(lead.Length > 0 ? lead : indent).Append(text).Append('\n');
        lead = "";
    }

    private void Below(string indent, JsonNode large)
    {
        indent += "  ";
        if (large is JsonObject members)
        {
            Members("", indent, members);
            Note(members);
            return;
        }

        foreach (var item in large.AsArray())
        {
            var text = Short(item);
            if (indent.Length + 2 + text.Length <= Width || Inner(item) is not (JsonObject or JsonArray) || item is null)
                _text.Append(indent).Append("- ").Append(text).Append('\n');
            else if (Inner(item) is JsonArray list)
                Nested(list);
            else
                Members(indent + "- ", indent + "  ", item.AsObject());
            Show(item);
        }

        void Nested(JsonArray list)
        {
            _text.Append(indent).Append("-\n");
            Below(indent, list);
        }
    }

    private string Member(string name, JsonNode? value)
    {
        while (value is JsonObject { Count: 1 } only && only.First() is var (inner, next) && inner != "nodes")
            (name, value) = ($"{name}.{inner}", next);
        return $"{name}: {Short(value)}";
    }

    /// <summary>On one line, whatever its length.</summary>
    private string Short(JsonNode? value) => Inner(value) switch
    {
        null => "null",
        JsonObject known when IsShown(known, out var slug) => $"*{slug}",
        JsonObject members => $"{{{string.Join(", ", members.Select(member => Member(member.Key, member.Value)))}}}",
        JsonArray items => $"[{string.Join(", ", items.Select(Short))}]",
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => Text(scalar.GetValue<string>()),
        { } scalar => scalar.ToJsonString(),
    };

    private static string Text(string text) =>
        Plain().IsMatch(text) && text is not ("null" or "true" or "false") && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? text
            : JsonSerializer.Serialize(text, Quoted);

    private static JsonNode? Inner(JsonNode? value) => value is JsonObject { Count: 1 } only && only["nodes"] is JsonArray nodes ? nodes : value;

    private bool IsShown(JsonObject value, out string slug)
    {
        slug = SlugOf(value) ?? "";
        return _shown.TryGetValue(slug, out var shown) && JsonNode.DeepEquals(shown, value);
    }

    /// <summary>Notes what is on the page now.</summary>
    private void Show(JsonNode? value)
    {
        if (value is JsonObject members)
        {
            foreach (var (_, member) in members)
                Show(member);
            Note(members);
        }
        else if (value is JsonArray items)
        {
            foreach (var item in items)
                Show(item);
        }
    }

    private void Note(JsonObject members)
    {
        if (SlugOf(members) is { } slug)
            _shown.TryAdd(slug, members);
    }

    private static string? SlugOf(JsonObject value) => value.Count > 1 && value["slug"] is JsonValue slug ? slug.GetValue<string>() : null;

    /// <summary>What can be told from a number, a null and the marks between members without quotation marks.</summary>
    [GeneratedRegex(@"\A[\p{L}\p{N}(](?:[\p{L}\p{M}\p{N}_./%€()'’ +-]|,(?! )|:(?! ))*(?<! )\z")]
    private static partial Regex Plain();
}
