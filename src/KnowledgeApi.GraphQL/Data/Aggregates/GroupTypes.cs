using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using System.Text.Json;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Data.Mapping;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Aggregates;

/// <summary>
/// The keys that objects can be grouped by, an enum for each table, derived from the model: enums, flags, dates by year, month and day, the kind and
/// the objects that they refer to; of these the kind, enums and flags; and whatever the options name, lists included. No key leads further.
/// </summary>
/// <param name="options">What the model cannot tell.</param>
/// <param name="members">The members of types.</param>
/// <param name="nodes">Finds the objects of keys by their global ids.</param>
internal sealed class GroupTypes(DataOptions options, StoredMembers members, BatchResolver nodes)
{
    private readonly Dictionary<Type, IReadOnlyList<(GroupKey Key, string Description)>> _keys = [];

    /// <summary>The fields of a connection that count its objects in groups; none if there is nothing to group them by.</summary>
    /// <param name="entity">The objects.</param>
    /// <param name="group">The type of a group.</param>
    /// <param name="groups">Finds groups.</param>
    /// <param name="count">Counts groups.</param>
    /// <param name="types">The types of the schema.</param>
    public IEnumerable<Field> FieldsOf(IReadOnlyEntityType entity, ObjectType? group, BatchResolver groups, BatchResolver count, TypeRegistry types)
    {
        if (KeysOf(entity, types) is not { } keys)
            yield break;
        var by = new InputValue { Name = "by", Type = Fields.ListOf(keys), Description = "The keys, the most important first." };
        yield return new Field
        {
            Name = AggregateFields.GroupBy,
            Description = "The objects on all pages, grouped by these keys.",
            Type = Fields.ListOf(group ?? PlainGroup(types)),
            Arguments =
            [
                by,
                new InputValue { Name = "order", Type = new NonNullType(types.EnumFor(typeof(GroupOrder))), DefaultValue = new EnumValueNode { Value = "COUNT_DESC" }, Description = "In this order." },
                new InputValue { Name = "first", Type = BuiltIns.Int, Description = $"How many: {options.DefaultPageSize} unless given, at most {options.MaxPageSize}." },
                new InputValue { Name = "skip", Type = BuiltIns.Int, Description = "How many groups to skip." },
            ],
            Resolver = groups,
        };
        yield return new Field
        {
            Name = AggregateFields.GroupCount,
            Description = "The number of groups by these keys.",
            Type = new NonNullType(BuiltIns.Int),
            Arguments = [by],
            Resolver = count,
        };
    }

    /// <summary>The field of a group with its keys.</summary>
    public Field KeysField(TypeRegistry types) => Fields.Of<AggregateView>(
        AggregateFields.Keys, "The values that the objects of a group share, one for each key of `by`.", Fields.ListOf(KeyType(types)), view => view.Keys);

    private ObjectType PlainGroup(TypeRegistry types) => Fields.TypeOf(
        types,
        new ObjectType { Name = "Group", Description = "Objects of a list that have something in common." },
        made => made.Fields =
        [
            KeysField(types),
            Fields.Of<AggregateView>(AggregateFields.Count, "How many objects there are in the group.", new NonNullType(BuiltIns.Int), view => Fields.Int(view.Count)),
        ]);

    private ObjectType KeyType(TypeRegistry types) => Fields.TypeOf(
        types,
        new ObjectType { Name = "GroupKey", Description = "A key and its value, which all objects of a group share." },
        made => made.Fields =
        [
            Fields.Of<GroupKeyValue>("field", "The key as given in `by`, such as `STATUS`.", new NonNullType(BuiltIns.String), each => each.Key.Name),
            Fields.Of<GroupKeyValue>("value", "The value as a text, such as `ACTUAL`, `2014` or `2014-03`; the global id if it is an object. Null if it is missing.", BuiltIns.String, each => each.Value),
            .. options.NodeType is not { } node ? (Field[])[] :
            [
                new Field { Name = "node", Description = "The object itself, if the groups are those of related objects; null for other keys.", Type = types.OutputTypeOf(node).Nullable, Resolver = nodes },
            ],
        ]);

