using System.Collections.Concurrent;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.PostgreSql;
using KnowledgeApi.Knowledge.Store.Sqlite;

namespace KnowledgeApi.Testing;

/// <summary>Stores of the database that the tests run on: a folder is one of SQLite, or stands for a database of PostgreSQL's.</summary>
internal static class TestStores
{
    private static readonly ConcurrentDictionary<string, Lazy<string>> Databases = new(StringComparer.Ordinal);

    /// <summary>The store at a folder. The caller drops it.</summary>
    public static ISnapshotStore At(string folder, KnowledgeKinds? kinds = null) =>
        PostgreSqlServer.IsChosen ? new SnapshotDatabase(PostgreSqlAddress.Parse(AddressOf(folder)), kinds ?? KnowledgeKinds.Standard) : new SnapshotFolder(folder, kinds ?? KnowledgeKinds.Standard);

    /// <summary>What the program is told of the store at a folder.</summary>
    public static string SettingOf(string folder) => PostgreSqlServer.IsChosen ? AddressOf(folder) : folder;

    /// <summary>Drops what is not in the folder itself.</summary>
    public static void Drop(string folder)
    {
        if (Databases.TryRemove(folder, out var address))
            PostgreSqlServer.DropDatabase(address.Value);
    }

    private static string AddressOf(string folder) => Databases.GetOrAdd(folder, _ => new(PostgreSqlServer.CreateDatabase)).Value;
}
