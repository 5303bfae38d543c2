using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KnowledgeApi.Knowledge.Store.Sqlite;

/// <summary>Gives every connection the <see cref="TextFunctions"/>.</summary>
internal sealed class SqliteTextFunctions : DbConnectionInterceptor
{
    public static readonly SqliteTextFunctions Instance = new();

    public static void Register(SqliteConnection connection)
    {
        foreach (var (name, function) in TextFunctions.All)
            connection.CreateFunction(name, (string? text) => text is null ? null : function(text), isDeterministic: true);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Register((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Register((SqliteConnection)connection);
        return Task.CompletedTask;
    }
}
