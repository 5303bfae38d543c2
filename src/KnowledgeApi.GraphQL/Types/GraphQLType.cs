using System.Diagnostics.CodeAnalysis;
using System.Text;
using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Types;

/// <summary>A type as it stands at a field, an argument or a variable: a named type, or a list or non-null wrapper around one.</summary>
internal abstract class GraphQLType
{
    /// <summary>The named type inside all wrappers.</summary>
    public abstract NamedType Named { get; }

    /// <summary>True if values of this type can be given by a client.</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>True if values of this type can be returned to a client.</summary>
    public bool IsOutput => Named is not InputObjectType;

    /// <summary>True for objects, interfaces and unions: a field of such a type needs a selection set.</summary>
    public bool IsComposite => Named is ObjectType or InterfaceType or UnionType;

    /// <summary>This type without an outer non-null wrapper.</summary>
    public GraphQLType Nullable => this is NonNullType nonNull ? nonNull.OfType : this;

    /// <summary>The type in the type system language, such as <c>[Company!]!</c>.</summary>
    public abstract override string ToString();
}

/// <summary><c>[Type]</c>.</summary>
internal sealed class ListType(GraphQLType ofType) : GraphQLType
{
    public GraphQLType OfType { get; } = ofType;

    public override NamedType Named => OfType.Named;

    public override string ToString() => $"[{OfType}]";
}

/// <summary><c>Type!</c>.</summary>
internal sealed class NonNullType : GraphQLType
{
    public NonNullType(GraphQLType ofType)
    {
        if (ofType is NonNullType)
            throw new ArgumentException($"{ofType} is already non-null.", nameof(ofType));
        OfType = ofType;
    }

    public GraphQLType OfType { get; }

    public override NamedType Named => OfType.Named;

    public override string ToString() => $"{OfType}!";
}

/// <summary>A type with a name of its own.</summary>
internal abstract class NamedType : GraphQLType
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public sealed override NamedType Named => this;

    public sealed override string ToString() => Name;
}

/// <summary>An object or an interface: a type with fields that may implement interfaces.</summary>
internal abstract class FieldsType : NamedType
{
    private Dictionary<string, Field> _byName = [];

    /// <summary>The fields in the order they are declared; set once, when all types exist.</summary>
    public IReadOnlyList<Field> Fields
    {
        get;
        internal set
        {
            field = value;
            _byName = new Dictionary<string, Field>(StringComparer.Ordinal);
            foreach (var each in value)
                _byName.TryAdd(each.Name, each);
        }
    } = [];

    /// <summary>Every interface this type implements, transitive ones included.</summary>
    public IReadOnlyList<InterfaceType> Interfaces { get; internal set; } = [];

    public bool TryGetField(string name, [NotNullWhen(true)] out Field? field) => _byName.TryGetValue(name, out field);
}

/// <summary>A type whose values are objects with fields.</summary>
internal sealed class ObjectType : FieldsType
{
    /// <summary>The C# type of the values, where there is just one; by it the object type of a value of an abstract type is found.</summary>
    public Type? ClrType { get; init; }
}

/// <summary>A set of fields that several object types share.</summary>
internal sealed class InterfaceType : FieldsType
{
    /// <summary>The C# base class or interface the values share, if any.</summary>
    public Type? ClrType { get; init; }

    /// <summary>The object types that implement this interface; filled in by the schema.</summary>
    public IReadOnlyList<ObjectType> Implementers { get; internal set; } = [];
}

/// <summary>One of several object types.</summary>
internal sealed class UnionType : NamedType
{
    public IReadOnlyList<ObjectType> Types { get; internal set; } = [];

    /// <summary>The C# base class or interface the values share, if any.</summary>
    public Type? ClrType { get; init; }
}

/// <summary>One of a fixed set of names.</summary>
internal sealed class EnumType : NamedType
{
    private readonly Dictionary<string, EnumValue> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<object, EnumValue> _byValue = [];

    /// <summary>The values in the order they are declared.</summary>
    public required IReadOnlyList<EnumValue> Values
    {
        get;
        init
        {
            field = value;
            foreach (var each in value)
            {
                _byName.TryAdd(each.Name, each);
                _byValue.TryAdd(each.Value, each);
            }
        }
    }

    /// <summary>The C# enum, if the type was made from one.</summary>
    public Type? ClrType { get; init; }

    public bool TryGetValue(string name, [NotNullWhen(true)] out EnumValue? value) => _byName.TryGetValue(name, out value);

    /// <summary>Finds the enum value that stands for a C# value.</summary>
    public bool TryGetName(object value, [NotNullWhen(true)] out EnumValue? name) => _byValue.TryGetValue(value, out name);

    /// <summary>Writes the name of a C# value. Throws <see cref="CoercionException"/> for one that has no name here.</summary>
    public void WriteObject(JsonBuffer json, object value)
    {
        if (!TryGetName(value, out var name))
            throw new CoercionException($"{Name} has no value for {value}.");
        json.WriteRaw(name.Json.Span);
    }
}

/// <summary>A value of an enum type.</summary>
internal sealed class EnumValue
{
    public required string Name
    {
        get;
        init
        {
            field = value;
            Json = Encoding.UTF8.GetBytes($"\"{value}\"");
        }
    }

    /// <summary>The name as a JSON string, quotes and all.</summary>
    public ReadOnlyMemory<byte> Json { get; private init; }

    public string? Description { get; init; }

    public string? DeprecationReason { get; init; }

    /// <summary>What C# code gets for this name: a member of the C# enum, or the name itself.</summary>
    public required object Value { get; init; }
}

/// <summary>A structured input.</summary>
internal sealed class InputObjectType : NamedType
{
    private Dictionary<string, InputValue> _byName = [];

    /// <summary>True if exactly one field must be given, and not null.</summary>
    public bool IsOneOf { get; init; }

    /// <summary>The C# type that input is bound to, if any.</summary>
    public Type? ClrType { get; init; }

    /// <summary>The fields in the order they are declared; set once, when all types exist.</summary>
    public IReadOnlyList<InputValue> Fields
    {
        get;
        internal set
        {
            field = value;
            _byName = new Dictionary<string, InputValue>(StringComparer.Ordinal);
            foreach (var each in value)
                _byName.TryAdd(each.Name, each);
        }
    } = [];

    public bool TryGetField(string name, [NotNullWhen(true)] out InputValue? field) => _byName.TryGetValue(name, out field);
}
