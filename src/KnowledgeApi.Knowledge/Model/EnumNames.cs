using System.Text.Json;

namespace KnowledgeApi.Knowledge.Model;

/// <summary>Enum values by their names in SCREAMING_SNAKE_CASE.</summary>
public static class EnumNames
{
    /// <summary>The name of a value, such as AT_MOST.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => Names<T>.ByValue[value];

    /// <summary>The name of a value as people write it, such as "at most".</summary>
    public static string Words<T>(T value)
        where T : struct, Enum => Name(value).ToLowerInvariant().Replace('_', ' ');

    /// <summary>The same at the beginning of a line, such as "At most".</summary>
    public static string Heading<T>(T value)
        where T : struct, Enum => Name(value)[..1] + Words(value)[1..];

    /// <summary>The value of a name.</summary>
    /// <exception cref="KeyNotFoundException">No value has this name.</exception>
    public static T Parse<T>(string name)
        where T : struct, Enum => Names<T>.ByName[name];

    /// <summary>The value of a name; false if no value has it.</summary>
    public static bool TryParse<T>(string name, out T value)
        where T : struct, Enum => Names<T>.ByName.TryGetValue(name, out value);

    /// <summary>All names in the order they are declared in.</summary>
    public static IReadOnlyCollection<string> All<T>()
        where T : struct, Enum => Names<T>.ByName.Keys;

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ByName =
            Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()));

        public static readonly Dictionary<T, string> ByValue = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}
