using System.Data.Common;
using System.Globalization;
using KnowledgeApi.Knowledge.Kinds;
using Npgsql;

namespace KnowledgeApi.Knowledge.Store.PostgreSql;

/// <summary>A base in a schema of its own. Connections see no other, and cannot write; whoever clears away leaves it alone as long as this object is open.</summary>
internal sealed class PostgreSqlSnapshot : Snapshot
{
    private const int MaxTries = 20;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    private readonly NpgsqlDataSource _connections;
    private readonly SnapshotLease _lease;

    private PostgreSqlSnapshot(SnapshotName name, DateTime builtAt, KnowledgeKinds kinds, NpgsqlDataSource connections, BuildRecord record, SnapshotLease lease)
        : base(name, builtAt, kinds, PostgreSqlOptions.Of(connections, kinds))
    {
        (_connections, _lease, Record) = (connections, lease, record);
    }

    /// <inheritdoc/>
    public override BuildRecord Record { get; }

    /// <inheritdoc/>
    public override ISearchIndex Search { get; } = new WordSearchIndex();

    /// <summary>Opens a snapshot.</summary>
    /// <param name="address">The database.</param>
    /// <param name="name">The name that the schema has to have earned.</param>
    /// <param name="kinds">The kinds of entities and claims it holds.</param>
    /// <param name="isVerified">Whether its content has been hashed just now.</param>
    /// <exception cref="SnapshotGoneException">There is none of this name.</exception>
    /// <exception cref="SnapshotDamagedException">It is not as it was written.</exception>
    public static PostgreSqlSnapshot Open(PostgreSqlAddress address, SnapshotName name, KnowledgeKinds kinds, bool isVerified = false)
    {
        var schema = SnapshotSchema.NameOf(name);
        var connections = NpgsqlDataSource.Create(address.Reading(schema));
        var lease = new SnapshotLease(address, schema);
        try
        {
            lease.Hold();
            using var connection = Connect(connections, schema);
            // One look at all of it, which takes its time.
            using var transaction = connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
            connection.Execute("SET LOCAL statement_timeout = 0");
            var builtAt = SnapshotSchema.FindBuiltAt(connection, schema) ?? throw new SnapshotGoneException($"There is no base {schema} in {address.Location}.");
            if (!isVerified && SnapshotSchema.HashOf(connection, schema) != name.Content)
                throw new SnapshotDamagedException($"The base {schema} in {address.Location} is not as it was written. It is not used, and replaced by the next build.");
            var record = ReadRecord(connection) is { } read && read.Inputs == name.Inputs
                ? read
                : throw new SnapshotDamagedException($"The base {schema} in {address.Location} was made from something else than its name says.");
            return new(name, builtAt, kinds, connections, record, lease);
        }
        catch (NpgsqlException exception)
        {
            Close();
            throw new SnapshotGoneException($"The base {schema} in {address.Location} cannot be read: {exception.Message}", exception);
        }
        catch
        {
            Close();
            throw;
        }

        void Close()
        {
            connections.Dispose();
            lease.Dispose();
        }
    }

    /// <inheritdoc/>
    public override KnowledgeContext CreateCompiler() => new(PostgreSqlOptions.Unopened(Kinds));

    /// <inheritdoc/>
    public override DbConnection OpenConnection()
    {
        // Connections are opened anew after a server was away, and then the lease may be gone, too.
        _lease.HoldSoon();
        return Connect(_connections, SnapshotSchema.NameOf(Name));
    }

    /// <summary>
    /// A connection to a server that has the base. A replica may have yet to hear of it: then the primary is asked, and if it is away nothing helps but waiting.
    /// </summary>
    /// <exception cref="SnapshotGoneException">No server has it.</exception>
    private static NpgsqlConnection Connect(NpgsqlDataSource connections, string schema)
    {
        var isLate = false;
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (TryConnect(connections, isLate, out var place, out var isReplica) is { } connection)
                    return connection;
                if (!isReplica || tries == MaxTries)
                    throw new SnapshotGoneException($"There is no base {schema} in {place}.");
                if (!isLate)
                {
                    isLate = true;
                    continue;
                }
            }
            catch (NpgsqlException) when (tries < MaxTries)
            {
                // A server that is being restarted, or one that another is about to take the place of.
            }

            Thread.Sleep(BetweenTries);
        }
    }

    private static NpgsqlConnection? TryConnect(NpgsqlDataSource connections, bool prefersPrimary, out string place, out bool isReplica)
    {
        var connection = prefersPrimary && connections is NpgsqlMultiHostDataSource servers ? servers.OpenConnection(TargetSessionAttributes.PreferPrimary) : connections.OpenConnection();
        try
        {
            (place, isReplica) = (string.Create(CultureInfo.InvariantCulture, $"{connection.Host}:{connection.Port}/{connection.Database}"), false);
            if (connection.Read<bool>("SELECT to_regclass('\"Builds\"') IS NOT NULL"))
                return connection;
            isReplica = connection.Read<bool>("SELECT pg_is_in_recovery()");
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        connection.Dispose();
        return null;
    }

    /// <inheritdoc/>
    /// <remarks>Npgsql stops a statement by itself when its cancellation is asked for.</remarks>
    public override void Interrupt(DbConnection connection)
    {
    }

    /// <inheritdoc/>
    /// <remarks>PostgreSQL refuses one character in texts, which therefore none of it has; nor has any the one put in its place, which is no character.</remarks>
    public override object Given(object value) => value switch
    {
        string text => text.Replace('\0', '\uFFFF'),
        string[] texts => Array.ConvertAll(texts, text => text.Replace('\0', '\uFFFF')),
        _ => value,
    };

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _connections.Dispose();
        _lease.Dispose();
    }

    private static BuildRecord? ReadRecord(NpgsqlConnection connection)
    {
        using var command = connection.Command("SELECT \"Inputs\", \"Program\", \"Summary\" FROM \"Builds\"");
        using var row = command.ExecuteReader();
        return row.Read() ? new() { Key = 1, Inputs = row.GetString(0), Program = row.GetString(1), Summary = row.GetString(2) } : null;
    }
}
