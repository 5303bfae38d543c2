namespace KnowledgeApi.Errors;

/// <summary>Every value of <c>extensions.code</c> that this program gives, beside those of the engine.</summary>
public static class KnowledgeErrorCodes
{
    /// <summary>The server has no knowledge base yet. Ask again after as many seconds as the header Retry-After says.</summary>
    public const string BaseNotReady = "BASE_NOT_READY";

    /// <summary>An entity that a question is about does not exist.</summary>
    public const string EntityNotFound = "ENTITY_NOT_FOUND";

    /// <summary>There is no word to search for, though there may be words to leave out.</summary>
    public const string SearchEmpty = "SEARCH_EMPTY";

    /// <summary>The text to search for has more characters or words than this server takes.</summary>
    public const string SearchTooLong = "SEARCH_TOO_LONG";
}
