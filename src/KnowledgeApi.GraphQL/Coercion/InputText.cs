using System.Text;
using System.Text.Json;
using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Coercion;

/// <summary>Input as messages show it: on one line and never long.</summary>
internal static class InputText
{
    private const int MaxLength = 200;

    public static string Of(ValueNode literal) => Shorten(SyntaxPrinter.Print(literal));

    public static string Of(JsonElement json)
    {
        var text = new StringBuilder();
        Append(text, json);
        return Shorten(text.ToString());
    }

    /// <summary>A path inside a value, such as <c> at .where.name[0]</c>; empty for the value itself.</summary>
    public static string At(IReadOnlyCollection<object> path) =>
        path.Count == 0 ? "" : $" at {string.Concat(path.Select(key => key is int index ? $"[{index}]" : $".{key}"))}";

    /// <summary>A JSON string; one that is not Unicode, for it has half of a surrogate pair, is given as it was written.</summary>
    public static string Text(JsonElement json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return json.GetRawText();
        }
    }

    /// <summary>The name of a property, with the same care as <see cref="Text"/>.</summary>
    public static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return property.ToString();
        }
    }

    private static string Shorten(string text) => text.Length <= MaxLength ? text : $"{text.AsSpan(0, MaxLength)}...";

    private static void Append(StringBuilder text, JsonElement json)
    {
        if (text.Length > MaxLength)
            return;
        switch (json.ValueKind)
        {
            case JsonValueKind.Array:
                text.Append('[');
                var first = true;
                foreach (var item in json.EnumerateArray())
                {
                    text.Append(first ? "" : ", ");
                    Append(text, item);
                    first = false;
                }

                text.Append(']');
                break;
            case JsonValueKind.Object:
                text.Append('{');
                var separator = " ";
                foreach (var property in json.EnumerateObject())
                {
                    text.Append(separator).Append(Name(property)).Append(": ");
                    Append(text, property.Value);
                    separator = ", ";
                }

                text.Append(separator == " " ? "}" : " }");
                break;
            default:
                text.Append(json.GetRawText());
                break;
        }
    }
}
