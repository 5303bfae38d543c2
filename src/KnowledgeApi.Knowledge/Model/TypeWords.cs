using System.Globalization;

namespace KnowledgeApi.Knowledge.Model;

/// <summary>The names of classes as people write them.</summary>
public static class TypeWords
{
    /// <summary>The name in words, such as "public body" of PublicBody.</summary>
    public static string Of(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    /// <summary>The same at the beginning of a line, such as "Public body".</summary>
    public static string Heading(string name) => name[0] + Of(name)[1..];

    /// <summary>Words with their article, such as "an event".</summary>
    public static string WithArticle(string words) => $"{(words[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an" : "a")} {words}";

    /// <summary>A number of things, such as "1 citation" and "2 citations".</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">What one is called.</param>
    /// <param name="many">What several are called; null for the same with an "s".</param>
    public static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
