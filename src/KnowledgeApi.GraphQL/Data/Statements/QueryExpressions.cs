using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Statements;

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
