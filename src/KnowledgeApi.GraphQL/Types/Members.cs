using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Types;

/// <summary>A field of an object or interface type.</summary>
internal sealed class Field
{
    private readonly Dictionary<string, InputValue> _byName = new(StringComparer.Ordinal);

    public required string Name { get; init; }

    public string? Description { get; init; }

    public string? DeprecationReason { get; init; }

    public required GraphQLType Type { get; init; }

    public IReadOnlyList<InputValue> Arguments
    {
        get;
        init
        {
            field = value;
            foreach (var each in value)
                _byName.TryAdd(each.Name, each);
        }
    } = [];

    /// <summary>How values are found; null on interfaces and in schemas that are only read, never run.</summary>
    public FieldResolver? Resolver { get; init; }

    public InputValue? FindArgument(string name) => _byName.GetValueOrDefault(name);
}

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
internal sealed class InputValue
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public string? DeprecationReason { get; init; }

    public required GraphQLType Type { get; init; }

    /// <summary>The default as a literal; null if there is none (a <see cref="NullValueNode"/> is a default of null).</summary>
    public ValueNode? DefaultValue { get; init; }

    /// <summary>True if it must be given: non-null and without a default.</summary>
    public bool IsRequired => Type is NonNullType && DefaultValue is null;
}

/// <summary>Where a directive may stand.</summary>
internal enum DirectiveLocation
{
    Query,
    Mutation,
    Subscription,
    Field,
    FragmentDefinition,
    FragmentSpread,
    InlineFragment,
    VariableDefinition,
    Schema,
    Scalar,
    Object,
    FieldDefinition,
    ArgumentDefinition,
    Interface,
    Union,
    Enum,
    EnumValue,
    InputObject,
    InputFieldDefinition,
}

/// <summary>A directive the schema knows.</summary>
internal sealed class Directive
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public bool IsRepeatable { get; init; }

    public required IReadOnlyList<DirectiveLocation> Locations { get; init; }

    public IReadOnlyList<InputValue> Arguments { get; init; } = [];
}
