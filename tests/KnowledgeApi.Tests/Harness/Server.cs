using System.Net.Http.Json;
using System.Text.Json;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.SeedFormat;
using KnowledgeApi.Knowledge.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KnowledgeApi.Tests.Harness;

/// <summary>The program in process, composed as it composes itself, and one way to ask it. Requests may overlap.</summary>
public sealed class Server : IAsyncDisposable
{
    /// <summary>The statements of the request that is being watched; it flows with the request.</summary>
    private static readonly AsyncLocal<List<string>?> Watched = new();

    private readonly WebApplication _app;

    private Server(WebApplication app, HttpClient client)
    {
        _app = app;
        Client = client;
        Service<ReadPool>().Executing += statement =>
        {
            if (Watched.Value is { } statements)
            {
                lock (statements)
                    statements.Add(statement);
            }
        };
    }

    /// <summary>Speaks to it.</summary>
    public HttpClient Client { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address => Client.BaseAddress!;

    /// <summary>A server of the current base of a store, in memory.</summary>
    public static Task<Server> StartAsync(KnowledgeStore store, params (string Name, string Value)[] settings) => StartAsync(Open(store), url: null, settings);

    /// <summary>A server that a browser can reach: on this machine, at a free port.</summary>
    public static Task<Server> ListenAsync(KnowledgeStore store) => StartAsync(Open(store), "http://127.0.0.1:0", []);

    /// <summary>A server of a base, which is closed with it.</summary>
    public static Task<Server> StartAsync(Snapshot snapshot) => StartAsync(snapshot, url: null, []);

    /// <summary>A server of a folder of seeds.</summary>
    public static Task<Server> StartAsync(SeedFolder folder, params (string Name, string Value)[] settings) => StartAsync(folder.Build(), url: null, settings);

    /// <summary>The base in service, which may be replaced.</summary>
    public BaseHost Bases => _app.Services.GetRequiredService<BaseHost>();

    /// <summary>A service of the base in service.</summary>
    public T Service<T>()
        where T : notnull => Bases.Services.GetRequiredService<T>();

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

    /// <summary>The code of the first error of a query that must fail.</summary>
    public async Task<string?> FailAsync(string query, object? variables = null)
    {
        var response = await SendAsync(query, variables);
        response.TryGetProperty("errors", out var errors).ShouldBeTrue(response.ToString());
        return errors[0].GetProperty("extensions").GetProperty("code").GetString();
    }

    /// <summary>The data of a query that must succeed, and the statements it ran.</summary>
    public async Task<(JsonElement Data, IReadOnlyList<string> Statements)> WatchAsync(string query, object? variables = null)
    {
        // Set for this call alone: what an async method sets does not flow back to its caller.
        var statements = Watched.Value = [];
        var data = await QueryAsync(query, variables);
        statements.ShouldNotBeEmpty("no statement was seen");
        return (data, statements);
    }

    /// <summary>The statements that a request to a plain address ran, which must succeed.</summary>
    public async Task<IReadOnlyList<string>> WatchAddressAsync(string address)
    {
        var statements = Watched.Value = [];
        await Client.GetByteArrayAsync(address);
        return statements;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static Snapshot Open(KnowledgeStore store)
    {
        var problems = new List<SeedProblem>();
        return store.OpenCurrent(problems) ?? throw new InvalidOperationException(string.Join('\n', problems.Select(problem => problem.Message).Prepend("There is no base.")));
    }

    private static async Task<Server> StartAsync(Snapshot snapshot, string? url, (string Name, string Value)[] settings)
    {
        var app = KnowledgeServer.Create(url, builder =>
        {
            if (url is null)
                builder.WebHost.UseTestServer(options => options.PreserveExecutionContext = true);
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value)));
        });
        app.Services.GetRequiredService<BaseHost>().Serve(snapshot);
        await app.StartAsync();
        return new Server(app, url is null ? app.GetTestClient() : new HttpClient { BaseAddress = new Uri(app.Urls.First()) });
    }
}
