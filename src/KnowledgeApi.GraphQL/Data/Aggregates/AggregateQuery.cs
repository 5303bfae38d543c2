using System.Data.Common;
using System.Linq.Expressions;
using KnowledgeApi.GraphQL.Data.Rows;
using KnowledgeApi.GraphQL.Data.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Aggregates;

/// <summary>A compiled aggregate: a row for each parent, group and combination of units.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Parent">The parent's key of a row; null at the root.</param>
/// <param name="Keys">The values of a row's group.</param>
/// <param name="Units">The units of a row.</param>
/// <param name="Measures">The measures of a row.</param>
internal sealed record AggregateQuery(
    Statement Statement,
    Func<DbDataReader, object?>? Parent,
    Func<DbDataReader, object?>[] Keys,
    Func<DbDataReader, object?>[] Units,
    Func<DbDataReader, object?>[] Measures)
{
    public static AggregateQuery Compile(DbContext db, RowSource source, Func<Expression, Expression>? filter, int parents, AggregatePlan plan, GroupKeys keys, SlotList slots)
    {
        var rows = RowsOf(db, source, parents, slots);
        if (filter is not null)
            rows = rows.Where(filter);
        var origins = new Dictionary<string, Func<Expression, Expression>>(StringComparer.Ordinal);
        foreach (var many in keys.Lists)
        {
            var owner = rows.Node;
            rows = rows.Pair(row => many.Access(owner(row)), many.ElementType);
            foreach (var (path, access) in origins.ToList())
                origins[path] = row => access(Expression.Property(row, nameof(Cell<,>.Rest)));
            origins[many.Path] = row => Expression.Property(row, nameof(Cell<,>.Value));
        }

        // First the values of each row side by side, so that what leads to them, joins included, is out of the way of the grouping.
        var row = Expression.Parameter(rows.Type, "r");
        List<Expression> cells = [.. rows.Parent is null ? (Expression[])[] : [rows.Parent(row)], .. keys.Cells.Select(cell => cell.Access(OriginOf(cell.Origin)(row)))];
        var firstValue = cells.Count;
        cells.AddRange(plan.Values.Select(value => value(rows.Node(row))));
        var isDistinct = origins.Count > 0 || plan.Contests.Count > 0;
        if (isDistinct)
            cells.AddRange(source.Entity.FindPrimaryKey()!.Properties.Select(key => Expression.Property(rows.Node(row), key.PropertyInfo!)));
        var flat = Expression.Lambda(Cells.Row(cells), row);
        var flatType = flat.ReturnType;
        var values = Expression.Call(typeof(Queryable), nameof(Queryable.Select), [rows.Type, flatType], rows.Query, Expression.Quote(flat));
        var firstContest = cells.Count;
        if (plan.Contests.Count > 0)
        {
            var each = Expression.Parameter(flatType, "f");
            var decided = Expression.Lambda(
                Cells.Row([.. Enumerable.Range(0, firstContest).Select(cell => Cells.At(each, cell, firstContest)), .. plan.Contests.Select(contest => Wins(contest, each, values, firstContest, firstValue))]), each);
            values = Expression.Call(typeof(Queryable), nameof(Queryable.Select), [flatType, decided.ReturnType], values, Expression.Quote(decided));
            flatType = decided.ReturnType;
        }

        // An object is in a group once, however many of what it is paired with put it there; its key tells it from its equals.
        // What was decided of it is then found out once, too, and not for each measure.
        var width = firstContest + plan.Contests.Count;
        if (isDistinct)
            values = Expression.Call(typeof(Queryable), nameof(Queryable.Distinct), [flatType], values);

        // A unit that is a key too is one column.
        var firstKey = rows.Parent is null ? 0 : 1;
        List<int> by = [.. Enumerable.Range(0, firstValue)];
        var units = new List<Func<DbDataReader, object?>>();
        foreach (var unit in plan.Units)
        {
            var key = keys.IndexOf(unit.Path);
            units.Add(unit.Reader(key < 0 ? by.Count : firstKey + key));
            if (key < 0)
                by.Add(firstValue + unit.Cell);
        }

        var grouped = Expression.Parameter(flatType, "f");
        var selector = Expression.Lambda(Cells.Row([.. by.Select(cell => Cells.At(grouped, cell, width))]), grouped);
        var groups = Expression.Call(typeof(Queryable), nameof(Queryable.GroupBy), [flatType, selector.ReturnType], values, Expression.Quote(selector));

        var groupType = typeof(IGrouping<,>).MakeGenericType(selector.ReturnType, flatType);
        var query = QueryExpressions.Select(db, groups, groupType, group =>
        {
            var measured = new MeasuredGroup(group, flatType, width, firstValue, firstContest);
            var key = Expression.Property(group, nameof(IGrouping<,>.Key));
            IEnumerable<Expression> columns =
            [
                .. by.Select((_, i) => Cells.At(key, i, by.Count)),
                .. plan.Measures.Select(measure => measure.Build(measured)),
            ];
            return Expression.NewArrayInit(typeof(object), columns.Select(column => Expression.Convert(column, typeof(object))));
        });
        return new AggregateQuery(
            Statement.Compile(query, by.Count + plan.Measures.Count),
            rows.Parent is null ? null : QueryExpressions.Reader(0, LinkKeyOf((RelationSource)source)),
            [.. keys.Cells.Select((key, i) => key.Reader(firstKey + i))],
            [.. units],
            [.. plan.Measures.Select((measure, i) => Measured(measure, by.Count + i))]);

        Func<Expression, Expression> OriginOf(GroupMany? many) => many is null ? rows.Node : origins[many.Path];
    }

    /// <summary>Whether no other row of the same parent and group goes before a row that may count.</summary>
    private static UnaryExpression Wins(Contest contest, Expression row, Expression rows, int width, int firstValue)
    {
        var other = Expression.Parameter(row.Type, "o");
        var goesBefore = contest.Yields(cell => Cells.At(row, firstValue + cell, width), cell => Cells.At(other, firstValue + cell, width));
        for (var cell = 0; cell < firstValue; cell++)
            goesBefore = Expression.AndAlso(goesBefore, Expression.Equal(Cells.At(other, cell, width), Cells.At(row, cell, width)));
        var isBeaten = Expression.Call(typeof(Queryable), nameof(Queryable.Any), [row.Type], rows, Expression.Quote(Expression.Lambda(goesBefore, other)));
        return Expression.Convert(Expression.AndAlso(contest.Enters(cell => Cells.At(row, firstValue + cell, width)), Expression.Not(isBeaten)), typeof(bool?));
    }

    private static IReadOnlyProperty LinkKeyOf(RelationSource source) =>
        source.Relation.Link.FindProperty(source.Relation.ForeignKey.Name)!;

    private static Func<DbDataReader, object?> Measured(Measure measure, int ordinal)
    {
        var read = measure.Reader(ordinal);
        return row => row.IsDBNull(ordinal) ? null : read(row);
    }

    /// <summary>The rows of a connection, those of all parents together.</summary>
    private static RowQueryable RowsOf(DbContext db, RowSource source, int parents, SlotList slots)
    {
        if (source is RootSource root)
            return new RowQueryable(root.Query(db).Expression, root.Entity.ClrType, row => row, null);
        var relation = ((RelationSource)source).Relation;
        var link = Expression.Parameter(relation.Link.ClrType, "l");
        var foreignKey = Expression.Property(link, relation.ForeignKey);
        var ofParents = Expression.Lambda(QueryExpressions.Among(slots, parents, foreignKey), link);
        if (relation.ToTarget is null)
            return new RowQueryable(QueryExpressions.Where(relation.Links(db), ofParents), link.Type, relation.Node, row => Expression.Property(row, relation.ForeignKey));

        // A table that joins: written out, because EF Core would follow the link again for each aggregate.
        var links = QueryExpressions.Where(relation.BareLinks(db), ofParents);
        var toOne = relation.ToTarget.ForeignKey;
        var node = Expression.Parameter(source.Entity.ClrType, "n");
        var rowType = typeof(Linked<,>).MakeGenericType(foreignKey.Type, node.Type);
        var key = Expression.Property(link, Relation.Single(toOne.Properties, toOne.DependentToPrincipal!));
        var joined = Expression.Call(
            typeof(Queryable),
            nameof(Queryable.Join),
            [link.Type, node.Type, key.Type, rowType],
            links,
            QueryExpressions.Root(db, source.Entity),
            Expression.Quote(Expression.Lambda(key, link)),
            Expression.Quote(Expression.Lambda(Expression.Property(node, Relation.Single(toOne.PrincipalKey.Properties, toOne.DependentToPrincipal!)), node)),
            Expression.Quote(Expression.Lambda(
                Expression.MemberInit(
                    Expression.New(rowType),
                    Expression.Bind(rowType.GetProperty(nameof(Linked<,>.Parent))!, foreignKey),
                    Expression.Bind(rowType.GetProperty(nameof(Linked<,>.Link))!, node)),
                link,
                node)));
        return relation.TargetConditions.Aggregate(
            new RowQueryable(joined, rowType, row => Expression.Property(row, nameof(Linked<,>.Link)), row => Expression.Property(row, nameof(Linked<,>.Parent))),
            (rows, condition) => rows.Where(each => ParameterReplacer.Apply(condition, each)));
    }
}

