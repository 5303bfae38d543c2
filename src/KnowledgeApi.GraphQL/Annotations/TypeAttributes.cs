namespace KnowledgeApi.GraphQL.Annotations;

/// <summary>The public static methods and properties of this static class are fields of the query root. Several classes make one root.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class QueryTypeAttribute : Attribute;

/// <summary>The public static methods of this static class are fields of the mutation root. Several classes make one root.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MutationTypeAttribute : Attribute;

/// <summary>A static class that says more about a C# type which itself knows nothing of GraphQL: its members become fields of that type.</summary>
public abstract class TypeExtensionAttribute(Type clrType) : Attribute
{
    /// <summary>The C# type it is about.</summary>
    public Type ClrType { get; } = clrType;

    /// <summary>Properties of the C# type that are no fields, by their C# names.</summary>
    public string[] Ignore { get; set; } = [];
}

/// <summary>This static class adds or refines fields of the object type made from <typeparamref name="T"/>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ObjectTypeAttribute<T>() : TypeExtensionAttribute(typeof(T));

/// <summary><typeparamref name="T"/>, an abstract class or a C# interface, is a GraphQL interface; this static class adds or refines its fields.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class InterfaceTypeAttribute<T>() : TypeExtensionAttribute(typeof(T));

/// <summary><typeparamref name="T"/>, an abstract class or a C# interface, is the union of its concrete subclasses.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class UnionTypeAttribute<T>() : TypeExtensionAttribute(typeof(T));

/// <summary>What the attributes on a C# type that becomes a GraphQL type share: an optional name.</summary>
public abstract class NamedTypeAttribute(string? name) : Attribute
{
    /// <summary>The GraphQL name, or null for the one made from the C# name.</summary>
    public string? Name { get; } = name;
}

/// <summary>This C# type is an object type and part of the schema even if nothing refers to it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ObjectTypeAttribute(string? name = null) : NamedTypeAttribute(name);

/// <summary>This abstract class or C# interface is a GraphQL interface.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class InterfaceTypeAttribute(string? name = null) : NamedTypeAttribute(name);

/// <summary>This abstract class or C# interface is the union of its concrete subclasses.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class UnionTypeAttribute(string? name = null) : NamedTypeAttribute(name);

/// <summary>This C# type is an input object.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class InputObjectTypeAttribute(string? name = null) : NamedTypeAttribute(name);

/// <summary>This C# enum is an enum type.</summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class EnumTypeAttribute(string? name = null) : NamedTypeAttribute(name);
