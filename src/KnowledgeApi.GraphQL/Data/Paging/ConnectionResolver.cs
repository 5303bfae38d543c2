using System.Data.Common;
using System.Text;
using KnowledgeApi.GraphQL.Data.Filtering;
using KnowledgeApi.GraphQL.Data.Rows;
using KnowledgeApi.GraphQL.Data.Sorting;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Data.Paging;

/// <summary>
/// A page of rows for each parent: one statement for all parents, and one more if the total count is asked for. What is
/// read depends on what is selected; filters and orders of one shape share a compiled statement.
/// </summary>
internal sealed class ConnectionResolver : BatchResolver
{
    /// <summary>Shapes of filter and order that one planned field keeps statements for.</summary>
    private const int MaxShapes = 100;

    private readonly DataOptions _options;
    private readonly RowSource _source;
    private readonly ObjectFilter _filter;
    private readonly ObjectSort _sort;
    private readonly ScopeArgument? _scope;
    private readonly Relation? _relation;
    private readonly Func<object, object?>? _parentKey;

    public ConnectionResolver(DataOptions options, RowSource source, ObjectFilter filter, ObjectSort sort, ScopeArgument? scope)
    {
        _options = options;
        _source = source;
        _filter = filter;
        _sort = sort;
        _scope = scope;
        if (source is RelationSource relation)
        {
            _relation = relation.Relation;
            _parentKey = KeyBatch.Getter(_relation.ParentKey);
            Requires = [_relation.ParentKey];
        }
    }

    public override object? Prepare(FieldPlan field) => ConnectionPlan.Of(field.Selection!, _scope?.UndecidedField?.Name, MaxShapes);

    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context)
    {
        var plan = (ConnectionPlan)context.Prepared!;
        var arguments = PageArguments.Read(context.Arguments, _options.DefaultPageSize, _options.MaxPageSize);
        var keys = _parentKey is null ? null : KeyBatch.Of(context.Parents, _parentKey);
        var parents = keys is null ? [] : KeyBatch.Distinct(keys);

        // Read once, whatever statements it takes part in.
        var where = FilterParser.Where(context.Arguments, _filter);
        var filter = where.And(_scope?.Condition(context.Arguments));
        var window = Window.Of(_source, _sort.Parse(context.Arguments["order"], _source.Entity.ClrType), arguments, _options.CursorKey);
        var pages = plan.WithRows ? await ReadPagesAsync(plan, arguments, window, parents, filter, context) : [];
        var counts = plan.WithTotal ? await ReadCountsAsync(plan, parents, filter, context) : null;
        var undecided = plan.WithUndecided && _scope!.Undecided(context.Arguments) is { } leftOut ? await ReadCountsAsync(plan, parents, where.And(leftOut), context) : null;
        var source = new PageRows(_source, filter);
        if (keys is null)
            return [PageOf(default(RootKey))];
        // A parent may be met several times.
        var made = new Dictionary<object, object?>();
        return Array.ConvertAll(keys, key => made.TryGetValue(key!, out var page) ? page : made[key!] = PageOf(key!));

        Page PageOf(object key)
        {
            var rows = pages.GetValueOrDefault(key) ?? [];
            var more = rows.Count > arguments.Size;
            if (more)
                rows.RemoveAt(arguments.Size);
            if (arguments.Backward)
                rows.Reverse();
            int? total = counts?.GetValueOrDefault(key);
            int? without = plan.WithUndecided ? undecided?.GetValueOrDefault(key) ?? 0 : null;
            return arguments.Backward
                ? new Page(rows, arguments.Before is not null, more, total, without, source, key)
                : new Page(rows, more, arguments.After is not null, total, without, source, key);
        }
    }

    private async ValueTask<Dictionary<object, List<Edge>>> ReadPagesAsync(
        ConnectionPlan plan, PageArguments arguments, Window window, HashSet<object> parents, ParsedFilter filter, BatchContext context)
    {
        var slots = new SlotList();
        var shape = new StringBuilder();
        // For one parent there is a simpler statement, which need not number all rows to give the first.
        var oneParent = parents.Count == 1 ? parents.Single() : null;
        var keySlot = oneParent is null ? AddKeys(slots, parents) : slots.Add(_relation!.ParentKey.PropertyType, oneParent, _relation.KeyMapping);
        var limitSlot = slots.Add(typeof(int), arguments.Size + 1);
        var order = arguments.Backward ? [.. window.Order.Select(key => key.Reversed)] : window.Order;
        shape.Append(oneParent is null ? "" : "1").Append(arguments.Backward ? "< " : "> ").Append(window.OrderText).Append(' ');

        // "after" is behind in reading order when paging forward, and the far end when paging backward.
        var after = AddCursor(arguments.Backward ? window.Before : window.After);
        var until = AddCursor(arguments.Backward ? window.After : window.Before);
        shape.Append(filter.Shape);
        var inputs = new PageInputs(filter.AddTo(slots), order, after, until, keySlot, oneParent is not null, limitSlot);

        var text = shape.ToString();
        if (!plan.Pages.TryGet(text, out var query))
        {
            using var db = _options.CreateContext();
            query = plan.Pages.Add(text, PageQuery.Compile(db, _source, inputs, plan.Nodes, plan.WithCursors, slots));
        }

        var pages = new Dictionary<object, List<Edge>>();
        await _options.Pool.RunAsync(query.Statement, slots, Read, context.Cancellation);
        return pages;

        void Read(DbDataReader row)
        {
            var key = query.Parent?.Invoke(row) ?? oneParent ?? default(RootKey);
            if (!pages.TryGetValue(key, out var edges))
                pages[key] = edges = [];
            edges.Add(new Edge(query.Rows.Read(row), window.Cursors, Array.ConvertAll(query.CursorValues, value => value(row))));
        }

        int?[]? AddCursor(object?[]? values)
        {
            shape.Append(values is null ? '-' : '*');
            return values is null ? null : Array.ConvertAll([.. values.Zip(order)], pair =>
            {
                var (value, key) = pair;
                shape.Append(value is null ? '0' : '1');
                return value is null ? (int?)null : slots.Add(key.CursorType, value, key.CursorMapping);
            });
        }
    }

    private async ValueTask<Dictionary<object, int>> ReadCountsAsync(ConnectionPlan plan, HashSet<object> parents, ParsedFilter filter, BatchContext context)
    {
        var slots = new SlotList();
        var keySlot = AddKeys(slots, parents);
        var condition = filter.AddTo(slots);
        if (!plan.Counts.TryGet(filter.Shape, out var query))
        {
            using var db = _options.CreateContext();
            query = plan.Counts.Add(filter.Shape, CountQuery.Compile(db, _source, condition, keySlot, slots));
        }

        var counts = new Dictionary<object, int>();
        await _options.Pool.RunAsync(
            query.Statement, slots, row => counts[query.Parent is null ? default(RootKey) : query.Parent(row)!] = query.Count(row), context.Cancellation);
        return counts;
    }

    private int AddKeys(SlotList slots, HashSet<object> keys) =>
        _relation is null ? -1 : slots.AddList(_relation.ParentKey.PropertyType, keys, _relation.KeyMapping);
}

