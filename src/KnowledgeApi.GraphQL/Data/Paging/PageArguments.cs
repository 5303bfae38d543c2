using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Data.Paging;

/// <summary>The paging arguments of a connection, checked.</summary>
public sealed class PageArguments
{
    private PageArguments(int size, bool backward, string? after, string? before) => (Size, Backward, After, Before) = (size, backward, after, before);

    /// <summary>How many rows at most.</summary>
    public int Size { get; }

    /// <summary>True for the last rows before a place, false for the first after one.</summary>
    public bool Backward { get; }

    /// <summary>The cursor that rows must come after, if any.</summary>
    public string? After { get; }

    /// <summary>The cursor that rows must come before, if any.</summary>
    public string? Before { get; }

    /// <exception cref="FieldErrorException">The arguments contradict each other or go beyond the limit.</exception>
    internal static PageArguments Read(ArgumentValues arguments, int defaultSize, int maxSize) => Of(
        (int?)arguments["first"], (string?)arguments["after"], (int?)arguments["last"], (string?)arguments["before"], defaultSize, maxSize);

    /// <summary>The arguments as a client gives them.</summary>
    /// <exception cref="FieldErrorException">They contradict each other or go beyond the limit.</exception>
    public static PageArguments Of(int? first, string? after, int? last, string? before, int defaultSize, int maxSize)
    {
        if (first is not null && last is not null)
            throw new FieldErrorException("Give \"first\" or \"last\", not both.", ErrorCodes.PagingInvalid);
        var size = last is { } backward
            ? PageSize.Of("last", backward, maxSize, "Walk the pages with \"before\" instead.")
            : PageSize.Of("first", first ?? defaultSize, maxSize, "Walk the pages with \"after\" instead.");
        return new PageArguments(size, last is not null, after, before);
    }
}

/// <summary>The number of rows that a page or a list is asked to have.</summary>
internal static class PageSize
{
    /// <summary>The number, if it is neither negative nor beyond the limit.</summary>
    /// <param name="argument">The argument that gives it.</param>
    /// <param name="size">The number.</param>
    /// <param name="maxSize">The limit.</param>
    /// <param name="advice">How to get at more.</param>
    /// <exception cref="FieldErrorException">It is not.</exception>
    public static int Of(string argument, int size, int maxSize, string advice)
    {
        if (size < 0)
            throw new FieldErrorException($"\"{argument}\" must not be negative, but is {size}.", ErrorCodes.PagingInvalid);
        return size <= maxSize
            ? size
            : throw new FieldErrorException($"\"{argument}\" must be at most {maxSize}, but is {size}. {advice}", ErrorCodes.PageTooLarge);
    }
}
