using System.Data.Common;
using KnowledgeApi.Knowledge.Kinds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace KnowledgeApi.Knowledge.Store.PostgreSql;

/// <summary>How contexts speak to PostgreSQL.</summary>
public static class PostgreSqlOptions
{
    /// <summary>The oldest version that statements are made for.</summary>
    internal static Version Oldest { get; } = new(13, 0);

    /// <summary>The options of a base that is never opened: to compile queries with, and for the model alone.</summary>
    public static DbContextOptions<KnowledgeContext> Unopened(KnowledgeKinds kinds) => Options(kinds, options => options.UseNpgsql("Host=nowhere.invalid", Configure));

    /// <summary>The options of contexts that open connections of their own.</summary>
    internal static DbContextOptions<KnowledgeContext> Of(DbDataSource connections, KnowledgeKinds kinds) =>
        Options(kinds, options => options.UseNpgsql(connections, Configure));

    /// <summary>The options of contexts of an open connection.</summary>
    internal static DbContextOptions<KnowledgeContext> Of(DbConnection connection, KnowledgeKinds kinds) =>
        Options(kinds, options => options.UseNpgsql(connection, Configure));

    private static DbContextOptions<KnowledgeContext> Options(KnowledgeKinds kinds, Action<DbContextOptionsBuilder<KnowledgeContext>> use)
    {
        var options = KindsOption.Use(new DbContextOptionsBuilder<KnowledgeContext>(), kinds);
        use(options);
        return options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).AddInterceptors(PlainQueries.Instance).ReplaceService<IModelCustomizer, LocalTimes>().Options;
    }

    private static void Configure(NpgsqlDbContextOptionsBuilder npgsql) => npgsql
        .SetPostgresVersion(Oldest)
        .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);
}
