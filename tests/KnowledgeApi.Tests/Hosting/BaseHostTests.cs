using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KnowledgeApi.Tests.Hosting;

/// <summary>A request sees one base, from start to end, and a server without one says so.</summary>
public sealed class BaseHostTests : IAsyncLifetime, IDisposable
{
    private const string Companies = """{"query":"{ companies { nodes { slug name } } }"}""";

    private readonly SeedFolder _folder = new();
    private readonly WebApplication _app = KnowledgeServer.Create(configure: builder =>
    {
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
    });

    private BaseHost Bases => _app.Services.GetRequiredService<BaseHost>();

    public Task InitializeAsync() => _app.StartAsync();

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_server_without_a_base_says_how_far_it_is_and_when_to_ask_again()
    {
        Bases.Progress = "Reading the seeds.";

        using var response = await _app.GetTestClient().PostAsync("/graphql", Json(Companies));

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        var error = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0];
        error.GetProperty("message").GetString().ShouldBe("Reading the seeds.");
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("BASE_NOT_READY");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/graphql/")]
    [InlineData("/ownership/alpha.svg")]
    [InlineData("/no-such-page")]
    public async Task A_browser_that_comes_too_early_gets_a_page_that_asks_again(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html");

        using var response = await _app.GetTestClient().SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.GetValues("Refresh").ShouldBe(["1"]);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    [Fact]
    public async Task A_request_ends_on_the_base_it_began_on()
    {
        Bases.Serve(_folder.Build());
        var first = Bases.Name;
        SnapshotName? seen = null;

        await Bases.AnswerAsync(new DefaultHttpContext(), async context =>
        {
            Bases.Serve(Renamed("Other"));
            seen = context.RequestServices.GetRequiredService<Snapshot>().Name;
            await context.RequestServices.GetRequiredService<ReadPool>().RunAsync("SELECT 1", [], _ => { }, default);
        });

        seen.ShouldBe(first);
        Bases.Name.ShouldNotBe(first);
    }

    [Fact]
    public async Task A_base_is_closed_with_its_last_request()
    {
        Bases.Serve(_folder.Build());
        ReadPool pool = null!;

        await Bases.AnswerAsync(new DefaultHttpContext(), context =>
        {
            pool = context.RequestServices.GetRequiredService<ReadPool>();
            Bases.Serve(Renamed("Other"));
            return Task.CompletedTask;
        });

        await Should.ThrowAsync<ObjectDisposedException>(() => pool.RunAsync("SELECT 1", [], _ => { }, default));
    }

    [Fact]
    public async Task Switches_among_many_requests_mix_nothing_and_drop_nothing()
    {
        // In each base all companies bear the same name, so that a mixture would show.
        string[] names = ["North", "South", "West"];
        Bases.Serve(Renamed(names[0]));
        using var client = _app.GetTestClient();
        using var done = new CancellationTokenSource();
        var clients = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var answers = 0;
            for (; !done.IsCancellationRequested; answers++)
            {
                using var response = await client.PostAsync("/graphql", Json(Companies));
                var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
                var nodes = answer.GetProperty("data").GetProperty("companies").GetProperty("nodes");
                nodes.EnumerateArray().Select(node => node.GetProperty("name").GetString()!).Distinct().ShouldHaveSingleItem().ShouldBeOneOf(names);
            }

            return answers;
        })).ToList();

        for (var i = 0; i < 12; i++)
            Bases.Serve(Renamed(names[i % names.Length]));
        await done.CancelAsync();

        (await Task.WhenAll(clients)).ShouldAllBe(answers => answers > 0);
    }

    /// <summary>A base in which all companies bear one name.</summary>
    private Snapshot Renamed(string name)
    {
        _folder.Write(SeedFolder.Valid().Replace("name: Alpha", $"name: {name}", StringComparison.Ordinal).Replace("name: Beta", $"name: {name}", StringComparison.Ordinal));
        return _folder.Build();
    }

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");
}
