using System.Collections;
using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Execution;

/// <summary>
/// A coerced input object: the fields that were given or have a default, in the order the type declares them.
/// Values are null, a scalar's C# value, an enum value's C# value, an <see cref="InputObject"/>, or a list of these
/// (<c>IReadOnlyList&lt;object?&gt;</c>). A field that is absent is not the same as one that is null.
/// </summary>
public sealed class InputObject(IReadOnlyList<KeyValuePair<string, object?>> fields) : IReadOnlyCollection<KeyValuePair<string, object?>>
{
    public int Count => fields.Count;

    public bool TryGetValue(string name, out object? value)
    {
        foreach (var field in fields)
        {
            if (field.Key == name)
            {
                value = field.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>The coerced arguments of one field; an argument that was neither given nor has a default is absent.</summary>
public sealed class ArgumentValues(IReadOnlyDictionary<string, object?> values)
{
    public static ArgumentValues None { get; } = new(new Dictionary<string, object?>());

    /// <summary>The value, or null if the argument is null or absent.</summary>
    public object? this[string name] => values.GetValueOrDefault(name);

    public int Count => values.Count;

    public bool TryGetValue(string name, out object? value) => values.TryGetValue(name, out value);
}

/// <summary>The coerced variables of one request; a variable that was neither given nor has a default is absent.</summary>
public sealed class VariableValues(IReadOnlyDictionary<string, object?> values)
{
    public static VariableValues None { get; } = new(new Dictionary<string, object?>());

    /// <summary>A variable as the client wrote it, for scalars that see what stands inside them; null if it is absent.</summary>
    internal Func<string, ValueNode?> Literal { get; init; } = _ => null;

    public bool TryGetValue(string name, out object? value) => values.TryGetValue(name, out value);
}
