using System.Data.Common;
using System.Linq.Expressions;
using KnowledgeApi.GraphQL.Data.Statements;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace KnowledgeApi.GraphQL.Data.Sorting;

/// <summary>A stored value that rows are ordered by. Nulls come last, in either direction, unless the list is read backward.</summary>
/// <param name="Path">The members from the row to the value; the key's identity.</param>
/// <param name="Access">The value of a row.</param>
/// <param name="Property">How the value is stored.</param>
/// <param name="Nullable">True if the value, or an object on the way to it, may be missing.</param>
/// <param name="Descending">True for the greatest first.</param>
/// <param name="Via">The relations from the row to the object with the value.</param>
/// <param name="NullsFirst">True if the list is read backward, so that missing values are met first.</param>
internal sealed record SortKey(string Path, Func<Expression, Expression> Access, IReadOnlyProperty Property, bool Nullable, bool Descending, string Via = "", bool NullsFirst = false)
{
    /// <summary>The C# type of the value, nullable if it may be missing.</summary>
    public Type Type => Nullable && Property.ClrType.IsValueType && System.Nullable.GetUnderlyingType(Property.ClrType) is null
        ? typeof(Nullable<>).MakeGenericType(Property.ClrType)
        : Property.ClrType;

    /// <summary>The key with which rows come in the opposite order.</summary>
    public SortKey Reversed => this with { Descending = !Descending, NullsFirst = !NullsFirst };

    /// <summary>The value of a row, as its nullable type where it may be missing.</summary>
    public Expression Value(Expression row)
    {
        var value = Access(row);
        return value.Type == Type ? value : Expression.Convert(value, Type);
    }

    /// <summary>The value of a row as it can be compared with one of a cursor: C# knows no order of enums and booleans, the database does.</summary>
    public Expression Comparable(Expression row)
    {
        var value = Value(row);
        return value.Type == PlaceType ? value : Expression.Convert(Expression.Convert(value, typeof(object)), PlaceType);
    }

    /// <summary>True for a row whose value is missing.</summary>
    public Expression IsNull(Expression row) => Expression.Equal(Value(row), Expression.Constant(null, Type));

    /// <summary>The C# type of a value in a cursor: an enum is ordered by what is stored, a boolean as 0 and 1.</summary>
    public Type PlaceType
    {
        get
        {
            var type = System.Nullable.GetUnderlyingType(Type) ?? Type;
            if (type == typeof(bool))
                type = typeof(int);
            else if (type.IsEnum)
                type = Property.GetTypeMapping().Converter!.ProviderClrType;
            else
                return Type;
            return Nullable && type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type;
        }
    }

    /// <summary>The conversion a value from a cursor needs to be compared with what is stored.</summary>
    public CoreTypeMapping? PlaceMapping => PlaceType == Type ? Property.GetTypeMapping() : null;

    /// <summary>A function that reads the value, as it goes into a cursor, from the column of that ordinal.</summary>
    public Func<DbDataReader, object?> PlaceReader(int ordinal)
    {
        var reader = Expression.Parameter(typeof(DbDataReader), "reader");
        var boxed = Expression.Condition(
            ColumnReader.IsNull(reader, ordinal),
            Expression.Constant(null, typeof(object)),
            Expression.Convert(ColumnReader.Read(reader, ordinal, Property), typeof(object)));
        var read = Expression.Lambda<Func<DbDataReader, object?>>(boxed, reader).Compile();
        var type = System.Nullable.GetUnderlyingType(Type) ?? Type;
        if (type == typeof(bool))
            return row => read(row) is bool flag ? flag ? 1 : 0 : null;
        if (!type.IsEnum)
            return read;
        var converter = Property.GetTypeMapping().Converter!;
        return row => converter.ConvertToProvider(read(row));
    }
}
