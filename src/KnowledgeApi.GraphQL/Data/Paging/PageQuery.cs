using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using KnowledgeApi.GraphQL.Data.Rows;
using KnowledgeApi.GraphQL.Data.Sorting;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Paging;

/// <summary>The inputs of a page in one request, apart from the values in the slots.</summary>
/// <param name="Filter">The condition on an object, its values in slots; null for all objects.</param>
/// <param name="Order">The keys in the order rows are read in: reversed when paging backward.</param>
/// <param name="After">The place that rows must come after in <paramref name="Order"/>: the slot of each key's value.</param>
/// <param name="Until">The place that rows must come before in <paramref name="Order"/>.</param>
/// <param name="Keys">The slot of the parents' keys; unused at the root.</param>
/// <param name="OneParent">True if there is one parent, whose key that slot holds.</param>
/// <param name="Limit">The slot of the number of rows to read, of each parent.</param>
internal sealed record PageInputs(
    Func<Expression, Expression>? Filter, IReadOnlyList<SortKey> Order, IReadOnlyList<int?>? After, IReadOnlyList<int?>? Until, int Keys, bool OneParent, int Limit);

/// <summary>A compiled connection: the statement for a page of rows of each parent.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Rows">How an object is read of a row.</param>
/// <param name="Parent">The parent's key of a row; null at the root.</param>
/// <param name="CursorValues">The values of the sort keys of a row; empty unless cursors are asked for.</param>
internal sealed record PageQuery(Statement Statement, RowReader Rows, Func<DbDataReader, object?>? Parent, Func<DbDataReader, object?>[] CursorValues)
{
    public static PageQuery Compile(
        DbContext db,
        RowSource source,
        PageInputs inputs,
        IReadOnlyList<SelectionPlan> selections,
        bool withCursors,
        SlotList slots,
        IReadOnlyList<MemberInfo>? also = null) => source switch
        {
            RootSource root => Compile(db, root.Query(db).Expression, root.Entity.ClrType, row => row, source, inputs, selections, withCursors, slots, also),
            RelationSource { Relation: var relation } when inputs.OneParent => Compile(
                db, LinksOf(db, relation, inputs.Keys, slots), relation.Link.ClrType, relation.Node, source, inputs, selections, withCursors, slots, also),
            RelationSource relation => Compile(db, relation, inputs, selections, withCursors, slots),
            _ => throw new InvalidOperationException($"No query is known for {source}."),
        };

    /// <summary>The first rows of one query.</summary>
    private static PageQuery Compile(
        DbContext db,
        Expression query,
        Type rowType,
        Func<Expression, Expression> node,
        RowSource source,
        PageInputs inputs,
        IReadOnlyList<SelectionPlan> selections,
        bool withCursors,
        SlotList slots,
        IReadOnlyList<MemberInfo>? also)
    {
        query = Within(query, rowType, node, inputs, slots);
        query = Keyset.Order(query, rowType, node, inputs.Order);
        query = QueryExpressions.Take(query, rowType, slots.Expression(inputs.Limit));
        var columns = new ColumnList();
        var (rows, cursorValues) = Columns(source.Entity, inputs, selections, withCursors, columns, node, also);
        return new PageQuery(Statement.Compile(QueryExpressions.Select(db, query, rowType, columns.Select), columns.Count), rows, null, cursorValues);
    }

    /// <summary>The links of the one parent whose key is in a slot.</summary>
    private static Expression LinksOf(DbContext db, Relation relation, int key, SlotList slots)
    {
        var link = Expression.Parameter(relation.Link.ClrType, "l");
        var foreignKey = Expression.Property(link, relation.ForeignKey);
        var given = slots.Expression(key);
        var ofParent = Expression.Equal(foreignKey, given.Type == foreignKey.Type ? given : Expression.Convert(given, foreignKey.Type));
        return QueryExpressions.Where(relation.Links(db), Expression.Lambda(ofParent, link));
    }

