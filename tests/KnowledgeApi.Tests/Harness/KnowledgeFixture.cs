using System.Net.Http.Json;
using System.Text.Json;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KnowledgeApi.Tests.Harness;

/// <summary>The program on the real seeds, in process, with the documents' texts where this machine has them.</summary>
public sealed class KnowledgeFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("knowledge-").FullName;
    private WebApplication? _app;

    public StoreReport Report { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public ReadPool Pool => _app!.Services.GetRequiredService<ReadPool>();

    public async Task InitializeAsync()
    {
        var store = new KnowledgeStore(new SqliteDatabase(Path.Combine(_folder, "knowledge.db")));
        Report = store.Build(Repository.Seeds, Repository.Documents);
        Report.Problems.Where(p => p.Severity == Knowledge.Model.Severity.Error).ShouldBeEmpty();
        _app = KnowledgeServer.Create(store, Report.Summary!.Hash, configure: builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
        });
        await _app.StartAsync();
        Client = _app.GetTestClient();
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The whole response to a query.</summary>
    public async Task<JsonElement> SendAsync(string query, object? variables = null, string? operationName = null)
    {
        using var response = await Client.PostAsJsonAsync("/graphql", new { query, variables, operationName });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The data of a query that must succeed.</summary>
    public async Task<JsonElement> QueryAsync(string query, object? variables = null)
    {
        var response = await SendAsync(query, variables);
        response.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return response.GetProperty("data");
    }
}

/// <summary>All tests of one server share it.</summary>
[CollectionDefinition(Name)]
public sealed class KnowledgeCollection : ICollectionFixture<KnowledgeFixture>
{
    public const string Name = "Knowledge";
}
