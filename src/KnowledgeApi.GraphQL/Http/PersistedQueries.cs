namespace KnowledgeApi.GraphQL.Http;

/// <summary>Queries remembered by their hash. Bounded by number and by size; the one unused for longest goes first. Safe for many threads.</summary>
internal sealed class PersistedQueries(int maxQueries, int maxCharacters)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Hash, string Query)>> _byHash = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Hash, string Query)> _byUse = new();
    private long _characters;

    public string? Find(string hash)
    {
        lock (_lock)
        {
            if (!_byHash.TryGetValue(hash, out var node))
                return null;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Query;
        }
    }

    /// <summary>Remembers a query, whose hash has been checked.</summary>
    public void Add(string hash, string query)
    {
        lock (_lock)
        {
            if (_byHash.ContainsKey(hash))
                return;
            _byHash.Add(hash, _byUse.AddFirst((hash, query)));
            _characters += query.Length;
            while (_byUse.Last is { } oldest && (_byUse.Count > maxQueries || _characters > maxCharacters))
            {
                _byUse.RemoveLast();
                _byHash.Remove(oldest.Value.Hash);
                _characters -= oldest.Value.Query.Length;
            }
        }
    }
}
