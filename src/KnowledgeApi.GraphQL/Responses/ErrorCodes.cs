namespace KnowledgeApi.GraphQL.Responses;

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

    /// <summary>The answer would be larger than this server gives.</summary>
    public const string ResultLimit = "RESULT_LIMIT_EXCEEDED";

    /// <summary>The operation ran longer than this server lets it.</summary>
    public const string TimeLimit = "TIME_LIMIT_EXCEEDED";

    /// <summary>The document has no operation of that name, or several and none was named.</summary>
    public const string OperationNotFound = "OPERATION_NOT_FOUND";

    /// <summary>Operations of this kind cannot be run the way it was sent.</summary>
    public const string OperationNotAllowed = "OPERATION_NOT_ALLOWED";

    /// <summary>This server does not run operations of this kind at all.</summary>
    public const string OperationNotSupported = "OPERATION_NOT_SUPPORTED";

    /// <summary>An argument is missing or does not fit its type, which only the values of variables could show.</summary>
    public const string ArgumentInvalid = "ARGUMENT_INVALID";

    /// <summary>A value cannot be written as its type.</summary>
    public const string ValueInvalid = "VALUE_INVALID";

    /// <summary>A field that is never null has no value.</summary>
    public const string NonNullViolation = "NON_NULL_VIOLATION";

    /// <summary>Something went wrong that is no fault of the request; it is in the server's log.</summary>
    public const string InternalServerError = "INTERNAL_SERVER_ERROR";

    /// <summary>The paging arguments contradict each other or are negative.</summary>
    public const string PagingInvalid = "PAGING_INVALID";

    /// <summary>More objects were asked for than a page may have.</summary>
    public const string PageTooLarge = "PAGE_TOO_LARGE";

    /// <summary>A cursor is damaged, or comes from another list or order.</summary>
    public const string CursorInvalid = "CURSOR_INVALID";

    /// <summary>Nothing can meet a filter: no value lies between the limits it sets for one field.</summary>
    public const string FilterImpossible = "FILTER_IMPOSSIBLE";

    /// <summary>A filter or an order is larger than this server allows.</summary>
    public const string FilterLimit = "FILTER_LIMIT_EXCEEDED";

    /// <summary>A text given as a global id is none.</summary>
    public const string IdInvalid = "ID_INVALID";

    /// <summary>More than one object is known by what was given.</summary>
    public const string LookupAmbiguous = "LOOKUP_AMBIGUOUS";

    /// <summary>Groups were asked for without anything to group by.</summary>
    public const string GroupingInvalid = "GROUPING_INVALID";

    /// <summary>A grouping has more keys, or makes more groups, than this server allows.</summary>
    public const string GroupLimit = "GROUP_LIMIT_EXCEEDED";

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
}
