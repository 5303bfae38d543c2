using System.Diagnostics;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.PostgreSql;
using Npgsql;

namespace KnowledgeApi.Tests.Databases;

/// <summary>A database server that ends connections, or is restarted, costs nobody an answer that can be had.</summary>
public sealed class LostConnectionTests : IDisposable
{
    private const string Companies = "{ companies(first: 1) { nodes { slug } } }";

    private readonly SeedFolder _folder = new();
    private readonly Lazy<string> _address = new(PostgreSqlServer.CreateDatabase);

    private Snapshot Build() => new KnowledgeStore(new SnapshotDatabase(PostgreSqlAddress.Parse(_address.Value), KnowledgeKinds.Standard)).Build(_folder.Seeds).Snapshot!;

    [PostgreSqlFact]
    public async Task Requests_after_it_are_answered()
    {
        await using var server = await Server.StartAsync(Build());
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => server.QueryAsync(Companies)));

        EndConnections();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => server.QueryAsync(Companies)));
    }

    [PostgreSqlFact]
    public async Task The_base_stays_in_use()
    {
        await using var server = await Server.StartAsync(Build());
        await server.QueryAsync(Companies);
        EndConnections();
        await server.QueryAsync(Companies);

        // Of another content, so that the one in service is not current any more.
        _folder.Write(SeedFolder.Valid().Replace("name: Alpha", "name: Aleph", StringComparison.Ordinal));
        Build().Dispose();

        await server.QueryAsync("{ companies { nodes { slug name shareholders { nodes { owner { name } } } } } }");
    }

    [PostgreSqlFact]
    public async Task A_statement_is_stopped_when_its_time_is_up()
    {
        await using var server = await Server.StartAsync(Build());
        var pool = server.Service<ReadPool>();
        using var deadline = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var clock = Stopwatch.StartNew();

        await Should.ThrowAsync<OperationCanceledException>(() => pool.RunAsync("SELECT pg_sleep(60)", [], _ => { }, deadline.Token));

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        await pool.RunAsync("SELECT 1", [], row => row.GetInt32(0).ShouldBe(1), default);
    }

    public void Dispose()
    {
        if (_address.IsValueCreated)
            PostgreSqlServer.DropDatabase(_address.Value);
        _folder.Dispose();
    }

    private void EndConnections()
    {
        var address = new Uri(_address.Value);
        using var connection = new NpgsqlConnection($"Host={address.Host};Port={address.Port};Username=knowledge;Database={address.AbsolutePath[1..]};Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand("SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", connection);
        ((long)command.ExecuteScalar()!).ShouldBeGreaterThan(1);
    }
}
