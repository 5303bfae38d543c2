using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.PostgreSql;
using KnowledgeApi.Knowledge.Store.Sqlite;

namespace KnowledgeApi.Hosting;

/// <summary>Where bases are kept, by one setting: a folder of SQLite files, or a PostgreSQL database.</summary>
internal static class BaseStores
{
    /// <summary>The store that a setting names.</summary>
    /// <exception cref="UnusableSettingException">It is the address of a database, and cannot be read.</exception>
    public static ISnapshotStore Open(string setting, KnowledgeKinds kinds)
    {
        if (!PostgreSqlAddress.IsAddress(setting))
            return new SnapshotFolder(setting, kinds);
        try
        {
            return new SnapshotDatabase(PostgreSqlAddress.Parse(setting), kinds);
        }
        catch (StoreException exception)
        {
            throw new UnusableSettingException(exception.Message, "Give it with --database ADDRESS, or a folder with --database DIR.", exception);
        }
    }

    /// <summary>The folder that a setting names; null if it names none.</summary>
    public static string? FolderOf(string setting) => PostgreSqlAddress.IsAddress(setting) ? null : setting;

    /// <summary>What to do if bases cannot be kept where a setting says.</summary>
    public static string Another(string setting) => FolderOf(setting) is null
        ? "Name another database with --database ADDRESS, or a folder with --database DIR."
        : "Name another folder with --database DIR; what is in it is derived from the seeds, so it may be anywhere.";
}
