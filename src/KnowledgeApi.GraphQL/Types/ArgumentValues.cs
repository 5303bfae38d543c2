namespace KnowledgeApi.GraphQL.Types;

/// <summary>The coerced arguments of one field; an argument that was neither given nor has a default is absent.</summary>
internal sealed class ArgumentValues(IReadOnlyDictionary<string, object?> values)
{
    public static ArgumentValues None { get; } = new(new Dictionary<string, object?>());

    /// <summary>The value, or null if the argument is null or absent.</summary>
    public object? this[string name] => values.GetValueOrDefault(name);

    public int Count => values.Count;

    public bool TryGetValue(string name, out object? value) => values.TryGetValue(name, out value);
}
