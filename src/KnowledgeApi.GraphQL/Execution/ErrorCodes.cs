namespace KnowledgeApi.GraphQL.Execution;

/// <summary>Every value of <c>extensions.code</c> the engine gives.</summary>
public static class ErrorCodes
{
    /// <summary>The document is not GraphQL.</summary>
    public const string SyntaxError = "SYNTAX_ERROR";

    /// <summary>The document breaks a rule of the specification for this schema.</summary>
    public const string ValidationFailed = "VALIDATION_FAILED";

    /// <summary>The value of a variable does not fit its type.</summary>
    public const string VariableInvalid = "VARIABLE_INVALID";

    /// <summary>The document is larger, deeper or costlier than this server allows.</summary>
    public const string DocumentLimit = "DOCUMENT_LIMIT_EXCEEDED";
}
