using System.Linq.Expressions;
using System.Reflection;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Data.Mapping;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Aggregates;

/// <summary>
/// The input that says what objects are grouped by, and the types of groups, derived from the model: every stored value that is a
/// field, those of value objects and related objects included, the kind of objects of several kinds, and their ids.
/// </summary>
internal sealed class GroupTypes(DataOptions options, StoredMembers members, AggregateTypes aggregates)
{
    private readonly Dictionary<Type, ObjectGrouping> _groupings = [];

    public ObjectGrouping GroupingOf(IReadOnlyTypeBase type) => _groupings.TryGetValue(type.ClrType, out var known) ? known : _groupings[type.ClrType] = new ObjectGrouping();

    /// <summary>The arguments of a field that groups.</summary>
    public IReadOnlyList<InputValue> Arguments(IReadOnlyEntityType entity, TypeRegistry types) =>
    [
        new InputValue
        {
            Name = "by",
            Type = Fields.ListOf(Types(entity, types).Input),
            Description = "What objects of one group have in common. Several keys make a group for each combination that occurs; give a list to say which key counts most in the order.",
        },
        new InputValue { Name = "order", Type = new NonNullType(types.EnumFor(typeof(GroupOrder))), DefaultValue = new EnumValueNode { Value = "COUNT_DESC" }, Description = "The order of the groups." },
        new InputValue { Name = "first", Type = BuiltIns.Int, Description = $"How many groups to give: at most {options.MaxPageSize}; {options.DefaultPageSize} if not given. `totalCount` tells how many there are." },
        new InputValue { Name = "skip", Type = BuiltIns.Int, Description = "How many groups to leave out at the start." },
    ];

    /// <summary>The type of all groups of a set of objects.</summary>
    public ObjectType GroupingType(IReadOnlyEntityType entity, TypeRegistry types)
    {
        var name = types.NameOf(entity.ClrType);
        return Fields.TypeOf(
            types,
            new ObjectType { Name = $"{name}Grouping", Description = $"`{name}` objects in groups." },
            made => made.Fields =
            [
                Fields.Of<GroupPage>(GroupPage.TotalCountField, "How many groups there are, those beyond `first` included.", new NonNullType(BuiltIns.Int), page => page.TotalCount),
                Fields.Of<GroupPage>(GroupPage.GroupsField, "The groups, as many as were asked for. No group is empty.", Fields.ListOf(GroupType(entity, name, types)), page => page.Groups),
            ]);
    }

    private ObjectType GroupType(IReadOnlyEntityType entity, string name, TypeRegistry types) => Fields.TypeOf(
            types,
            new ObjectType { Name = $"{name}Group", Description = $"`{name}` objects that have something in common." },
        made => made.Fields =
        [
            Fields.Of<Group>(Group.KeyField, "What the objects have in common: the fields that were grouped by are set, all others are null.", new NonNullType(Types(entity, types).Key), group => new GroupKeyView(group, "")),
            Fields.Of<Group>(AggregateFields.Count, "How many objects there are in the group.", new NonNullType(BuiltIns.Int), group => checked((int)group.Totals.Rows)),
            Fields.Of<Group>(AggregateFields.Aggregate, "The objects of the group, summed up.", new NonNullType(aggregates.AggregateOf(entity, types)), group => group.Totals.View),
        ]);

    /// <summary>The input and the key of a type of objects; they have the same fields.</summary>
    private (InputObjectType Input, ObjectType Key) Types(IReadOnlyTypeBase type, TypeRegistry types)
    {
        var name = types.NameOf(type.ClrType);
        var key = Fields.TypeOf(
            types,
            new ObjectType { Name = $"{name}GroupKey", Description = $"What `{name}` objects of one group have in common. A field is null if it was not grouped by, or if the objects have no value there." });
        var input = Fields.TypeOf(
            types,
            new InputObjectType { Name = $"{name}GroupInput", Description = $"What `{name}` objects are grouped by: every field that is `true`." },
            made =>
            {
                var grouping = GroupingOf(type);
                var inputs = new List<InputValue>();
                var fields = new List<Field>();
                foreach (var (member, inputType, keyType, description) in MembersOf(type, types))
                {
                    grouping.Add(member);
                    inputs.Add(new InputValue { Name = member.Name, Type = inputType, Description = description });
                    fields.Add(Fields.Of<GroupKeyView>(member.Name, description, keyType, member is GroupStep ? view => view.Enter(member.Name) : view => view.Value(member.Name)));
                }

                made.Fields = inputs;
                key.Fields = fields;
            });
        return (input, key);
    }

