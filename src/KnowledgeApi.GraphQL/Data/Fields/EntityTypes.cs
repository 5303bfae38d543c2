using System.Linq.Expressions;
using System.Reflection;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Data.Filtering;
using KnowledgeApi.GraphQL.Data.Sorting;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Fields;

/// <summary>
/// The filter and sort inputs of entities and value objects, derived from the model: every stored member that is a field can be
/// filtered by, every single-valued one ordered by. A value object is filtered member by member and ordered as a whole.
/// </summary>
internal sealed class EntityTypes(DataOptions options)
{
    private static readonly Func<object, object> AsGiven = value => value;

    private readonly Dictionary<Type, ObjectFilter> _filters = [];
    private readonly Dictionary<Type, ObjectSort> _sorts = [];

    public ObjectFilter FilterOf(IReadOnlyTypeBase type) => _filters.TryGetValue(type.ClrType, out var known) ? known : _filters[type.ClrType] = new ObjectFilter();

    public ObjectSort SortOf(IReadOnlyEntityType type)
    {
        if (_sorts.TryGetValue(type.ClrType, out var known))
            return known;
        return _sorts[type.ClrType] = new ObjectSort(
        [
            .. type.FindPrimaryKey()!.Properties.Select(key =>
                new SortKey(key.Name, row => Expression.Property(row, key.PropertyInfo!), key, Nullable: false, Descending: false)),
        ]);
    }

    /// <summary>True if the member is a key that relations alone have a use for.</summary>
    public static bool IsKey(IReadOnlyTypeBase type, PropertyInfo property) =>
        type.FindProperty(property.Name) is { } stored && (stored.IsPrimaryKey() || stored.IsForeignKey());

    public InputObjectType FilterInput(IReadOnlyTypeBase type, TypeRegistry types)
    {
        var name = types.NameOf(type.ClrType);
        return types.GetOrAdd(
            $"{name}FilterInput",
            () => new InputObjectType { Name = $"{name}FilterInput", Description = $"A condition on `{name}` objects: all that is said of its fields holds. A null asks for those that have none." },
            input =>
            {
                var filter = FilterOf(type);
                var all = new ListType(new NonNullType(input));
                var fields = new List<InputValue>
                {
                    new() { Name = "and", Type = all, Description = "All of these conditions hold." },
                    new() { Name = "or", Type = all, Description = "At least one of these conditions holds; an empty list is no condition." },
                };
                if (options.IdOf(type.ClrType) is not null)
                {
                    var id = IdMember((IReadOnlyEntityType)type);
                    filter.Add(id);
                    fields.Add(new InputValue { Name = id.Name, Type = Operations(id.Key, BuiltIns.Id, types), Description = "The global id." });
                }

                foreach (var property in Members(type, types))
                {
                    if (FilterMemberOf(type, property, types) is not var (member, inputType))
                        continue;
                    filter.Add(member);
                    fields.Add(new InputValue { Name = member.Name, Type = inputType, Description = types.DescriptionOf(property) });
                }

                if (type is IReadOnlyEntityType entity && KindMember(entity) is { } kind)
                {
                    var kinds = KindEnum(entity, types);
                    Add(kind, Operations(kind.Column, kinds, types), "The concrete type, which the field `__typename` tells.");
                    foreach (var derived in entity.GetDerivedTypes())
                    {
                        var special = types.NameOf(derived.ClrType);
                        Add(
                            new KindFilterMember($"as{special}", derived.ClrType, FilterOf(derived)),
                            FilterInput(derived, types),
                            $"Is a `{special}` and, as such, meets this. A null asks for those that are none.");
                    }
                }

                if (options.IntervalOf(type.ClrType) is { } interval)
                {
                    var columns = IntervalColumnsOf(type, interval, types);
                    var operations = IntervalOperations(columns.Lower.Value.Column, types);
                    Add(new IntervalFilterMember("certainly", columns, Certainly: true), operations, IntervalText(columns, "certainly"));
                    Add(new IntervalFilterMember("possibly", columns, Certainly: false), operations, IntervalText(columns, "possibly"));
                }

                input.Fields = fields;

                void Add(FilterMember member, InputObjectType inputType, string description)
                {
                    if (fields.Any(field => field.Name == member.Name))
                        types.Fault(type.ClrType, $"has a member \"{member.Name}\", which filters have another use for: rename it.");
                    filter.TryAdd(member);
                    fields.Add(new InputValue { Name = member.Name, Type = inputType, Description = description });
                }
            });
    }

