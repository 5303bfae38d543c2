using System.Collections;

namespace KnowledgeApi.GraphQL.Types;

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
