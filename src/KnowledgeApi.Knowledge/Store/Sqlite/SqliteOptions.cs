using KnowledgeApi.Knowledge.Kinds;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Knowledge.Store.Sqlite;

/// <summary>How contexts speak to SQLite.</summary>
public static class SqliteOptions
{
    /// <summary>The options of a base that is never opened: for the model alone.</summary>
    public static DbContextOptions<KnowledgeContext> Unopened(KnowledgeKinds kinds) => Of("Data Source=:memory:", kinds);

    /// <summary>The options of contexts of one file.</summary>
    internal static DbContextOptions<KnowledgeContext> Of(string connectionString, KnowledgeKinds kinds) =>
        KindsOption.Use(new DbContextOptionsBuilder<KnowledgeContext>(), kinds)
            .UseSqlite(connectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .AddInterceptors(SqliteTextFunctions.Instance)
            .Options;

    /// <summary>A file that nobody writes any more: no locks are taken, and no journal is looked for beside it.</summary>
    internal static string Immutable(string path) =>
        new SqliteConnectionStringBuilder { DataSource = $"file:{Uri.EscapeDataString(path)}?immutable=1", Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();

    /// <summary>A file that is being written. References are checked once, when all is there.</summary>
    internal static string Writing(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false, ForeignKeys = false }.ToString();
}
