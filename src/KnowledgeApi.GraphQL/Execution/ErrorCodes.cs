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

    // ---- Errors of the HTTP layer ----

    /// <summary>The HTTP request is no GraphQL request: malformed JSON, text that is not UTF-8, a missing query, a member of the wrong type.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>The body holds several requests at once; this server answers one at a time.</summary>
    public const string BatchingNotSupported = "BATCHING_NOT_SUPPORTED";

    /// <summary>The HTTP method is neither GET nor POST, or GET was used for something else than a query.</summary>
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";

    /// <summary>The client accepts none of the media types of a response.</summary>
    public const string NotAcceptable = "NOT_ACCEPTABLE";

    /// <summary>The body is not UTF-8 JSON by its Content-Type, or has a Content-Encoding this server cannot undo.</summary>
    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";

    /// <summary>The body or the query is longer than this server reads.</summary>
    public const string RequestTooLarge = "REQUEST_TOO_LARGE";

    /// <summary>No query with this hash is known: send it again together with its text.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>This server does not learn queries from its clients.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The hash sent along with a query is not the query's.</summary>
    public const string PersistedQueryHashMismatch = "PERSISTED_QUERY_HASH_MISMATCH";

    /// <summary>No trusted document has this identifier.</summary>
    public const string DocumentNotFound = "DOCUMENT_NOT_FOUND";

    /// <summary>This server runs trusted documents only, and this is none.</summary>
    public const string DocumentNotTrusted = "DOCUMENT_NOT_TRUSTED";

    /// <summary>Something went wrong that is not the client's fault. The server's log knows more.</summary>
    public const string InternalServerError = "INTERNAL_SERVER_ERROR";
}
