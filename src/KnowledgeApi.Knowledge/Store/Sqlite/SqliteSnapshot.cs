using System.Collections.Concurrent;
using System.Data.Common;
using KnowledgeApi.Knowledge.Kinds;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KnowledgeApi.Knowledge.Store.Sqlite;

/// <summary>
/// A base in one file. All connections it will ever give are opened before the file is verified, so that no other file can come in its place: it may be deleted,
/// replaced or renamed afterwards.
/// </summary>
internal sealed class SqliteSnapshot : Snapshot
{
    /// <summary>The connections there are.</summary>
    private const int Connections = 32;

    // Its lock says to who clears away that the file is in use.
    private readonly FileStream _file;
    private readonly ConcurrentBag<SqliteConnection> _idle = [];

    /// <param name="file">The file, open and locked; it is closed with the snapshot.</param>
    /// <param name="name">The name the file has to have earned.</param>
    /// <param name="kinds">The kinds of entities and claims it holds.</param>
    /// <exception cref="SnapshotDamagedException">The file is not as it was written.</exception>
    public SqliteSnapshot(FileStream file, SnapshotName name, KnowledgeKinds kinds)
        : base(name, File.GetLastWriteTimeUtc(file.SafeFileHandle), kinds, SqliteOptions.Of(SqliteOptions.Immutable(file.Name), kinds))
    {
        _file = file;
        try
        {
            if (!SnapshotFile.IsOurs(file))
                throw new SnapshotDamagedException($"{file.Name} is no base of this program.");
            for (var i = 0; i < Connections; i++)
                _idle.Add(Open(file.Name));
            if (SnapshotFile.HashOf(file) != name.Content)
                throw new SnapshotDamagedException($"{file.Name} is not as it was written.");
            Record = ReadRecord();
            if (Record.Inputs != name.Inputs)
                throw new SnapshotDamagedException($"{file.Name} was made from something else than its name says.");
        }
        catch (SqliteException exception)
        {
            Dispose();
            throw new SnapshotDamagedException($"{file.Name} cannot be opened: {exception.Message}");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override BuildRecord Record { get; }

    /// <inheritdoc/>
    public override ISearchIndex Search { get; } = new Fts5SearchIndex();

    /// <inheritdoc/>
    public override KnowledgeContext CreateCompiler() => new(SqliteOptions.Unopened(Kinds));

    /// <inheritdoc/>
    public override DbConnection OpenConnection() =>
        _idle.TryTake(out var connection) ? connection : throw new InvalidOperationException($"All {Connections} connections to the base are in use.");

    /// <inheritdoc/>
    public override void Interrupt(DbConnection connection) => raw.sqlite3_interrupt(((SqliteConnection)connection).Handle);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        while (_idle.TryTake(out var connection))
            connection.Dispose();
        _file.Dispose();
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(SqliteOptions.Immutable(path));
        connection.Open();
        SqliteTextFunctions.Register(connection);
        return connection;
    }

    private BuildRecord ReadRecord()
    {
        _idle.TryPeek(out var connection);
        using var command = connection!.CreateCommand();
        command.CommandText = "SELECT Inputs, Program, Summary FROM Builds";
        using var row = command.ExecuteReader();
        return row.Read()
            ? new() { Key = 1, Inputs = row.GetString(0), Program = row.GetString(1), Summary = row.GetString(2) }
            : throw new SnapshotDamagedException($"{_file.Name} does not say what it was built from.");
    }
}