    /// <summary>The enum of the keys of a type and all that share its table; null if there are none. Those that only one kind has begin with its name.</summary>
    private EnumType? KeysOf(IReadOnlyEntityType type, TypeRegistry types)
    {
        var root = type.GetRootType();
        var name = $"{types.NameOf(root.ClrType)}GroupKey";
        if (!_keys.TryGetValue(root.ClrType, out var keys))
            _keys[root.ClrType] = keys = [.. All(root, types, isMain: true), .. root.GetDerivedTypes().SelectMany(kind => OfKind(kind, types))];
        return keys.Count == 0 ? null : types.GetOrAdd(name, () =>
        {
            foreach (var twice in keys.CountBy(key => key.Key.Name).Where(count => count.Value > 1))
                types.Fault(root.ClrType, $"two ways lead to the group key {twice.Key}: rename one of the members with [GraphQLName].");
            return new EnumType
            {
                Name = name,
                Description = $"What `{types.NameOf(root.ClrType)}` objects can be grouped by.",
                Values = [.. keys.DistinctBy(key => key.Key.Name).Select(key => new EnumValue { Name = key.Key.Name, Description = key.Description, Value = key.Key })],
            };
        });
    }

    private IEnumerable<(GroupKey Key, string Description)> OfKind(IReadOnlyEntityType kind, TypeRegistry types)
    {
        var name = types.NameOf(kind.ClrType);
        return members.Of(kind, types)
            .Where(property => !property.DeclaringType!.IsAssignableFrom(kind.BaseType!.ClrType))
            .SelectMany(property => KeysOf(kind, property, types, isMain: true))
            .Select(each => (each.Key.Via(KeyNameOf(name), name, row => Kinds.As(row, kind.ClrType)!) with { Kind = kind }, each.Description));
    }

    /// <summary>The keys of a type: of the objects that are grouped, or of those they lead to.</summary>
    private IEnumerable<(GroupKey Key, string Description)> All(IReadOnlyEntityType entity, TypeRegistry types, bool isMain)
    {
        if (Kinds.ColumnOf(entity) is { } column)
        {
            var kinds = Kinds.EnumOf(entity, types);
            yield return (new GroupKey("TYPE", [KindCell(column)], values => NameOf(kinds, values[0])), "By `type`, the concrete type.");
        }

        foreach (var key in members.Of(entity, types).SelectMany(property => KeysOf(entity, property, types, isMain)))
            yield return key;
    }

    private IEnumerable<(GroupKey Key, string Description)> KeysOf(IReadOnlyEntityType entity, PropertyInfo property, TypeRegistry types, bool isMain)
    {
        if (options.IsUngrouped(property))
            return [];
        var name = types.NameOf(property);
        Expression Access(Expression row) => Expression.Property(row, property);
        if (StoredMembers.RelationOf(entity, property) is { TargetEntityType: var target } relation)
        {
            if (!isMain || (relation.IsCollection && !options.IsGrouped(property)) || IsOneToOne(relation))
                return [];
            var many = relation.IsCollection ? new GroupMany(property.Name, Access, target.ClrType) : null;
            Func<Expression, Expression> access = many is null ? Access : row => row;
            return Related(target, relation, types).Select(each => each.Key.Name.Length == 0
                ? (each.Key.Via(KeyNameOf(name), property.Name, access, many), many is null ? $"By `{name}`; the group's key has it as `node`." : $"By each of the `{name}`; the group's key has it as `node`.")
                : (each.Key.Via(KeyNameOf(name), property.Name, access, many), Describe(name, each.Description, many is not null)));
        }

        if (entity.FindComplexProperty(property.Name) is { ComplexType: var complex })
        {
            return !isMain ? [] : members.Of(complex, types)
                .Where(inner => IsShared(complex, inner))
                .SelectMany(inner => Leaves(complex, inner, types, isMain: true))
                .Select(each => (each.Key.Via(KeyNameOf(name), property.Name, Access), Describe(name, each.Description, isMany: false)));
        }

        return Leaves(entity, property, types, isMain);
    }

