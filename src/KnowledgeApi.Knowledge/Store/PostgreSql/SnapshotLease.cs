using System.Data;
using Npgsql;

namespace KnowledgeApi.Knowledge.Store.PostgreSql;

/// <summary>
/// Says to who clears away that a snapshot is in use, as long as it is open. That is said to the primary, the only one where anything can be cleared away; while it cannot be reached, nothing can.
/// </summary>
internal sealed class SnapshotLease(PostgreSqlAddress address, string schema) : IDisposable
{
    private readonly Lock _lock = new();

    private NpgsqlConnection? _connection;
    private bool _disposed;

    /// <summary>Takes it, unless it is held: it ends when the server does, and has to be taken again.</summary>
    public void Hold()
    {
        lock (_lock)
        {
            if (_disposed || IsHeld())
                return;
            _connection?.Dispose();
            _connection = null;
            var connection = new NpgsqlConnection(address.Writing);
            try
            {
                connection.Open();
                AdvisoryLock.Share(connection, schema);
                _connection = connection;
            }
            catch (NpgsqlException)
            {
                connection.Dispose();
            }
        }
    }

    // A connection that nothing is asked of does not know that it has ended.
    private bool IsHeld()
    {
        try
        {
            return _connection is { State: ConnectionState.Open } && _connection.Read<int>("SELECT 1") == 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _connection?.Dispose();
        }
    }
}
