using Microsoft.Data.Sqlite;

namespace KnowledgeApi.GraphQL.Tests.Architecture.Samples.Cellars;

/// <summary>Keeps what the engine must not: a database.</summary>
public static class Cellar
{
    public static string Wine() => new SqliteConnectionStringBuilder().ConnectionString;
}
