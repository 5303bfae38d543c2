using KnowledgeApi.GraphQL.Data.Filtering;
using KnowledgeApi.GraphQL.Data.Rows;

namespace KnowledgeApi.GraphQL.Data.Paging;

/// <summary>One page of a connection.</summary>
/// <param name="Edges">The rows of the page, in order.</param>
/// <param name="HasNextPage">True if there are rows after the page.</param>
/// <param name="HasPreviousPage">True if there are rows before the page.</param>
/// <param name="TotalCount">How many rows there are on all pages; null if it was not asked for.</param>
/// <param name="UndecidedCount">How many more rows the scope left out for want of knowledge; null if it was not asked for.</param>
/// <param name="Rows">The rows of all pages.</param>
/// <param name="Parent">The key of the parent whose rows these are; the same for all pages at the root.</param>
internal sealed record Page(IReadOnlyList<Edge> Edges, bool HasNextPage, bool HasPreviousPage, int? TotalCount, int? UndecidedCount, PageRows Rows, object Parent)
{
    /// <summary>Where the page stands; its cursors are made when they are asked for.</summary>
    public PageInfo Info => Edges.Count == 0
        ? new PageInfo(HasNextPage, HasPreviousPage)
        : new PageInfo(HasNextPage, HasPreviousPage, () => Edges[0].Cursor, () => Edges[^1].Cursor);
}

/// <summary>The rows that the pages of one connection are taken of.</summary>
/// <param name="Source">Where they come from.</param>
/// <param name="Filter">The condition on them.</param>
internal sealed record PageRows(RowSource Source, ParsedFilter Filter);

/// <summary>The cursors of a page, and whether there are pages before and after it.</summary>
/// <param name="hasNextPage">True if there are objects after the page.</param>
/// <param name="hasPreviousPage">True if there are objects before the page.</param>
/// <param name="startCursor">Makes the cursor of the first object; null if the page is empty.</param>
/// <param name="endCursor">Makes the cursor of the last object; null if the page is empty.</param>
public sealed class PageInfo(bool hasNextPage, bool hasPreviousPage, Func<string>? startCursor = null, Func<string>? endCursor = null)
{
    /// <summary>True if there are objects after this page.</summary>
    public bool HasNextPage { get; } = hasNextPage;

    /// <summary>True if there are objects before this page.</summary>
    public bool HasPreviousPage { get; } = hasPreviousPage;

    /// <summary>The cursor of the first object of the page; null if the page is empty.</summary>
    public string? StartCursor => startCursor?.Invoke();

    /// <summary>The cursor of the last object of the page; null if the page is empty.</summary>
    public string? EndCursor => endCursor?.Invoke();
}

/// <summary>One row of a page.</summary>
/// <param name="Node">The object.</param>
/// <param name="Cursors">Makes cursors of the order it stands in.</param>
/// <param name="CursorValues">Its values of the sort keys; empty if no cursor was asked for.</param>
internal sealed record Edge(object Node, CursorCodec Cursors, object?[] CursorValues)
{
    /// <summary>The cursor of the row.</summary>
    public string Cursor => Cursors.Encode(CursorValues);
}
