using System.Net;

namespace KnowledgeApi.Tests.Pictures;

/// <summary>What all pictures at plain addresses have in common.</summary>
public sealed class PictureEndpointTests(KnowledgeFixture knowledge) : IClassFixture<KnowledgeFixture>
{
    [Theory]
    [InlineData("timeline", 2)] // The entity and its timeline.
    [InlineData("ownership", 5)] // The entity, its owners by levels, and what it owns.
    public async Task Statements_run_by_the_pool_and_are_counted(string picture, int expected)
    {
        var statements = await knowledge.Server.WatchAddressAsync($"/{picture}/cloudwatt.svg");

        statements.Count.ShouldBe(expected);
    }

    [Theory]
    [InlineData("timeline")]
    [InlineData("ownership")]
    public async Task A_picture_has_as_much_time_as_an_operation(string picture)
    {
        using var folder = new SeedFolder();
        await using var server = await Server.StartAsync(folder, ("GraphQL:Execution:Deadline", "00:00:00.0000001"));

        using var response = await server.Client.GetAsync($"/{picture}/cloudwatt.svg");

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync()).ShouldBe("The picture took longer than 0 seconds and was stopped.\n");
    }

    [Theory]
    [InlineData("timeline")]
    [InlineData("ownership")]
    public async Task The_head_of_a_picture_says_how_long_it_is(string picture)
    {
        var whole = await knowledge.Client.GetByteArrayAsync($"/{picture}/cloudwatt.svg");
        using var request = new HttpRequestMessage(HttpMethod.Head, $"/{picture}/cloudwatt.svg");

        using var response = await knowledge.Client.SendAsync(request);

        response.Content.Headers.ContentLength.ShouldBe(whole.Length);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }
}
