using System.Text.RegularExpressions;

namespace KnowledgeApi.GraphQL.Data.Mapping;

/// <summary>Descriptions of generated types and fields.</summary>
internal static partial class Texts
{
    /// <summary>
    /// The first sentence of a description. The field itself has the whole; a filter or an order by it repeats no more than what it is.
    /// </summary>
    public static string? FirstSentence(string? description) => description is null ? null : Sentence().Match(description).Value;

    [GeneratedRegex(@"\A.*?(?:[.!?](?=\s+[\p{Lu}`""(])|\z)", RegexOptions.Singleline)]
    private static partial Regex Sentence();
}
