using System.Linq.Expressions;

namespace KnowledgeApi.GraphQL.Data.Aggregates;

/// <summary>One value of a row and the rest of the row: how a query hands on any number of values of any types.</summary>
internal sealed class Cell<TValue, TRest>
{
    public required TValue Value { get; init; }

    public required TRest Rest { get; init; }
}

/// <summary>Rows of values, as expressions that EF Core sees through.</summary>
internal static class Cells
{
    /// <summary>A row of the values; the last stands for itself, and none are a constant.</summary>
    public static Expression Row(IReadOnlyList<Expression> values)
    {
        if (values.Count == 0)
            return Expression.Constant(0);
        var row = values[^1];
        for (var i = values.Count - 2; i >= 0; i--)
        {
            var type = typeof(Cell<,>).MakeGenericType(values[i].Type, row.Type);
            row = Expression.MemberInit(
                Expression.New(type),
                Expression.Bind(type.GetProperty(nameof(Cell<,>.Value))!, values[i]),
                Expression.Bind(type.GetProperty(nameof(Cell<,>.Rest))!, row));
        }

        return row;
    }

    /// <summary>The value at an index of a row of <paramref name="count"/>.</summary>
    public static Expression At(Expression row, int index, int count)
    {
        for (var i = 0; i < index; i++)
            row = Expression.Property(row, nameof(Cell<,>.Rest));
        return index == count - 1 ? row : Expression.Property(row, nameof(Cell<,>.Value));
    }

    /// <summary>A value as a type that has a null.</summary>
    public static Expression Nullable(Expression value)
    {
        var type = NullableOf(value.Type);
        return value.Type == type ? value : Expression.Convert(value, type);
    }

    /// <summary>The type itself or, for a value type, the one with a null.</summary>
    public static Type NullableOf(Type type) =>
        type.IsValueType && System.Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;
}