    public InputObjectType SortInput(IReadOnlyEntityType type, TypeRegistry types)
    {
        var name = types.NameOf(type.ClrType);
        return types.GetOrAdd(
            $"{name}SortInput",
            () => new InputObjectType { Name = $"{name}SortInput", Description = $"An order of `{name}` objects. With several fields the first one written here counts most; give a list to say it yourself. What is missing comes last." },
            input =>
            {
                var sort = SortOf(type);
                var fields = new List<InputValue>();
                foreach (var property in Members(type, types))
                {
                    var field = types.NameOf(property);
                    if (type.FindNavigation(property.Name) is { IsCollection: false } navigation)
                    {
                        var target = navigation.TargetEntityType;
                        sort.Add(field, new SortStep(property.Name, row => Expression.Property(row, property), SortOf(target), Relation.IsOptional(navigation), IsRelated: true));
                        fields.Add(new InputValue { Name = field, Type = SortInput(target, types), Description = types.DescriptionOf(property) });
                    }
                    else if (SortKeysOf(type, property) is { Count: > 0 } keys)
                    {
                        sort.Add(field, keys);
                        fields.Add(new InputValue { Name = field, Type = types.EnumFor(typeof(SortDirection)), Description = types.DescriptionOf(property) });
                    }
                }

                if (KindMember(type) is { } kind)
                {
                    var stored = type.FindDiscriminatorProperty()!;
                    sort.Add(kind.Name, [new SortKey(stored.Name, kind.Column.Access, stored, Nullable: false, Descending: false)]);
                    fields.Add(new InputValue { Name = kind.Name, Type = types.EnumFor(typeof(SortDirection)), Description = "The name of the concrete type." });
                    foreach (var derived in type.GetDerivedTypes())
                    {
                        var special = types.NameOf(derived.ClrType);
                        sort.Add($"as{special}", new SortStep($"as{special}", row => Expression.Convert(row, derived.ClrType), SortOf(derived), Nullable: true, IsRelated: false));
                        fields.Add(new InputValue { Name = $"as{special}", Type = SortInput(derived, types), Description = $"What only a `{special}` has; objects of other types come last." });
                    }
                }

                input.Fields = fields;
            });
    }

    /// <summary>The input that names one object of an entity, and the condition that each of its fields stands for.</summary>
    public (InputObjectType Input, IReadOnlyList<LookupKey> Keys, LookupCandidates Candidates) Lookup(
        IReadOnlyEntityType entity, IReadOnlyList<string> members, TypeRegistry types)
    {
        var told = new List<(string Name, PropertyInfo Property)>();
        var fields = new List<InputValue>();
        var keys = new List<LookupKey>();
        if (options.IdOf(entity.ClrType) is not null)
        {
            var id = IdMember(entity);
            keys.Add(new LookupKey("id", (value, slots) => IdConditions.Equal(id, (string)value, slots), null));
            fields.Add(new InputValue { Name = "id", Type = BuiltIns.Id, Description = "The global id." });
        }

        foreach (var member in members)
        {
            var property = types.PropertiesOf(entity.ClrType).Single(p => p.Name == member);
            var (key, type) = LookupKeyOf(entity, property, types);
            keys.Add(key);
            var description = types.DescriptionOf(property);
            fields.Add(new InputValue { Name = key.Name, Type = type, Description = property.PropertyType != typeof(string) || key.Related is null ? description : $"{description} Any other of its names will do, and case and accents make no difference." });
            if (property.PropertyType == typeof(string))
                told.Add((key.Name, property));
        }

        var typeName = $"{types.NameOf(entity.ClrType)}ByInput";
        var input = types.GetOrAdd(
            typeName,
            () => new InputObjectType { Name = typeName, IsOneOf = true, Description = $"What one `{types.NameOf(entity.ClrType)}` object is known by: exactly one of these." },
            made => made.Fields = fields);
        return (input, keys, new LookupCandidates(types.NameOf(entity.ClrType), options.IdOf(entity.ClrType), told, types.NameOf));
    }

