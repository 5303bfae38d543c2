using System.Text;
using KnowledgeApi.GraphQL.Http;
using KnowledgeApi.GraphQL.Responses;
using static KnowledgeApi.GraphQL.Tests.Harness.GraphQLServer;

namespace KnowledgeApi.GraphQL.Tests.Http;

/// <summary>How requests are read and which are refused.</summary>
public sealed class RequestTests : HttpTests
{
    private protected override GraphQLHttpOptions Options => new() { MaxRequestBytes = 20_000, MaxQueryLength = 5_000, MaxJsonDepth = 10 };

    [Fact]
    public async Task All_parameters_of_a_body_reach_the_executor()
    {
        (await Server.PostAsync("""{"variables":{"a":[1, {"b":"é"}]},"query":"query Q { __typename }","operationName":"Q","else":{"query":[]}}""")).ShouldBeAnswered();
        var request = Server.Executor.Last!;
        request.Query.ShouldBe("query Q { __typename }");
        request.OperationName.ShouldBe("Q");
        Server.Executor.LastVariables.ShouldBe("""{"a":[1, {"b":"é"}]}""");
        request.AllowMutations.ShouldBeTrue();
    }

    [Fact]
    public async Task All_parameters_of_a_url_reach_the_executor()
    {
        (await Server.GetAsync("query=query+Q+%7B__typename%7D&operationName=Q&variables=%7B%22a%22%3A%22%C3%A9%22%7D&extensions=%7B%7D&else=1")).ShouldBeAnswered();
        var request = Server.Executor.Last!;
        request.Query.ShouldBe("query Q {__typename}");
        request.OperationName.ShouldBe("Q");
        Server.Executor.LastVariables.ShouldBe("""{"a":"é"}""");
        request.AllowMutations.ShouldBeFalse();
    }

