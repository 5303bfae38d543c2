using KnowledgeApi.GraphQL.Responses;
using static KnowledgeApi.GraphQL.Tests.Harness.GraphQLServer;

namespace KnowledgeApi.GraphQL.Tests.Http;

/// <summary>What happens when things go wrong behind the endpoint, and to browsers that nothing in front of it has answered.</summary>
public sealed class FailureTests : HttpTests
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Theory]
    [InlineData(Json)]
    [InlineData(GraphQLResponse)]
    public async Task An_unexpected_exception_tells_the_client_nothing(string accept)
    {
        var answer = await Server.PostAsync("""{"query":"{ crash }"}""", accept);
        answer.ShouldBeRefused(500, ErrorCodes.InternalServerError);
        answer.Text.ShouldNotContain("secret");
        answer.ContentType!.MediaType.ShouldBe(accept);
    }

    [Fact]
    public async Task An_unexpected_exception_is_logged()
    {
        await Server.PostAsync("""{"query":"{ crash }"}""");
        Server.Log.Entries.ShouldHaveSingleItem().Error.ShouldBeOfType<InvalidTimeZoneException>();
    }

    [Fact]
    public async Task Mistakes_of_clients_are_not_logged()
    {
        await Server.PostAsync("{");
        await Server.PostAsync("""{"query":"{"}""");
        Server.Log.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_client_that_goes_away_cancels_its_request_and_nothing_is_logged()
    {
        using var cancellation = new CancellationTokenSource();
        using var content = new StringContent("""{"query":"{ wait }"}""", null, Json);
        var request = Server.Client.PostAsync("/graphql", content, cancellation.Token);
        await Server.Executor.Waiting.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => request);
        Server.Log.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_browser_with_a_query_is_answered() => (await Server.GetAsync("query=%7B__typename%7D", Browser)).ShouldBeAnswered();

    [Fact]
    public async Task A_post_of_a_browser_is_answered() => (await Server.PostAsync(Query, Browser)).ShouldBeAnswered();

    [Fact]
    public async Task A_browser_without_a_query_is_told_what_is_missing() => (await Server.GetAsync("", Browser)).ShouldBeRefused(400, ErrorCodes.BadRequest);
}