    private (LookupKey Key, GraphQLType Type) LookupKeyOf(IReadOnlyEntityType entity, PropertyInfo property, TypeRegistry types)
    {
        var name = types.NameOf(property);
        Expression Access(Expression row) => Expression.Property(row, property);
        if (entity.FindProperty(property.Name) is { } stored)
        {
            var column = ColumnOf(stored, property, Access);
            return (new LookupKey(name, (value, slots) => Equal(name, column, value, slots), NamesOf(entity, property)), LeafOf(stored.ClrType, types));
        }

        // An element of a list, known by all its columns together.
        var navigation = RelatedOf(entity, property);
        var target = navigation.TargetEntityType;
        var columns = Members(target, types)
            .Where(p => target.FindProperty(p.Name) is not null)
            .ToDictionary(types.NameOf, p => (Property: p, Column: ColumnOf(target.FindProperty(p.Name)!, p, row => Expression.Property(row, p)), Leaf: LeafOf(p.PropertyType, types)));
        var elementName = types.NameOf(target.ClrType);
        var input = types.GetOrAdd(
            $"{elementName}ByInput",
            () => new InputObjectType { Name = $"{elementName}ByInput", Description = $"What a `{elementName}` is known by." },
            made => made.Fields =
            [
                .. columns.Select(c => new InputValue { Name = c.Key, Type = new NonNullType(c.Value.Leaf), Description = types.DescriptionOf(c.Value.Property) }),
            ]);
        var related = new LookupRelation(
            Relation.Of(navigation),
            (value, slots) => new JunctionNode(true, [.. ((InputObject)value).Select(given => Equal(given.Key, columns[given.Key].Column, given.Value!, slots))]));
        return (new LookupKey(char.ToLowerInvariant(elementName[0]) + elementName[1..], null, related), input);
    }

    /// <summary>Where the other names of objects are found that have a name in this property.</summary>
    private LookupRelation? NamesOf(IReadOnlyEntityType entity, PropertyInfo property)
    {
        if (options.OtherNamesOf(property) is not { } others)
            return null;
        var relation = Relation.Of(RelatedOf(entity, others.List));
        var text = ColumnOf(relation.Link.FindProperty(others.Text.Name)!, others.Text, row => Expression.Property(row, others.Text));
        return new LookupRelation(relation, (value, slots) => Equal("other", text, value, slots));
    }

    private static IReadOnlyNavigation RelatedOf(IReadOnlyEntityType entity, PropertyInfo property) => entity.FindNavigation(property.Name)
        ?? throw new InvalidOperationException($"{entity.DisplayName()}.{property.Name} is neither stored nor a list of related objects, so nothing can be looked up by it.");

    private static CompareNode Equal(string name, FilterColumn column, object value, SlotList slots) =>
        new(name, column, FilterOperator.Eq, slots.Add(column.Type, column.Normalize(value), column.Mapping));

    private IdFilterMember IdMember(IReadOnlyEntityType type)
    {
        var property = options.IdOf(type.ClrType)!;
        var column = new FilterColumn(typeof(string), FilterKind.Equatable, row => Expression.Property(row, property), AsGiven, null);
        var kinds = Concrete(type).ToDictionary(kind => kind.ClrType.Name, kind => kind.GetDiscriminatorValue() ?? kind.ClrType.Name, StringComparer.Ordinal);
        return new IdFilterMember("id", column, KindMember(type), kinds);
    }

