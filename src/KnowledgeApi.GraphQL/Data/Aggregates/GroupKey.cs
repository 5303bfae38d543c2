using System.Collections;
using System.Data.Common;
using System.Linq.Expressions;
using KnowledgeApi.GraphQL.Responses;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Aggregates;

/// <summary>The order of groups.</summary>
internal enum GroupOrder
{
    /// <summary>The largest groups first.</summary>
    CountDesc,

    /// <summary>The smallest groups first.</summary>
    CountAsc,

    /// <summary>By the keys in ascending order, the first key counting most; missing values last.</summary>
    KeyAsc,

    /// <summary>By the keys in descending order, the first key counting most; missing values last.</summary>
    KeyDesc,
}

/// <summary>A key that objects are grouped by.</summary>
/// <param name="Name">Its name as a value of the enum; empty for an object itself, until it is known what leads there.</param>
/// <param name="Cells">The values of a row that it is made of; those that groups are ordered by first.</param>
/// <param name="Text">The key as text, of these values; null if what it is made of is missing.</param>
/// <param name="IsNode">True if the text is the global id of an object.</param>
internal sealed record GroupKey(string Name, IReadOnlyList<GroupCell> Cells, Func<IReadOnlyList<object?>, string?> Text, bool IsNode = false)
{
    /// <summary>The kind of objects that alone has it; null if all have it.</summary>
    public IReadOnlyEntityType? Kind { get; init; }

    /// <summary>The same key of related objects.</summary>
    /// <param name="name">What leads to them, as a prefix of names.</param>
    /// <param name="path">What leads to them, as a prefix of cells.</param>
    /// <param name="access">The object that a row's object, or one of many, leads to.</param>
    /// <param name="many">The many that it is paired with, if any.</param>
    public GroupKey Via(string name, string path, Func<Expression, Expression> access, GroupMany? many = null) => this with
    {
        Name = Name.Length == 0 ? name : $"{name}_{Name}",
        Cells = [.. Cells.Select(cell => cell with { Path = $"{path}.{cell.Path}", Origin = many ?? cell.Origin, Access = row => cell.Access(access(row)) })],
    };
}

/// <summary>A value of a row that groups are told apart by.</summary>
/// <param name="Path">What tells it from other values of a row.</param>
/// <param name="Access">The value of an object.</param>
/// <param name="Reader">Reads it from the column of an ordinal.</param>
/// <param name="Origin">Whose value it is: that of the row's object or, if not null, of each of many that the row is paired with.</param>
internal sealed record GroupCell(string Path, Func<Expression, Expression> Access, Func<int, Func<DbDataReader, object?>> Reader, GroupMany? Origin = null);

/// <summary>Related objects that rows are paired with, each row with each of its own.</summary>
/// <param name="Path">What tells them from others.</param>
/// <param name="Access">The many of a row's object.</param>
/// <param name="ElementType">The type of each.</param>
internal sealed record GroupMany(string Path, Func<Expression, Expression> Access, Type ElementType);

/// <summary>A key of a group.</summary>
/// <param name="Key">What was grouped by.</param>
/// <param name="Value">What the objects of the group have in common, as text; null if it is missing.</param>
internal sealed record GroupKeyValue(GroupKey Key, string? Value);

/// <summary>The values that tell groups apart.</summary>
internal readonly struct GroupValues(object?[] values) : IEquatable<GroupValues>
{
    public IReadOnlyList<object?> Values { get; } = values;

    public bool Equals(GroupValues other) => Values.SequenceEqual(other.Values);

    public override bool Equals(object? obj) => obj is GroupValues other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var value in Values)
            hash.Add(value);
        return hash.ToHashCode();
    }
}

/// <summary>The keys of a grouping, and where in a group's values each has its own.</summary>
internal sealed class GroupKeys
{
    /// <summary>The most keys of a grouping; each may lead to one more table.</summary>
    private const int MaxKeys = 16;

    /// <summary>The most lists a grouping leads through: rows are paired with all that is in them.</summary>
    private const int MaxLists = 4;

    private readonly Dictionary<string, int> _cellOf = new(StringComparer.Ordinal);
    private readonly List<GroupCell> _cells = [];
    private readonly IReadOnlyList<(GroupKey Key, int[] Cells)> _keys;

    /// <param name="keys">The keys, the most important first; one given twice counts once.</param>
    public GroupKeys(IEnumerable<GroupKey> keys) => _keys = [.. keys.Distinct().Select(key => (key, key.Cells.Select(Add).ToArray()))];

    /// <summary>No key: all rows are one group.</summary>
    public static GroupKeys None { get; } = new([]);

    /// <summary>The keys a <c>by</c> argument asks for, the first given first.</summary>
    /// <param name="by">The argument.</param>
    /// <param name="entity">The objects that are grouped.</param>
    /// <exception cref="FieldErrorException">There is none, there are too many, or the objects cannot have one of them.</exception>
    public static GroupKeys Read(object? by, IReadOnlyEntityType entity)
    {
        var keys = new GroupKeys(((IEnumerable)by!).Cast<GroupKey>());
        if (keys._keys.Count == 0)
            throw new FieldErrorException("There is nothing to group by: give \"by\" at least one key.", ErrorCodes.GroupingInvalid);
        foreach (var (key, _) in keys._keys)
        {
            if (key.Kind is { } kind && !kind.IsAssignableFrom(entity) && !entity.IsAssignableFrom(kind))
                throw new FieldErrorException($"{key.Name} is a key of {kind.ClrType.Name} objects; {entity.ClrType.Name} objects have none.", ErrorCodes.GroupingInvalid);
        }

        return keys._keys.Count <= MaxKeys && keys.Lists.Count <= MaxLists
            ? keys
            : throw new FieldErrorException($"A grouping may have at most {MaxKeys} keys and lead through at most {MaxLists} lists.", ErrorCodes.GroupLimit);
    }

    public IReadOnlyList<GroupCell> Cells => _cells;

    /// <summary>The lists that rows are paired with.</summary>
    public IReadOnlyList<GroupMany> Lists => [.. _cells.Select(cell => cell.Origin).OfType<GroupMany>().DistinctBy(many => many.Path)];

    /// <summary>A text that is equal for equal keys and no others.</summary>
    public string Shape => string.Join(' ', _cells.Select(cell => cell.Path));

    /// <summary>Where the value of a member of the rows' own objects is among those of a group; -1 if it was not grouped by.</summary>
    public int IndexOf(string path) => _cellOf.GetValueOrDefault(path, -1);

    /// <summary>The keys of a group.</summary>
    public IReadOnlyList<GroupKeyValue> Of(GroupValues values) =>
        [.. _keys.Select(each => new GroupKeyValue(each.Key, each.Key.Text([.. each.Cells.Select(cell => values.Values[cell])])))];

    /// <summary>Orders groups by their keys; what is missing comes last either way.</summary>
    public static int Compare(GroupValues one, GroupValues other, bool descending)
    {
        for (var i = 0; i < one.Values.Count; i++)
        {
            var (x, y) = (one.Values[i], other.Values[i]);
            var order = ValueOrder.Instance.Compare(x, y);
            if (order != 0)
                return descending && x is not null && y is not null ? -order : order;
        }

        return 0;
    }

    private int Add(GroupCell cell)
    {
        if (_cellOf.TryGetValue(cell.Path, out var known))
            return known;
        _cells.Add(cell);
        return _cellOf[cell.Path] = _cells.Count - 1;
    }
}
