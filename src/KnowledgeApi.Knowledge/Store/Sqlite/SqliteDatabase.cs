using System.Data.Common;
using KnowledgeApi.Knowledge.Kinds;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace KnowledgeApi.Knowledge.Store.Sqlite;

/// <summary>A base in one SQLite file. It is opened read-only; a new one is written into a file beside, which then takes its name.</summary>
public sealed class SqliteDatabase : IKnowledgeDatabase
{
    private readonly string _path;
    private readonly string _connectionString;
    private readonly KnowledgeKinds _kinds;

    /// <summary>The database of one file, which need not exist yet.</summary>
    /// <param name="path">Path of the file.</param>
    public SqliteDatabase(string path)
        : this(path, KnowledgeKinds.Standard)
    {
    }

    /// <summary>The database of one file, for a base of some kinds of entities and claims.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="kinds">The kinds.</param>
    public SqliteDatabase(string path, KnowledgeKinds kinds)
    {
        _path = Path.GetFullPath(path);
        _kinds = kinds;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = _path, Mode = SqliteOpenMode.ReadOnly, Pooling = true }.ToString();
        Options = OptionsFor(_connectionString, kinds);
    }

    /// <inheritdoc/>
    public string Location => _path;

    /// <inheritdoc/>
    public DbContextOptions<KnowledgeContext> Options { get; }

    /// <inheritdoc/>
    public ISearchIndex Search { get; } = new Fts5SearchIndex();

    /// <inheritdoc/>
    public string? FindObstacle() => Obstacle.Find(_path);

    /// <inheritdoc/>
    public BuildRecord? ReadRecord()
    {
        if (!File.Exists(_path))
            return null;
        var source = new SqliteConnectionStringBuilder { DataSource = _path, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        try
        {
            using var connection = new SqliteConnection(source.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT Hash, Program, BuiltAt, Summary FROM Builds";
            using var reader = command.ExecuteReader();
            return reader.Read()
                ? new() { Key = 1, Hash = reader.GetString(0), Program = reader.GetString(1), BuiltAt = reader.GetDateTime(2), Summary = reader.GetString(3) }
                : null;
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Replace(Action<KnowledgeContext> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        DeleteLeftovers();
        var beside = $"{_path}.{Guid.NewGuid():N}.new";
        try
        {
            Write(beside, write);
            File.Move(beside, _path, overwrite: true);
        }
        catch (Exception exception) when (exception is SqliteException or DbUpdateException)
        {
            throw new StoreException(exception.Message, exception);
        }
        finally
        {
            File.Delete(beside);
        }

        // Connections of the pool still read the file that was replaced.
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    /// <inheritdoc/>
    public DbConnection OpenConnection()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        SqliteTextFunctions.Register(connection);
        return connection;
    }

    /// <inheritdoc/>
    public void Interrupt(DbConnection connection) => raw.sqlite3_interrupt(((SqliteConnection)connection).Handle);

    /// <summary>Deletes what builds that were ended half-way left beside. A file that is not old may still be written.</summary>
    private void DeleteLeftovers()
    {
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(_path)!, $"{Path.GetFileName(_path)}.*.new"))
        {
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > TimeSpan.FromHours(1))
                File.Delete(file);
        }
    }

    private void Write(string path, Action<KnowledgeContext> write)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false };
        using var context = new KnowledgeContext(OptionsFor(connection.ToString(), _kinds));
        context.Database.OpenConnection();
        // The file is thrown away if anything goes wrong, so it needs no journal.
        context.Database.ExecuteSqlRaw("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
        context.Database.EnsureCreated();
        write(context);
        Expect("integrity_check", "ok", context.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").AsEnumerable().First());
        Expect("foreign_key_check", 0, context.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM pragma_foreign_key_check").AsEnumerable().First());
        context.Database.ExecuteSqlRaw("ANALYZE;");
    }

    private static void Expect<T>(string what, T expected, T actual)
    {
        if (!Equals(expected, actual))
            throw new InvalidDataException($"The new base does not hold together: {what} is {actual}, expected {expected}.");
    }

    internal static DbContextOptions<KnowledgeContext> OptionsFor(string connectionString, KnowledgeKinds kinds) =>
        KindsOption.Use(new DbContextOptionsBuilder<KnowledgeContext>(), kinds)
            .UseSqlite(connectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .AddInterceptors(SqliteTextFunctions.Instance)
            .Options;
}
