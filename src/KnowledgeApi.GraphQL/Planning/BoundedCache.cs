using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace KnowledgeApi.GraphQL.Planning;

/// <summary>A concurrent cache of bounded size. When it is full, whatever was not used since the last sweep goes first.</summary>
internal sealed class BoundedCache<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Entry> _entries = [];
    private readonly Lock _sweep = new();

    public int Count => _entries.Count;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_entries.TryGetValue(key, out var entry))
        {
            entry.Used = true;
            value = entry.Value;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Keeps a value, unless the key has one already, and returns the one that is kept.</summary>
    public TValue Add(TKey key, TValue value)
    {
        if (capacity < 1)
            return value;
        var kept = _entries.GetOrAdd(key, new Entry(value)).Value;
        if (_entries.Count > capacity)
            Sweep();
        return kept;
    }

    private void Sweep()
    {
        lock (_sweep)
        {
            // Down to three quarters, so that a full cache is not swept at every request.
            var keep = capacity - (capacity / 4);
            foreach (var (key, entry) in _entries)
            {
                if (_entries.Count <= keep)
                    return;
                if (!entry.Used)
                    _entries.TryRemove(key, out _);
                entry.Used = false;
            }

            foreach (var key in _entries.Keys.Take(_entries.Count - keep))
                _entries.TryRemove(key, out _);
        }
    }

    private sealed class Entry(TValue value)
    {
        public TValue Value { get; } = value;

        public bool Used { get; set; } = true;
    }
}