    /// <summary>The concrete type of an object, if there are several.</summary>
    private static ColumnFilterMember? KindMember(IReadOnlyEntityType type)
    {
        if (Concrete(type).Count() < 2 || type.FindDiscriminatorProperty() is not { } stored)
            return null;
        var column = new FilterColumn(
            stored.ClrType,
            FilterKind.Equatable,
            row => Expression.Call(typeof(EF), nameof(EF.Property), [stored.ClrType], row, Expression.Constant(stored.Name)),
            AsGiven,
            stored.GetTypeMapping());
        return new ColumnFilterMember("type", column);
    }

    /// <summary>The concrete types of a type, in the order of what is stored for them.</summary>
    public static EnumType KindEnum(IReadOnlyEntityType type, TypeRegistry types)
    {
        var name = $"{types.NameOf(type.ClrType)}Type";
        return types.GetOrAdd(name, () => new EnumType
        {
            Name = name,
            Description = $"The concrete types of `{types.NameOf(type.ClrType)}`.",
            Values =
            [
                .. Concrete(type).Select(kind => new EnumValue
                {
                    Name = Naming.ScreamingSnakeCase(types.NameOf(kind.ClrType)),
                    Description = types.DescriptionOf(kind.ClrType),
                    Value = kind.GetDiscriminatorValue()!,
                }),
            ],
        });
    }

    private static IOrderedEnumerable<IReadOnlyEntityType> Concrete(IReadOnlyEntityType type) => type
        .GetDerivedTypesInclusive()
        .Where(kind => !kind.IsAbstract())
        .OrderBy(kind => kind.GetDiscriminatorValue() as string ?? kind.ClrType.Name, StringComparer.Ordinal);

    private IEnumerable<PropertyInfo> Members(IReadOnlyTypeBase type, TypeRegistry types) =>
        types.PropertiesOf(type.ClrType).Where(p => !options.IsHidden(p) && !IsKey(type, p));

    private (FilterMember Member, GraphQLType Type)? FilterMemberOf(IReadOnlyTypeBase type, PropertyInfo property, TypeRegistry types)
    {
        var name = types.NameOf(property);
        Expression Access(Expression row) => Expression.Property(row, property);
        var entity = type as IReadOnlyEntityType;
        if (((IReadOnlyNavigationBase?)entity?.FindNavigation(property.Name) ?? entity?.FindSkipNavigation(property.Name)) is { } navigation)
        {
            var target = navigation.TargetEntityType;
            return navigation.IsCollection
                ? (new ListFilterMember(name, target.ClrType, Access, FilterOf(target)), ListInput(target, types))
                : (new ObjectFilterMember(name, Access, FilterOf(target), Relation.IsOptional((IReadOnlyNavigation)navigation), IsRelated: true), FilterInput(target, types));
        }

        if (type.FindComplexProperty(property.Name) is { } complex)
            return (new ObjectFilterMember(name, Access, FilterOf(complex.ComplexType), complex.IsNullable, IsRelated: false), FilterInput(complex.ComplexType, types));
        if (type.FindProperty(property.Name) is not { } stored)
            return null;
        var column = ColumnOf(stored, property, Access);
        return (new ColumnFilterMember(name, column), Operations(column, LeafOf(stored.ClrType, types), types));
    }

    private FilterColumn ColumnOf(IReadOnlyProperty stored, PropertyInfo property, Func<Expression, Expression> access)
    {
        var type = stored.ClrType;
        var mapping = stored.GetTypeMapping();
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (type != typeof(string))
        {
            var kind = plain.IsEnum || plain == typeof(bool) ? FilterKind.Equatable : FilterKind.Ordered;
            return new FilterColumn(type, kind, access, AsGiven, mapping);
        }

        // A text that identifies its row is compared as it is; an index may serve.
        if (stored.IsUniqueIndex())
            return new FilterColumn(type, FilterKind.Text, access, AsGiven, mapping);
        var comparison = options.TextComparison;
        var folded = options.TextOf(property)?.Folded;
        return new FilterColumn(
            type,
            FilterKind.Text,
            row => folded is null ? Fold(comparison.Fold, access(row)) : Expression.Property(Owner(row, access), folded),
            text => comparison.Apply((string)text, isShort: false),
            null)
        {
            ForShortParts = new FilterColumn(
                type, FilterKind.Text, row => Fold(comparison.FoldShort, access(row)), text => comparison.Apply((string)text, isShort: true), null),
        };
    }

