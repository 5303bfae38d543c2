using System.Net.Http.Json;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.PostgreSql;
using KnowledgeApi.Knowledge.Store.Sqlite;

namespace KnowledgeApi.Tests.Databases;

/// <summary>The base of the real seeds in both databases, each served.</summary>
public sealed class TwoBases : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("knowledge-").FullName;
    private string? _address;

    public Server Sqlite { get; private set; } = null!;

    public Server PostgreSql { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (!PostgreSqlServer.IsChosen || PostgreSqlServer.Missing is not null)
            return;
        _address = PostgreSqlServer.CreateDatabase();
        Sqlite = await ServeAsync(new SnapshotFolder(_folder));
        PostgreSql = await ServeAsync(new SnapshotDatabase(PostgreSqlAddress.Parse(_address), KnowledgeKinds.Standard));
    }

    public async Task DisposeAsync()
    {
        if (_address is not null)
        {
            await Sqlite.DisposeAsync();
            await PostgreSql.DisposeAsync();
            PostgreSqlServer.DropDatabase(_address);
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Asks both the same, and expects the same bytes.</summary>
    public async Task<string> AskAsync(string query, object? variables = null)
    {
        var expected = await AskAsync(Sqlite, query, variables);
        var actual = await AskAsync(PostgreSql, query, variables);

        actual.ShouldBe(expected, query);
        return actual;
    }

    private static async Task<string> AskAsync(Server server, string query, object? variables)
    {
        using var response = await server.Client.PostAsJsonAsync("/graphql", new { query, variables });
        return await response.Content.ReadAsStringAsync();
    }

    private static Task<Server> ServeAsync(ISnapshotStore snapshots) => Server.StartAsync(new KnowledgeStore(snapshots).Build(Repository.Seeds, Repository.Documents).Snapshot!);
}
