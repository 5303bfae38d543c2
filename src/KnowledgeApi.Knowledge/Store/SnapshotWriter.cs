using KnowledgeApi.Knowledge.Search;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>Writes the rows of a base that is being built.</summary>
public abstract class SnapshotWriter(KnowledgeContext context)
{
    private const int Steps = 100;

    private readonly Dictionary<Type, (RowMapping Mapping, object?[] Values)> _mappings = [];

    private long _written;
    private long _step = long.MaxValue;
    private Action<double>? _progress;
    private CancellationToken _cancellation;

    /// <summary>What is written so far, to be counted. Nothing is added by it.</summary>
    public KnowledgeContext Context
    {
        get
        {
            Flush();
            return context;
        }
    }

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
            Count();
        }
    }

    /// <summary>Writes the index of what there is to find.</summary>
    public void WriteIndex(IEnumerable<SearchObject> objects)
    {
        Index(Counted());

        IEnumerable<SearchObject> Counted()
        {
            foreach (var one in objects)
            {
                yield return one;
                Count();
            }
        }
    }

    /// <summary>Has somebody told how much is written, and lets writing be stopped.</summary>
    /// <param name="rows">How many rows and objects of the index there will be, about.</param>
    /// <param name="progress">Told the share, about a hundred times.</param>
    /// <param name="cancellation">Stops.</param>
    internal void Track(long rows, Action<double> progress, CancellationToken cancellation) => (_step, _progress, _cancellation) = (Math.Max(1, rows / Steps), progress, cancellation);

    /// <inheritdoc cref="WriteIndex"/>
    protected abstract void Index(IEnumerable<SearchObject> objects);

    /// <summary>Has rows that are kept to be written together reach the database.</summary>
    protected virtual void Flush()
    {
    }

    /// <summary>Writes one row.</summary>
    internal abstract void Insert(RowMapping mapping, object?[] values);

    private void Count()
    {
        if (++_written % _step != 0)
            return;
        _cancellation.ThrowIfCancellationRequested();
        _progress?.Invoke(Math.Min(1, (double)(_written / _step) / Steps));
    }

    private (RowMapping Mapping, object?[] Values) MappingOf(Type type)
    {
        if (!_mappings.TryGetValue(type, out var known))
        {
            var mapping = RowMapping.Of(context.Model, type);
            _mappings.Add(type, known = (mapping, new object?[mapping.Columns.Count]));
        }

        return known;
    }
}