    /// <summary>The first rows of each of several parents.</summary>
    private static PageQuery Compile(
        DbContext db, RelationSource source, PageInputs inputs, IReadOnlyList<SelectionPlan> selections, bool withCursors, SlotList slots)
    {
        var relation = source.Relation;
        var linkType = relation.Link.ClrType;
        var parent = Expression.Parameter(relation.Parent.ClrType, "p");
        var parentKey = Expression.Property(parent, relation.ParentKey);

        // The parents' keys are given to the inner query too, so that it numbers their rows only.
        var link = Expression.Parameter(linkType, "l");
        var foreignKey = Expression.Property(link, relation.ForeignKey);
        var ofParent = Expression.AndAlso(
            QueryExpressions.Among(slots, inputs.Keys, foreignKey),
            Expression.Equal(foreignKey, foreignKey.Type == parentKey.Type ? parentKey : Expression.Convert(parentKey, foreignKey.Type)));
        var links = QueryExpressions.Where(relation.Links(db), Expression.Lambda(ofParent, link));
        links = Within(links, linkType, relation.Node, inputs, slots);
        links = Keyset.Order(links, linkType, relation.Node, inputs.Order);
        links = QueryExpressions.Take(links, linkType, slots.Expression(inputs.Limit));

        var rowType = typeof(Linked<,>).MakeGenericType(relation.ParentKey.PropertyType, linkType);
        var each = Expression.Parameter(linkType, "l");
        var pair = Expression.Lambda(
            Expression.MemberInit(
                Expression.New(rowType),
                Expression.Bind(rowType.GetProperty(nameof(Linked<,>.Parent))!, parentKey),
                Expression.Bind(rowType.GetProperty(nameof(Linked<,>.Link))!, each)),
            parent,
            each);
        var parents = QueryExpressions.Where(
            QueryExpressions.Root(db, relation.Parent),
            Expression.Lambda(QueryExpressions.Among(slots, inputs.Keys, parentKey), parent));
        var collection = Expression.Lambda(
            typeof(Func<,>).MakeGenericType(parent.Type, typeof(IEnumerable<>).MakeGenericType(linkType)), links, parent);
        Expression query = Expression.Call(
            typeof(Queryable), nameof(Queryable.SelectMany), [parent.Type, linkType, rowType], parents, Expression.Quote(collection), Expression.Quote(pair));

        Expression NodeOf(Expression row) => relation.Node(Expression.Property(row, nameof(Linked<,>.Link)));
        query = Keyset.Order(query, rowType, NodeOf, inputs.Order);

        var columns = new ColumnList();
        var stored = relation.Parent.FindProperty(relation.ParentKey.Name)!;
        var key = columns.Add("parent", stored, row => Expression.Property(row, nameof(Linked<,>.Parent)));
        var (rows, cursorValues) = Columns(source.Entity, inputs, selections, withCursors, columns, NodeOf);
        var statement = Statement.Compile(QueryExpressions.Select(db, query, rowType, columns.Select), columns.Count);
        return new PageQuery(statement, rows, QueryExpressions.Reader(key, stored), cursorValues);
    }

    /// <summary>The rows that meet the filter and lie within the cursors.</summary>
    private static Expression Within(Expression query, Type rowType, Func<Expression, Expression> node, PageInputs inputs, SlotList slots)
    {
        if (inputs.Filter is { } filter)
            Add(row => filter(node(row)));
        if (inputs.After is { } after)
            Add(row => Keyset.After(node(row), inputs.Order, after, slots));
        if (inputs.Until is { } until)
            Add(row => Keyset.After(node(row), [.. inputs.Order.Select(k => k.Reversed)], until, slots));
        return query;

        void Add(Func<Expression, Expression> condition)
        {
            var row = Expression.Parameter(rowType, "r");
            query = QueryExpressions.Where(query, Expression.Lambda(condition(row), row));
        }
    }

