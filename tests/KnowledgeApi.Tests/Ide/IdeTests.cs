using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using KnowledgeApi.Ide;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace KnowledgeApi.Tests.Ide;

/// <summary>What a browser and a GraphQL client get at one address, against a made-up package.</summary>
public sealed class IdeTests : IAsyncLifetime
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private readonly string top = Directory.CreateTempSubdirectory("ide-").FullName;
    private WebApplication app = null!;

    private string Package => Path.Combine(top, "package");

    public async Task InitializeAsync()
    {
        Write("package/index.html", "<title>the IDE</title>");
        Write("package/LICENSE", "the terms");
        Write("package/favicon.svg", "<svg/>");
        Write("package/service-worker.js", "self");
        Write("package/static/js/main.0349187e.js", "main()");
        Write("secret.txt", "not for the web");
        app = await Start(new IdeOptions { Folder = Package, ExampleDocument = "{ companies { name } }" });
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(top, recursive: true);
    }

    [Fact]
    public async Task A_browser_is_sent_from_the_file_to_the_folder()
    {
        using var response = await Get("/graphql", Browser);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Target(response).ShouldBe("/graphql/");
    }

    [Fact]
    public async Task The_way_to_the_folder_holds_below_a_path_base()
    {
        await using var below = await Start(new IdeOptions { Folder = Package }, pathBase: "/knowledge");
        using var response = await Get("/knowledge/graphql", Browser, below);

        Target(response).ShouldBe("/knowledge/graphql/");
    }

    [Fact]
    public async Task A_cache_keeps_the_browsers_answer_apart()
    {
        using var response = await Get("/graphql", Browser);

        response.Headers.Vary.ShouldContain("Accept");
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/html, application/json;q=0.9")]
    [InlineData("application/json;q=0.5, text/html;q=0.6")]
    [InlineData(Browser)]
    public async Task Html_asked_for_first_is_a_visit(string accept)
    {
        using var response = await Get("/graphql/", accept);

        (await response.Content.ReadAsStringAsync()).ShouldContain("the IDE");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json, application/json;q=0.9")]
    [InlineData("application/json, text/html")]
    [InlineData("application/graphql-response+json, text/html;q=0.9")]
    [InlineData("text/html;q=0")]
    public async Task Anything_else_is_for_the_endpoint(string? accept)
    {
        using var response = await Get("/graphql/", accept);

        (await response.Content.ReadAsStringAsync()).ShouldBe("GET answered by the endpoint");
    }

    [Theory]
    [InlineData("/graphql?query={__typename}")]
    [InlineData("/graphql/?query={__typename}")]
    public async Task An_operation_opened_in_a_browser_is_for_the_endpoint(string address)
    {
        using var response = await Get(address, Browser);

        (await response.Content.ReadAsStringAsync()).ShouldBe("GET answered by the endpoint");
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/graphql/")]
    public async Task A_post_is_for_the_endpoint_with_and_without_a_slash(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Accept.ParseAdd(Browser);
        using var response = await app.GetTestClient().SendAsync(request);

        (await response.Content.ReadAsStringAsync()).ShouldBe("POST answered by the endpoint");
    }

    [Fact]
    public async Task Another_address_that_begins_alike_is_left_alone()
    {
        using var response = await Get("/graphql-other", Browser);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_page_is_asked_for_again_each_time()
    {
        using var response = await Get("/graphql/", Browser);

        response.Headers.CacheControl!.ToString().ShouldBe("no-cache");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
    }

    [Fact]
    public async Task A_head_request_gets_the_headers_alone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/graphql/favicon.svg");
        using var response = await app.GetTestClient().SendAsync(request);

        response.Content.Headers.ContentLength.ShouldBe(6);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_named_by_its_content_is_kept_for_a_year()
    {
        using var response = await Get("/graphql/static/js/main.0349187e.js");

        response.Headers.CacheControl!.ToString().ShouldContain("immutable");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
    }

    [Fact]
    public async Task A_file_that_has_not_changed_is_not_sent_again()
    {
        using var first = await Get("/graphql/favicon.svg");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql/favicon.svg");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await app.GetTestClient().SendAsync(request);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task The_licence_goes_with_the_page()
    {
        using var page = await Get("/graphql/", Browser);
        using var licence = await Get("/graphql/LICENSE");

        page.Headers.GetValues("Link").ShouldBe(["<LICENSE>; rel=\"license\""]);
        licence.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        (await licence.Content.ReadAsStringAsync()).ShouldBe("the terms");
    }

    [Fact]
    public async Task No_service_worker_takes_the_page_over()
    {
        using var response = await Get("/graphql/service-worker.js");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/graphql/../secret.txt")]
    [InlineData("/graphql/static/../../secret.txt")]
    [InlineData("/graphql/..\\secret.txt")]
    [InlineData("/graphql//secret.txt")]
    [InlineData("/graphql/static")]
    [InlineData("/graphql/static/")]
    [InlineData("/graphql/INDEX.HTML")]
    [InlineData("/graphql/index.html\0")]
    public async Task Only_the_packages_own_files_are_answered(string path)
    {
        var context = await app.GetTestServer().SendAsync(context =>
        {
            context.Request.Method = "GET";
            // As it stands, without the tidying a client does.
            context.Request.Path = path;
        });

        context.Response.StatusCode.ShouldBe(StatusCodes.Status404NotFound);
    }

    [Theory]
    [InlineData("/graphql/")]
    [InlineData("/graphql/static/js/main.0349187e.js")]
    [InlineData("/graphql/bcp-config.json")]
    [InlineData("/graphql/connect/authorize")]
    public async Task No_answer_lets_the_browser_speak_to_another_host(string address)
    {
        using var response = await Get(address, Browser);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none';");
        policy.ShouldNotContain("*");
        policy.ShouldNotContain("//");
        policy.ShouldNotContain(".");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
    }

    [Fact]
    public async Task The_ide_is_told_its_endpoint_an_example_and_to_report_nothing()
    {
        using var response = await Get("/graphql/bcp-config.json");
        using var settings = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        settings.RootElement.GetProperty("title").GetString().ShouldBe("KnowledgeApi");
        settings.RootElement.GetProperty("useBrowserUrlAsEndpoint").GetBoolean().ShouldBeTrue();
        settings.RootElement.GetProperty("useGet").GetBoolean().ShouldBeFalse();
        settings.RootElement.GetProperty("includeCookies").GetBoolean().ShouldBeFalse();
        settings.RootElement.GetProperty("disableTelemetry").GetBoolean().ShouldBeTrue();
        settings.RootElement.GetProperty("graphQLDocument").GetString().ShouldBe("{ companies { name } }");
    }

    [Fact]
    public async Task Signing_in_leads_to_a_page_of_ours()
    {
        using var response = await Get("/graphql/connect/authorize?client_id=1", Browser);

        (await response.Content.ReadAsStringAsync()).ShouldContain("href=\"http://localhost/graphql/\"");
    }

    [Fact]
    public async Task Without_the_package_the_page_says_how_to_get_it()
    {
        await using var bare = await Start(new IdeOptions { Folder = Path.Combine(top, "nowhere") });
        using var response = await Get("/graphql/", Browser, bare);
        var page = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.ShouldContain("npm ci --prefix src/KnowledgeApi");
        page.ShouldContain("dotnet run --project src/KnowledgeApi");
        page.ShouldContain("curl http://localhost/graphql");
    }

    [Fact]
    public async Task Without_the_package_the_page_takes_no_markup_from_the_request()
    {
        await using var bare = await Start(new IdeOptions { Folder = Path.Combine(top, "nowhere") }, pathBase: "/<script>");
        using var response = await Get("/%3Cscript%3E/graphql/", Browser, bare);

        (await response.Content.ReadAsStringAsync()).ShouldNotContain("<script>");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/graphql/")]
    public void An_address_with_a_trailing_slash_is_refused(string path) =>
        Should.Throw<ArgumentException>(() => app.UseIde(path, new IdeOptions()));

    private static async Task<WebApplication> Start(IdeOptions options, string pathBase = "")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        app.UsePathBase(pathBase);
        app.UseRouting();
        app.UseIde("/graphql", options);
        app.MapMethods("/graphql", ["GET", "POST"], (HttpRequest request) => $"{request.Method} answered by the endpoint");
        await app.StartAsync();
        return app;
    }

    private async Task<HttpResponseMessage> Get(string address, string? accept = null, WebApplication? from = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        return await (from ?? app).GetTestClient().SendAsync(request);
    }

    private static string Target(HttpResponseMessage response) =>
        new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!).AbsolutePath;

    private void Write(string name, string content)
    {
        var path = Path.Combine(top, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