/// <summary>The order of a list, and the places in it that a page lies between.</summary>
/// <param name="Order">The keys of the order.</param>
/// <param name="OrderText">The order as a text. It is sealed into cursors: one is good for lists of the same objects in the same order.</param>
/// <param name="Cursors">The cursors of the order.</param>
/// <param name="After">The values of the keys at the place that rows must come after, if any.</param>
/// <param name="Before">The values of the keys at the place that rows must come before, if any.</param>
internal sealed record Window(IReadOnlyList<SortKey> Order, string OrderText, CursorCodec Cursors, object?[]? After, object?[]? Before)
{
    /// <summary>Reads the cursors, even if no row is asked for.</summary>
    /// <exception cref="FieldErrorException">One of them is none of this list in this order.</exception>
    public static Window Of(RowSource source, IReadOnlyList<SortKey> order, PageArguments arguments, byte[] key)
    {
        var text = $"{source.Entity.Name}: {ObjectSort.ShapeOf(order)}";
        var cursors = new CursorCodec(key, text);
        return new Window(order, text, cursors, ValuesOf(arguments.After, "after"), ValuesOf(arguments.Before, "before"));

        object?[]? ValuesOf(string? cursor, string argument) =>
            cursor is null ? null
            : cursors.TryDecode(cursor, order, out var values) ? values
            : throw new FieldErrorException(
                $"The cursor given as \"{argument}\" is not one of this connection in this order. Take cursors from \"edges\" or \"pageInfo\" of the same query.",
                ErrorCodes.CursorInvalid);
    }
}

/// <summary>What a connection is asked for, and the statements compiled for it so far.</summary>
/// <param name="Nodes">The selections on its nodes.</param>
/// <param name="WithRows">True if anything but the total count is asked for.</param>
/// <param name="WithCursors">True if a cursor is asked for.</param>
/// <param name="WithTotal">True if the total count is asked for.</param>
/// <param name="WithUndecided">True if the count of what cannot be judged is asked for.</param>
/// <param name="Pages">The statements for pages, by the shape of filter, order and cursors.</param>
/// <param name="Counts">The statements for total counts, by the shape of the filter.</param>
internal sealed record ConnectionPlan(
    IReadOnlyList<SelectionPlan> Nodes,
    bool WithRows,
    bool WithCursors,
    bool WithTotal,
    bool WithUndecided,
    BoundedCache<string, PageQuery> Pages,
    BoundedCache<string, CountQuery> Counts)
{
    public static ConnectionPlan Of(SelectionPlan selection, string? undecidedField, int maxShapes)
    {
        var fields = selection.Fields.Values.Single();
        var edges = Named(fields, ConnectionTypes.Edges).SelectMany(f => f.Selection!.Fields.Values.Single()).ToList();
        var info = Named(fields, ConnectionTypes.PageInfo).SelectMany(f => f.Selection!.Fields.Values.Single()).ToList();
        var nodes = Named(edges, ConnectionTypes.Node).Concat(Named(fields, ConnectionTypes.Nodes)).Select(f => f.Selection!).ToList();
        return new ConnectionPlan(
            nodes,
            WithRows: fields.Any(f => f.Field.Name is ConnectionTypes.Edges or ConnectionTypes.Nodes or ConnectionTypes.PageInfo),
            WithCursors: edges.Concat(info).Any(f => f.Field.Name is ConnectionTypes.Cursor or ConnectionTypes.StartCursor or ConnectionTypes.EndCursor),
            WithTotal: fields.Any(f => f.Field.Name == ConnectionTypes.TotalCount),
            WithUndecided: fields.Any(f => f.Field.Name == undecidedField),
            new BoundedCache<string, PageQuery>(maxShapes),
            new BoundedCache<string, CountQuery>(maxShapes));
    }

    private static IEnumerable<FieldPlan> Named(IEnumerable<FieldPlan> fields, string name) => fields.Where(f => f.Field.Name == name);
}
