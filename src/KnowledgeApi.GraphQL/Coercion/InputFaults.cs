using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Coercion;

/// <summary>
/// What is said of a value that does not fit its type, in one wording for literals and for JSON. The wording is that of graphql-js;
/// <c>found</c> is the value as <see cref="InputText"/> shows it.
/// </summary>
internal static class InputFaults
{
    public static string IsNull(NonNullType type) => $"Expected value of non-null type \"{type}\" not to be null.";

    public static string NoObject(InputObjectType type, string found) => $"Expected value of type \"{type}\" to be an object, found: {found}.";

    public static string MissingField(InputObjectType type, string name, string found) =>
        $"Expected value of type \"{type}\" to include required field \"{name}\", found: {found}.";

    public static string UnknownField(InputObjectType type, string name, string found)
    {
        var hint = FieldHint(type, name);
        return $"Expected value of type \"{type}\" not to include unknown field \"{name}\"{(hint.Length > 0 ? $".{hint} Found" : ", found")}: {found}.";
    }

    public static string NotOneField(InputObjectType type) =>
        $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null.";

    public static string UnknownEnumValue(EnumType type, string name) => $"Value \"{name}\" does not exist in \"{type}\" enum.{EnumHint(type, name)}";

    /// <summary>The names that may have been meant by a text that is no name of the enum; else those there are.</summary>
    public static string EnumHint(EnumType type, string text)
    {
        IReadOnlyList<string> names = [.. type.Values.Select(value => value.Name)];
        return Suggestions.Meant(text, names) is { Count: > 0 } meant ? Suggestions.Sentence(meant, "the enum value") : Suggestions.All(names, "value");
    }

    /// <summary>The names nearest to this one. A field of an input object inside this one is shown with the way to it: filters are often written one step too short.</summary>
    private static string FieldHint(InputObjectType type, string name)
    {
        var ways = type.Fields.Where(field => field.Type.Named is InputObjectType inner && inner.TryGetField(name, out _)).Select(field => $"{field.Name}.{name}").ToList();
        return ways.Count > 0 ? Suggestions.Sentence(ways) : Suggestions.DidYouMean(name, [.. type.Fields.Select(field => field.Name)]);
    }
}
