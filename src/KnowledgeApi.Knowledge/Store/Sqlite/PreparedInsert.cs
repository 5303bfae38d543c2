using System.Globalization;
using Microsoft.Data.Sqlite;

namespace KnowledgeApi.Knowledge.Store.Sqlite;

/// <summary>A prepared insertion of rows.</summary>
internal sealed class PreparedInsert : IDisposable
{
    private readonly SqliteCommand _command;

    /// <param name="connection">An open connection; it may be in a transaction.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns that get a value, in the order of the values.</param>
    public PreparedInsert(SqliteConnection connection, string table, IReadOnlyList<string> columns)
    {
        _command = connection.CreateCommand();
        var names = Enumerable.Range(0, columns.Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"@p{i}")).ToList();
        _command.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", names)})";
        foreach (var name in names)
            _command.Parameters.Add(new SqliteParameter { ParameterName = name });
    }

    /// <summary>Inserts a row.</summary>
    public void Row(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