    private IntervalColumns IntervalColumnsOf(IReadOnlyTypeBase type, IntervalMembers interval, TypeRegistry types)
    {
        var present = type.GetProperties().FirstOrDefault(property => !property.IsNullable)?.PropertyInfo
            ?? throw new InvalidOperationException($"{type.DisplayName()}: an interval needs a member that is never missing, to tell whether the interval is.");
        var certain = options.CertainPartOf(type.ClrType);
        return new IntervalColumns(
            Column(present),
            new IntervalEnd(Column(interval.Lower), interval.LowerInclusive is { } lower ? Column(lower) : null),
            new IntervalEnd(Column(interval.Upper), interval.UpperInclusive is { } upper ? Column(upper) : null),
            certain is null ? null : new IntervalEnd(Column(certain.Lower), null),
            certain is null ? null : new IntervalEnd(Column(certain.Upper), null));

        ColumnFilterMember Column(PropertyInfo property) =>
            new(types.NameOf(property), ColumnOf(type.FindProperty(property.Name)!, property, row => Expression.Property(row, property)));
    }

    private static string IntervalText(IntervalColumns columns, string member) => (member, columns.CertainLower is null) switch
    {
        ("certainly", true) => "Every value between the ends meets this. The opposite, where there is a value, is `possibly` with the opposite comparison.",
        ("certainly", false) => "Whatever its exact ends are, it covers a point that meets this.",
        (_, true) => "At least one value between the ends meets this. The opposite, where there is a value, is `certainly` with the opposite comparison.",
        _ => "It may cover a point that meets this.",
    };

    /// <summary>The input type with the comparisons of a value between two ends, such as <c>DecimalIntervalOperationFilterInput</c>.</summary>
    private static InputObjectType IntervalOperations(FilterColumn column, TypeRegistry types)
    {
        var leaf = LeafOf(column.Type, types);
        var name = $"{leaf}IntervalOperationFilterInput";
        return types.GetOrAdd(
            name,
            () => new InputObjectType
            {
                Name = name,
                Description = $"A condition on a `{leaf}` that is only known to lie between two ends, of which one or both may be open. All that is said here is said of one and the same value. Nothing is met where the whole object is missing.",
            },
            input => input.Fields =
            [
                Operation("eq", leaf, "Equal to this."),
                Operation("neq", leaf, "Not equal to this."),
                Operation("gt", leaf, "Greater than this."),
                Operation("gte", leaf, "Greater than or equal to this."),
                Operation("lt", leaf, "Less than this."),
                Operation("lte", leaf, "Less than or equal to this."),
            ]);
    }

    private static Expression Fold(MethodInfo? function, Expression text) => function is null ? text : Expression.Call(function, text);

    /// <summary>The object whose member an access is.</summary>
    private static Expression Owner(Expression row, Func<Expression, Expression> access) => ((MemberExpression)access(row)).Expression!;

    private static InputObjectType ListInputOf(InputObjectType element, TypeRegistry types) => types.GetOrAdd(
        $"ListFilterInputTypeOf{element.Name}",
        () => new InputObjectType { Name = $"ListFilterInputTypeOf{element.Name}", Description = "A condition on a list of objects." },
        input => input.Fields =
        [
            new InputValue { Name = "all", Type = element, Description = "Every object of the list meets this; so it is with an empty list." },
            new InputValue { Name = "none", Type = element, Description = "No object of the list meets this." },
            new InputValue { Name = "some", Type = element, Description = "At least one object of the list meets this." },
            new InputValue { Name = "any", Type = BuiltIns.Boolean, Description = "True: the list is not empty. False: it is." },
        ]);

    private InputObjectType ListInput(IReadOnlyEntityType target, TypeRegistry types) => ListInputOf(FilterInput(target, types), types);

