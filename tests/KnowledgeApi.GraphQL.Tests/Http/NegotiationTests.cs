using KnowledgeApi.GraphQL.Http;
using KnowledgeApi.GraphQL.Responses;
using Microsoft.Extensions.Primitives;
using static KnowledgeApi.GraphQL.Tests.Harness.GraphQLServer;

namespace KnowledgeApi.GraphQL.Tests.Http;

public sealed class NegotiationTests : HttpTests
{
    [Theory]
    [InlineData("application/json;q=0.5, application/graphql-response+json;q=0.4", Json)]
    [InlineData("application/json;q=0.4, application/graphql-response+json;q=0.5", GraphQLResponse)]
    [InlineData("application/json, application/graphql-response+json", GraphQLResponse)]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", GraphQLResponse)]
    [InlineData("application/graphql-response+json, */*", GraphQLResponse)]
    [InlineData("application/json, */*", Json)]
    [InlineData("application/json;q=0, */*", GraphQLResponse)]
    [InlineData("application/graphql-response+json;q=0, */*", Json)]
    [InlineData("application/*;q=0.1, text/*", Json)]
    [InlineData("text/html, */*;q=0.1", Json)]
    [InlineData("APPLICATION/JSON", Json)]
    [InlineData("application/graphql-response+json;charset=latin1, application/json", Json)]
    [InlineData("image/png, application/graphql-response+json;q=0.001", GraphQLResponse)]
    public async Task Quality_decides_and_names_win_over_wildcards(string accept, string expected)
    {
        var answer = await Server.PostAsync(Query, accept);
        answer.Status.ShouldBe(200);
        answer.ContentType!.MediaType.ShouldBe(expected);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml")]
    [InlineData("application/json;q=0")]
    [InlineData("*/*;q=0")]
    [InlineData("application/json;charset=latin1")]
    [InlineData("app/*")]
    [InlineData("nonsense")]
    public async Task A_client_that_accepts_none_of_ours_gets_406(string accept)
    {
        var answer = await Server.PostAsync(Query, accept);
        answer.ShouldBeRefused(406, ErrorCodes.NotAcceptable);
        answer.ContentType!.MediaType.ShouldBe(Json);
        Server.Executor.Executions.ShouldBe(0);
    }

    [Fact]
    public void Several_accept_headers_are_one_list() =>
        Negotiated.From(new StringValues(["text/html", "application/graphql-response+json;q=0.3"])).Format.ShouldBe(ResponseFormat.GraphQLResponse);

    [Theory]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true)]
    [InlineData("text/html", true)]
    [InlineData("text/html, */*", true)]
    [InlineData("*/*", false)]
    [InlineData("text/*, */*", false)]
    [InlineData("text/html;q=0.5, application/json", false)]
    [InlineData("text/html, application/json", false)]
    [InlineData("text/html, application/json;q=0.9", true)]
    [InlineData("application/graphql-response+json, text/html;q=0.9", false)]
    [InlineData("text/html;q=0", false)]
    public void Html_is_preferred_only_by_name(string accept, bool prefers) => Negotiated.From(accept).PrefersHtml.ShouldBe(prefers);

    [Fact]
    public async Task Responses_vary_by_what_is_accepted() => (await Server.PostAsync(Query)).Headers.Vary.ShouldBe(["Accept", "Accept-Encoding"]);
}
