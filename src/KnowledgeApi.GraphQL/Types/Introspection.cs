using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Types;

/// <summary>The kinds of <c>__Type</c>.</summary>
internal enum TypeKind
{
    Scalar,
    Object,
    Interface,
    Union,
    Enum,
    InputObject,
    List,
    NonNull,
}

/// <summary>
/// The types by which a schema describes itself. All schemas share them: their values are the very objects of the
/// schema model (<see cref="Types.Schema"/>, <see cref="GraphQLType"/>, <see cref="Field"/>, ...).
/// </summary>
internal static class Introspection
{
    public static EnumType TypeKind { get; } = Enum<TypeKind>("__TypeKind", "What sort of type a `__Type` is.", kind => kind switch
    {
        Types.TypeKind.Scalar => "A scalar.",
        Types.TypeKind.Object => "An object; it has `fields` and `interfaces`.",
        Types.TypeKind.Interface => "An interface; it has `fields`, `interfaces` and `possibleTypes`.",
        Types.TypeKind.Union => "A union; it has `possibleTypes`.",
        Types.TypeKind.Enum => "An enum; it has `enumValues`.",
        Types.TypeKind.InputObject => "An input object; it has `inputFields`.",
        Types.TypeKind.List => "A list of its `ofType`.",
        _ => "Its `ofType`, but never null.",
    });

    public static EnumType DirectiveLocation { get; } = Enum<DirectiveLocation>("__DirectiveLocation", "A place where a directive may stand.", location => location switch
    {
        Types.DirectiveLocation.Query => "On a query.",
        Types.DirectiveLocation.Mutation => "On a mutation.",
        Types.DirectiveLocation.Subscription => "On a subscription.",
        Types.DirectiveLocation.Field => "On a selected field.",
        Types.DirectiveLocation.FragmentDefinition => "On the definition of a fragment.",
        Types.DirectiveLocation.FragmentSpread => "On the use of a named fragment.",
        Types.DirectiveLocation.InlineFragment => "On an inline fragment.",
        Types.DirectiveLocation.VariableDefinition => "On the definition of a variable.",
        Types.DirectiveLocation.Schema => "On the schema.",
        Types.DirectiveLocation.Scalar => "On a scalar.",
        Types.DirectiveLocation.Object => "On an object type.",
        Types.DirectiveLocation.FieldDefinition => "On the definition of a field.",
        Types.DirectiveLocation.ArgumentDefinition => "On the definition of an argument.",
        Types.DirectiveLocation.Interface => "On an interface.",
        Types.DirectiveLocation.Union => "On a union.",
        Types.DirectiveLocation.Enum => "On an enum.",
        Types.DirectiveLocation.EnumValue => "On a value of an enum.",
        Types.DirectiveLocation.InputObject => "On an input object.",
        _ => "On a field of an input object.",
    });

    public static ObjectType Schema { get; } = Object("__Schema", "The schema of this server: its types, its directives and the roots of its operations.", typeof(Schema));

    public static ObjectType Type { get; } = Object(
        "__Type",
        "A type of the schema: a named one, or a list or non-null wrapper around another. Its `kind` says which of its fields have a value; the others are null.",
        typeof(GraphQLType));

    public static ObjectType Field { get; } = Object("__Field", "A field of an object or interface.", typeof(Field));

    public static ObjectType InputValue { get; } = Object("__InputValue", "An argument of a field or directive, or a field of an input object.", typeof(InputValue));

    public static ObjectType EnumValue { get; } = Object("__EnumValue", "A value of an enum; in a response it is a string.", typeof(EnumValue));

    public static ObjectType Directive { get; } = Object("__Directive", "A directive that may be put into documents or schemas.", typeof(Directive));

    /// <summary>The meta field <c>__typename</c> of every composite type. It has no resolver: the executor knows the type of an object.</summary>
    public static Field TypeNameField { get; } = new()
    {
        Name = "__typename",
        Description = "The name of the object's type.",
        Type = new NonNullType(BuiltIns.String),
    };

    /// <summary>All eight types; every schema has them.</summary>
    public static IReadOnlyList<NamedType> AllTypes { get; } = [Schema, Type, TypeKind, Field, InputValue, EnumValue, Directive, DirectiveLocation];