    private static GraphQLType LeafOf(Type type, TypeRegistry types)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum ? types.EnumFor(plain) : types.ScalarFor(plain) ?? throw new InvalidOperationException($"No scalar is known for {plain}.");
    }

    /// <summary>The input type with the comparisons of a leaf, such as <c>StringOperationFilterInput</c>.</summary>
    private static InputObjectType Operations(FilterColumn column, GraphQLType leaf, TypeRegistry types)
    {
        var prefix = leaf == BuiltIns.Id ? "Id" : leaf.ToString();
        var name = $"{prefix}OperationFilterInput";
        var listed = new ListType(leaf);
        return types.GetOrAdd(
            name,
            () => new InputObjectType
            {
                Name = name,
                Description = column.Kind == FilterKind.Text ? "A condition on a text. Case and accents make no difference; to a part of one or two characters only case makes none. No character has a special meaning." : $"A condition on a value of `{leaf}`.",
            },
            input =>
            {
                var fields = new List<InputValue>
                {
                    Operation("eq", leaf, "Equal to this; null asks for a missing value."),
                    Operation("neq", leaf, "Not equal to this; null asks for a value that is there."),
                    Operation("in", listed, "One of these."),
                    Operation("nin", listed, "None of these."),
                };
                if (column.Kind == FilterKind.Ordered)
                {
                    fields.AddRange(
                    [
                        Operation("gt", leaf, "Greater than this."),
                        Operation("ngt", leaf, "Not greater than this."),
                        Operation("gte", leaf, "Greater than or equal to this."),
                        Operation("ngte", leaf, "Neither greater than nor equal to this."),
                        Operation("lt", leaf, "Less than this."),
                        Operation("nlt", leaf, "Not less than this."),
                        Operation("lte", leaf, "Less than or equal to this."),
                        Operation("nlte", leaf, "Neither less than nor equal to this."),
                    ]);
                }

                if (column.Kind == FilterKind.Text)
                {
                    var all = new ListType(new NonNullType(input));
                    fields.InsertRange(
                        0,
                        [
                            Operation("and", all, "All of these conditions hold."),
                            Operation("or", all, "At least one of these conditions holds; an empty list is no condition."),
                        ]);
                    fields.AddRange(
                    [
                        Operation("contains", leaf, "Has this in it."),
                        Operation("ncontains", leaf, "Does not have this in it."),
                        Operation("startsWith", leaf, "Starts with this."),
                        Operation("nstartsWith", leaf, "Does not start with this."),
                        Operation("endsWith", leaf, "Ends with this."),
                        Operation("nendsWith", leaf, "Does not end with this."),
                    ]);
                }

                input.Fields = fields;
            });
    }

    private static InputValue Operation(string name, GraphQLType type, string description) => new() { Name = name, Type = type, Description = description };

    /// <summary>The stored values that an order by a member goes by: one, or those a value object is ordered by.</summary>
    private List<SortKey> SortKeysOf(IReadOnlyTypeBase type, PropertyInfo property)
    {
        if (type.FindComplexProperty(property.Name) is { } complex)
        {
            return
            [
                .. options.OrderOf(complex.ClrType).Select(member => SortKey.Of(
                    $"{property.Name}.{member.Name}",
                    row => Expression.Property(Expression.Property(row, property), member.Name),
                    complex.ComplexType.FindProperty(member.Name)!,
                    nullable: complex.IsNullable || complex.ComplexType.FindProperty(member.Name)!.IsNullable)),
            ];
        }

        var by = options.TextOf(property)?.SortKey ?? property;
        if (type.FindProperty(by.Name) is not { } stored)
            return [];
        var key = SortKey.Of(by.Name, row => Expression.Property(row, by), stored, stored.IsNullable);
        // Places by a key made of a text are not places by the text: the path tells them apart.
        return options.CollationOf(type.ClrType, property) is { } collation ? [key with { Path = $"{key.Path}~", Collation = collation }] : [key];
    }
}
