using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;

namespace KnowledgeApi.GraphQL.Data.Statements;

/// <summary>
/// Open connections for reading, each with the statements it has prepared. Statements are run here and nowhere else,
/// so this is also the place to count them.
/// </summary>
/// <param name="open">Opens a connection; it should be read-only.</param>
/// <param name="interrupt">Stops what a connection is doing, when the client has gone or the deadline has passed.</param>
/// <param name="size">The most connections in use at once.</param>
/// <param name="given">Makes a value of a parameter one that the database takes; it takes all if left out.</param>
public sealed class ReadPool(Func<DbConnection> open, Action<DbConnection>? interrupt = null, int size = ReadPool.DefaultSize, Func<object, object>? given = null) : IDisposable
{
    /// <summary>The connections in use at once, unless said otherwise.</summary>
    public const int DefaultSize = 16;

    private readonly ConcurrentBag<ReadConnection> _idle = [];
    private readonly SemaphoreSlim _free = new(size);
    private volatile bool _disposed;

    /// <summary>Told the text of each statement as it is run.</summary>
    public event Action<string>? Executing;

    /// <summary>Runs a statement that EF Core has not compiled and gives each row to <paramref name="read"/>.</summary>
    /// <param name="sql">The statement, which must only read.</param>
    /// <param name="parameters">The values of its parameters, by their names; never null.</param>
    /// <param name="read">Reads the current row.</param>
    /// <param name="cancellation">Stops the statement.</param>
    public async Task RunAsync(string sql, IReadOnlyList<KeyValuePair<string, object>> parameters, Action<DbDataReader> read, CancellationToken cancellation) =>
        await UseAsync(sql, connection => connection.RunAsync(sql, parameters, read, cancellation), cancellation);

    /// <summary>Runs a statement and gives each row to <paramref name="read"/>.</summary>
    internal ValueTask RunAsync(Statement statement, SlotList slots, Action<DbDataReader> read, CancellationToken cancellation) =>
        UseAsync(statement.Text, connection => connection.RunAsync(statement, slots, read, cancellation), cancellation);

    private async ValueTask UseAsync(string text, Func<ReadConnection, ValueTask> run, CancellationToken cancellation)
    {
        await _free.WaitAsync(cancellation);
        ReadConnection? connection = null;
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            connection = _idle.TryTake(out var idle) ? idle : new ReadConnection(open(), interrupt, given);
            Executing?.Invoke(text);
            try
            {
                await run(connection);
            }
            catch (Exception exception) when (exception is DbException or IOException && connection is { IsOpen: false, HasRows: false } && !cancellation.IsCancellationRequested)
            {
                // The server has ended the connection, perhaps long ago, and as a rule all others with it. Nothing was read, so nobody need know.
                connection.Dispose();
                CloseIdle();
                connection = new ReadConnection(open(), interrupt, given);
                await run(connection);
            }
        }
        finally
        {
            // A statement that failed, or was stopped, does its connection no harm, unless the connection itself was lost.
            if (connection is { IsOpen: true })
                _idle.Add(connection);
            else
                connection?.Dispose();
            if (_disposed)
                CloseIdle();
            _free.Release();
        }
    }

    /// <summary>Closes the connections; one in use is closed when its statement is done.</summary>
    public void Dispose()
    {
        _disposed = true;
        CloseIdle();
    }

    private void CloseIdle()
    {
        while (_idle.TryTake(out var connection))
            connection.Dispose();
    }
}

/// <summary>An open connection and its prepared commands.</summary>
internal sealed class ReadConnection(DbConnection connection, Action<DbConnection>? interrupt, Func<object, object>? given) : IDisposable
{
    private const int MaxPrepared = 200;

    private static readonly TimeSpan BetweenInterrupts = TimeSpan.FromMilliseconds(20);

    private readonly Dictionary<Statement, DbCommand> _prepared = [];
    private Timer? _interrupts;

    public bool IsOpen => connection.State == ConnectionState.Open;

    /// <summary>Whether the last statement has given a row.</summary>
    public bool HasRows { get; private set; }

    public ValueTask RunAsync(Statement statement, SlotList slots, Action<DbDataReader> read, CancellationToken cancellation)
    {
        var command = Prepare(statement);
        for (var i = 0; i < statement.Parameters.Count; i++)
            command.Parameters[i].Value = Given(slots.ProviderValue(statement.Parameters[i]));
        return RunAsync(command, statement.Columns, read, cancellation);
    }

    public async ValueTask RunAsync(string sql, IReadOnlyList<KeyValuePair<string, object>> parameters, Action<DbDataReader> read, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = Given(value);
            command.Parameters.Add(parameter);
        }

        await RunAsync(command, columns: null, read, cancellation);
    }

    private async ValueTask RunAsync(DbCommand command, int? columns, Action<DbDataReader> read, CancellationToken cancellation)
    {
        HasRows = false;
        var stop = cancellation.UnsafeRegister(static self => ((ReadConnection)self!).Stop(), this);
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            if (columns is not null && reader.FieldCount != columns)
                throw new InvalidOperationException($"Expected {columns} columns, one for each selected, but found {reader.FieldCount}: {command.CommandText}");
            while (await reader.ReadAsync(cancellation))
            {
                HasRows = true;
                read(reader);
            }
        }
        catch (DbException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        finally
        {
            await stop.DisposeAsync();
            if (_interrupts is not null)
                await _interrupts.DisposeAsync();
            _interrupts = null;
        }
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        connection.Dispose();
    }

    /// <summary>Interrupts until the statement has come to its end: what is interrupted just before its first step would run on.</summary>
    private void Stop()
    {
        if (interrupt is not null)
            _interrupts = new Timer(static self => ((ReadConnection)self!).Interrupt(), this, TimeSpan.Zero, BetweenInterrupts);
    }

    private void Interrupt() => interrupt!(connection);

    private object Given(object value) => given is null ? value : given(value);

    private DbCommand Prepare(Statement statement)
    {
        if (_prepared.TryGetValue(statement, out var known))
            return known;
        if (_prepared.Count >= MaxPrepared)
        {
            foreach (var old in _prepared.Values)
                old.Dispose();
            _prepared.Clear();
        }

        var command = connection.CreateCommand();
        command.CommandText = statement.Text;
        foreach (var (name, _, type, elementType) in statement.Parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            if (elementType is null)
                parameter.DbType = type;
            command.Parameters.Add(parameter);
        }

        return _prepared[statement] = command;
    }
}
