using KnowledgeApi.GraphQL.Http;

namespace KnowledgeApi.GraphQL.Tests.Http;

/// <summary>A server with the default options for each test.</summary>
public abstract class HttpTests : IAsyncLifetime
{
    private protected GraphQLServer Server { get; private set; } = null!;

    private protected virtual GraphQLHttpOptions? Options => null;

    private protected virtual ITrustedDocuments? Trusted => null;

    public async Task InitializeAsync() => Server = await GraphQLServer.StartAsync(Options, Trusted);

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
