using KnowledgeApi.GraphQL.Execution;

namespace KnowledgeApi.GraphQL.Data.Paging;

/// <summary>The paging arguments of a connection, checked.</summary>
/// <param name="Size">How many rows at most.</param>
/// <param name="Backward">True for the last rows before a place, false for the first after one.</param>
/// <param name="After">The cursor that rows must come after, if any.</param>
/// <param name="Before">The cursor that rows must come before, if any.</param>
internal sealed record PageArguments(int Size, bool Backward, string? After, string? Before)
{
    /// <exception cref="FieldErrorException">The arguments contradict each other or go beyond the limit.</exception>
    public static PageArguments Read(ArgumentValues arguments, int defaultSize, int maxSize)
    {
        var first = (int?)arguments["first"];
        var last = (int?)arguments["last"];
        if (first is not null && last is not null)
            throw new FieldErrorException("Give \"first\" or \"last\", not both.", ErrorCodes.PagingInvalid);
        var size = first ?? last ?? defaultSize;
        var name = last is null ? "first" : "last";
        if (size < 0)
            throw new FieldErrorException($"\"{name}\" must not be negative, but is {size}.", ErrorCodes.PagingInvalid);
        if (size > maxSize)
        {
            throw new FieldErrorException(
                $"\"{name}\" must be at most {maxSize}, but is {size}. Walk the pages with \"{(last is null ? "after" : "before")}\" instead.", ErrorCodes.PageTooLarge);
        }

        return new PageArguments(size, last is not null, (string?)arguments["after"], (string?)arguments["before"]);
    }
}
