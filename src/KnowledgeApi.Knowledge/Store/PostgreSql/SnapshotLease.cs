using System.Data;
using Npgsql;

namespace KnowledgeApi.Knowledge.Store.PostgreSql;

/// <summary>
/// Says to who clears away that a snapshot is in use, as long as it is open. That is said to the primary, the only one where anything can be cleared away; while it cannot be reached, nothing can.
/// It ends when the server does, and is taken again as soon as there is one.
/// </summary>
internal sealed class SnapshotLease : IDisposable
{
    // What is built after the primary is back takes longer.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    // A primary that does not answer keeps nobody from closing a base.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private const int SecondsToAnswer = 5;

    private readonly PostgreSqlAddress _address;
    private readonly string _schema;
    private readonly Lock _lock = new();
    private readonly Timer _looks;

    private NpgsqlConnection? _connection;
    private volatile bool _disposed;

    public SnapshotLease(PostgreSqlAddress address, string schema)
    {
        (_address, _schema) = (address, schema);
        _looks = new(static self => ((SnapshotLease)self!).Look(), this, BetweenLooks, BetweenLooks);
    }

    /// <summary>Takes it, unless it is held or the primary cannot be reached.</summary>
    public void Hold()
    {
        lock (_lock)
            Take();
    }

    /// <summary>Has it taken at once, without waiting for the primary.</summary>
    public void HoldSoon()
    {
        if (!_disposed)
            _looks.Change(TimeSpan.Zero, BetweenLooks);
    }

    public void Dispose()
    {
        _disposed = true;
        _looks.Dispose();
        // Who has the lock sees that it is not needed any more.
        if (!_lock.TryEnter(Patience))
            return;
        try
        {
            _connection?.Dispose();
        }
        finally
        {
            _lock.Exit();
        }
    }

    private void Look()
    {
        // The look before may still wait for the primary.
        if (!_lock.TryEnter())
            return;
        try
        {
            Take();
        }
        finally
        {
            _lock.Exit();
        }
    }

    private void Take()
    {
        if (_disposed || IsHeld())
            return;
        _connection?.Dispose();
        _connection = null;
        var connection = new NpgsqlConnection(_address.Writing);
        try
        {
            connection.Open();
            AdvisoryLock.Share(connection, _schema);
            if (!_disposed)
            {
                _connection = connection;
                return;
            }
        }
        catch (NpgsqlException)
        {
            // It is looked again.
        }

        connection.Dispose();
    }

    // A connection that nothing is asked of does not know that it has ended.
    private bool IsHeld()
    {
        try
        {
            using var command = _connection is { State: ConnectionState.Open } ? _connection.Command("SELECT 1") : null;
            command?.CommandTimeout = SecondsToAnswer;
            return command?.ExecuteScalar() is 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
