using System.Text.Json;
using KnowledgeApi.GraphQL.Schemas;

namespace KnowledgeApi.GraphQL.Tests.Conformance;

/// <summary>
/// What an unknown name is answered with: the very words of graphql-js, and more where it has nothing to offer. The schema is text, as
/// graphql-js is given the same, and its names are chosen for what is near them.
/// </summary>
public sealed class SuggestionReferenceTests
{
    private const string Sdl = """
        type Query { ships(kind: Kind, kinds: [Kind!], where: ShipFilter): [Ship] }
        type Ship { name: String, tonnage: Int }
        enum Kind { TUG FERRY FREIGHTER }
        enum Order { ASC DESC }
        enum Metric { REVENUE NET_INCOME HEADCOUNT MARKET_SHARE JOBS PROFIT }
        input ShipFilter { kind: Kind, order: Order, metric: Metric, tonnage: Int }
        """;

    private static readonly Engine Ships = new(SchemaReader.Read(Sdl));

    /// <summary>Unknown names near a known one, as literals and in variables.</summary>
    private static readonly (string Query, object? Variables)[] Near =
    [
        ("{ ships { nmae } }", null),
        ("{ ships { tonage } }", null),
        ("{ ship { name } }", null),
        ("{ ships(knd: TUG) { name } }", null),
        ("query ($f: ShipFilte) { ships(where: $f) { name } }", null),
        ("{ ships { ... on Shp { name } } }", null),
        ("{ ships(where: { tonage: 1 }) { name } }", null),
        ("{ ships(kind: TUGG) { name } }", null),
        ("{ ships(kind: tug) { name } }", null),
        ("{ ships(kind: \"FERRY\") { name } }", null),
        ("{ ships(kinds: [TUG, FREIGTER]) { name } }", null),
        ("{ ships(where: { metric: REVENUES }) { name } }", null),
        ("query ($k: Kind) { ships(kind: $k) { name } }", new { k = "FERY" }),
        ("query ($k: [Kind!]) { ships(kinds: $k) { name } }", new { k = new[] { "TUG", "freighter" } }),
        ("query ($f: ShipFilter) { ships(where: $f) { name } }", new { f = new { metric = "HEADCOUNTS" } }),
        ("query ($f: ShipFilter) { ships(where: $f) { name } }", new { f = new { tonage = 1 } }),
    ];

    [ReferenceFact]
    public void Names_near_by_spelling_are_offered_in_the_words_of_the_reference()
    {
        var (succeeded, output) = GraphQLJs.InFolder(folder =>
        {
            var (sdl, requests) = (Path.Combine(folder, "ships.graphql"), Path.Combine(folder, "requests.json"));
            File.WriteAllText(sdl, Sdl);
            File.WriteAllText(requests, JsonSerializer.Serialize(Near.Select(n => new { query = n.Query, variables = n.Variables })));
            return GraphQLJs.Run("node", "messages.mjs", sdl, requests);
        });
        succeeded.ShouldBeTrue(output);
        var expected = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<string[]>(line)!);
        Near.Select(n => Messages(n.Query, n.Variables)).ShouldBe(expected);
    }

    /// <summary>graphql-js offers nothing here.</summary>
    [Theory]
    [InlineData("{ ships(where: { order: DESCENDING }) { name } }", "Did you mean the enum value \"DESC\"?")]
    [InlineData("{ ships(where: { metric: INCOME }) { name } }", "Did you mean the enum value \"NET_INCOME\"?")]
    [InlineData("{ ships(where: { order: UP }) { name } }", "The values are \"ASC\" and \"DESC\".")]
    [InlineData("{ ships(where: { metric: WEATHER }) { name } }", "The values are \"REVENUE\", \"NET_INCOME\", \"HEADCOUNT\", \"MARKET_SHARE\", \"JOBS\" and 1 more.")]
    [InlineData("{ ships { grossTonnage } }", "Did you mean \"tonnage\"?")]
    [InlineData("{ ships(where: { rank: 1 }) { name } }", "unknown field \"rank\", found: { rank: 1 }.")]
    public void Otherwise_names_that_share_a_part_are_offered_or_the_values_there_are(string query, string hint) =>
        Messages(query, null).ShouldHaveSingleItem().ShouldEndWith(hint);

    [Fact]
    public void A_variable_is_answered_like_a_literal() =>
        Messages("query ($f: ShipFilter) { ships(where: $f) { name } }", new { f = new { order = "DESCENDING" } })
            .ShouldBe(["Variable \"$f\" has invalid value at .order: Value \"DESCENDING\" does not exist in \"Order\" enum. Did you mean the enum value \"DESC\"?"]);

    private static string[] Messages(string query, object? variables)
    {
        using var response = JsonDocument.Parse(Ships.AskAsync(query, variables is null ? null : JsonSerializer.Serialize(variables)).Result);
        return [.. response.RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("message").GetString()!)];
    }
}
