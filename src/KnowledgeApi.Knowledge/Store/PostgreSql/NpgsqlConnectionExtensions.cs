using Npgsql;

namespace KnowledgeApi.Knowledge.Store.PostgreSql;

/// <summary>Statements that give no rows, or one value.</summary>
internal static class NpgsqlConnectionExtensions
{
    /// <summary>Runs statements, in the transaction of the connection if there is one.</summary>
    public static void Execute(this NpgsqlConnection connection, string statements)
    {
        using var command = connection.Command(statements);
        command.ExecuteNonQuery();
    }

    /// <summary>The first value of the first row; the default if there is none.</summary>
    public static T? Read<T>(this NpgsqlConnection connection, string statement, params ReadOnlySpan<object> parameters)
    {
        using var command = connection.Command(statement, parameters);
        return command.ExecuteScalar() is T value ? value : default;
    }

    /// <summary>A statement, which may take its time.</summary>
    public static NpgsqlCommand Command(this NpgsqlConnection connection, string statement, params ReadOnlySpan<object> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = statement;
        foreach (var value in parameters)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