    static Introspection()
    {
        Schema.Fields =
        [
            Text<Schema>("description", "What the schema is about.", s => s.Description),
            ListOf<Schema>("types", "Every named type.", Type, s => s.Types),
            Required<Schema>("queryType", "Where queries start.", Type, s => s.QueryType),
            Value<Schema>("mutationType", "Where mutations start, if there are any.", Type, s => s.MutationType),
            Value<Schema>("subscriptionType", "Where subscriptions start, if there are any.", Type, s => s.SubscriptionType),
            ListOf<Schema>("directives", "Every directive.", Directive, s => s.Directives),
        ];
        Type.Fields =
        [
            Required<GraphQLType>("kind", "What sort of type this is.", TypeKind, t => KindOf(t)),
            Text<GraphQLType>("name", "The name; null for lists and non-null wrappers.", t => (t as NamedType)?.Name),
            Text<GraphQLType>("description", "What the type stands for.", t => (t as NamedType)?.Description),
            Text<GraphQLType>("specifiedByURL", "The address of the specification of a custom scalar.", t => (t as ScalarType)?.SpecifiedBy),
            Filtered<GraphQLType, Field>("fields", "The fields of an object or interface.", Field, t => (t as FieldsType)?.Fields, f => f.DeprecationReason),
            OptionalListOf<GraphQLType>("interfaces", "The interfaces an object or interface implements.", Type, t => (t as FieldsType)?.Interfaces),
            OptionalListOf<GraphQLType>("possibleTypes", "The object types a value of an interface or union can have.", Type, PossibleTypes),
            Filtered<GraphQLType, EnumValue>("enumValues", "The values of an enum.", EnumValue, t => (t as EnumType)?.Values, v => v.DeprecationReason),
            Filtered<GraphQLType, InputValue>("inputFields", "The fields of an input object.", InputValue, t => (t as InputObjectType)?.Fields, f => f.DeprecationReason),
            Value<GraphQLType>("ofType", "The type inside a list or non-null wrapper.", Type, Inner),
            Value<GraphQLType>("isOneOf", "Whether exactly one field of an input object must be given.", BuiltIns.Boolean, t => (t as InputObjectType)?.IsOneOf),
        ];
        Field.Fields =
        [
            RequiredText<Field>("name", "The name.", f => f.Name),
            Text<Field>("description", "What the value of the field means.", f => f.Description),
            RequiredFiltered<Field>("args", "The arguments.", f => f.Arguments),
            Required<Field>("type", "The type of the values.", Type, f => f.Type),
            .. Deprecation<Field>(f => f.DeprecationReason),
        ];
        InputValue.Fields =
        [
            RequiredText<InputValue>("name", "The name.", v => v.Name),
            Text<InputValue>("description", "What the value means.", v => v.Description),
            Required<InputValue>("type", "The type of the value.", Type, v => v.Type),
            Text<InputValue>("defaultValue", "What is taken if nothing is given, as a GraphQL literal; null if there is no default.", v => v.DefaultValue is { } value ? SyntaxPrinter.Print(value) : null),
            .. Deprecation<InputValue>(v => v.DeprecationReason),
        ];
        EnumValue.Fields =
        [
            RequiredText<EnumValue>("name", "The name.", v => v.Name),
            Text<EnumValue>("description", "What the value means.", v => v.Description),
            .. Deprecation<EnumValue>(v => v.DeprecationReason),
        ];
        Directive.Fields =
        [
            RequiredText<Directive>("name", "The name, without the `@`.", d => d.Name),
            Text<Directive>("description", "What the directive does.", d => d.Description),
            Required<Directive>("isRepeatable", "Whether it may stand more than once at the same place.", BuiltIns.Boolean, d => d.IsRepeatable),
            ListOf<Directive>("locations", "Where it may stand.", DirectiveLocation, d => d.Locations.Cast<object>()),
            RequiredFiltered<Directive>("args", "The arguments.", d => d.Arguments),
        ];
    }

    /// <summary>True for the types of this class.</summary>
    public static bool IsIntrospectionType(NamedType type) => AllTypes.Contains(type);

    internal static Field CreateSchemaField(Schema schema) => new()
    {
        Name = "__schema",
        Description = "The schema of this server.",
        Type = new NonNullType(Schema),
        Resolver = new PureResolver { Resolve = (_, _) => schema },
    };

    internal static Field CreateTypeField(Schema schema) => new()
    {
        Name = "__type",
        Description = "The type of this name, or null if there is none.",
        Type = Type,
        Arguments = [new InputValue { Name = "name", Description = "The name of a type.", Type = new NonNullType(BuiltIns.String) }],
        Resolver = new PureResolver { Resolve = (_, arguments) => schema.TryGetType((string)arguments["name"]!, out var type) ? type : null },
    };