    /// <summary>The keys of related objects: themselves, if they have global ids, and the values that few of them differ in.</summary>
    private IEnumerable<(GroupKey Key, string Description)> Related(IReadOnlyEntityType target, IReadOnlyNavigationBase relation, TypeRegistry types)
    {
        // An element that belongs to one object alone makes a group of that one.
        if (options.IdOf(target.ClrType) is { } id && (!relation.IsCollection || relation is IReadOnlySkipNavigation))
            yield return (ObjectKey(target, id, types), "");
        foreach (var key in All(target, types, isMain: false))
            yield return key;
        if (!relation.IsCollection)
            yield break;

        // What the elements of a list refer to; for a single object that would be a step too many.
        foreach (var property in members.Of(target, types).Where(property => property.Name != relation.Inverse?.Name))
        {
            if (StoredMembers.RelationOf(target, property) is not { IsCollection: false, TargetEntityType: var one } || options.IdOf(one.ClrType) is not { } key)
                continue;
            var name = types.NameOf(property);
            yield return (ObjectKey(one, key, types).Via(KeyNameOf(name), property.Name, row => Expression.Property(row, property)), $"By `{name}`.");
        }
    }

    /// <summary>The keys of a stored value.</summary>
    private IEnumerable<(GroupKey Key, string Description)> Leaves(IReadOnlyTypeBase type, PropertyInfo property, TypeRegistry types, bool isMain)
    {
        if (options.IsUngrouped(property) || type.FindProperty(property.Name) is not { } stored)
            return [];
        var name = types.NameOf(property);
        var plain = Nullable.GetUnderlyingType(stored.ClrType) ?? stored.ClrType;
        if (types.IsEnum(plain))
        {
            var values = types.EnumFor(plain).Values;
            return [(new GroupKey(KeyNameOf(name), [RankCell(property, stored, values)], cells => cells[0] is int rank ? values[rank].Name : null), $"By `{name}`.")];
        }

        if (plain == typeof(DateOnly) || plain == typeof(DateTime))
            return isMain ? DateKeys(name, property, plain) : [];
        var isShared = plain == typeof(bool) || options.UnitOf(type.ClrType)?.Name == property.Name || (options.IsGrouped(property) && (isMain || plain == typeof(string)))
            || (options.IdOf(type.ClrType) is null && type is IReadOnlyEntityType && plain == typeof(string) && stored.IsUniqueIndex());
        return isShared && types.ScalarFor(plain) is { } scalar ? [(new GroupKey(KeyNameOf(name), TextCells(type, property, stored), cells => Wire(scalar, cells[^1])), $"By `{name}`.")] : [];
    }

    private static readonly string[] DateParts = ["year", "month", "day"];

    private static IEnumerable<(GroupKey Key, string Description)> DateKeys(string name, PropertyInfo property, Type plain)
    {
        GroupCell[] cells = [Part(nameof(DateOnly.Year)), Part(nameof(DateOnly.Month)), Part(nameof(DateOnly.Day))];
        return DateParts.Select((part, i) => (
            new GroupKey(KeyNameOf($"{name}_{part}"), cells[..(i + 1)], values => values[0] is null ? null : string.Join('-', values.Select((value, at) => ((int)value!).ToString(at == 0 ? "0000" : "00", System.Globalization.CultureInfo.InvariantCulture)))),
            $"The {part} of `{name}`."));

        GroupCell Part(string part) => new(
            $"{property.Name}.{part}",
            row => Cells.Nullable(Expression.Property(WithoutNull(Expression.Property(row, property), plain), part)),
            ordinal => row => row.IsDBNull(ordinal) ? null : row.GetInt32(ordinal));
    }

    /// <summary>The key that is an object itself: ordered as its name or title is, if it has one that is ordered like a dictionary.</summary>
    private GroupKey ObjectKey(IReadOnlyEntityType target, PropertyInfo id, TypeRegistry types)
    {
        var kinds = Kinds.Of(target);
        var names = kinds.ToDictionary(kind => kind.GetDiscriminatorValue() ?? kind.ClrType.Name, kind => kind.ClrType.Name);
        List<GroupCell> cells = [];
        if (members.Of(target, types).Select(property => options.TextOf(property)?.SortKey).FirstOrDefault(key => key is not null) is { } order)
            cells.Add(CellOf(order, target.FindProperty(order.Name)!));
        var first = cells.Count;
        cells.Add(CellOf(id, target.FindProperty(id.Name)!));
        if (Kinds.ColumnOf(target) is { } kind)
            cells.Add(KindCell(kind));
        return new GroupKey(
            "",
            cells,
            values => values[first] is string key ? GlobalId.Encode(first + 1 < values.Count ? names[values[first + 1]!] : names.Values.Single(), key) : null,
            IsNode: true);
    }

