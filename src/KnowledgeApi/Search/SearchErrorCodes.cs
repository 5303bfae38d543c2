namespace KnowledgeApi.Search;

/// <summary>Every value of <c>extensions.code</c> that only a search gives.</summary>
public static class SearchErrorCodes
{
    /// <summary>There is no word to search for, though there may be words to leave out.</summary>
    public const string SearchEmpty = "SEARCH_EMPTY";

    /// <summary>The text to search for has more characters or words than this server takes.</summary>
    public const string SearchTooLong = "SEARCH_TOO_LONG";
}
