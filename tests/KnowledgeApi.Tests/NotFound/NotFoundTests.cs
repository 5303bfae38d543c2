using System.Net;
using System.Text.Json;

namespace KnowledgeApi.Tests.NotFound;

/// <summary>Who asks for an address that is not there is told what is, in the form asked for.</summary>
public sealed class NotFoundTests(KnowledgeFixture knowledge) : IClassFixture<KnowledgeFixture>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Theory]
    [InlineData("/grapqhl", "/graphql")]
    [InlineData("/graphql/schema", "/graphql")]
    [InlineData("/ownershp/cloudwatt.svg", "/ownership/cloudwatt.svg")]
    [InlineData("/ownership/cloudwatt", "/ownership/cloudwatt.svg")]
    [InlineData("/ownership/cloudwatt.png", "/ownership/cloudwatt.svg")]
    [InlineData("/ownership/cloudwat.svg", "/ownership/cloudwatt.svg")]
    [InlineData("/ownership/Cloudwatt.svg", "/ownership/cloudwatt.svg")]
    [InlineData("/timeline/caisse-des-depot.svg", "/timeline/caisse-des-depots.svg")]
    [InlineData("/timeline", "/timeline/{slug}.svg")]
    [InlineData("/numergy", "/ownership/numergy.svg or /timeline/numergy.svg")]
    [InlineData("/companies/numergi", "/ownership/numergy.svg or /timeline/numergy.svg")]
    public async Task What_was_probably_meant_is_offered(string path, string meant)
    {
        var (response, text) = await GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        text.ShouldStartWith($"There is nothing at {path}. Did you mean {meant}?\n");
    }

    [Theory]
    [InlineData("/wp-admin/setup.php")]
    [InlineData("/a/b/c/d")]
    [InlineData("/ownership/qqqqqqqq.svg/x/y")]
    public async Task Where_nothing_is_near_all_there_is_is_named(string path)
    {
        var (response, text) = await GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        text.ShouldContain("/graphql, /ownership/{slug}.svg, ");
    }

    [Fact]
    public async Task A_browser_gets_a_page_with_links_that_runs_nothing()
    {
        var (response, page) = await GetAsync("/ownership/cloudwat.svg", Browser);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        response.Headers.Vary.ShouldBe(["Accept"]);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; style-src 'sha256-");
        page.ShouldContain("<a href=\"/ownership/cloudwatt.svg\">");
        page.ShouldContain("<a href=\"/graphql\">");
    }

    [Fact]
    public async Task A_page_takes_no_markup_from_the_address()
    {
        var (_, page) = await GetAsync("/%3Cscript%3Ealert(1)%3C%2Fscript%3E", Browser);

        page.ShouldNotContain("<script");
        page.ShouldContain("&lt;script&gt;");
    }

    [Fact]
    public async Task A_program_gets_problem_details()
    {
        var (response, text) = await GetAsync("/grapqhl", "application/json");

        response.Content.Headers.ContentType!.ToString().ShouldBe("application/problem+json; charset=utf-8");
        var problem = JsonDocument.Parse(text).RootElement;
        problem.GetProperty("status").GetInt32().ShouldBe(404);
        problem.GetProperty("detail").GetString().ShouldBe("There is nothing at /grapqhl. Did you mean /graphql?");
        problem.GetProperty("suggestions")[0].GetString().ShouldBe("/graphql");
    }

    [Theory]
    [InlineData("HEAD", "/grapqhl")]
    [InlineData("HEAD", "/ownership/nobody.svg")]
    public async Task A_head_request_gets_the_headers_of_the_same_answer(string method, string path)
    {
        var (_, text) = await GetAsync(path);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await knowledge.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentLength.ShouldBe(text.Length);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_query_sent_to_a_wrong_address_is_told_the_right_one()
    {
        using var content = new StringContent("""{ "query": "{ __typename }" }""");
        using var response = await knowledge.Client.PostAsync("/graphqll", content);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldContain("/graphql?");
    }

    [Fact]
    public async Task A_long_address_is_not_repeated_whole()
    {
        var (_, text) = await GetAsync("/" + new string('x', 5_000));

        text.Length.ShouldBeLessThan(400);
    }

    private async Task<(HttpResponseMessage Response, string Text)> GetAsync(string path, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        var response = await knowledge.Client.SendAsync(request);
        return (response, await response.Content.ReadAsStringAsync());
    }
}
