namespace KnowledgeApi.Tests.Ide;

/// <summary>The program on the real base, at an address that a browser can reach.</summary>
public sealed class IdeServer : IAsyncLifetime
{
    /// <summary>How the answer to the example begins: the editor shows no more of it than fits on the screen.</summary>
    public const string AnswerStart = """{"data":{"company":{"name":"Cloudwatt","shareholders":{"nodes":[{"owner":{"name":"Orange"}""";

    private Server _server = null!;

    /// <summary>Where it listens: this machine, a free port.</summary>
    public Uri Address => _server.Address;

    public async Task InitializeAsync() => _server = await Server.ListenAsync(RealBase.Store);

    public async Task DisposeAsync() => await _server.DisposeAsync();
}
