using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Responses;

/// <summary>The failure of a field for one parent. The message, code and extensions reach the client.</summary>
/// <param name="message">What is wrong and what to do about it.</param>
/// <param name="code">The stable name of the kind of error.</param>
/// <param name="extensions">More about it for programs: texts, numbers, booleans, nulls, lists and dictionaries of these.</param>
public sealed class FieldError(string message, string code, IReadOnlyDictionary<string, object?>? extensions = null)
{
    public string Message { get; } = message;

    public string Code { get; } = code;

    /// <summary>What <c>extensions</c> holds beside the code; null if nothing.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; } = extensions;

    /// <summary>The place that is to blame, if it is not the field.</summary>
    internal SourceLocation? Location { get; init; }
}

/// <summary>Thrown by a resolver to fail its field, for all its parents, with a message, code and extensions for the client; see <see cref="FieldError"/>.</summary>
public sealed class FieldErrorException(string message, string code, IReadOnlyDictionary<string, object?>? extensions = null) : Exception(message)
{
    public string Code { get; } = code;

    /// <summary>What <c>extensions</c> holds beside the code; null if nothing.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; } = extensions;
}
