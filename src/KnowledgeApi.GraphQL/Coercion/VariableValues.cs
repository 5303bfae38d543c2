using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Coercion;

/// <summary>The coerced variables of one request; a variable that was neither given nor has a default is absent.</summary>
internal sealed class VariableValues(IReadOnlyDictionary<string, object?> values)
{
    public static VariableValues None { get; } = new(new Dictionary<string, object?>());

    /// <summary>A variable as the client wrote it, for scalars that see what stands inside them; null if it is absent.</summary>
    internal Func<string, ValueNode?> Literal { get; init; } = _ => null;

    public bool TryGetValue(string name, out object? value) => values.TryGetValue(name, out value);
}
