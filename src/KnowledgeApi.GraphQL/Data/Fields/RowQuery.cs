using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace KnowledgeApi.GraphQL.Data.Fields;

/// <summary>A compiled read of whole objects, each with the key it is found by.</summary>
internal sealed record RowQuery(Statement Statement, RowShape Shape, Func<DbDataReader, object?> Key)
{
    /// <summary>Objects of an entity whose column has one of the values in slot 0.</summary>
    public static RowQuery ByColumn(DbContext db, IReadOnlyEntityType entity, PropertyInfo column, IReadOnlyList<SelectionPlan> selections, SlotList slots)
    {
        var columns = new ColumnList();
        var stored = entity.FindProperty(column.Name)!;
        var key = columns.Add("", stored, row => Expression.Property(row, column));
        var shape = new RowShape(entity, selections, columns, row => row);
        var parameter = Expression.Parameter(entity.ClrType, "e");
        var among = QueryExpressions.Among(slots, 0, Expression.Property(parameter, column));
        var query = QueryExpressions.Where(QueryExpressions.Root(db, entity), Expression.Lambda(among, parameter));
        return new RowQuery(
            Statement.Compile(QueryExpressions.Select(db, query, entity.ClrType, columns.Select), columns.Count), shape, QueryExpressions.Reader(key, stored));
    }
}

/// <summary>Objects of an entity by the values of one column: compiled once for each planned field, read in one statement for all values.</summary>
internal sealed class ColumnLoader(DataOptions options, IReadOnlyEntityType entity, PropertyInfo column)
{
    private readonly CoreTypeMapping _mapping = entity.FindProperty(column.Name)!.GetTypeMapping();

    /// <summary>The read of what a field selects.</summary>
    public RowQuery Compile(FieldPlan field)
    {
        using var db = options.CreateContext();
        return RowQuery.ByColumn(db, entity, column, [field.Selection!], SlotsOf([]));
    }

    /// <summary>The object of each value that there is one for. Without values nothing is read.</summary>
    public async ValueTask<Dictionary<object, object>> ReadAsync(RowQuery query, IReadOnlyCollection<object> values, CancellationToken cancellation)
    {
        var found = new Dictionary<object, object>();
        if (values.Count > 0)
            await options.Pool.RunAsync(query.Statement, SlotsOf(values), row => found[query.Key(row)!] = query.Shape.Read(row), cancellation);
        return found;
    }

    private SlotList SlotsOf(IReadOnlyCollection<object> values)
    {
        var slots = new SlotList();
        slots.AddList(column.PropertyType, values, _mapping);
        return slots;
    }
}

/// <summary>The few LINQ operators that statements are made of, as expressions.</summary>
internal static class QueryExpressions
{
    /// <summary>All objects of an entity.</summary>
    public static Expression Root(DbContext db, IReadOnlyEntityType entity) =>
        ((IQueryable)SetMethod.MakeGenericMethod(entity.ClrType).Invoke(db, null)!).Expression;

    public static Expression Where(Expression query, LambdaExpression predicate) =>
        Call(query, nameof(Queryable.Where), [predicate.Parameters[0].Type], Quoted(query, predicate));

    public static Expression Take(Expression query, Type rowType, Expression count) =>
        Call(query, nameof(Queryable.Take), [rowType], count);

    /// <summary>The query that selects columns of each row, ready to be compiled.</summary>
    public static IQueryable Select(DbContext db, Expression query, Type rowType, Func<Expression, Expression> columns)
    {
        var row = Expression.Parameter(rowType, "r");
        var lambda = Expression.Lambda(columns(row), row);
        return Create(db, Call(query, nameof(Queryable.Select), [rowType, lambda.ReturnType], Quoted(query, lambda)));
    }

    /// <summary>A queryable of EF Core's for an expression.</summary>
    public static IQueryable Create(DbContext db, Expression query)
    {
        var any = db.Model.GetEntityTypes().First(t => t.FindPrimaryKey() is not null && !t.IsOwned());
        return ((IQueryable)SetMethod.MakeGenericMethod(any.ClrType).Invoke(db, null)!).Provider.CreateQuery(query);
    }

    /// <summary>The condition that a value is among those of a list slot.</summary>
    public static Expression Among(SlotList slots, int slot, Expression value)
    {
        var list = slots.Expression(slot);
        var element = list.Type.GetElementType()!;
        return Expression.Call(
            typeof(Enumerable), nameof(Enumerable.Contains), [element], list, value.Type == element ? value : Expression.Convert(value, element));
    }

    /// <summary>A function that reads a column as its property's C# type, boxed.</summary>
    public static Func<DbDataReader, object?> Reader(int ordinal, IReadOnlyProperty property)
    {
        var reader = Expression.Parameter(typeof(DbDataReader), "reader");
        return Expression.Lambda<Func<DbDataReader, object?>>(
            Expression.Convert(ColumnReader.Read(reader, ordinal, property), typeof(object)), reader).Compile();
    }

    public static Expression Quoted(Expression query, LambdaExpression lambda) => IsQueryable(query) ? Expression.Quote(lambda) : lambda;

    private static MethodInfo SetMethod { get; } = typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!;

    private static MethodCallExpression Call(Expression query, string method, Type[] types, Expression argument) =>
        Expression.Call(IsQueryable(query) ? typeof(Queryable) : typeof(Enumerable), method, types, query, argument);

    private static bool IsQueryable(Expression query) => typeof(IQueryable).IsAssignableFrom(query.Type);
}

/// <summary>The keys of a batch.</summary>
internal static class KeyBatch
{
    /// <summary>The key of each object, null where it is missing.</summary>
    public static object?[] Of(IReadOnlyList<object> objects, Func<object, object?> getter)
    {
        var keys = new object?[objects.Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = getter(objects[i]);
        return keys;
    }

    /// <summary>The distinct keys that are not missing.</summary>
    public static HashSet<object> Distinct(object?[] keys)
    {
        var distinct = new HashSet<object>();
        foreach (var key in keys)
        {
            if (key is not null)
                distinct.Add(key);
        }

        return distinct;
    }

    /// <summary>A compiled getter, boxed.</summary>
    public static Func<object, object?> Getter(PropertyInfo property)
    {
        var parent = Expression.Parameter(typeof(object), "parent");
        return Expression.Lambda<Func<object, object?>>(
            Expression.Convert(Expression.Property(Expression.Convert(parent, property.DeclaringType!), property), typeof(object)), parent).Compile();
    }
}
