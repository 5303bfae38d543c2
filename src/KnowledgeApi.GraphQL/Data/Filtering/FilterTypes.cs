using System.Linq.Expressions;
using System.Reflection;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Data.Mapping;
using KnowledgeApi.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KnowledgeApi.GraphQL.Data.Filtering;

/// <summary>
/// The inputs that filter entities and value objects, derived from the model: every stored member that is a field can be filtered by, a value
/// object member by member. A kind of objects that adds no members is filtered by the input of what it is a kind of.
/// </summary>
internal sealed class FilterTypes(DataOptions options, StoredMembers members)
{
    public const string And = "and";
    public const string Or = "or";
    public const string Any = "any";

    private const string AllDescription = "All of these hold.";
    private const string AnyDescription = "One of these holds, or the list is empty.";

    private readonly Dictionary<Type, ObjectFilter> _filters = [];
    private readonly Dictionary<Type, IReadOnlyEntityType> _shared = [];

    /// <summary>The quantifiers of list filters by their names.</summary>
    private static readonly IReadOnlyList<(string Name, Quantifier Quantifier, string Description)> Quantifiers =
    [
        ("all", Quantifier.All, "Every object of the list meets this, or the list is empty."),
        ("none", Quantifier.None, "No object of the list meets this."),
        ("some", Quantifier.Some, "At least one object of the list meets this."),
    ];

    public static Quantifier QuantifierOf(string name) => Quantifiers.Single(each => each.Name == name).Quantifier;

    /// <summary>What objects of a type are filtered by; complete once the schema is built.</summary>
    public ObjectFilter FilterOf(IReadOnlyTypeBase type, TypeRegistry types) => Known(type is IReadOnlyEntityType entity ? Shared(entity, types) : type);

    /// <summary>The same once the schema is built, for entities that it has inputs of.</summary>
    public ObjectFilter FilterOf(IReadOnlyEntityType type) => _filters[_shared[type.ClrType].ClrType];

    /// <summary>The input that filters objects of a type.</summary>
    public InputObjectType Input(IReadOnlyTypeBase type, TypeRegistry types)
    {
        if (type is IReadOnlyEntityType own)
            type = Shared(own, types);
        var name = types.NameOf(type.ClrType);
        return types.GetOrAdd(
            $"{name}FilterInput",
            () => new InputObjectType { Name = $"{name}FilterInput", Description = $"Conditions on `{name}` objects, all of which hold." },
            input => input.Fields = [.. FieldsOf(type, input, types)]);
    }

    /// <summary>What tells one object from all others: its global id.</summary>
    public static IdFilterMember IdMember(IReadOnlyEntityType type, PropertyInfo key)
    {
        var column = new FilterColumn(typeof(string), FilterKind.Equality, row => Expression.Property(row, key), AsGiven, null);
        var kinds = Kinds.Of(type).ToDictionary(kind => kind.ClrType.Name, kind => kind.GetDiscriminatorValue() ?? kind.ClrType.Name, StringComparer.Ordinal);
        return new IdFilterMember("id", column, KindMember(type), kinds);
    }

