using System.Data.Common;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Data.Filtering;
using KnowledgeApi.GraphQL.Data.Rows;
using KnowledgeApi.GraphQL.Data.Sorting;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Data.Paging;

/// <summary>The objects of a short list for each parent, in an order of their own: one statement for all parents, and no pages.</summary>
internal sealed class ListResolver : BatchResolver
{
    /// <summary>Shapes of filter that one planned field keeps statements for.</summary>
    private const int MaxShapes = 100;

    private readonly DataOptions _options;
    private readonly RowSource _source;
    private readonly ObjectFilter _filter;
    private readonly IReadOnlyList<SortKey> _order;
    private readonly ScopeArgument? _scope;
    private readonly Relation? _relation;
    private readonly Func<object, object?>? _parentKey;

    public ListResolver(DataOptions options, RowSource source, ObjectFilter filter, IReadOnlyList<SortKey> order, ScopeArgument? scope)
    {
        _options = options;
        _source = source;
        _filter = filter;
        _order = order;
        _scope = scope;
        if (source is RelationSource relation)
        {
            _relation = relation.Relation;
            _parentKey = KeyBatch.Getter(_relation.ParentKey);
            Requires = [_relation.ParentKey];
        }
    }

    /// <summary>The arguments of a list.</summary>
    /// <param name="where">What filters it; null if nothing does.</param>
    public static IReadOnlyList<InputValue> Arguments(InputObjectType? where) =>
    [
        new InputValue { Name = "first", Type = BuiltIns.Int, Description = "How many at most." },
        .. where is null ? [] : new[] { new InputValue { Name = "where", Type = where, Description = "Those that meet this." } },
    ];

    public override object? Prepare(FieldPlan field) => new BoundedCache<string, PageQuery>(MaxShapes);

    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context)
    {
        int? first = context.Arguments["first"] is int given ? PageSize.Of("first", given, _options.MaxPageSize, "Restrict the list with \"where\" instead.") : null;
        var size = first ?? _options.MaxPageSize;
        var filter = FilterParser.Where(context.Arguments, _filter).And(_scope?.Condition(context.Arguments));
        var keys = _parentKey is null ? null : KeyBatch.Of(context.Parents, _parentKey);

        var slots = new SlotList();
        var keySlot = _relation is null ? -1 : slots.AddList(_relation.ParentKey.PropertyType, KeyBatch.Distinct(keys!), _relation.KeyMapping);
        var limitSlot = slots.Add(typeof(int), size + 1);
        var inputs = new PageInputs(filter.AddTo(slots), _order, null, null, keySlot, OneParent: false, limitSlot);
        var queries = (BoundedCache<string, PageQuery>)context.Prepared!;
        if (!queries.TryGet(filter.Shape, out var query))
        {
            using var db = _options.CreateContext();
            query = queries.Add(filter.Shape, PageQuery.Compile(db, _source, inputs, [context.Field.Selection!], withCursors: false, slots));
        }

        var found = new Dictionary<object, List<object>>();
        await _options.Pool.RunAsync(query.Statement, slots, Read, context.Cancellation);
        return keys is null ? [ListOf(default(RootKey))] : Array.ConvertAll<object?, object?>(keys, ListOf!);

        void Read(DbDataReader row)
        {
            var key = query.Parent?.Invoke(row) ?? default(RootKey);
            if (!found.TryGetValue(key, out var rows))
                found[key] = rows = [];
            rows.Add(query.Rows.Read(row));
        }

        // Whoever does not say how many takes the list to be whole.
        object? ListOf(object key) => !found.TryGetValue(key, out var rows) ? Array.Empty<object>() : (rows.Count > size, first) switch
        {
            (false, _) => rows,
            (_, not null) => rows.Take(size),
            _ => new FieldError($"There are more than {size} objects in this list. Restrict it with \"where\", or ask for the \"first\" ones.", ErrorCodes.PageTooLarge),
        };
    }
}
