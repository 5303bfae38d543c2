using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using KnowledgeApi.GraphQL.Data.Statements;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Aggregates;

/// <summary>How the values of a column are added up.</summary>
internal enum Addition
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Exactly, as whole numbers of some unit.</summary>
    Whole,

    /// <summary>As binary fractions.</summary>
    Binary,
}

/// <summary>A stored value that has a least and a greatest, and perhaps a sum.</summary>
internal sealed record AggregateColumn(PropertyInfo Member, IReadOnlyProperty Property, Addition Addition, decimal Unit)
{
    /// <summary>The column, or null for one whose values have no order that the database and C# agree on.</summary>
    public static AggregateColumn? Of(PropertyInfo member, IReadOnlyProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type.IsEnum)
            return null;
        var addition = Type.GetTypeCode(type) switch
        {
            TypeCode.Decimal => Addition.Whole,
            TypeCode.Double or TypeCode.Single => Addition.Binary,
            TypeCode.Byte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 => Addition.Whole,
            _ => Addition.None,
        };
        if (addition == Addition.None)
            return type == typeof(DateOnly) || type == typeof(DateTime) ? new AggregateColumn(member, property, addition, 0) : null;
        if (property.GetTypeMapping().Converter is not { } converter)
            return type == typeof(decimal) ? null : new AggregateColumn(member, property, addition, 1);

        // Numbers stored as whole numbers of a unit, such as cents.
        return Type.GetTypeCode(converter.ProviderClrType) is TypeCode.Int32 or TypeCode.Int64 && Stored(1) is var unit && Stored(0) == 0 && Stored(1_000) == 1_000 * unit
            ? new AggregateColumn(member, property, Addition.Whole, unit)
            : null;

        decimal Stored(int number) => Convert.ToDecimal(
            converter.ConvertFromProvider(Convert.ChangeType(number, converter.ProviderClrType, null)), null);
    }

    /// <summary>The value of the object that has it, as it is compared and added: whole numbers as what is stored.</summary>
    public Expression Value(Expression owner)
    {
        var value = Cells.Nullable(Expression.Property(owner, Member));
        if (Addition != Addition.Whole || value.Type == typeof(long?))
            return value;
        return Property.GetTypeMapping().Converter is null
            ? Expression.Convert(value, typeof(long?))
            : Expression.Convert(Expression.Convert(value, typeof(object)), typeof(long?));
    }

    /// <summary>Reads a least or greatest value; null for a database null.</summary>
    public Func<DbDataReader, object?> Reader(int ordinal) => ReadNullable(ordinal, Property);

    /// <summary>Reads a column as its property's C# type, or null for a database null even if the property has no null.</summary>
    public static Func<DbDataReader, object?> ReadNullable(int ordinal, IReadOnlyProperty property)
    {
        var read = QueryExpressions.Reader(ordinal, property);
        return row => row.IsDBNull(ordinal) ? null : read(row);
    }
}