/// <summary>A query of rows that have an object each.</summary>
/// <param name="Query">The query.</param>
/// <param name="Type">The type of its rows.</param>
/// <param name="Node">The object of a row.</param>
/// <param name="Parent">The parent's key of a row; null at the root.</param>
internal sealed record RowQueryable(Expression Query, Type Type, Func<Expression, Expression> Node, Func<Expression, Expression>? Parent)
{
    public RowQueryable Where(Func<Expression, Expression> condition)
    {
        var row = Expression.Parameter(Type, "r");
        return this with { Query = QueryExpressions.Where(Query, Expression.Lambda(condition(Node(row)), row)) };
    }

    /// <summary>Each row with each of its many or, if there are none, with null.</summary>
    public RowQueryable Pair(Func<Expression, Expression> many, Type elementType)
    {
        var row = Expression.Parameter(Type, "r");
        var each = Expression.Parameter(elementType, "e");
        var collection = Expression.Lambda(
            typeof(Func<,>).MakeGenericType(Type, typeof(IEnumerable<>).MakeGenericType(elementType)),
            Expression.Call(typeof(Enumerable), nameof(Enumerable.DefaultIfEmpty), [elementType], many(row)),
            row);
        // One cell: the element, and the row as the rest.
        var pair = Expression.Lambda(Cells.Row([each, row]), row, each);
        var type = pair.ReturnType;
        var paired = Expression.Call(typeof(Queryable), nameof(Queryable.SelectMany), [Type, elementType, type], Query, Expression.Quote(collection), Expression.Quote(pair));
        return new RowQueryable(paired, type, Inner(Node), Parent is null ? null : Inner(Parent));

        static Func<Expression, Expression> Inner(Func<Expression, Expression> access) => row => access(Expression.Property(row, nameof(Cell<,>.Rest)));
    }
}
