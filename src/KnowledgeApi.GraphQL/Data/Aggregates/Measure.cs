using System.Collections;
using System.Data.Common;
using System.Linq.Expressions;

namespace KnowledgeApi.GraphQL.Data.Aggregates;

/// <summary>
/// A number that the database makes of a set of rows and that of two sets can be made of the numbers of each: what rows of different
/// units are, and what they are together, comes of one statement.
/// </summary>
/// <param name="Name">What tells it from others of a statement.</param>
/// <param name="Build">The aggregate of a group; the function gives the cell of that index of a row.</param>
/// <param name="Reader">Reads it from the column of an ordinal.</param>
/// <param name="Fold">The number of two sets together; neither is null.</param>
internal sealed record Measure(
    string Name, Func<MeasuredGroup, Expression> Build, Func<int, Func<DbDataReader, object?>> Reader, Func<object, object, object> Fold)
{
    /// <summary>
    /// A sum of whole numbers is made of two: of thousand millions and of what is left of each number. Neither can leave 64 bits,
    /// which the sum itself can.
    /// </summary>
    public const long Part = 1_000_000_000;

    public const string RowCount = "rows";

    public static Measure Rows() => new(RowCount, group => group.Count(null), Long, AddLong);

    public static Measure Count(string name, Func<MeasuredGroup, Expression, Expression> condition) =>
        new(name, group => group.Count(row => condition(group, row)), Long, AddLong);

    public static Measure High(string name, int cell, Func<MeasuredGroup, Expression, Expression>? condition = null) =>
        new(name, group => group.Sum(row => If(condition, group, row, Expression.Divide(group.Cell(row, cell), Expression.Constant(Part, typeof(long?))))), Long, AddLong);

    public static Measure Low(string name, int cell, Func<MeasuredGroup, Expression, Expression>? condition = null) =>
        new(name, group => group.Sum(row => If(condition, group, row, Expression.Modulo(group.Cell(row, cell), Expression.Constant(Part, typeof(long?))))), Long, AddLong);

    public static Measure BinarySum(string name, int cell, Func<MeasuredGroup, Expression, Expression>? condition = null) => new(
        name,
        group => group.Sum(row => If(condition, group, row, Expression.Convert(group.Cell(row, cell), typeof(double?)))),
        ordinal => row => row.GetDouble(ordinal),
        (one, other) => (double)one + (double)other);

    /// <summary>The least or greatest value of a column, of the rows that meet a condition.</summary>
    public static Measure Extreme(string name, bool least, int cell, AggregateColumn column, Func<MeasuredGroup, Expression, Expression>? condition = null) => new(
        name,
        group => group.Extreme(least, row => If(condition, group, row, group.Cell(row, cell))),
        column.Reader,
        (one, other) => Comparer.Default.Compare(one, other) < 0 == least ? one : other);

    /// <summary>The first or last of stored values in the order of the database, which is that of texts by their bytes: whether there are several.</summary>
    public static Measure End(string name, bool first, int cell, Func<MeasuredGroup, Expression, Expression> condition) => new(
        name,
        group => group.Extreme(first, row => If(condition, group, row, group.Cell(row, cell))),
        ordinal => row => row.GetValue(ordinal),
        (one, other) => ValueOrder.Instance.Compare(one, other) < 0 == first ? one : other);

    private static Expression If(Func<MeasuredGroup, Expression, Expression>? condition, MeasuredGroup group, Expression row, Expression value) =>
        condition is null ? value : Expression.Condition(condition(group, row), value, Expression.Constant(null, value.Type));

    private static Func<DbDataReader, object?> Long(int ordinal) => row => row.GetInt64(ordinal);

    private static object AddLong(object one, object other) => (long)one + (long)other;
}

/// <summary>A group of rows in a query.</summary>
internal sealed class MeasuredGroup(Expression group, Type rowType, int cells, int firstCell, int firstContest)
{
    /// <summary>The value of a cell.</summary>
    public Expression Cell(Expression row, int cell) => Cells.At(row, firstCell + cell, cells);

    /// <summary>Whether a row counts in the sums that a contest is about.</summary>
    public Expression Wins(Expression row, int contest) => Cells.At(row, firstContest + contest, cells);

    public Expression Count(Func<Expression, Expression>? condition) => condition is null
        ? Call(nameof(Enumerable.LongCount), [rowType], [])
        : Call(nameof(Enumerable.LongCount), [rowType], [Lambda(condition)]);

    public Expression Sum(Func<Expression, Expression> value) => Call(nameof(Enumerable.Sum), [rowType], [Lambda(value)]);

    public Expression Extreme(bool least, Func<Expression, Expression> value)
    {
        var selector = Lambda(value);
        return Call(least ? nameof(Enumerable.Min) : nameof(Enumerable.Max), HasOwnOverload(selector.ReturnType) ? [rowType] : [rowType, selector.ReturnType], [selector]);
    }

    private static bool HasOwnOverload(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain == typeof(long) || plain == typeof(double) || plain == typeof(decimal) || plain == typeof(int) || plain == typeof(float));

    private LambdaExpression Lambda(Func<Expression, Expression> body)
    {
        var row = Expression.Parameter(rowType, "f");
        return Expression.Lambda(body(row), row);
    }

    private MethodCallExpression Call(string method, Type[] types, LambdaExpression[] arguments) =>
        Expression.Call(typeof(Enumerable), method, types, [group, .. arguments]);
}
