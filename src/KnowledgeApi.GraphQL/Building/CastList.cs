using System.Collections;

namespace KnowledgeApi.GraphQL.Building;

/// <summary>A list of objects seen as what they are, without copying it.</summary>
internal sealed class CastList<T>(IReadOnlyList<object> items) : IReadOnlyList<T>
{
    public int Count => items.Count;

    public T this[int index] => (T)items[index];

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < items.Count; i++)
            yield return (T)items[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A list of values seen as objects, boxed as they are asked for.</summary>
internal sealed class BoxedList<T>(IReadOnlyList<T> items) : IReadOnlyList<object?>
{
    public int Count => items.Count;

    public object? this[int index] => items[index];

    public IEnumerator<object?> GetEnumerator()
    {
        for (var i = 0; i < items.Count; i++)
            yield return items[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
