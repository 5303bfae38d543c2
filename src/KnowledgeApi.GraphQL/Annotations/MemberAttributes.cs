namespace KnowledgeApi.GraphQL.Annotations;

/// <summary>The GraphQL name of a type, field, argument or enum value, instead of the one made from the C# name.</summary>
[AttributeUsage(AttributeTargets.All, Inherited = false)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>The description, instead of the one in the XML documentation.</summary>
[AttributeUsage(AttributeTargets.All, Inherited = false)]
public sealed class GraphQLDescriptionAttribute(string description) : Attribute
{
    public string Description { get; } = description;
}

/// <summary>This is no part of the schema.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLIgnoreAttribute : Attribute;

/// <summary>This is deprecated; the reason is for the people who query. <see cref="ObsoleteAttribute"/> does the same.</summary>
[AttributeUsage(AttributeTargets.All, Inherited = false)]
public sealed class GraphQLDeprecatedAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}

/// <summary>
/// The GraphQL type, where it does not follow from the C# type. A text such as <c>[Int!]</c> is the whole type and may name
/// scalars and types the builder knows. A C# type is a class of scalars or any type to take instead of the member's own;
/// lists and nullability are then those of the member.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class GraphQLTypeAttribute : Attribute
{
    public GraphQLTypeAttribute(string type) => Text = type;

    public GraphQLTypeAttribute(Type type) => ClrType = type;

    public string? Text { get; }

    public Type? ClrType { get; }
}

/// <summary>This string, or list of strings, is an <c>ID</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class IDAttribute : Attribute;

/// <summary>Exactly one field of this input object must be given, and not null.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class OneOfAttribute : Attribute;

/// <summary>On a scalar class: the address of the document that specifies its format.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SpecifiedByAttribute(string url) : Attribute
{
    public string Url { get; } = url;
}

/// <summary>On a member of a type extension: it takes the place of the field made from that property, whatever its own name.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class BindMemberAttribute(string property) : Attribute
{
    public string Property { get; } = property;
}

/// <summary>On a computed property: the properties it is computed from. They are read where this one is selected.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequiresAttribute(params string[] properties) : Attribute
{
    public IReadOnlyList<string> Properties { get; } = properties;
}

/// <summary>
/// On the first parameter of a method of a type extension. <c>[Parent] Company</c>: the field is computed from one parent alone.
/// <c>[Parent] IReadOnlyList&lt;Company&gt;</c>: the method gets all parents of a level and returns one result for each, in their order.
/// </summary>
/// <param name="requires">The properties of the parent the method reads; without any it gets all those with leaf values.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute(params string[] requires) : Attribute
{
    public IReadOnlyList<string> Requires { get; } = requires;
}

/// <summary>This parameter is a service of the request, not an argument.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute : Attribute;
