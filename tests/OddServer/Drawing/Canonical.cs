using System.Globalization;
using System.Text;
using System.Text.Json;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.OddServer.Drawing;

/// <summary>Coerced arguments as one text, the same for the same values.</summary>
internal static class Canonical
{
    public static string Arguments(Field field, ArgumentValues values)
    {
        var text = new StringBuilder("(");
        foreach (var argument in field.Arguments)
        {
            if (values.TryGetValue(argument.Name, out var value))
                Append(text.Append(argument.Name).Append(':'), argument.Type, value).Append(',');
        }

        return text.Append(')').ToString();
    }

    private static StringBuilder Append(StringBuilder text, GraphQLType type, object? value)
    {
        switch (type.Nullable, value)
        {
            case (_, null):
                return text.Append("null");
            case (ListType list, IEnumerable<object?> items):
                text.Append('[');
                foreach (var item in items)
                    Append(text, list.OfType, item).Append(',');
                return text.Append(']');
            case (InputObjectType input, InputObject fields):
                text.Append('{');
                foreach (var field in input.Fields)
                {
                    if (fields.TryGetValue(field.Name, out var inner))
                        Append(text.Append(field.Name).Append(':'), field.Type, inner).Append(',');
                }

                return text.Append('}');
            case (EnumType choice, _):
                return text.Append(choice.TryGetName(value, out var name) ? name.Name : "?");
            case (_, double real):
                return Append(text, real);
            case (_, string content):
                return Append(text, content);
            case (_, bool flag):
                return text.Append(flag ? "true" : "false");
            case (_, DateOnly day):
                return text.Append(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            case (_, JsonElement json):
                return Append(text, json);
            default:
                return text.Append(CultureInfo.InvariantCulture, $"{value}");
        }
    }

    private static StringBuilder Append(StringBuilder text, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Number:
                return Append(text, json.GetDouble());
            case JsonValueKind.String:
                return Append(text, json.GetString()!);
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var item in json.EnumerateArray())
                    Append(text, item).Append(',');
                return text.Append(']');
            case JsonValueKind.Object:
                text.Append('{');
                foreach (var property in json.EnumerateObject())
                    Append(Append(text, property.Name).Append('='), property.Value).Append(',');
                return text.Append('}');
            default:
                return text.Append(json.GetRawText());
        }
    }

    private static StringBuilder Append(StringBuilder text, double real) => text.Append(CultureInfo.InvariantCulture, $"{BitConverter.DoubleToInt64Bits(real):x16}");

    private static StringBuilder Append(StringBuilder text, string content) => text.Append(content.Length).Append(':').Append(content);
}