    private static (RowReader Rows, Func<DbDataReader, object?>[] CursorValues) Columns(
        IReadOnlyEntityType entity,
        PageInputs inputs,
        IReadOnlyList<SelectionPlan> selections,
        bool withCursors,
        ColumnList columns,
        Func<Expression, Expression> node,
        IReadOnlyList<MemberInfo>? also = null)
    {
        var rows = new RowReader(entity, selections, columns, node, also);
        Func<DbDataReader, object?>[] cursorValues = withCursors
            ? [.. inputs.Order.Select(key => key.CursorReader(columns.Add(key.Via, key.Property, row => key.Stored(node(row)))))]
            : [];
        // A page whose rows nobody looks into is still counted.
        if (columns.Count == 0)
        {
            var key = entity.FindPrimaryKey()!.Properties[0];
            columns.Add("", key, row => Expression.Property(node(row), key.PropertyInfo!));
        }

        return (rows, cursorValues);
    }
}

/// <summary>A compiled count of the rows of a connection, of each parent.</summary>
/// <param name="Statement">The statement; a row for each parent that has any.</param>
/// <param name="Parent">The parent's key of a row; null at the root.</param>
/// <param name="Count">The count of a row.</param>
internal sealed record CountQuery(Statement Statement, Func<DbDataReader, object?>? Parent, Func<DbDataReader, int> Count)
{
    public static CountQuery Compile(DbContext db, RowSource source, Func<Expression, Expression>? filter, int keys, SlotList slots)
    {
        if (source is RootSource root)
        {
            // SELECT (SELECT COUNT(*) ...) of one row; if there is none, there is nothing to count either.
            var type = root.Entity.ClrType;
            var rows = Filtered(root.Query(db).Expression, type, row => row, filter);
            var one = QueryExpressions.Take(QueryExpressions.Root(db, root.Entity), type, Expression.Call(typeof(EF), nameof(EF.Constant), [typeof(int)], Expression.Constant(1)));
            var counted = QueryExpressions.Select(db, one, type, _ => Columns(Expression.Call(typeof(Queryable), nameof(Queryable.Count), [type], rows)));
            return new CountQuery(Statement.Compile(counted, 1), null, row => row.GetInt32(0));
        }

        var relation = ((RelationSource)source).Relation;
        var link = Expression.Parameter(relation.Link.ClrType, "l");
        var among = QueryExpressions.Among(slots, keys, Expression.Property(link, relation.ForeignKey));
        var links = QueryExpressions.Where(relation.Links(db), Expression.Lambda(among, link));
        links = Filtered(links, link.Type, relation.Node, filter);
        var row = Expression.Parameter(link.Type, "r");
        var key = Expression.Property(row, relation.ForeignKey);
        var grouped = Expression.Call(
            typeof(Queryable), nameof(Queryable.GroupBy), [link.Type, key.Type], links, Expression.Quote(Expression.Lambda(key, row)));
        var groupType = typeof(IGrouping<,>).MakeGenericType(key.Type, link.Type);
        var counts = QueryExpressions.Select(db, grouped, groupType, group => Columns(
            Expression.Property(group, nameof(IGrouping<,>.Key)),
            Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [link.Type], group)));
        return new CountQuery(
            Statement.Compile(counts, 2),
            QueryExpressions.Reader(0, relation.Link.FindProperty(relation.ForeignKey.Name)!),
            counted => counted.GetInt32(1));
    }

    private static Expression Filtered(Expression query, Type rowType, Func<Expression, Expression> node, Func<Expression, Expression>? filter)
    {
        if (filter is null)
            return query;
        var row = Expression.Parameter(rowType, "r");
        return QueryExpressions.Where(query, Expression.Lambda(filter(node(row)), row));
    }

    private static NewArrayExpression Columns(params Expression[] columns) =>
        Expression.NewArrayInit(typeof(object), columns.Select(column => Expression.Convert(column, typeof(object))));
}