    private static TypeKind KindOf(GraphQLType type) => type switch
    {
        ListType => Types.TypeKind.List,
        NonNullType => Types.TypeKind.NonNull,
        ScalarType => Types.TypeKind.Scalar,
        ObjectType => Types.TypeKind.Object,
        InterfaceType => Types.TypeKind.Interface,
        UnionType => Types.TypeKind.Union,
        EnumType => Types.TypeKind.Enum,
        _ => Types.TypeKind.InputObject,
    };

    private static GraphQLType? Inner(GraphQLType type) => type switch
    {
        ListType list => list.OfType,
        NonNullType nonNull => nonNull.OfType,
        _ => null,
    };

    private static IReadOnlyList<ObjectType>? PossibleTypes(GraphQLType type) => type switch
    {
        InterfaceType @interface => @interface.Implementers,
        UnionType union => union.Types,
        _ => null,
    };

    private static ObjectType Object(string name, string description, Type clrType) => new() { Name = name, Description = description, ClrType = clrType };

    private static EnumType Enum<T>(string name, string description, Func<T, string> describe)
        where T : struct, Enum => new()
        {
            Name = name,
            Description = description,
            ClrType = typeof(T),
            Values =
            [
                .. System.Enum.GetValues<T>().Select(value => new EnumValue
                {
                    Name = Naming.ScreamingSnakeCase(value.ToString()),
                    Description = describe(value),
                    Value = value,
                }),
            ],
        };

    private static Field Value<T>(string name, string description, GraphQLType type, Func<T, object?> get) => new()
    {
        Name = name,
        Description = description,
        Type = type,
        Resolver = new PureResolver { Resolve = (parent, _) => get((T)parent) },
    };

    private static Field Required<T>(string name, string description, GraphQLType type, Func<T, object> get) =>
        Value(name, description, new NonNullType(type), get);

    private static Field ListOf<T>(string name, string description, NamedType type, Func<T, object> get) =>
        Required(name, description, new ListType(new NonNullType(type)), get);

    private static Field OptionalListOf<T>(string name, string description, NamedType type, Func<T, object?> get) =>
        Value(name, description, new ListType(new NonNullType(type)), get);

    private static Field Text<T>(string name, string description, Func<T, string?> get) => Text(name, description, BuiltIns.String, get);

    private static Field RequiredText<T>(string name, string description, Func<T, string> get) =>
        Text(name, description, new NonNullType(BuiltIns.String), get);

    private static Field Text<T>(string name, string description, GraphQLType type, Func<T, string?> get) => new()
    {
        Name = name,
        Description = description,
        Type = type,
        Resolver = new PureResolver
        {
            Resolve = (parent, _) => get((T)parent),
            Write = (parent, json) =>
            {
                if (get((T)parent) is not { } text)
                    return false;
                json.WriteString(text);
                return true;
            },
        },
    };

    private static Field[] Deprecation<T>(Func<T, string?> reason) =>
    [
        Required<T>("isDeprecated", "Whether it should no longer be used.", BuiltIns.Boolean, parent => reason(parent) is not null),
        Text("deprecationReason", "Why it should no longer be used.", reason),
    ];

    private static Field RequiredFiltered<T>(string name, string description, Func<T, IReadOnlyList<InputValue>> get) =>
        Filtered(name, description, new NonNullType(new ListType(new NonNullType(InputValue))), get, v => v.DeprecationReason);

    private static Field Filtered<T, TItem>(string name, string description, NamedType type, Func<T, IReadOnlyList<TItem>?> get, Func<TItem, string?> deprecation) =>
        Filtered(name, description, new ListType(new NonNullType(type)), get, deprecation);

    private static Field Filtered<T, TItem>(string name, string description, GraphQLType type, Func<T, IReadOnlyList<TItem>?> get, Func<TItem, string?> deprecation) => new()
    {
        Name = name,
        Description = description,
        Type = type,
        Arguments =
        [
            new InputValue
            {
                Name = "includeDeprecated",
                Description = "Whether to include deprecated ones.",
                Type = new NonNullType(BuiltIns.Boolean),
                DefaultValue = new BooleanValueNode { Value = false },
            },
        ],
        Resolver = new PureResolver
        {
            Resolve = (parent, arguments) => arguments["includeDeprecated"] is true
                ? get((T)parent)
                : get((T)parent)?.Where(item => deprecation(item) is null),
        },
    };
}