    /// <summary>A stored value as filters and look-ups compare it.</summary>
    public FilterColumn ColumnOf(IReadOnlyProperty stored, PropertyInfo property, Func<Expression, Expression> access)
    {
        var type = stored.ClrType;
        var mapping = stored.GetTypeMapping();
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (type != typeof(string))
        {
            // A type without an order of its own is an enum that the schema was given.
            var kind = plain.IsEnum || plain == typeof(bool) || !plain.IsAssignableTo(typeof(IComparable)) ? FilterKind.Equality : FilterKind.Ordered;
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

    /// <summary>The scalar or enum of a stored value.</summary>
    public static GraphQLType LeafOf(Type type, TypeRegistry types)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return types.IsEnum(plain) ? types.EnumFor(plain) : types.ScalarFor(plain) ?? throw new InvalidOperationException($"No scalar is known for {plain}.");
    }

    private IReadOnlyEntityType Shared(IReadOnlyEntityType type, TypeRegistry types) =>
        _shared.TryGetValue(type.ClrType, out var known) ? known : _shared[type.ClrType] = members.Shared(type, types, IsFiltered);

    private bool IsFiltered(IReadOnlyEntityType type, PropertyInfo property) =>
        !options.IsUnfiltered(property)
        && (StoredMembers.RelationOf(type, property) is not null || type.FindComplexProperty(property.Name) is not null || type.FindProperty(property.Name) is not null);

    private ObjectFilter Known(IReadOnlyTypeBase type) => _filters.TryGetValue(type.ClrType, out var known) ? known : _filters[type.ClrType] = new ObjectFilter();

    private List<InputValue> FieldsOf(IReadOnlyTypeBase type, InputObjectType input, TypeRegistry types)
    {
        var filter = Known(type);
        var all = new ListType(new NonNullType(input));
        var fields = new List<InputValue>
        {
            new() { Name = And, Type = all, Description = AllDescription },
            new() { Name = Or, Type = all, Description = AnyDescription },
        };
        if (type is IReadOnlyEntityType identified && options.IdOf(type.ClrType) is { } key)
        {
            var id = IdMember(identified, key);
            Add(id, Operations(id.Key, BuiltIns.Id, types), "By global id.");
        }

        foreach (var property in members.Of(type, types).Where(property => !options.IsUnfiltered(property)))
        {
            if (MemberOf(type, property, types) is var (member, memberType))
                Add(member, memberType, $"By `{member.Name}`.");
        }

        // Scopes may ask of what clients cannot see.
        foreach (var hidden in type is IReadOnlyEntityType owner ? members.HiddenPartsOf(owner) : [])
            filter.TryAdd(HiddenMember(hidden, types));
        if (type is IReadOnlyEntityType entity && KindMember(entity) is { } kind)
        {
            Reserve(kind.Name);
            Add(kind, Operations(kind.Column, Kinds.EnumOf(entity, types), types), Kinds.Description);
            foreach (var derived in entity.GetDerivedTypes().Where(derived => Shared(derived, types) == derived))
            {
                var special = types.NameOf(derived.ClrType);
                Reserve($"as{special}");
                Add(new KindFilterMember($"as{special}", derived.ClrType, Known(derived)), Input(derived, types), $"Objects of type `{special}` that meet this.");
            }
        }

        if (options.IntervalOf(type.ClrType) is { } interval)
        {
            var columns = IntervalColumnsOf(type, interval, types);
            var operations = IntervalOperations(columns.Lower.Value.Column, types);
            foreach (var certainly in new[] { true, false })
            {
                var name = certainly ? "certainly" : "possibly";
                Reserve(name);
                Add(new IntervalFilterMember(name, columns, certainly), operations, IntervalText(columns, certainly));
            }
        }

        return fields;

        void Add(FilterMember member, InputObjectType inputType, string? description)
        {
            filter.TryAdd(member);
            fields.Add(new InputValue { Name = member.Name, Type = inputType, Description = description });
        }

        void Reserve(string name)
        {
            if (fields.Any(field => field.Name == name))
                types.Fault(type.ClrType, $"has a member \"{name}\", which filters have another use for: rename it.");
        }
    }

    private (FilterMember Member, InputObjectType Type)? MemberOf(IReadOnlyTypeBase type, PropertyInfo property, TypeRegistry types)
    {
        var name = types.NameOf(property);
        Expression Access(Expression row) => Expression.Property(row, property);
        if (StoredMembers.RelationOf(type, property) is { TargetEntityType: var target } navigation)
        {
            return navigation.IsCollection
                ? (new ListFilterMember(name, target.ClrType, Access, FilterOf(target, types)), ListInput(Input(target, types), types))
                : (new ObjectFilterMember(name, Access, FilterOf(target, types), IsRelated: true), Input(target, types));
        }

        if (type.FindComplexProperty(property.Name) is { } complex)
            return (new ObjectFilterMember(name, Access, FilterOf(complex.ComplexType, types), IsRelated: false), Input(complex.ComplexType, types));
        if (type.FindProperty(property.Name) is not { } stored)
            return null;
        var column = ColumnOf(stored, property, Access);
        return (new ColumnFilterMember(name, column), Operations(column, LeafOf(stored.ClrType, types), types));
    }

    // A list of small parts that are nowhere in the schema, filtered by their plain values.
    private ListFilterMember HiddenMember(IReadOnlyNavigation list, TypeRegistry types)
    {
        var (target, filter) = (list.TargetEntityType, new ObjectFilter());
        foreach (var stored in target.GetProperties().Where(property => property.PropertyInfo is not null && !StoredMembers.IsKey(target, property.PropertyInfo)))
            filter.TryAdd(new ColumnFilterMember(types.NameOf(stored.PropertyInfo!), ColumnOf(stored, stored.PropertyInfo!, row => Expression.Property(row, stored.PropertyInfo!))));
        return new ListFilterMember(types.NameOf(list.PropertyInfo!), target.ClrType, row => Expression.Property(row, list.PropertyInfo!), filter);
    }

    /// <summary>The concrete type of an object, if there are several.</summary>
    private static ColumnFilterMember? KindMember(IReadOnlyEntityType type) => Kinds.ColumnOf(type) is { } stored
        ? new ColumnFilterMember(Kinds.Field, new FilterColumn(stored.ClrType, FilterKind.Equality, row => Kinds.Access(row, stored), AsGiven, stored.GetTypeMapping()))
        : null;

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

    private static string IntervalText(IntervalColumns columns, bool certainly) => (certainly, IsPoint: columns.CertainLower is null) switch
    {
        (true, true) => "Every value in the range meets this.",
        (true, false) => "It certainly covers a point that meets this, whatever its exact ends are.",
        (false, true) => "At least one value in the range meets this.",
        _ => "It may cover a point that meets this.",
    };

    private static InputObjectType ListInput(InputObjectType element, TypeRegistry types) => types.GetOrAdd(
        $"ListFilterInputTypeOf{element.Name}",
        () => new InputObjectType { Name = $"ListFilterInputTypeOf{element.Name}", Description = "Conditions on a list of objects." },
        input => input.Fields =
        [
            .. Quantifiers.Select(each => new InputValue { Name = each.Name, Type = element, Description = each.Description }),
            new InputValue { Name = Any, Type = BuiltIns.Boolean, Description = "`true`: the list is not empty. `false`: it is." },
        ]);

    /// <summary>The input type with the comparisons of a leaf, such as <c>StringOperationFilterInput</c>.</summary>
    private static InputObjectType Operations(FilterColumn column, GraphQLType leaf, TypeRegistry types)
    {
        var name = $"{(leaf == BuiltIns.Id ? "Id" : leaf.ToString())}OperationFilterInput";
        return types.GetOrAdd(
            name,
            () => new InputObjectType
            {
                Name = name,
                Description = column.Kind == FilterKind.Text
                    ? "Conditions on a text. Case and accents are ignored; in a part of one or two characters accents count. There are no wildcards."
                    : $"Conditions on one value of type `{leaf}`.",
            },
            input =>
            {
                var all = new ListType(new NonNullType(input));
                input.Fields =
                [
                    .. column.Kind != FilterKind.Text ? (InputValue[])[] :
                    [
                        new InputValue { Name = And, Type = all, Description = AllDescription },
                        new InputValue { Name = Or, Type = all, Description = AnyDescription },
                    ],
                    .. FilterOperation.All.Where(operation => operation.IsFor(column.Kind)).SelectMany(operation => Fields(operation, leaf)),
                ];
            });
    }

    private static IEnumerable<InputValue> Fields(FilterOperation operation, GraphQLType leaf)
    {
        var type = operation.TakesList ? new ListType(leaf) : leaf;
        yield return new InputValue { Name = operation.Name, Type = type, Description = operation.Description };
        yield return new InputValue { Name = operation.Opposite, Type = type, Description = operation.OppositeDescription };
    }

    /// <summary>The input type with the comparisons of a value between two ends, such as <c>DecimalIntervalOperationFilterInput</c>.</summary>
    private static InputObjectType IntervalOperations(FilterColumn column, TypeRegistry types)
    {
        var leaf = LeafOf(column.Type, types);
        var name = $"{leaf}IntervalOperationFilterInput";
        return types.GetOrAdd(
            name,
            () => new InputObjectType { Name = name, Description = $"Conditions on one `{leaf}` value, of which only a range is known; all of them hold for it together." },
            input => input.Fields =
            [
                .. Fields(FilterOperation.Eq, leaf),
                .. FilterOperation.All.Where(operation => operation.Limit is not null).Select(operation => Fields(operation, leaf).First()),
            ]);
    }

    private static object AsGiven(object value) => value;

    private static Expression Fold(MethodInfo? function, Expression text) => function is null ? text : Expression.Call(function, text);

    /// <summary>The object whose member an access is.</summary>
    private static Expression Owner(Expression row, Func<Expression, Expression> access) => ((MemberExpression)access(row)).Expression!;
}