    [Theory]
    [InlineData("query=%7B__typename%7D&operationName=&variables=&extensions=")]
    [InlineData("query=%7B__typename%7D&variables=null&extensions=null")]
    public async Task Empty_parameters_of_a_url_are_none(string parameters)
    {
        (await Server.GetAsync(parameters)).ShouldBeAnswered();
        Server.Executor.Last!.OperationName.ShouldBeNull();
        Server.Executor.Last.Variables.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("query=")]
    [InlineData("query=%7Ba%7D&query=%7Bb%7D")]
    [InlineData("query=%7B__typename%7D&variables=%7B")]
    [InlineData("query=%7B__typename%7D&variables=%5B%5D")]
    [InlineData("query=%7B__typename%7D&variables=1")]
    [InlineData("query=%7B__typename%7D&extensions=%22x%22")]
    [InlineData("query=%7B__typename%7D&variables=%7B%22a%22%3A%22%5CuD800%22%7D")]
    [InlineData("query=%7B__typename%7D&variables=%7B%22a%22%3A1%2C%22a%22%3A2%7D")]
    public async Task Malformed_urls_are_refused(string parameters) => (await Server.GetAsync(parameters)).ShouldBeRefused(400, ErrorCodes.BadRequest);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("\"{ __typename }\"")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("""{"query":"{ __typename }"} x""")]
    [InlineData("""{"query":"{ __typename }",}""")]
    [InlineData("""{"query":'{ __typename }'}""")]
    [InlineData("""{"query":"{ __typename }" /* why */}""")]
    [InlineData("{\"query\":\"{\n__typename }\"}")]
    [InlineData("""{"query":"{ __typename }","query":"{ large }"}""")]
    [InlineData("""{"query":"{ __typename }","variables":{},"variables":{}}""")]
    [InlineData("""{"query":"{ __typename }","variables":{"a":1,"a":2}}""")]
    [InlineData("""{"query":"{ __typename }","variables":{"a":[[[[[[[[[[1]]]]]]]]]]}}""")]
    [InlineData("""{"query":"{ __typename }","x":[[[[[[[[[[1]]]]]]]]]]}""")]
    [InlineData("""{"query":"\uD800"}""")]
    [InlineData("""{"query":"{ __typename }","variables":{"a":"\udc00"}}""")]
    [InlineData("""{"query":"{ __typename }","variables":{"\ud83d":1}}""")]
    [InlineData("query={ __typename }")]
    public async Task Malformed_bodies_are_refused(string body)
    {
        (await Server.PostAsync(body)).ShouldBeRefused(400, ErrorCodes.BadRequest);
        Server.Executor.Executions.ShouldBe(0);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""[{"query":"{ __typename }"}]""")]
    public async Task Batches_are_refused(string body) => (await Server.PostAsync(body)).ShouldBeRefused(400, ErrorCodes.BatchingNotSupported);

    [Fact]
    public async Task A_whole_surrogate_pair_may_be_escaped() =>
        (await Server.PostAsync("""{"query":"# \uD83D\uDE00\n{ __typename }","variables":{"a":"\ud83d\ude00"}}""")).ShouldBeAnswered();

    [Fact]
    public async Task A_byte_order_mark_is_passed_over() => (await Server.PostAsync($"\uFEFF{Query}")).ShouldBeAnswered();

    [Fact]
    public async Task Text_that_is_not_utf8_is_refused() =>
        (await Server.PostAsync([.. "{\"query\":\"{ __typename # "u8, 0xE9, .. " }\"}"u8])).ShouldBeRefused(400, ErrorCodes.BadRequest);

    [Fact]
    public async Task The_place_of_a_mistake_in_json_is_told() =>
        (await Server.PostAsync("{\n  \"query\": nope\n}")).Message.ShouldBe("The body is not well-formed JSON, line 2, byte 13.");

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/plain;application/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/graphql")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("json")]
    [InlineData("*/*")]
    [InlineData("")]
    public async Task Bodies_that_are_not_utf8_json_by_their_type_are_refused(string contentType)
    {
        var answer = await Server.PostAsync(Query, contentType: contentType);
        answer.ShouldBeRefused(415, ErrorCodes.UnsupportedMediaType);
        answer.Headers.GetValues("Accept-Post").ShouldBe([Json]);
        Server.Executor.Executions.ShouldBe(0);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("QUERY")]
    public async Task Other_methods_are_refused(string method)
    {
        var answer = await Server.SendAsync(new HttpMethod(method), "/graphql?query=%7B__typename%7D");
        answer.Status.ShouldBe(405);
        answer.ContentHeaders.Allow.ShouldBe(["GET", "HEAD", "POST"]);
    }

    [Theory]
    [InlineData("/graphql?query=%7B__typename%7D")]
    [InlineData("/graphql?query=%7B")]
    [InlineData("/graphql")]
    public async Task HEAD_is_GET_without_a_body(string address)
    {
        var (get, head) = (await Server.SendAsync(HttpMethod.Get, address), await Server.SendAsync(HttpMethod.Head, address));

        head.Status.ShouldBe(get.Status);
        head.Headers.ToString().ShouldBe(get.Headers.ToString());
        head.ContentHeaders.ToString().ShouldBe(get.ContentHeaders.ToString());
        head.Text.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_path_may_end_with_a_slash() =>
        (await Server.SendAsync(HttpMethod.Post, "/graphql/", content: new StringContent(Query, Encoding.UTF8, Json))).ShouldBeAnswered();

    [Theory]
    [InlineData(20_000, 200)]
    [InlineData(20_001, 413)]
    public async Task Bodies_up_to_the_limit_are_read(int bytes, int status) =>
        (await Server.PostAsync(Query.PadRight(bytes))).Status.ShouldBe(status);

    [Fact]
    public async Task A_body_of_unknown_length_is_read_only_up_to_the_limit()
    {
        using var content = new StreamContent(new EndlessStream());
        content.Headers.TryAddWithoutValidation("Content-Type", Json);
        (await Server.SendAsync(HttpMethod.Post, "/graphql", content: content)).ShouldBeRefused(413, ErrorCodes.RequestTooLarge);
    }

    [Theory]
    [InlineData(5_000, 200)]
    [InlineData(5_001, 413)]
    public async Task Queries_up_to_the_limit_are_run(int length, int status) =>
        (await Server.PostAsync($"{{\"query\":\"{"{ __typename }".PadRight(length)}\"}}")).Status.ShouldBe(status);

    [Fact]
    public async Task A_query_in_a_url_has_the_same_limit() =>
        (await Server.GetAsync($"query={Uri.EscapeDataString("{ __typename }".PadRight(5_001))}")).ShouldBeRefused(414, ErrorCodes.RequestTooLarge);

    private sealed class EndlessStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)' ');
            return buffer.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
    }
}
