using System.Data.Common;
using KnowledgeApi.Knowledge.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>Gives every connection the SQL functions that <see cref="Folding"/> is translated to.</summary>
internal sealed class FoldFunction : DbConnectionInterceptor
{
    public const string Name = "fold";

    public const string CaseName = "fold_case";

    public const string SortKeyName = "sort_key";

    public static readonly FoldFunction Instance = new();

    public static void Register(SqliteConnection connection)
    {
        connection.CreateFunction(Name, (string? text) => text is null ? null : Folding.Fold(text), isDeterministic: true);
        connection.CreateFunction(CaseName, (string? text) => text is null ? null : Folding.FoldCase(text), isDeterministic: true);
        connection.CreateFunction(SortKeyName, (string? text) => text is null ? null : Folding.SortKey(text), isDeterministic: true);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Register((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Register((SqliteConnection)connection);
        return Task.CompletedTask;
    }
}