    private IEnumerable<(GroupMember Member, GraphQLType Input, GraphQLType Key, string Description)> MembersOf(IReadOnlyTypeBase type, TypeRegistry types)
    {
        var properties = members.Of(type, types).ToList();
        if (type is IReadOnlyEntityType entity)
        {
            var kinds = entity.GetDerivedTypesInclusive().Where(t => !t.IsAbstract()).ToList();
            if (options.IdOf(entity.ClrType) is { } id)
                yield return (IdLeaf(entity, kinds, id), BuiltIns.Boolean, BuiltIns.Id, "The global id: a group for each object.");
            if (kinds.Count > 1)
            {
                var cell = KindCell(entity);
                yield return (new GroupLeaf("type", _ => [cell], values => values[0]), BuiltIns.Boolean, Kinds.EnumOf(entity, types), "The concrete type, which the field `__typename` tells.");
            }
        }

        foreach (var property in properties)
        {
            var name = types.NameOf(property);
            var description = types.DescriptionOf(property) ?? $"By `{name}`.";
            Expression Access(Expression row) => Expression.Property(row, property);
            if (StoredMembers.RelationOf(type, property) is { TargetEntityType: var target } navigation)
            {
                var (input, key) = Types(target, types);
                var step = new GroupStep(name, property.Name, Access, GroupingOf(target), IsRelated: true, navigation.IsCollection ? target.ClrType : null);
                yield return (step, input, key, navigation.IsCollection ? $"{description} What has several of them is in the group of each, once; what has none is where the keys are null." : description);
            }
            else if (type.FindComplexProperty(property.Name) is { ComplexType: var complex })
            {
                var (input, key) = Types(complex, types);
                yield return (new GroupStep(name, property.Name, Access, GroupingOf(complex), IsRelated: false), input, key, description);
            }
            else if (type.FindProperty(property.Name) is { } stored)
            {
                var plain = Nullable.GetUnderlyingType(stored.ClrType) ?? stored.ClrType;
                if (plain == typeof(DateOnly) || plain == typeof(DateTime))
                    yield return (DateLeaf(name, property, plain), types.EnumFor(typeof(DateGrouping)), DateKey(types), description);
                else if (plain.IsEnum || types.ScalarFor(plain) is not null)
                    yield return (Leaf(name, type, property, stored), BuiltIns.Boolean, plain.IsEnum ? types.EnumFor(plain) : types.ScalarFor(plain)!, description);
            }
        }
    }

    private GroupLeaf Leaf(string name, IReadOnlyTypeBase type, PropertyInfo property, IReadOnlyProperty stored)
    {
        var cell = CellOf(property, stored);
        // A text and its sort key come and go together, so this makes no more groups.
        var first = options.TextOf(property)?.SortKey is { } sortKey ? CellOf(sortKey, type.FindProperty(sortKey.Name)!)
            : options.CollationOf(type.ClrType, property) is { } collation
                ? cell with { Path = $"{cell.Path}~", Access = row => Expression.Call(collation, Expression.Property(row, property)) }
                : null;
        return first is null ? new GroupLeaf(name, _ => [cell], values => values[0]) : new GroupLeaf(name, _ => [first, cell], values => values[1]);
    }

    private static GroupLeaf IdLeaf(IReadOnlyEntityType entity, List<IReadOnlyEntityType> kinds, PropertyInfo id)
    {
        var cell = CellOf(id, entity.FindProperty(id.Name)!);
        if (kinds.Count == 1)
            return new GroupLeaf("id", _ => [cell], values => values[0] is { } key ? GlobalId.Encode(kinds[0].ClrType.Name, (string)key) : null);
        var kind = KindCell(entity);
        var names = kinds.ToDictionary(k => k.GetDiscriminatorValue()!, k => k.ClrType.Name);
        return new GroupLeaf("id", _ => [cell, kind], values => values[0] is { } key ? GlobalId.Encode(names[values[1]!], (string)key) : null);
    }

    private static GroupCell KindCell(IReadOnlyEntityType entity)
    {
        var property = entity.FindDiscriminatorProperty() ?? throw new InvalidOperationException($"{entity.DisplayName()} has several types but no discriminator.");
        return new GroupCell(
            property.Name,
            row => Expression.Call(typeof(EF), nameof(EF.Property), [property.ClrType], row, Expression.Constant(property.Name)),
            ordinal => AggregateColumn.ReadNullable(ordinal, property));
    }

    private static GroupCell CellOf(PropertyInfo property, IReadOnlyProperty stored) => new(
        property.Name, row => Cells.Nullable(Expression.Property(row, property)), ordinal => AggregateColumn.ReadNullable(ordinal, stored));

    private static GroupLeaf DateLeaf(string name, PropertyInfo property, Type plain)
    {
        GroupCell[] cells = [Part(nameof(DateOnly.Year)), Part(nameof(DateOnly.Month)), Part(nameof(DateOnly.Day))];
        return new GroupLeaf(
            name,
            precision => cells[..((int)(DateGrouping)precision + 1)],
            values => values[0] is { } year ? new DateParts((int)year, (int?)values.ElementAtOrDefault(1), (int?)values.ElementAtOrDefault(2)) : null);

        GroupCell Part(string part) => new(
            $"{property.Name}.{part}",
            row => Cells.Nullable(Expression.Property(WithoutNull(Expression.Property(row, property), plain), part)),
            ordinal => row => row.IsDBNull(ordinal) ? null : row.GetInt32(ordinal));
    }

    private static MemberExpression WithoutNull(MemberExpression value, Type plain) => value.Type == plain ? value : Expression.Property(value, nameof(Nullable<>.Value));

    private static ObjectType DateKey(TypeRegistry types) => Fields.TypeOf(
            types,
            new ObjectType { Name = "DateGroupKey", Description = "What dates of one group have in common." },
        made => made.Fields =
        [
            Fields.Of<DateParts>("year", "The year.", new NonNullType(BuiltIns.Int), date => date.Year),
            Fields.Of<DateParts>("month", "The month, 1 to 12; null if dates were grouped by year.", BuiltIns.Int, date => date.Month),
            Fields.Of<DateParts>("day", "The day of the month; null unless dates were grouped by day.", BuiltIns.Int, date => date.Day),
        ]);
}
