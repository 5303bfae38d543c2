using System.Text.RegularExpressions;
using KnowledgeApi.Knowledge.Kinds;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KnowledgeApi.Knowledge.Store.PostgreSql;

/// <summary>
/// Snapshots as schemas of a PostgreSQL database; the table <c>current</c> of the schema <c>knowledge_api</c> says which is current. A snapshot is built, named and made current in one
/// transaction, so that nobody ever sees a part of it, whatever happens to who builds.
/// </summary>
public sealed partial class SnapshotDatabase : ISnapshotStore
{
    private const string Pointer = "knowledge_api";

    private const string Turn = "builds";

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    private readonly PostgreSqlAddress _address;
    private readonly Lock _lock = new();

    private PointerRow? _known;

    /// <summary>A database of snapshots of some kinds of entities and claims.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="kinds">The kinds.</param>
    public SnapshotDatabase(PostgreSqlAddress address, KnowledgeKinds kinds) => (_address, Kinds) = (address, kinds);

    /// <inheritdoc/>
    public KnowledgeKinds Kinds { get; }

    /// <inheritdoc/>
    public string Location => _address.Location;

    /// <inheritdoc/>
    public string Scratch { get; } = Path.GetTempPath();

    // Of a transaction that did not end nothing is left.
    /// <inheritdoc/>
    public void ClearLeftOvers()
    {
    }

    /// <inheritdoc/>
    public string? FindObstacle()
    {
        try
        {
            using var connection = Open(_address.Looking);
            if (connection.PostgreSqlVersion < PostgreSqlOptions.Oldest)
                return $"{Location} is PostgreSQL {connection.PostgreSqlVersion.ToString(2)}, but needs to be {PostgreSqlOptions.Oldest.Major} or later.";
            if (connection.Read<string>("SHOW server_encoding") is var encoding && encoding != "UTF8")
                return $"{Location} has its texts in {encoding}, but they need UTF8.";
            if (FindStranger(connection) is { } stranger)
                return $"{Location} has a schema {stranger} that is not of this program.";
            return connection.Read<bool>("SELECT has_database_privilege(current_database(), 'CREATE')") ? null : $"{Location} cannot be used: this user may not create schemas there.";
        }
        catch (StoreException exception)
        {
            return exception.Message;
        }
        catch (NpgsqlException exception)
        {
            return $"{Location} cannot be used: {exception.Message}";
        }
    }

