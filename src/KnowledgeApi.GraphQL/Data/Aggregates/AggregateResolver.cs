using System.Collections;
using System.Data.Common;
using KnowledgeApi.GraphQL.Data.Paging;
using KnowledgeApi.GraphQL.Data.Rows;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Responses;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Aggregates;

/// <summary>All rows of a connection summed up: one statement for the pages of all parents.</summary>
internal sealed class AggregateResolver(DataOptions options, ObjectAggregate summed) : BatchResolver
{
    public override object? Prepare(FieldPlan field) => new AggregateReader(options, AggregatePlan.Of(field.Selection!, summed));

    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context)
    {
        var reader = (AggregateReader)context.Prepared!;
        return await reader.ReadAsync(context, GroupKeys.None, groups => new AggregateView(groups?.Values.Single() ?? reader.NoRows, []));
    }
}

/// <summary>All rows of a connection in groups: one statement for the pages of all parents.</summary>
internal sealed class GroupResolver(DataOptions options, IReadOnlyEntityType entity, ObjectAggregate summed) : BatchResolver
{
    public override object? Prepare(FieldPlan field) => new AggregateReader(options, AggregatePlan.Of(field.Selection!, summed));

    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context)
    {
        var keys = GroupKeys.Read(context.Arguments["by"], entity);
        var order = (GroupOrder)context.Arguments["order"]!;
        var first = PageSize.Of("first", (int?)context.Arguments["first"] ?? options.DefaultPageSize, options.MaxPageSize, "Ask for the next groups with \"skip\".");
        var skip = PageSize.Of("skip", (int?)context.Arguments["skip"] ?? 0, options.MaxGroups, "There are no more groups.");
        return await ((AggregateReader)context.Prepared!).ReadAsync(context, keys, groups =>
            groups is null ? [] : (IReadOnlyList<AggregateView>)[.. Ordered(groups, order).Skip(skip).Take(first).Select(group => new AggregateView(group.Value, keys.Of(group.Key)))]);
    }

    private static IOrderedEnumerable<KeyValuePair<GroupValues, Totals>> Ordered(Dictionary<GroupValues, Totals> groups, GroupOrder order) => order switch
    {
        GroupOrder.CountDesc => groups.OrderByDescending(group => group.Value.All.Count).ThenBy(group => group.Key, ByKey(descending: false)),
        GroupOrder.CountAsc => groups.OrderBy(group => group.Value.All.Count).ThenBy(group => group.Key, ByKey(descending: false)),
        _ => groups.OrderBy(group => group.Key, ByKey(order == GroupOrder.KeyDesc)),
    };

    private static Comparer<GroupValues> ByKey(bool descending) => Comparer<GroupValues>.Create((one, other) => GroupKeys.Compare(one, other, descending));
}

/// <summary>How many groups the rows of a connection make.</summary>
internal sealed class GroupCountResolver(DataOptions options, IReadOnlyEntityType entity) : BatchResolver
{
    public override object? Prepare(FieldPlan field) => new AggregateReader(options, AggregatePlan.Nothing);

    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context) =>
        await ((AggregateReader)context.Prepared!).ReadAsync(context, GroupKeys.Read(context.Arguments["by"], entity), groups => groups?.Count ?? 0);
}

/// <summary>The pages of a batch that are taken of the same rows, and the place of each in the batch.</summary>
internal sealed record PageBatch(PageRows Rows, IReadOnlyList<(Page Page, int Index)> Pages)
{
    public static IEnumerable<PageBatch> Of(IReadOnlyList<object> pages) => pages
        .Select((page, index) => (Page: (Page)page, Index: index))
        .GroupBy(each => each.Page.Rows, ReferenceEqualityComparer.Instance)
        .Select(group => new PageBatch((PageRows)group.Key!, [.. group]));
}

/// <summary>Reads what a planned field sums up; filters and keys of one shape share a compiled statement.</summary>
internal sealed class AggregateReader(DataOptions options, AggregatePlan plan)
{
    /// <summary>Shapes of filter and keys that one planned field keeps statements for.</summary>
    private const int MaxShapes = 100;

    private readonly BoundedCache<(RowSource Source, string Shape), AggregateQuery> _queries = new(MaxShapes);

    /// <summary>The totals of no rows.</summary>
    public Totals NoRows => new(plan);

    /// <summary>What is made of the groups of each page's rows; of null if it has no rows.</summary>
    public async ValueTask<IReadOnlyList<object?>> ReadAsync(BatchContext context, GroupKeys keys, Func<Dictionary<GroupValues, Totals>?, object?> make)
    {
        var results = new object?[context.Parents.Count];
        foreach (var pages in PageBatch.Of(context.Parents))
        {
            var found = await ReadAsync(pages, keys, context.Cancellation);
            // A parent may be met several times.
            var made = new Dictionary<object, object?>();
            foreach (var (page, index) in pages.Pages)
            {
                if (!made.TryGetValue(page.Parent, out var result))
                    made[page.Parent] = result = make(found.GetValueOrDefault(page.Parent));
                results[index] = result;
            }
        }

        return results;
    }

    /// <summary>The groups of each parent that has rows.</summary>
    private async ValueTask<Dictionary<object, Dictionary<GroupValues, Totals>>> ReadAsync(PageBatch pages, GroupKeys keys, CancellationToken cancellation)
    {
        var (source, filter) = pages.Rows;
        var slots = new SlotList();
        var shape = $"{keys.Shape}: {filter.Shape}";
        var parents = source is RelationSource { Relation: var relation }
            ? slots.AddList(relation.ParentKey.PropertyType, pages.Pages.Select(page => page.Page.Parent).ToHashSet(), relation.KeyMapping)
            : -1;
        var condition = filter.AddTo(slots);
        if (!_queries.TryGet((source, shape), out var query))
        {
            using var db = options.CreateContext();
            query = _queries.Add((source, shape), AggregateQuery.Compile(db, source, condition, parents, plan, keys, slots));
        }

        var root = pages.Pages[0].Page.Parent;
        var found = new Dictionary<object, Dictionary<GroupValues, Totals>>();
        var count = 0;
        await options.Pool.RunAsync(
            query.Statement,
            slots,
            row =>
            {
                // Without keys there are no more rows than parents and units.
                if (keys.Cells.Count > 0 && ++count > options.MaxGroups)
                    throw new FieldErrorException($"There are more than {options.MaxGroups} groups. Group by less, or restrict the objects with \"where\".", ErrorCodes.GroupLimit);
                var parent = query.Parent is { } key ? key(row)! : root;
                if (!found.TryGetValue(parent, out var groups))
                    found[parent] = groups = [];
                var values = new GroupValues(Read(query.Keys));
                if (!groups.TryGetValue(values, out var totals))
                    groups[values] = totals = new Totals(plan);
                totals.Add(Read(query.Measures), Read(query.Units));

                object?[] Read(Func<DbDataReader, object?>[] columns) => Array.ConvertAll(columns, column => column(row));
            },
            cancellation);
        return found;
    }
}
