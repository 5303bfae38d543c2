using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KnowledgeApi.GraphQL.Http;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.OddServer;
using KnowledgeApi.OddServer.Cabinet;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeApi.GraphQL.Tests.Http;

/// <summary>Requests made to hurt, through the whole server: each is refused with a code, quickly, and the next one is answered.</summary>
public sealed class HostileRequestTests : IAsyncLifetime
{
    private const int Deep = 10_000;

    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20_250_903, 17);

    private static readonly Engine Odd = new(OddSchema.Schema);

    private GraphQLServer _server = null!;

    public static TheoryData<string, string> Nested => new()
    {
        { "selections", Nest("{ robot ", "{ friend ", "{ id }", "}", "}") },
        { "inline fragments", Nest("{ ", "... { ", "__typename", "}", "}") },
        { "inline fragments with types", Nest("{ ", "... on Query { ", "__typename", "}", "}") },
        { "lists", Nest("{ matrix(times: ", "[", "1", "]", ") }") },
        { "objects", Nest("{ thing(by: ", "{ other: ", "{ id: 1 }", "}", ") { id } }") },
        { "lists and objects", Nest("{ things(where: { living: true, and: ", "[{ living: true, and: ", "[]", "}]", "}) { id } }") },
        { "values of an open scalar", Nest("{ echo(note: ", "{ a: [", "1", "]}", ") }") },
        { "types", Nest("query ($v: ", "[", "Int", "]", ") { dust { grams } }") },
        { "default values", Nest("query ($v: Anything = ", "[", "1", "]", ") { echo(note: $v) }") },
        { "values in directives", Nest("{ dust @hint(tags: ", "[", "\"a\"", "]", ") { grams } }") },
        { "unclosed selections", string.Concat(Enumerable.Repeat("{a", Deep)) },
        { "unclosed lists", "{ matrix(times: " + new string('[', Deep) },
        { "unclosed objects", "{ thing(by: " + string.Concat(Enumerable.Repeat("{a:", Deep)) },
        { "unclosed types", "query ($v: " + new string('[', Deep) },
        { "types of the type system", Nest("type A { a: ", "[", "Int", "]", " }") },
    };

    [Theory]
    [MemberData(nameof(Nested))]
    public async Task Nesting_ten_thousand_deep_is_a_limit(string what, string query) => (await CodeOfAsync(query)).ShouldBe(ErrorCodes.DocumentLimit, what);

    [Fact]
    public async Task A_chain_of_fragments_is_as_deep_as_what_it_stands_for()
    {
        var chain = string.Concat(Enumerable.Range(0, 3_000).Select(i => $"fragment F{i} on Query{{...F{i + 1}}}"));
        (await CodeOfAsync($"{{...F0}}{chain}fragment F3000 on Query{{__typename}}")).ShouldBe(ErrorCodes.DocumentLimit);
    }

    [Fact]
    public async Task A_long_loop_of_fragments_is_invalid_or_a_limit()
    {
        var loop = string.Concat(Enumerable.Range(0, 3_000).Select(i => $"fragment F{i} on Query{{...F{(i + 1) % 3_000}}}"));
        (await CodeOfAsync($"{{...F0}}{loop}")).ShouldBeOneOf(ErrorCodes.DocumentLimit, ErrorCodes.ValidationFailed);
    }

    [Fact]
    public async Task Fragments_that_double_are_a_limit()
    {
        var bomb = string.Concat(Enumerable.Range(0, 60).Select(i => $"fragment F{i} on Robot{{a:friend{{...F{i + 1}}}b:friend{{...F{i + 1}}}}}"));
        (await CodeOfAsync($"{{robot{{...F0}}}}{bomb}fragment F60 on Robot{{id}}")).ShouldBe(ErrorCodes.DocumentLimit);
    }

    [Theory]
    [InlineData("{ dust { grams ", "grams ", "} }")]
    [InlineData("{ ", "a:__typename ", "}")]
    [InlineData("{ echo(", "text:\"\" ", ") }")]
    [InlineData("{ dust { grams ", "@hint ", "} }")]
    [InlineData("query (", "$v:Int ", ") { __typename }")]
    [InlineData("{ curios { ", "...on Clock{id}", "} }")]
    [InlineData("{ curios { ...F ", "...F ", "} } fragment F on Clock { id }")]
    public async Task A_long_row_of_anything_is_answered_or_refused_in_time(string start, string piece, string end)
    {
        var query = start + string.Concat(Enumerable.Repeat(piece, 90_000 / piece.Length)) + end;
        using var inTime = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var answer = await PostAsync(JsonSerializer.Serialize(new { query }), cancellation: inTime.Token);
        answer.Status.ShouldBeOneOf(200, 400);
    }

    [Theory]
    [InlineData("variables", "[", "]")]
    [InlineData("variables", "{\"a\":", "}")]
    [InlineData("extensions", "{\"a\":", "}")]
    [InlineData("unknown", "[", "]")]
    public async Task Json_nested_ten_thousand_deep_is_refused(string member, string open, string close)
    {
        var value = string.Concat(Enumerable.Repeat(open, Deep)) + "1" + string.Concat(Enumerable.Repeat(close, Deep));
        (await PostAsync($$$"""{"query":"{ __typename }","{{{member}}}":{"a":{{{value}}} } }""")).ShouldBeRefused(400, ErrorCodes.BadRequest);
    }

    [Fact]
    public async Task An_input_object_within_itself_is_read_as_deep_as_json_goes()
    {
        const int Levels = 50;
        var by = string.Concat(Enumerable.Repeat("{\"other\":", Levels)) + "{\"id\":1}" + new string('}', Levels);
        var answer = await PostAsync($$$"""{"query":"query ($by: ThingByInput!) { thing(by: $by) { __typename } }","variables":{"by":{{{by}}}}}""");
        answer.ShouldBeAnswered();
    }

    [Fact]
    public void Any_bytes_are_refused_with_a_code() =>
        Prop.ForAll(Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf().ToArbitrary(), bytes => ShouldBeRefusedOrAnswered(bytes)).Check(Checks);

    [Fact]
    public void Any_row_of_json_tokens_is_refused_with_a_code_or_answered() =>
        Prop.ForAll(
            Gen.Elements("{", "}", "[", "]", ":", ",", "null", "1e9", "true", "\"query\"", "\"variables\"", "\"operationName\"", "\"extensions\"", "\"{__typename}\"", "\"\\ud800\"", "\"")
                .ArrayOf()
                .Select(tokens => Encoding.UTF8.GetBytes($"{{\"query\":\"{{__typename}}\",{string.Concat(tokens)}"))
                .ToArbitrary(),
            bytes => ShouldBeRefusedOrAnswered(bytes)).Check(Checks);

    public async Task InitializeAsync() =>
        _server = await GraphQLServer.StartAsync(executor: Odd.Executor, services: services => services.AddScoped<Ledger>());

    public async Task DisposeAsync()
    {
        // Whatever came before, the server is well and has logged nothing.
        (await PostAsync(GraphQLServer.Query)).ShouldBeAnswered();
        _server.Log.Entries.ShouldBeEmpty();
        await _server.DisposeAsync();
    }

    private void ShouldBeRefusedOrAnswered(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", GraphQLServer.Json);
        using var response = _server.Client.PostAsync("/graphql", content).GetAwaiter().GetResult();
        using var answer = JsonDocument.Parse(response.Content.ReadAsStream());
        if (answer.RootElement.TryGetProperty("errors", out var errors))
            errors[0].GetProperty("extensions").GetProperty("code").GetString().ShouldNotBeNullOrEmpty();
        ((int)response.StatusCode).ShouldBe(answer.RootElement.TryGetProperty("data", out _) ? 200 : 400);
    }

    private static string Nest(string start, string open, string inner, string close, string end) =>
        start + string.Concat(Enumerable.Repeat(open, Deep)) + inner + string.Concat(Enumerable.Repeat(close, Deep)) + end;

    private async Task<string> CodeOfAsync(string query)
    {
        foreach (var accept in new[] { GraphQLServer.Json, GraphQLServer.GraphQLResponse })
        {
            var answer = await PostAsync(JsonSerializer.Serialize(new { query }), accept);
            answer.Status.ShouldBe(query.Length > new GraphQLHttpOptions().MaxQueryLength ? 413 : accept == GraphQLServer.Json ? 200 : 400);
            answer.HasData.ShouldBeFalse();
        }

        return JsonDocument.Parse(await Odd.AskAsync(query)).RootElement.GetProperty("errors").EnumerateArray().Last().GetProperty("extensions").GetProperty("code").GetString()!;
    }

    private Task<Answer> PostAsync(string body, string accept = GraphQLServer.Json, CancellationToken cancellation = default) => _server.SendAsync(
        HttpMethod.Post, "/graphql", ("Accept", accept), new StringContent(body, Encoding.UTF8, GraphQLServer.Json), cancellation);
}
