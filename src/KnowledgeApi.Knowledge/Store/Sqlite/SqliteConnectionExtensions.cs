using Microsoft.Data.Sqlite;

namespace KnowledgeApi.Knowledge.Store.Sqlite;

/// <summary>Statements that give no rows.</summary>
internal static class SqliteConnectionExtensions
{
    /// <summary>Runs statements, in the transaction of the connection if there is one.</summary>
    public static void Execute(this SqliteConnection connection, string statements)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }
}
