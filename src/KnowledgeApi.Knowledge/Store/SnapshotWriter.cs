using KnowledgeApi.Knowledge.Search;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>Writes the rows of a base that is being built: of any table at any time, in any order.</summary>
public abstract class SnapshotWriter(KnowledgeContext context)
{
    private readonly Dictionary<Type, RowMapping> _mappings = [];

    /// <summary>What is written so far, to be counted. Nothing is added by it.</summary>
    public KnowledgeContext Context { get; } = context;

    /// <summary>Writes objects, each as one row: what it refers to is written by itself.</summary>
    /// <param name="rows">The objects.</param>
    /// <param name="complete">Gives values of columns that are in no object; none if left out.</param>
    public void Write<T>(IEnumerable<T> rows, Func<T, IReadOnlyList<(string Column, object? Value)>>? complete = null)
        where T : class
    {
        foreach (var row in rows)
        {
            var mapping = MappingOf(row.GetType());
            var values = mapping.Read(row);
            foreach (var (column, value) in complete?.Invoke(row) ?? [])
                values[mapping.IndexOf(column)] = value;
            Insert(mapping, values);
        }
    }

    /// <summary>How objects of a class become rows.</summary>
    internal RowMapping MappingOf(Type type)
    {
        if (!_mappings.TryGetValue(type, out var mapping))
            _mappings.Add(type, mapping = RowMapping.Of(Context.Model, type));
        return mapping;
    }

    /// <summary>Writes one row.</summary>
    internal abstract void Insert(RowMapping mapping, object?[] values);

    /// <summary>Has all rows so far reach their tables.</summary>
    internal abstract void Flush(BuildWatch watch);

    /// <summary>Writes the index of what there is to find. Of equally good hits, those that come first here come first.</summary>
    internal abstract void Index(IEnumerable<SearchObject> objects);
}
