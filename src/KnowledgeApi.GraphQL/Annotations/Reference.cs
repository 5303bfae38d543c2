namespace KnowledgeApi.GraphQL.Annotations;

/// <summary>
/// An object of the store by its key, where a computed value refers to a stored one. A property or method that gives a
/// <see cref="Reference{T}"/>, or a list of them, is a field of the type of <typeparamref name="T"/>: the objects of a whole
/// level are read together, with the members that are selected.
/// </summary>
/// <param name="Key">The primary key.</param>
public sealed record Reference<T>(object Key) : Reference(Key)
    where T : class;

/// <summary>A reference to a stored object of whatever type.</summary>
/// <param name="Key">The primary key.</param>
public abstract record Reference(object Key)
{
    /// <summary>What a C# type refers to, if it is a reference.</summary>
    internal static Type? TargetOf(Type clr) =>
        clr.IsGenericType && clr.GetGenericTypeDefinition() == typeof(Reference<>) ? clr.GetGenericArguments()[0] : null;
}
