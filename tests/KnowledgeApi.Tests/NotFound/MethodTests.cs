using System.Net;
using System.Text.Json;

namespace KnowledgeApi.Tests.NotFound;

/// <summary>HEAD is answered wherever GET is, and another method with what is allowed.</summary>
public sealed class MethodTests(KnowledgeFixture knowledge) : IClassFixture<KnowledgeFixture>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/graphql?query=%7Bcompanies%7BtotalCount%7D%7D")]
    [InlineData("/graphql")]
    [InlineData("/ownership/cloudwatt.svg")]
    [InlineData("/ownership/cloudwatt.svg?on=yesterday")]
    [InlineData("/timeline/cloudwatt.svg")]
    [InlineData("/nothing")]
    public async Task HEAD_has_the_status_and_headers_of_GET(string path)
    {
        using var get = await SendAsync(HttpMethod.Get, path);
        using var head = await SendAsync(HttpMethod.Head, path);

        head.StatusCode.ShouldBe(get.StatusCode);
        head.Headers.ToString().ShouldBe(get.Headers.ToString());
        head.Content.Headers.ToString().ShouldBe(get.Content.Headers.ToString());
        (await head.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/", "GET and HEAD")]
    [InlineData("/ownership/cloudwatt.svg", "GET and HEAD")]
    [InlineData("/timeline/cloudwatt.svg", "GET and HEAD")]
    public async Task Another_method_is_answered_with_those_allowed(string path, string allowed)
    {
        using var answer = await SendAsync(HttpMethod.Delete, path);

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        answer.Content.Headers.Allow.ShouldBe(["GET", "HEAD"]);
        (await answer.Content.ReadAsStringAsync()).ShouldBe($"DELETE is not allowed at {path}, only {allowed}.\n");
    }

    [Fact]
    public async Task A_program_gets_problem_details()
    {
        using var answer = await SendAsync(HttpMethod.Put, "/timeline/cloudwatt.svg", "application/json");

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        problem.RootElement.GetProperty("status").GetInt32().ShouldBe(405);
        problem.RootElement.GetProperty("detail").GetString().ShouldBe("PUT is not allowed at /timeline/cloudwatt.svg, only GET and HEAD.");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? accept = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (accept is not null)
            request.Headers.Add("Accept", accept);
        return await knowledge.Client.SendAsync(request);
    }
}
