using System.Text.Json;

namespace KnowledgeApi.Tests.Harness;

/// <summary>The server of the real base, for classes that ask it.</summary>
public sealed class KnowledgeFixture : IAsyncLifetime
{
    public Server Server { get; private set; } = null!;

    public HttpClient Client => Server.Client;

    public async Task InitializeAsync() => Server = await RealBase.ServerAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    /// <inheritdoc cref="Server.SendAsync"/>
    public Task<JsonElement> SendAsync(string query, object? variables = null, string? operationName = null) => Server.SendAsync(query, variables, operationName);

    /// <inheritdoc cref="Server.QueryAsync"/>
    public Task<JsonElement> QueryAsync(string query, object? variables = null) => Server.QueryAsync(query, variables);

    /// <inheritdoc cref="Server.FailAsync"/>
    public Task<string?> FailAsync(string query, object? variables = null) => Server.FailAsync(query, variables);

    /// <inheritdoc cref="Server.WatchAsync"/>
    public Task<(JsonElement Data, IReadOnlyList<string> Statements)> WatchAsync(string query, object? variables = null) => Server.WatchAsync(query, variables);
}
