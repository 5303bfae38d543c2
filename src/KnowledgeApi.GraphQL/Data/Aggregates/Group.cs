namespace KnowledgeApi.GraphQL.Data.Aggregates;

/// <summary>The groups that were asked for, out of all.</summary>
internal sealed record GroupPage(IReadOnlyList<Group> Groups, int TotalCount)
{
    public const string GroupsField = "groups";
    public const string TotalCountField = "totalCount";
}

/// <summary>Rows that have their keys in common.</summary>
/// <param name="Keys">What was grouped by.</param>
/// <param name="Values">The values of all keys.</param>
/// <param name="Totals">The rows, summed up.</param>
internal sealed record Group(GroupKeys Keys, GroupValues Values, Totals Totals)
{
    public const string KeyField = "key";
}

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
    private readonly Dictionary<string, int> _cellOf = new(StringComparer.Ordinal);
    private readonly List<GroupCell> _cells = [];
    private readonly Dictionary<string, (GroupKey Key, int[] Cells)> _keys = new(StringComparer.Ordinal);

    public GroupKeys(IReadOnlyList<GroupKey> keys)
    {
        foreach (var key in keys)
            _keys[key.Path] = (key, [.. key.Cells.Select(Add)]);
    }

    /// <summary>No key: all rows are one group.</summary>
    public static GroupKeys None { get; } = new([]);

    public IReadOnlyList<GroupCell> Cells => _cells;

    /// <summary>A text that is equal for equal keys and no others.</summary>
    public string Shape => string.Join(' ', _cells.Select(cell => cell.Path));

    /// <summary>Where the value of a member of the rows' own objects is among those of a group; -1 if it was not grouped by.</summary>
    public int IndexOf(string path) => _cellOf.GetValueOrDefault(path, -1);

    /// <summary>The value of a key; null if it was not grouped by.</summary>
    public object? ValueOf(GroupValues values, string path) =>
        _keys.TryGetValue(path, out var found) ? found.Key.Value([.. found.Cells.Select(cell => values.Values[cell])]) : null;

    public bool HasAnyUnder(string path) => _keys.Keys.Any(key => key.StartsWith(path, StringComparison.Ordinal));

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

/// <summary>The keys of a group, or those that stand at one of its related objects or value objects.</summary>
internal sealed record GroupKeyView(Group Group, string Path)
{
    public object? Value(string name) => Group.Keys.ValueOf(Group.Values, Path + name);

    /// <summary>The keys of an object; null if nothing of it was grouped by.</summary>
    public GroupKeyView? Enter(string name) => Group.Keys.HasAnyUnder($"{Path}{name}.") ? this with { Path = $"{Path}{name}." } : null;
}
