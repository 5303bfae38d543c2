using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>
/// How objects of one class become rows, as EF Core's model has it. EF Core itself would keep every object it writes, and follow each to all others, which takes
/// more memory than the base and, from some thousand companies on, more stack than there is.
/// </summary>
internal sealed class RowMapping
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo> Keys = new();

    private readonly string[] _columns;
    private readonly Func<object, object?>[] _values;

    private RowMapping(string table, string[] columns, Func<object, object?>[] values, string[] key)
    {
        (Table, _columns, _values) = (table, columns, values);
        Key = [.. key.Select(IndexOf)];
    }

    /// <summary>The table of the rows.</summary>
    public string Table { get; }

    /// <summary>The places of the columns of the primary key, which are numbers: one or two.</summary>
    public int[] Key { get; }

    /// <summary>The columns that have a value, in the order of <see cref="Read"/>.</summary>
    public IReadOnlyList<string> Columns => _columns;

    /// <summary>The mapping of a class.</summary>
    /// <param name="model">The model, as it was made to create tables.</param>
    /// <param name="type">A class that is mapped and not abstract.</param>
    public static RowMapping Of(IModel model, Type type)
    {
        var entity = model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is not mapped.");
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
        var columns = new List<(string Name, Func<object, object?> Value)>();
        Add(columns, entity, table, one => one);
        if (entity.FindDiscriminatorProperty()?.GetColumnName(table) is { } kind)
            columns.Add((kind, _ => entity.GetDiscriminatorValue()));
        return new(
            table.Name,
            [.. columns.Select(column => column.Name)],
            [.. columns.Select(column => column.Value)],
            [.. entity.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName(table)!)]);
    }

    /// <summary>The place of a column.</summary>
    /// <exception cref="InvalidOperationException">The table has no such column.</exception>
    public int IndexOf(string column) => Array.IndexOf(_columns, column) is var place and >= 0 ? place : throw new InvalidOperationException($"{Table} has no column {column}.");

    /// <summary>The values of an object's row, as the database's provider takes them.</summary>
    public object?[] Read(object row)
    {
        var values = new object?[_values.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = _values[i](row);
        return values;
    }

    private static void Add(List<(string, Func<object, object?>)> columns, ITypeBase type, StoreObjectIdentifier table, Func<object, object?> container)
    {
        foreach (var property in type.GetProperties())
        {
            // Of no member is only what tells classes apart.
            if (property.PropertyInfo is not null && property.GetColumnName(table) is { } column)
                columns.Add((column, Stored(property, ValueOf(property, container))));
        }

        foreach (var part in type.GetComplexProperties())
            Add(columns, part.ComplexType, table, Within(container, part.PropertyInfo!));
    }

    private static Func<object, object?> ValueOf(IProperty property, Func<object, object?> container)
    {
        var value = Within(container, property.PropertyInfo!);
        // Objects refer to others; the numbers of these may have been left to be found.
        return property.GetContainingForeignKeys().Select(key => key.DependentToPrincipal?.PropertyInfo).FirstOrDefault(member => member is not null) is { } principal
            ? one => value(one) is { } key and not 0L ? key : KeyOf(principal.GetValue(one))
            : value;
    }

    private static object? KeyOf(object? principal) => principal is null ? null : Keys.GetOrAdd(principal.GetType(), type => type.GetProperty("Key")!).GetValue(principal);

    private static Func<object, object?> Within(Func<object, object?> container, PropertyInfo member) => one => container(one) is { } holder ? member.GetValue(holder) : null;

    private static Func<object, object?> Stored(IProperty property, Func<object, object?> value) =>
        property.GetTypeMapping().Converter is { } converter ? one => converter.ConvertToProvider(value(one)) : value;
}
