using KnowledgeApi.Knowledge.Search;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>Writes the rows of a base that is being built.</summary>
public abstract class SnapshotWriter(KnowledgeContext context)
{
    private readonly Dictionary<Type, (RowMapping Mapping, object?[] Values)> _mappings = [];

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
            var (mapping, values) = MappingOf(row.GetType());
            mapping.Read(row, values);
            foreach (var (column, value) in complete?.Invoke(row) ?? [])
                values[mapping.IndexOf(column)] = value;
            Insert(mapping, values);
        }
    }

    /// <summary>Writes the index of what there is to find.</summary>
    public abstract void Index(IEnumerable<SearchObject> objects);

    /// <summary>Writes one row.</summary>
    internal abstract void Insert(RowMapping mapping, object?[] values);

    private (RowMapping Mapping, object?[] Values) MappingOf(Type type)
    {
        if (!_mappings.TryGetValue(type, out var known))
        {
            var mapping = RowMapping.Of(Context.Model, type);
            _mappings.Add(type, known = (mapping, new object?[mapping.Columns.Count]));
        }

        return known;
    }
}
