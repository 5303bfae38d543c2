using KnowledgeApi.GraphQL.Data.Paging;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.Paging;

/// <summary>
/// A page of a list whose places are numbered. A base never changes while it is served, so that a place in a list is a place for good, and its
/// number makes a cursor.
/// </summary>
internal sealed class NumberedPage
{
    private readonly PageArguments _arguments;
    private readonly CursorCodec _cursors;
    private readonly int _start;
    private readonly int? _end;

    /// <summary>The page that the arguments of a connection ask for.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="cursors">Seals cursors for this list: one of another list is refused.</param>
    /// <exception cref="FieldErrorException">A cursor is not one of this list.</exception>
    public NumberedPage(PageArguments arguments, CursorCodec cursors)
    {
        (_arguments, _cursors) = (arguments, cursors);
        _start = NumberOf(arguments.After, "after") + 1 ?? 0;
        _end = NumberOf(arguments.Before, "before");
    }

    /// <summary>Whether the page can only be found by the length of the list: it has the last of all.</summary>
    public bool NeedsCount => _arguments.Backward && _end is null;

    /// <summary>How many objects come before the page, and how many it has at most.</summary>
    /// <param name="count">The length of the list; of no importance unless <see cref="NeedsCount"/>.</param>
    public (int Skip, int Take) RowsOf(int count)
    {
        if (!_arguments.Backward)
            return (_start, Math.Clamp(_end - _start ?? _arguments.Size, 0, _arguments.Size));
        var end = _end ?? count;
        var skip = Math.Max(_start, end - _arguments.Size);
        return (skip, Math.Max(0, end - skip));
    }

    /// <summary>The cursor of a place.</summary>
    public string CursorOf(int number) => _cursors.Encode([number]);

    /// <summary>Where a page stands among all.</summary>
    /// <param name="skip">How many come before it.</param>
    /// <param name="size">How many it has.</param>
    /// <param name="isLast">Whether nothing comes after it.</param>
    public PageInfo InfoOf(int skip, int size, bool isLast) => size == 0
        ? new PageInfo(!isLast, skip > 0)
        : new PageInfo(!isLast, skip > 0, () => CursorOf(skip), () => CursorOf(skip + size - 1));

    private int? NumberOf(string? cursor, string argument)
    {
        if (cursor is null)
            return null;
        return _cursors.TryDecode(cursor, [typeof(int)], out var values) && values is [int number]
            ? number
            : throw new FieldErrorException(
                $"The cursor given as \"{argument}\" is not one of this list. Take cursors from \"edges\" or \"pageInfo\" of the same field with the same arguments.",
                ErrorCodes.CursorInvalid);
    }
}
