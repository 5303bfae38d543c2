using System.Data.Common;
using KnowledgeApi.GraphQL.Data.Paging;
using KnowledgeApi.GraphQL.Data.Rows;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Data.Aggregates;

/// <summary>All rows of a connection summed up: one statement for the pages of all parents.</summary>
internal sealed class AggregateResolver(DataOptions options, ObjectAggregate shape) : BatchResolver
{
    public override object? Prepare(FieldPlan field) => new AggregateReader(options, AggregatePlan.Of([field.Selection!], shape));

    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context)
    {
        var reader = (AggregateReader)context.Prepared!;
        var results = new object?[context.Parents.Count];
        foreach (var pages in PageBatch.Of(context.Parents))
        {
            var found = await reader.ReadAsync(pages, GroupKeys.None, context.Cancellation);
            foreach (var (page, index) in pages.Pages)
                results[index] = (found.GetValueOrDefault(page.Parent)?.Values.Single() ?? reader.NoRows).View;
        }

        return results;
    }
}

/// <summary>All rows of a connection in groups: one statement for the pages of all parents.</summary>
internal sealed class GroupResolver(DataOptions options, ObjectAggregate shape, ObjectGrouping grouping) : BatchResolver
{
    public override object? Prepare(FieldPlan field)
    {
        var groups = Named(field.Selection!, GroupPage.GroupsField);
        return new AggregateReader(options, AggregatePlan.Of(groups.SelectMany(group => Named(group, AggregateFields.Aggregate)), shape));
    }

    public override async ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context)
    {
        var reader = (AggregateReader)context.Prepared!;
        var keys = new GroupKeys(grouping.Parse(context.Arguments["by"]));
        var order = (GroupOrder)context.Arguments["order"]!;
        var (first, skip) = (Number("first") ?? options.DefaultPageSize, Number("skip") ?? 0);
        if (first > options.MaxPageSize)
            throw new FieldErrorException($"\"first\" must be at most {options.MaxPageSize}, but is {first}. Ask for the next groups with \"skip\".", ErrorCodes.PageTooLarge);
        var results = new object?[context.Parents.Count];
        foreach (var pages in PageBatch.Of(context.Parents))
        {
            var found = await reader.ReadAsync(pages, keys, context.Cancellation);
            // A parent may be met several times.
            var made = new Dictionary<object, GroupPage>();
            foreach (var (page, index) in pages.Pages)
            {
                if (!made.TryGetValue(page.Parent, out var groups))
                    made[page.Parent] = groups = PageOf(found.GetValueOrDefault(page.Parent));
                results[index] = groups;
            }
        }

        return results;

        int? Number(string argument) => (int?)context.Arguments[argument] is not { } number ? null : number >= 0
            ? number
            : throw new FieldErrorException($"\"{argument}\" must not be negative, but is {number}.", ErrorCodes.PagingInvalid);

        GroupPage PageOf(Dictionary<GroupValues, Totals>? groups)
        {
            if (groups is null)
                return new GroupPage([], 0);
            IEnumerable<KeyValuePair<GroupValues, Totals>> ordered = order switch
            {
                GroupOrder.CountDesc => groups.OrderByDescending(group => group.Value.Rows).ThenBy(group => group.Key, ByKey(descending: false)),
                GroupOrder.CountAsc => groups.OrderBy(group => group.Value.Rows).ThenBy(group => group.Key, ByKey(descending: false)),
                _ => groups.OrderBy(group => group.Key, ByKey(order == GroupOrder.KeyDesc)),
            };
            return new GroupPage([.. ordered.Skip(skip).Take(first).Select(group => new Group(keys, group.Key, group.Value))], groups.Count);
        }
    }

    private static Comparer<GroupValues> ByKey(bool descending) => Comparer<GroupValues>.Create((one, other) => GroupKeys.Compare(one, other, descending));

    private static IEnumerable<SelectionPlan> Named(SelectionPlan selection, string name) =>
        selection.Fields.Values.Single().Where(field => field.Field.Name == name).Select(field => field.Selection!);
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

    /// <summary>The groups of each parent that has rows.</summary>
    public async ValueTask<Dictionary<object, Dictionary<GroupValues, Totals>>> ReadAsync(PageBatch pages, GroupKeys keys, CancellationToken cancellation)
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

/// <summary>The fields of a connection that sum up its rows.</summary>
internal static class AggregateConnection
{
    public static IReadOnlyList<Field> Fields(
        NamedType node, ObjectType aggregate, ObjectType groups, IReadOnlyList<InputValue> groupArguments, AggregateResolver aggregates, GroupResolver grouping) =>
    [
        new Field
        {
            Name = AggregateFields.Aggregate,
            Description = $"All `{node.Name}` objects of the list, on whatever page, summed up.",
            Type = new NonNullType(aggregate),
            Resolver = aggregates,
        },
        new Field
        {
            Name = AggregateFields.GroupBy,
            Description = $"All `{node.Name}` objects of the list, on whatever page, in groups that have something in common, such as a year.",
            Type = new NonNullType(groups),
            Arguments = groupArguments,
            Resolver = grouping,
        },
    ];
}