    /// <inheritdoc/>
    public SnapshotName? ReadCurrent()
    {
        try
        {
            using var connection = Open(_address.Looking);
            var (isReplica, read) = (connection.Read<bool>("SELECT pg_is_in_recovery()"), ReadPointer(connection));
            lock (_lock)
            {
                // What the primary says is so. A replica that lags must not take anybody back to what was current once.
                if (!isReplica || (read?.Number ?? 0) >= (_known?.Number ?? 0))
                    _known = read;
                return _known?.Name;
            }
        }
        catch (NpgsqlException exception)
        {
            throw new StoreException($"{Location} cannot be read: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public DateTime? FindBuiltAt(SnapshotName name)
    {
        try
        {
            using var connection = Open(_address.Looking);
            return SnapshotSchema.FindBuiltAt(connection, SnapshotSchema.NameOf(name));
        }
        catch (NpgsqlException exception)
        {
            throw new StoreException($"{Location} cannot be read: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public Snapshot Open(SnapshotName name) => PostgreSqlSnapshot.Open(_address, name, Kinds);

    /// <inheritdoc/>
    public IDisposable TakeTurn(Action? onWait, CancellationToken cancellation)
    {
        var connection = Open(_address.Writing);
        try
        {
            while (!AdvisoryLock.TryTake(connection, Turn))
            {
                onWait?.Invoke();
                onWait = null;
                cancellation.WaitHandle.WaitOne(BetweenTries);
                cancellation.ThrowIfCancellationRequested();
            }

            return connection;
        }
        catch (NpgsqlException exception)
        {
            connection.Dispose();
            throw new StoreException(exception.Message, exception);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Snapshot Build(string inputs, Action<SnapshotWriter> write, CancellationToken cancellation = default)
    {
        try
        {
            using var connection = Open(_address.Writing);
            var process = connection.ProcessID;
            using var stop = cancellation.Register(() => Stop(process));
            var name = Build(connection, inputs, write, cancellation);
            var snapshot = PostgreSqlSnapshot.Open(_address, name, Kinds, isVerified: true);
            ClearAway(connection);
            return snapshot;
        }
        catch (Exception exception) when (IsOfDatabase(exception) && cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellation);
        }
        catch (Exception exception) when (IsOfDatabase(exception))
        {
            throw new StoreException(exception.GetBaseException().Message, exception);
        }
    }

    // EF Core wraps what it takes for a passing failure.
    private static bool IsOfDatabase(Exception exception) => exception is NpgsqlException or DbUpdateException or InvalidOperationException { InnerException: NpgsqlException };

    /// <summary>Ends a connection of ours and so, without a trace, what it is at.</summary>
    private void Stop(int process)
    {
        try
        {
            using var connection = Open(_address.Writing);
            connection.Read<bool>("SELECT pg_terminate_backend($1)", process);
        }
        catch (Exception exception) when (exception is NpgsqlException or StoreException)
        {
            // It is looked for the cancellation between statements, too.
        }
    }

    private SnapshotName Build(NpgsqlConnection connection, string inputs, Action<SnapshotWriter> write, CancellationToken cancellation)
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute("SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0");
        if (FindStranger(connection) is { } stranger)
            throw new StoreException($"{Location} has a schema {stranger} that is not of this program, and would be written to.");
        if (!HasSchema(connection, Pointer))
            connection.Execute(PointerSchema);
        // It may have been dropped, or be of a form that an earlier build of the program wrote; what it says is written anew below.
        if (!HasPointerTable(connection))
            connection.Execute(PointerTable);
        var building = $"building_{Guid.NewGuid():N}";
        var name = new SnapshotName(inputs, SnapshotSchema.Write(connection, building, Kinds, write, cancellation));
        var schema = SnapshotSchema.NameOf(name);
        if (!HasSchema(connection, schema))
            connection.Execute($"ALTER SCHEMA \"{building}\" RENAME TO \"{schema}\"");
        else if (!SchemasOf(connection).Contains(schema))
            throw new StoreException($"{Location} has a schema {schema} that is not of this program, and would be dropped.");
        else if (SnapshotSchema.FindBuiltAt(connection, schema) is not null && SnapshotSchema.HashOf(connection, schema) == name.Content)
            connection.Execute($"DROP SCHEMA \"{building}\" CASCADE");
        else
            connection.Execute($"DROP SCHEMA \"{schema}\" CASCADE; ALTER SCHEMA \"{building}\" RENAME TO \"{schema}\"");
        using (var current = connection.Command(MoveTo, inputs, name.Content))
            current.ExecuteNonQuery();
        cancellation.ThrowIfCancellationRequested();
        transaction.Commit();
        return name;
    }

    private const string PointerSchema =
        $"""
        CREATE SCHEMA {Pointer};
        COMMENT ON SCHEMA {Pointer} IS '{SnapshotSchema.Mark}which snapshot is current';
        """;

    private const string PointerTable =
        $"""
        DROP TABLE IF EXISTS {Pointer}.current;
        CREATE TABLE {Pointer}.current (one boolean PRIMARY KEY DEFAULT true CHECK (one), inputs text NOT NULL, content text NOT NULL, number bigint NOT NULL DEFAULT 1);
        """;

    /// <summary>Whether the table is there and has the columns that are asked for.</summary>
    private static bool HasPointerTable(NpgsqlConnection connection) => connection.Read<bool>(
        """
        SELECT count(*) = 4 FROM pg_attribute
        WHERE attrelid = to_regclass($1) AND NOT attisdropped
            AND (attname::text, format_type(atttypid, atttypmod)) IN (('one', 'boolean'), ('inputs', 'text'), ('content', 'text'), ('number', 'bigint'))
        """,
        $"{Pointer}.current");

    private const string MoveTo =
        $"""
        INSERT INTO {Pointer}.current AS before (inputs, content) VALUES ($1, $2)
        ON CONFLICT (one) DO UPDATE SET inputs = excluded.inputs, content = excluded.content, number = before.number + 1
        """;

    /// <summary>Drops all snapshots that are not current and that nobody has open. What resists is left to the next build.</summary>
    private static void ClearAway(NpgsqlConnection connection)
    {
        try
        {
            var current = ReadPointer(connection) is { } pointer ? SnapshotSchema.NameOf(pointer.Name) : null;
            foreach (var schema in SchemasOf(connection).Where(schema => schema != current && SchemaName.IsMatch(schema)))
            {
                if (!AdvisoryLock.TryTake(connection, schema))
                    continue;
                try
                {
                    connection.Execute($"DROP SCHEMA \"{schema}\" CASCADE");
                }
                finally
                {
                    AdvisoryLock.Free(connection, schema);
                }
            }
        }
        catch (NpgsqlException)
        {
        }
    }

    private static PointerRow? ReadPointer(NpgsqlConnection connection)
    {
        if (!HasPointerTable(connection))
            return null;
        using var command = connection.Command($"SELECT inputs, content, number FROM {Pointer}.current");
        using var row = command.ExecuteReader();
        return row.Read() && new SnapshotName(row.GetString(0), row.GetString(1)) is { IsWellFormed: true } name ? new(name, row.GetInt64(2)) : null;
    }

    /// <summary>Which snapshot is current, and how often that has been said.</summary>
    private sealed record PointerRow(SnapshotName Name, long Number);

    // Nothing that is not ours is ever written to or dropped: ours say so in a comment.
    private static string? FindStranger(NpgsqlConnection connection) => HasSchema(connection, Pointer) && !SchemasOf(connection).Contains(Pointer) ? Pointer : null;

    private static bool HasSchema(NpgsqlConnection connection, string schema) => connection.Read<bool>("SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = $1)", schema);

    private static List<string> SchemasOf(NpgsqlConnection connection)
    {
        using var command = connection.Command("SELECT nspname::text FROM pg_namespace WHERE starts_with(obj_description(oid, 'pg_namespace'), $1)", SnapshotSchema.Mark);
        using var rows = command.ExecuteReader();
        var schemas = new List<string>();
        while (rows.Read())
            schemas.Add(rows.GetString(0));
        return schemas;
    }

    private NpgsqlConnection Open(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch (Exception exception) when (exception is NpgsqlException or ArgumentException or TimeoutException)
        {
            connection.Dispose();
            throw new StoreException($"{Location} cannot be reached: {exception.Message}", exception);
        }
    }

    [GeneratedRegex("^snapshot_[0-9a-f]{16}_[0-9a-f]{16}$")]
    private static partial Regex SchemaName { get; }
}
