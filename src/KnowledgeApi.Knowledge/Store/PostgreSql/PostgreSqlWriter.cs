using KnowledgeApi.Knowledge.Search;
using Npgsql;

namespace KnowledgeApi.Knowledge.Store.PostgreSql;

/// <summary>Copies rows into new tables, which have no keys and indexes yet, so that they may come in any order.</summary>
internal sealed class PostgreSqlWriter(NpgsqlConnection connection, KnowledgeContext context) : SnapshotWriter(context)
{
    private readonly Dictionary<RowMapping, CopyBuffer> _buffers = [];

    /// <inheritdoc/>
    internal override void Index(IEnumerable<SearchObject> objects) => WordWriter.Write(connection, objects);

    /// <inheritdoc/>
    internal override void Flush(BuildWatch watch)
    {
        foreach (var buffer in _buffers.Values)
            buffer.Flush();
        watch.Report(BuildStage.Writing, 1);
    }

    /// <inheritdoc/>
    internal override void Insert(RowMapping mapping, object?[] values)
    {
        if (!_buffers.TryGetValue(mapping, out var buffer))
            _buffers.Add(mapping, buffer = new(connection, mapping.Table, mapping.Columns));
        buffer.Row(values);
    }
}
