using System.Net.Sockets;
using System.Text;
using BenchmarkDotNet.Attributes;
using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KnowledgeApi.Benchmarks;

/// <summary>
/// <c>{ __typename }</c> through Kestrel, against an endpoint that writes the same bytes. Requests go over one connection:
/// one after the other, as a client would send them, or many at once, so that nothing but the server is measured.
/// </summary>
[MemoryDiagnoser]
public class HttpBenchmarks : IDisposable
{
    private const int Requests = 100;
    private const string Body = """{"query":"{ __typename }"}""";

    private static readonly byte[] Answer = """{"data":{"__typename":"Query"}}"""u8.ToArray();

    private WebApplication _program = null!;
    private Socket _socket = null!;
    private byte[] _bare = null!;
    private byte[] _read = null!;
    private byte[] _graphQL = null!;
    private byte[] _get = null!;
    private readonly byte[] _received = new byte[256 * 1024];

    /// <summary>How many requests are under way.</summary>
    [Params(1, Requests)]
    public int AtOnce { get; set; }

    [GlobalSetup]
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IRequestExecutor>(Orchard.CreateExecutor());
        _program = builder.Build();
        _program.MapGraphQL();
        _program.MapPost("/bare", WriteAsync);
        _program.MapPost("/read", async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            await WriteAsync(context);
        });
        await _program.StartAsync();

        var port = new Uri(_program.Urls.First()).Port;
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await _socket.ConnectAsync("127.0.0.1", port);
        _bare = Repeat($"POST /bare HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}");
        _read = Repeat($"POST /read HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}");
        _graphQL = Repeat($"POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}");
        _get = Repeat("GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: a\r\nAccept: application/json\r\n\r\n");
    }

    [GlobalCleanup]
    public Task StopAsync()
    {
        Dispose();
        return _program.DisposeAsync().AsTask();
    }

    public void Dispose()
    {
        _socket.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Requests)]
    public int BareEndpoint() => Send(_bare);

    [Benchmark(OperationsPerInvoke = Requests)]
    public int BareEndpointThatReadsTheBody() => Send(_read);

    [Benchmark(OperationsPerInvoke = Requests)]
    public int GraphQLByPost() => Send(_graphQL);

    [Benchmark(OperationsPerInvoke = Requests)]
    public int GraphQLByGet() => Send(_get);

    private static Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = Answer.Length;
        return context.Response.Body.WriteAsync(Answer, context.RequestAborted).AsTask();
    }

    private byte[] Repeat(string one) => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(one, AtOnce)));

    private int Send(byte[] requests)
    {
        var bytes = 0;
        for (var sent = 0; sent < Requests; sent += AtOnce)
            bytes += Exchange(requests);
        return bytes;
    }

    /// <summary>Sends requests and waits until as many answers have come.</summary>
    private int Exchange(byte[] requests)
    {
        _socket.Send(requests);
        var (length, found, from) = (0, 0, 0);
        while (found < AtOnce)
        {
            length += _socket.Receive(_received.AsSpan(length));
            while (_received.AsSpan(from, length - from).IndexOf(Answer) is >= 0 and var at)
            {
                found++;
                from += at + Answer.Length;
            }
        }

        return length;
    }
}
