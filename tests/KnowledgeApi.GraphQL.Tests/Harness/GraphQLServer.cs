using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KnowledgeApi.GraphQL.Tests.Harness;

/// <summary>A program with a GraphQL endpoint, in memory: over a stub unless another executor is given.</summary>
internal sealed class GraphQLServer : IAsyncDisposable
{
    public const string Json = "application/json";
    public const string GraphQLResponse = "application/graphql-response+json";
    public const string Query = """{"query":"{ __typename }"}""";

    private readonly WebApplication _program;

    private GraphQLServer(WebApplication program, LogList log)
    {
        _program = program;
        Log = log;
        Client = program.GetTestClient();
    }

    public StubExecutor Executor => (StubExecutor)_program.Services.GetRequiredService<IRequestExecutor>();

    public LogList Log { get; }

    public HttpClient Client { get; }

    public static async Task<GraphQLServer> StartAsync(
        GraphQLHttpOptions? options = null, ITrustedDocuments? trusted = null, IRequestExecutor? executor = null, Action<IServiceCollection>? services = null)
    {
        var log = new LogList();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(log).AddFilter("Microsoft", LogLevel.None);
        builder.Services.AddSingleton(executor ?? new StubExecutor());
        services?.Invoke(builder.Services);
        if (trusted is not null)
            builder.Services.AddSingleton(trusted);
        var program = builder.Build();
        program.MapGraphQL(options: options);
        await program.StartAsync();
        return new GraphQLServer(program, log);
    }

    public Task<Answer> PostAsync(string body, string? accept = null, string? contentType = Json) =>
        PostAsync(Encoding.UTF8.GetBytes(body), accept, contentType);

    public Task<Answer> PostAsync(byte[] body, string? accept = null, string? contentType = Json, string? coding = null)
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (coding is not null)
            content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        return SendAsync(HttpMethod.Post, "/graphql", ("Accept", accept), content);
    }

    public Task<Answer> GetAsync(string parameters, string? accept = null) => SendAsync(HttpMethod.Get, $"/graphql?{parameters}", ("Accept", accept));

    public async Task<Answer> SendAsync(
        HttpMethod method, string url, (string Name, string? Value)? header = null, HttpContent? content = null, CancellationToken cancellation = default)
    {
        using var request = new HttpRequestMessage(method, url) { Content = content };
        if (header is (var name, { } value))
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Client.SendAsync(request, cancellation);
        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        return new Answer(response.StatusCode, response.Content.Headers.ContentType, response.Headers, response.Content.Headers, body);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _program.DisposeAsync();
    }
}

/// <summary>A response, read to its end.</summary>
internal sealed record Answer(HttpStatusCode StatusCode, MediaTypeHeaderValue? ContentType, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, byte[] Body)
{
    public int Status => (int)StatusCode;

    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Root => JsonSerializer.Deserialize<JsonElement>(Body);

    public bool HasData => Root.TryGetProperty("data", out _);

    public bool HasErrors => Root.TryGetProperty("errors", out _);

    public string Message => Root.GetProperty("errors")[0].GetProperty("message").GetString()!;

    /// <summary>The code of the one error; the shape of the body is checked on the way.</summary>
    public string Code
    {
        get
        {
            Root.EnumerateObject().ShouldHaveSingleItem().Name.ShouldBe("errors");
            var error = Root.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
            error.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
            return error.GetProperty("extensions").GetProperty("code").GetString()!;
        }
    }

    public void ShouldBeRefused(int status, string code)
    {
        Status.ShouldBe(status, Text);
        Code.ShouldBe(code);
        Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    public void ShouldBeAnswered()
    {
        Status.ShouldBe(200, Text);
        HasErrors.ShouldBeFalse();
    }
}

/// <summary>What the program logged.</summary>
internal sealed class LogList : ILoggerProvider, ILogger
{
    public List<(LogLevel Level, Exception? Error)> Entries { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            Entries.Add((logLevel, exception));
    }

    public void Dispose()
    {
    }
}
