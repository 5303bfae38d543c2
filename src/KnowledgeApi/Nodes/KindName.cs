namespace KnowledgeApi.Nodes;

/// <summary>The kinds of objects as people call them.</summary>
internal static class KindName
{
    /// <summary>The name of a class as words, such as "public body".</summary>
    public static string Words(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    /// <summary>The same at the beginning of a line.</summary>
    public static string Heading(string name) => name[0] + Words(name)[1..];
}
