using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Responses;

/// <summary>An error of a response. Codes are SCREAMING_SNAKE and listed in <see cref="ErrorCodes"/>.</summary>
/// <param name="Message">What is wrong and what was expected, for people.</param>
/// <param name="Code">The stable name of the kind of error, in <c>extensions.code</c>.</param>
/// <param name="Locations">The places in the document the error is about.</param>
/// <param name="Path">For a field error, the response keys and list indices (string and int) from the root to the field.</param>
/// <param name="Extensions">What <c>extensions</c> holds beside the code: texts, numbers, booleans, nulls, lists and dictionaries of these.</param>
internal sealed record GraphQLError(
    string Message,
    string Code,
    IReadOnlyList<SourceLocation>? Locations = null,
    IReadOnlyList<object>? Path = null,
    IReadOnlyDictionary<string, object?>? Extensions = null);
