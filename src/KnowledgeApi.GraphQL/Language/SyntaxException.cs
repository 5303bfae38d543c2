namespace KnowledgeApi.GraphQL.Language;

/// <summary>The text is not a GraphQL document.</summary>
internal sealed class SyntaxException(string message, SourceLocation location) : Exception($"Syntax error: {message}")
{
    public SourceLocation Location { get; } = location;
}

/// <summary>The text may be a GraphQL document but goes beyond a <see cref="ParserLimits">limit</see>.</summary>
internal sealed class SyntaxLimitException(string message, SourceLocation location) : Exception(message)
{
    public SourceLocation Location { get; } = location;
}

/// <summary>How large a document may be. Every bound holds before memory or the stack is spent on what lies beyond it.</summary>
public sealed record ParserLimits
{
    /// <summary>The most tokens.</summary>
    public int MaxTokens { get; init; } = 20_000;

    /// <summary>The most levels of selection sets, lists, objects and type wrappers inside each other.</summary>
    public int MaxDepth { get; init; } = 200;
}
