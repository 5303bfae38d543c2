using KnowledgeApi.Knowledge.Search;
using Npgsql;

namespace KnowledgeApi.Knowledge.Store.PostgreSql;

/// <summary>Copies rows into new tables, which have no keys and indexes yet, so that they may come in any order.</summary>
internal sealed class PostgreSqlWriter(NpgsqlConnection connection, KnowledgeContext context) : SnapshotWriter(context)
{
    private readonly Dictionary<RowMapping, CopyBuffer> _buffers = [];

    /// <summary>Has the last rows reach their tables.</summary>
    public void Complete() => Flush();

    /// <inheritdoc/>
    protected override void Index(IEnumerable<SearchObject> objects)
    {
        Flush();
        WordWriter.Write(connection, objects);
    }

    /// <inheritdoc/>
    protected override void Flush()
    {
        foreach (var buffer in _buffers.Values)
            buffer.Flush();
    }

    /// <inheritdoc/>
    internal override void Insert(RowMapping mapping, object?[] values)
    {
        if (!_buffers.TryGetValue(mapping, out var buffer))
            _buffers.Add(mapping, buffer = new(connection, mapping.Table, mapping.Columns));
        buffer.Row(values);
    }
}
