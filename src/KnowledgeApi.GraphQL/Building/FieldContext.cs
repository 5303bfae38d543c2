using System.Reflection;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Building;

/// <summary>A C# member that would become a field.</summary>
internal sealed class FieldContext
{
    private readonly Lazy<IReadOnlyList<InputValue>> _arguments;
    private readonly Lazy<Func<BatchContext, object?>> _invoke;

    internal FieldContext(Lazy<IReadOnlyList<InputValue>> arguments, Lazy<Func<BatchContext, object?>> invoke)
    {
        _arguments = arguments;
        _invoke = invoke;
    }

    /// <summary>A <see cref="PropertyInfo"/> or a <see cref="MethodInfo"/>.</summary>
    public required MemberInfo Member { get; init; }

    /// <summary>
    /// The C# type of the parents, null at a root. A field that objects inherit from a GraphQL interface is described once,
    /// with the C# type of the interface here.
    /// </summary>
    public required Type? Owner { get; init; }

    /// <summary>Which root the member belongs to, if any.</summary>
    public required OperationType? Root { get; init; }

    /// <summary>The GraphQL name.</summary>
    public required string Name { get; init; }

    public required string? Description { get; init; }

    public required string? DeprecationReason { get; init; }

    /// <summary>The C# type of the value for one parent, out of <see cref="Task{T}"/> and, for a batch, out of the list.</summary>
    public required Type ResultType { get; init; }

    /// <summary>What the annotations say of nulls in <see cref="ResultType"/>.</summary>
    public required NullabilityInfo? Nullability { get; init; }

    /// <summary>Where types come from.</summary>
    public required TypeRegistry Types { get; init; }

    /// <summary>The GraphQL arguments of a method, from its parameters; none for a property.</summary>
    public IReadOnlyList<InputValue> Arguments => _arguments.Value;

    /// <summary>Calls a method, or reads a static property, and gives what it returns, a task perhaps. Compiled once.</summary>
    public Func<BatchContext, object?> Invoke => _invoke.Value;

    public T? GetAttribute<T>()
        where T : Attribute => Member.GetCustomAttribute<T>();
}
