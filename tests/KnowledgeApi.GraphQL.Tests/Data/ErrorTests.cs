using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Tests.Data.Museum;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>Whoever writes a filter or an order wrongly learns how to write it.</summary>
public sealed class ErrorTests : IDisposable
{
    private readonly MuseumServer _server = new();

    [Theory]
    [InlineData("{ titel: { eq: \"a\" } }", "Did you mean \"title\"")]
    [InlineData("{ title: { startWith: \"a\" } }", "Did you mean \"startsWith\"")]
    [InlineData("{ shape: { eq: ASNEW } }", "Did you mean the enum value \"AS_NEW\"?")]
    [InlineData("{ type: { eq: SCULTURE } }", "Did you mean the enum value \"SCULPTURE\"?")]
    [InlineData("{ medium: { eq: \"oil\" } }", "Did you mean \"asPainting.medium\"?")]
    [InlineData("{ born: { eq: null } }", "Did you mean \"artist.born\" or \"donor.born\"?")]
    [InlineData("{ marks: { scheme: { eq: \"LOT\" } } }", "Did you mean \"all.scheme\", \"none.scheme\", or \"some.scheme\"?")]
    [InlineData("{ estimate: { lt: \"1\" } }", "\"certainly.lt\", or \"possibly.lt\"?")]
    public async Task A_filter_with_an_unknown_name_is_told_the_nearest(string where, string hint)
    {
        var (code, message) = await _server.FailAsync($"{{ works(where: {where}) {{ totalCount }} }}");
        code.ShouldBe("VALIDATION_FAILED");
        message.ShouldContain(hint);
    }

    [Theory]
    [InlineData("""{ "titel": { "eq": "a" } }""", "Did you mean \"title\"")]
    [InlineData("""{ "shape": { "eq": "ASNEW" } }""", "Did you mean the enum value \"AS_NEW\"?")]
    [InlineData("""{ "medium": { "eq": "oil" } }""", "Did you mean \"asPainting.medium\"?")]
    public async Task So_is_one_in_a_variable(string where, string hint)
    {
        var (code, message) = await _server.FailAsync("query($where: WorkFilterInput) { works(where: $where) { totalCount } }", new JsonObject { ["where"] = JsonNode.Parse(where) });
        code.ShouldBe("VARIABLE_INVALID");
        message.ShouldContain(hint);
    }

    [Theory]
    [InlineData("order: [{ titel: ASC }]", "Did you mean \"title\"")]
    [InlineData("order: [{ title: DSC }]", "\"DESC\"?")]
    [InlineData("order: [{ medium: ASC }]", "Did you mean \"asPainting.medium\"?")]
    [InlineData("odrer: [{ title: ASC }]", "Did you mean \"order\"")]
    [InlineData("were: {}", "Did you mean \"where\"")]
    public async Task An_order_or_argument_with_an_unknown_name_is_told_the_nearest(string argument, string hint)
    {
        var (code, message) = await _server.FailAsync($"{{ works({argument}) {{ totalCount }} }}");
        code.ShouldBe("VALIDATION_FAILED");
        message.ShouldContain(hint);
    }

    [Theory]
    [InlineData("{ works(first: 101) { totalCount nodes { id } } }", "PAGE_TOO_LARGE", "at most 100", "\"after\"")]
    [InlineData("{ works(last: 101) { totalCount nodes { id } } }", "PAGE_TOO_LARGE", "at most 100", "\"before\"")]
    [InlineData("{ works(after: \"xyz\") { nodes { id } } }", "CURSOR_INVALID", "\"after\"", "pageInfo")]
    [InlineData("{ works(where: { id: { eq: \"work-1\" } }) { nodes { id } } }", "ID_INVALID", "\"work-1\"", "field \"id\"")]
    [InlineData("{ works(where: { height: { gt: 3, lte: 3 } }) { nodes { id } } }", "FILTER_IMPOSSIBLE", "\"height\"", "{ gt: 3, lte: 3 }")]
    [InlineData("{ artist(by: { name: \"hatter\" }) { slug } }", "LOOKUP_AMBIGUOUS", "artist-6", "extensions.candidates")]
    public async Task A_request_that_cannot_be_answered_is_told_what_can(string query, string code, params string[] parts)
    {
        var (actual, message) = await _server.FailAsync(query);
        actual.ShouldBe(code);
        foreach (var part in parts)
            message.ShouldContain(part);
    }

    public void Dispose() => _server.Dispose();
}
