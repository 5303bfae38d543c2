using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
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
/// <param name="Ranks">The values of an enum in their order, if the order of what is stored for them is another.</param>
/// <param name="Collation">Makes the key that a text is ordered by, if not by itself; a function of the database, too.</param>
internal sealed record SortKey(
    string Path,
    Func<Expression, Expression> Access,
    IReadOnlyProperty Property,
    bool Nullable,
    bool Descending,
    string Via = "",
    bool NullsFirst = false,
    IReadOnlyList<object>? Ranks = null,
    MethodInfo? Collation = null)
{
    /// <summary>An ascending key. Enums are ordered as they are declared.</summary>
    public static SortKey Of(string path, Func<Expression, Expression> access, IReadOnlyProperty property, bool nullable) =>
        new(path, access, property, nullable, Descending: false, Ranks: RanksOf(property));

    /// <summary>The C# type of what is compared, nullable if it may be missing: the value, or its rank among the values of an enum.</summary>
    public Type Type => Ranks is null ? StoredType : Nullable ? typeof(int?) : typeof(int);

    /// <summary>The key with which rows come in the opposite order.</summary>
    public SortKey Reversed => this with { Descending = !Descending, NullsFirst = !NullsFirst };

    private Type StoredType => NullableIf(Property.ClrType);

    /// <summary>The stored value of a row, as its nullable type where it may be missing.</summary>
    public Expression Stored(Expression row)
    {
        var value = Access(row);
        return value.Type == StoredType ? value : Expression.Convert(value, StoredType);
    }

    /// <summary>What rows are ordered by, as its nullable type where it may be missing.</summary>
    public Expression Value(Expression row)
    {
        var stored = Stored(row);
        if (Collation is not null)
            return Expression.Call(Collation, stored);
        if (Ranks is null)
            return stored;
        // The last needs no test where one of them must be there.
        Expression rank = Nullable ? Expression.Constant(null, Type) : Expression.Constant(Ranks.Count - 1);
        for (var i = Ranks.Count - (Nullable ? 1 : 2); i >= 0; i--)
            rank = Expression.Condition(Expression.Equal(stored, Expression.Constant(Ranks[i], stored.Type)), Expression.Constant(i, Type), rank);
        return rank;
    }

    /// <summary>The value of a row as it can be compared with one of a cursor: C# knows no order of enums and booleans, the database does.</summary>
    public Expression Comparable(Expression row)
    {
        var value = Value(row);
        return value.Type == CursorType ? value : Expression.Convert(Expression.Convert(value, typeof(object)), CursorType);
    }

    /// <summary>True for a row whose value is missing.</summary>
    public Expression IsNull(Expression row) => Expression.Equal(Stored(row), Expression.Constant(null, StoredType));

    /// <summary>The C# type of a value in a cursor: an enum is ordered by what is stored or by its rank, a boolean as 0 and 1.</summary>
    public Type CursorType
    {
        get
        {
            var type = System.Nullable.GetUnderlyingType(Type) ?? Type;
            if (type == typeof(bool))
                type = typeof(int);
            else if (IsOrderedAsStored(type))
                type = Property.GetTypeMapping().Converter!.ProviderClrType;
            else
                return Type;
            return NullableIf(type);
        }
    }

    /// <summary>The conversion a value from a cursor needs to be compared with what is stored.</summary>
    public CoreTypeMapping? CursorMapping => CursorType == StoredType ? Property.GetTypeMapping() : null;

    /// <summary>A function that reads the value, as it goes into a cursor, from the column of that ordinal.</summary>
    public Func<DbDataReader, object?> CursorReader(int ordinal)
    {
        var reader = Expression.Parameter(typeof(DbDataReader), "reader");
        var boxed = Expression.Condition(
            ColumnReader.IsNull(reader, ordinal),
            Expression.Constant(null, typeof(object)),
            Expression.Convert(ColumnReader.Read(reader, ordinal, Property), typeof(object)));
        var read = Expression.Lambda<Func<DbDataReader, object?>>(boxed, reader).Compile();
        if (Collation is not null)
        {
            var keyOf = Collation.CreateDelegate<Func<string, string>>();
            return row => read(row) is string text ? keyOf(text) : null;
        }

        if (Ranks is { } ranks)
        {
            var rankOf = ranks.Index().ToDictionary(each => each.Item, each => each.Index);
            return row => read(row) is { } value ? rankOf[value] : null;
        }

        var type = System.Nullable.GetUnderlyingType(Type) ?? Type;
        if (type == typeof(bool))
            return row => read(row) is bool flag ? flag ? 1 : 0 : null;
        if (!IsOrderedAsStored(type))
            return read;
        var converter = Property.GetTypeMapping().Converter!;
        return row => converter.ConvertToProvider(read(row));
    }

    /// <summary>The values of an enum as they are declared; null for other types, and if they are stored in ascending order: then an index may serve.</summary>
    private static object[]? RanksOf(IReadOnlyProperty property)
    {
        var type = System.Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (!type.IsEnum)
            return null;
        var values = type.GetFields(BindingFlags.Public | BindingFlags.Static).OrderBy(field => field.MetadataToken).Select(field => field.GetValue(null)!).Distinct().ToArray();
        var converter = property.GetTypeMapping().Converter!;
        var stored = values.Select(converter.ConvertToProvider).ToList();
        return stored.Zip(stored.Skip(1), Compare).All(order => order < 0) ? null : values;
    }

    private static int Compare(object? a, object? b) =>
        a is string one && b is string other ? string.CompareOrdinal(one, other) : System.Collections.Comparer.DefaultInvariant.Compare(a, b);

    /// <summary>True for what has no order in C# that is also that of the database: an enum, of C# or one the schema was given.</summary>
    private static bool IsOrderedAsStored(Type type) => type.IsEnum || !type.IsAssignableTo(typeof(IComparable));

    private Type NullableIf(Type type) => Nullable && type.IsValueType && System.Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;
}
