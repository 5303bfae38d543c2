using KnowledgeApi.Ide;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KnowledgeApi.Tests;

/// <summary>
/// A server a browser can reach, with the IDE the build restored, in front of an endpoint that knows three answers.
/// What runs behind the IDE is for an override to say.
/// </summary>
public class IdeServer : IAsyncLifetime
{
    private IAsyncDisposable? server;

    /// <summary>Where it listens: this machine, a free port.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>An operation to run in the IDE.</summary>
    public virtual string Document => "query Companies { companies { name } }";

    /// <summary>The data it is answered with, as JSON without white space.</summary>
    public virtual string Data => """{"companies":[{"name":"Cloudwatt"},{"name":"Numergy"}]}""";

    /// <summary>What a new document starts with, its lines run together.</summary>
    public virtual string Example => "# The first document";

    public async Task InitializeAsync() => (Address, server) = await StartAsync();

    public async Task DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }

    /// <summary>Starts the server; disposing the second part stops it.</summary>
    protected virtual async Task<(Uri Address, IAsyncDisposable Server)> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.UseIde("/graphql", new IdeOptions { ExampleDocument = Example });
        app.MapPost("/graphql", Answer);
        await app.StartAsync();
        return (new Uri(app.Urls.First()), app);
    }

    private async Task<IResult> Answer(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        var data = body.Contains("__schema", StringComparison.Ordinal) ? Schema
            : body.Contains("__type", StringComparison.Ordinal) ? """{"__type":{"name":"__Any","fields":[]}}"""
            : Data;
        return Results.Text($$"""{"data":{{data}}}""", "application/graphql-response+json");
    }

    private const string Schema = """
        {"__schema":{"queryType":{"name":"Query"},"mutationType":null,"subscriptionType":null,"directives":[],"types":[
          {"kind":"OBJECT","name":"Query","interfaces":[],"fields":[
            {"name":"companies","args":[],"isDeprecated":false,"type":{"kind":"LIST","ofType":{"kind":"OBJECT","name":"Company"}}}]},
          {"kind":"OBJECT","name":"Company","interfaces":[],"fields":[
            {"name":"name","args":[],"isDeprecated":false,"type":{"kind":"SCALAR","name":"String"}}]},
          {"kind":"SCALAR","name":"String"},
          {"kind":"SCALAR","name":"Boolean"}]}}
        """;
}
