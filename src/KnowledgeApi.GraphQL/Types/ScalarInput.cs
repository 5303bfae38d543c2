using System.Text.Json;
using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Types;

/// <summary>What the scalars share when they read input.</summary>
internal static class ScalarInput
{
    private const int MaxShown = 40;

    public static CoercionException Unexpected(ScalarType type, string expected, ValueNode found) =>
        new($"{type.Name} expects {expected}, not {Describe(found)}.");

    public static CoercionException Unexpected(ScalarType type, string expected, JsonElement found) =>
        new($"{type.Name} expects {expected}, not {Describe(found)}.");

    public static CoercionException Unexpected(ScalarType type, string expected, string found) =>
        new($"{type.Name} expects {expected}, not \"{Shorten(found)}\".");

    /// <summary>The text of a JSON string; throws for other JSON and for escapes that are no Unicode text.</summary>
    public static string Text(ScalarType type, string expected, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.String)
            throw Unexpected(type, expected, json);
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new CoercionException($"{type.Name} expects {expected}, not a string with half of a surrogate pair.");
        }
    }

    /// <summary>The text, cut where it would make a message unreadable.</summary>
    public static string Shorten(string text) => text.Length <= MaxShown ? text : $"{text.AsSpan(0, MaxShown)}...";

    private static string Describe(ValueNode node) => node switch
    {
        IntValueNode number => Shorten(number.Value),
        FloatValueNode number => Shorten(number.Value),
        StringValueNode text => $"\"{Shorten(text.Value)}\"",
        BooleanValueNode boolean => boolean.Value ? "true" : "false",
        EnumValueNode name => Shorten(name.Value),
        ListValueNode => "a list",
        ObjectValueNode => "an object",
        VariableNode => "a variable",
        _ => "null",
    };

    private static string Describe(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number or JsonValueKind.String => Shorten(json.GetRawText()),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => "null",
    };
}
