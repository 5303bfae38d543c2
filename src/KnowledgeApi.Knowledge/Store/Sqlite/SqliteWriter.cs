using KnowledgeApi.Knowledge.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace KnowledgeApi.Knowledge.Store.Sqlite;

/// <summary>Writes rows into a new file, by one prepared statement for each class, in one transaction.</summary>
internal sealed class SqliteWriter : SnapshotWriter, IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly IDbContextTransaction _transaction;
    private readonly Dictionary<RowMapping, PreparedInsert> _inserts = [];

    public SqliteWriter(KnowledgeContext context)
        : base(context)
    {
        _connection = (SqliteConnection)context.Database.GetDbConnection();
        _transaction = context.Database.BeginTransaction();
    }

    /// <inheritdoc/>
    protected override void Index(IEnumerable<SearchObject> objects) => Fts5Writer.Write(_connection, objects);

    /// <summary>Ends the transaction, with all rows.</summary>
    public void Commit() => _transaction.Commit();

    public void Dispose()
    {
        foreach (var insert in _inserts.Values)
            insert.Dispose();
        _transaction.Dispose();
    }

    /// <inheritdoc/>
    internal override void Insert(RowMapping mapping, object?[] values)
    {
        if (!_inserts.TryGetValue(mapping, out var insert))
            _inserts.Add(mapping, insert = new(_connection, mapping.Table, mapping.Columns));
        insert.Row(values);
    }
}
