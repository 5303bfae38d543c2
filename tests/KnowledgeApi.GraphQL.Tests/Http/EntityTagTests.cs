namespace KnowledgeApi.GraphQL.Tests.Http;

public sealed class EntityTagTests : HttpTests
{
    private const string Url = "/graphql?query=%7B__typename%7D";

    [Fact]
    public async Task A_get_may_be_stored_if_it_is_revalidated()
    {
        var answer = await Server.SendAsync(HttpMethod.Get, Url);
        answer.Headers.ETag!.IsWeak.ShouldBeTrue();
        answer.Headers.CacheControl!.NoCache.ShouldBeTrue();
        answer.Headers.CacheControl.NoStore.ShouldBeFalse();
    }

    [Fact]
    public async Task What_has_not_changed_is_neither_run_nor_sent_again()
    {
        var first = await Server.SendAsync(HttpMethod.Get, Url);
        var second = await Server.SendAsync(HttpMethod.Get, Url, ("If-None-Match", $"\"else\", {first.Headers.ETag}"));
        second.Status.ShouldBe(304);
        second.Body.ShouldBeEmpty();
        second.Headers.ETag.ShouldBe(first.Headers.ETag);
        second.Headers.Vary.ShouldBe(first.Headers.Vary);
        second.Headers.CacheControl!.NoCache.ShouldBeTrue();
        Server.Executor.Executions.ShouldBe(1);
    }

    [Fact]
    public async Task A_new_version_of_the_data_has_a_new_tag()
    {
        var tag = (await Server.SendAsync(HttpMethod.Get, Url)).Headers.ETag!.ToString();
        Server.Executor.Version = "2";
        var answer = await Server.SendAsync(HttpMethod.Get, Url, ("If-None-Match", tag));
        answer.Status.ShouldBe(200);
        answer.Headers.ETag!.ToString().ShouldNotBe(tag);
    }

    [Theory]
    [InlineData("/graphql?query=%7B__typename+%7D")]
    [InlineData("/graphql?query=%7B__typename%7D&variables=%7B%22a%22%3A1%7D")]
    [InlineData("/graphql?query=query+Q%7B__typename%7D&operationName=Q")]
    public async Task Other_requests_have_other_tags(string url)
    {
        var tag = (await Server.SendAsync(HttpMethod.Get, Url)).Headers.ETag;
        (await Server.SendAsync(HttpMethod.Get, url)).Headers.ETag.ShouldNotBe(tag);
    }

    [Fact]
    public async Task Other_media_types_have_other_tags()
    {
        var tag = (await Server.SendAsync(HttpMethod.Get, Url)).Headers.ETag;
        (await Server.SendAsync(HttpMethod.Get, Url, ("Accept", GraphQLServer.GraphQLResponse))).Headers.ETag.ShouldNotBe(tag);
    }

    [Theory]
    [InlineData("query=%7Bpartial%7D")]
    [InlineData("query=%7BfieldThatIsNotThere%7D")]
    [InlineData("query=%7B")]
    [InlineData("query=mutation%7B__typename%7D")]
    public async Task Answers_with_errors_are_not_to_be_stored(string parameters)
    {
        var answer = await Server.GetAsync(parameters);
        answer.Headers.ETag.ShouldBeNull();
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Answers_to_posts_have_no_tag() => (await Server.PostAsync(GraphQLServer.Query)).Headers.ETag.ShouldBeNull();

    [Theory]
    [InlineData("*")]
    [InlineData("nonsense")]
    [InlineData("\"else\"")]
    public async Task Tags_that_are_not_ours_change_nothing(string tag) =>
        (await Server.SendAsync(HttpMethod.Get, Url, ("If-None-Match", tag))).ShouldBeAnswered();
}