    private IReadOnlyList<GroupCell> TextCells(IReadOnlyTypeBase type, PropertyInfo property, IReadOnlyProperty stored)
    {
        var cell = CellOf(property, stored);
        // A text and its sort key come and go together, so this makes no more groups.
        var first = options.TextOf(property)?.SortKey is { } sortKey ? CellOf(sortKey, type.FindProperty(sortKey.Name)!)
            : options.CollationOf(type.ClrType, property) is { } collation
                ? cell with { Path = $"{cell.Path}~", Access = row => Expression.Call(collation, Expression.Property(row, property)) }
                : null;
        return first is null ? [cell] : [first, cell];
    }

    /// <summary>True for a member of value objects that few of them differ in: the ends of a range, not what is beside them.</summary>
    private bool IsShared(IReadOnlyTypeBase type, PropertyInfo property)
    {
        var plain = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return options.IntervalOf(type.ClrType) is not { } interval || (plain != typeof(DateOnly) && plain != typeof(DateTime))
            ? plain != typeof(bool)
            : property.Name == interval.Lower.Name || property.Name == interval.Upper.Name;
    }

    /// <summary>True for a relation in which each object is that of at most one other: grouping by it tells nothing.</summary>
    private static bool IsOneToOne(IReadOnlyNavigationBase relation) => relation is IReadOnlyNavigation { ForeignKey.IsUnique: true };

    private static GroupCell KindCell(IReadOnlyProperty column) => new(column.Name, row => Kinds.Access(row, column), ordinal => AggregateColumn.ReadNullable(ordinal, column));

    private static GroupCell CellOf(PropertyInfo property, IReadOnlyProperty stored) => new(
        property.Name, row => Cells.Nullable(Expression.Property(row, property)), ordinal => AggregateColumn.ReadNullable(ordinal, stored));

    /// <summary>The rank of a value among those of its enum, by which groups are ordered.</summary>
    private static GroupCell RankCell(PropertyInfo property, IReadOnlyProperty stored, IReadOnlyList<EnumValue> values)
    {
        var ranks = values.Index().DistinctBy(each => each.Item.Value).ToDictionary(each => each.Item.Value, each => each.Index);
        return CellOf(property, stored) with
        {
            Reader = ordinal =>
            {
                var read = AggregateColumn.ReadNullable(ordinal, stored);
                return row => read(row) is { } value ? ranks[value] : null;
            },
        };
    }

    private static MemberExpression WithoutNull(MemberExpression value, Type plain) => value.Type == plain ? value : Expression.Property(value, nameof(Nullable<>.Value));

    private static string KeyNameOf(string name) => Naming.ScreamingSnakeCase(name);

    /// <summary>The description of a key of what a member leads to, made of that of the key itself: the path to it, in quotes.</summary>
    private static string Describe(string member, string description, bool isMany)
    {
        var quote = description.IndexOf('`', StringComparison.Ordinal);
        return isMany
            ? $"{description[..quote]}{description[quote..].TrimEnd('.')} of the `{member}`; an object that has several is in several groups."
            : $"{description[..quote]}`{member}.{description[(quote + 1)..]}";
    }

    private static string? NameOf(EnumType type, object? value) => value is null ? null : type.Values.Single(each => each.Value.Equals(value)).Name;

    /// <summary>A value as it stands in answers.</summary>
    private static string? Wire(ScalarType scalar, object? value)
    {
        if (value is null or string)
            return (string?)value;
        using var json = new JsonBuffer();
        scalar.WriteObject(json, value);
        return json.Written[0] == '"' ? JsonSerializer.Deserialize<string>(json.Written) : Encoding.UTF8.GetString(json.Written);
    }
}
