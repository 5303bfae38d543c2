using System.Data.Common;
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

    private PostgreSqlSnapshot(SnapshotName name, DateTime builtAt, KnowledgeKinds kinds, string connection, BuildRecord record, SnapshotLease lease)
        : base(name, builtAt, kinds, PostgreSqlOptions.Of(connection, kinds))
    {
        (_connections, _lease, Record) = (NpgsqlDataSource.Create(connection), lease, record);
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
        var reading = address.Reading(schema);
        var lease = new SnapshotLease(address, schema);
        try
        {
            lease.Hold();
            using var connection = new NpgsqlConnection(reading);
            connection.Open();
            // One look at all of it, which takes its time.
            using var transaction = connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
            connection.Execute("SET LOCAL statement_timeout = 0");
            var builtAt = SnapshotSchema.FindBuiltAt(connection, schema) ?? throw new SnapshotGoneException($"There is no base {schema} in {address.Location}.");
            if (!isVerified && SnapshotSchema.HashOf(connection, schema) != name.Content)
                throw new SnapshotDamagedException($"The base {schema} in {address.Location} is not as it was written. It is not used, and replaced by the next build.");
            var record = ReadRecord(connection) is { } read && read.Inputs == name.Inputs
                ? read
                : throw new SnapshotDamagedException($"The base {schema} in {address.Location} was made from something else than its name says.");
            return new(name, builtAt, kinds, reading, record, lease);
        }
        catch (NpgsqlException exception)
        {
            lease.Dispose();
            throw new SnapshotGoneException($"The base {schema} in {address.Location} cannot be read: {exception.Message}", exception);
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override KnowledgeContext CreateCompiler() => new(PostgreSqlOptions.Unopened(Kinds));

    /// <inheritdoc/>
    public override DbConnection OpenConnection()
    {
        // Connections are opened anew after the server was away, and then the lease is gone, too.
        _lease.Hold();
        for (var tries = 1; ; tries++)
        {
            try
            {
                var connection = _connections.OpenConnection();
                if (connection.Read<bool>("SELECT to_regclass('\"Builds\"') IS NOT NULL"))
                    return connection;
                // A replica that has yet to hear of this base. The next one may have.
                connection.Dispose();
                if (tries == MaxTries)
                    throw new InvalidOperationException($"The base {Name} is not there.");
            }
            catch (NpgsqlException) when (tries < MaxTries)
            {
                // A server that is being restarted, or one that another is about to take the place of.
            }

            Thread.Sleep(BetweenTries);
        }
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
