using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KnowledgeApi.GraphQL.Tests.Data.Museum;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>A field of a level is one statement, compiled once.</summary>
public sealed class StatementTests : IDisposable
{
    private readonly MuseumServer _server = new();

    [Theory]
    [InlineData("{ works { nodes { id } } }", 1)]
    [InlineData("{ works { edges { cursor node { id } } nodes { title } pageInfo { endCursor hasNextPage } } }", 1)]
    [InlineData("{ works { totalCount } }", 1)]
    [InlineData("{ works { totalCount nodes { id } } }", 2)]
    [InlineData("{ works { __typename } }", 0)]
    [InlineData("{ __typename }", 0)]
    [InlineData("{ works { nodes { artist { name } } } }", 2)]
    [InlineData("{ works(first: 100) { nodes { artist { name } } } }", 2)]
    [InlineData("{ works(first: 0) { nodes { artist { name } marks { value } } } }", 1)]
    [InlineData("{ works { nodes { artist { name } donor { name } original { title } } } }", 4)]
    [InlineData("{ artists { nodes { works { nodes { marks { value } } } } } }", 3)]
    [InlineData("{ artists { nodes { works { totalCount nodes { hangings { totalCount nodes { room } } } } } } }", 5)]
    [InlineData("{ artists(first: 100) { nodes { works(first: 100) { nodes { exhibitions(first: 100) { nodes { works(first: 100) { nodes { artist { name } } } } } } } } } }", 5)]
    [InlineData("{ one: works(first: 1) { nodes { id } } two: works(first: 2) { nodes { id } } }", 2)]
    [InlineData("{ work(by: { slug: \"work-1\" }) { title artist { name } } }", 2)]
    [InlineData("{ artists(where: { teacher: { id: { eq: null } } }) { nodes { teacher { name } } } }", 1)]
    public async Task A_field_and_level_is_one_statement_however_many_rows(string query, int statements) =>
        (await _server.WatchAsync(query)).Statements.Count.ShouldBe(statements);

    [Fact]
    public async Task The_text_of_a_statement_does_not_depend_on_how_many_parents_there_are()
    {
        const string query = "query($first: Int!) { artists(first: $first) { nodes { works { totalCount nodes { donor { name } } } } } }";
        var (_, few) = await _server.WatchAsync(query, new JsonObject { ["first"] = 2 });
        var (_, many) = await _server.WatchAsync(query, new JsonObject { ["first"] = 100 });
        many.ShouldBe(few);
    }

    [Fact]
    public async Task One_parent_needs_no_numbering_of_its_rows()
    {
        const string query = "query($first: Int!) { artists(first: $first) { nodes { works(first: 2) { nodes { title } } } } }";
        var (_, one) = await _server.WatchAsync(query, new JsonObject { ["first"] = 1 });
        one[1].ShouldNotContain("ROW_NUMBER");
        one[1].ShouldContain("LIMIT");
    }

    [Theory]
    [InlineData("{ works { nodes { title } } }", 0, "SCAN w")]
    [InlineData("{ works(order: [{ title: ASC }]) { nodes { title } } }", 0, "SCAN w USING INDEX IX_Works_TitleSortKey_Key")]
    [InlineData("{ work(by: { slug: \"work-1\" }) { title } }", 0, "SEARCH w USING INDEX IX_Works_Slug (Slug=?)")]
    [InlineData("{ works(where: { slug: { in: [\"work-1\", \"work-2\"] } }) { totalCount } }", 0, "SEARCH w0 USING COVERING INDEX IX_Works_Slug (Slug=?)")]
    [InlineData("{ works(where: { id: { eq: \"U2N1bHB0dXJlOndvcmstMQ\" } }) { nodes { title } } }", 0, "SEARCH w USING INDEX IX_Works_Slug (Slug=?)")]
    [InlineData("{ node(id: \"U2N1bHB0dXJlOndvcmstMQ\") { id } }", 0, "SEARCH w USING INDEX IX_Works_Slug (Slug=?)")]
    [InlineData("{ works { nodes { artist { name } } } }", 1, "SEARCH a USING INTEGER PRIMARY KEY (rowid=?)")]
    [InlineData("{ artists(first: 1) { nodes { works { nodes { title } } } } }", 1, "SEARCH w USING INDEX IX_Works_ArtistKey (ArtistKey=?)")]
    [InlineData("{ artists { nodes { works { nodes { title } } } } }", 1, "SEARCH w USING INDEX IX_Works_ArtistKey (ArtistKey=?)")]
    [InlineData("{ artists { nodes { works { totalCount } } } }", 1, "SEARCH w USING COVERING INDEX IX_Works_ArtistKey (ArtistKey=?)")]
    [InlineData("{ artists { nodes { gifts(where: { height: { gt: 1 } }, order: [{ price: DESC }]) { nodes { title } } } } }", 1, "SEARCH w USING INDEX IX_Works_DonorKey (DonorKey=?)")]
    [InlineData("{ exhibitions { nodes { works { nodes { title } } } } }", 1, "SEARCH h USING INDEX IX_Hangings_ExhibitionKey (ExhibitionKey=?)")]
    [InlineData("{ works(where: { marks: { some: { scheme: { eq: \"LOT\" }, value: { eq: \"1-1\" } } } }) { nodes { title } } }", 0, "SEARCH m EXISTS USING INDEX IX_Marks_Scheme_Value (Scheme=? AND Value=?)")]
    public async Task Indexes_serve_keys_slugs_and_orders(string query, int statement, string step)
    {
        var (_, statements) = await _server.WatchAsync(query);
        PlanOf(statements[statement]).ShouldContain(step);
    }

    [Fact]
    public async Task No_value_stands_in_a_statement()
    {
        var (_, statements) = await _server.WatchAsync(
            """{ works(first: 87, where: { title: { contains: "zanzibar" }, height: { gt: 8765 }, price: { in: ["87.65"] }, id: { neq: "QXJ0aXN0Om5vYm9keQ" } }) { nodes { id } } }""");
        foreach (var value in new[] { "zanzibar", "8765", "87", "nobody" })
            statements.ShouldHaveSingleItem().ShouldNotContain(value);
    }

    [Fact]
    public async Task The_same_request_with_other_values_compiles_nothing()
    {
        const string query =
            """
            query($where: WorkFilterInput, $first: Int, $after: String, $order: [WorkSortInput!]) {
                works(where: $where, first: $first, after: $after, order: $order) { totalCount edges { cursor node { id marks(first: $first) { value } } } }
            }
            """;
        var first = await AskAsync("a", 1, 2, null);
        var cursor = (string)first["works"]!["edges"]![0]!["cursor"]!;
        await AskAsync("a", 1, 2, cursor);
        var compiled = _server.Compiled;
        await AskAsync("b", 0, 3, (string)first["works"]!["edges"]![1]!["cursor"]!);
        await AskAsync("é\"'", 2, 10, cursor);
        _server.Compiled.ShouldBe(compiled);

        Task<JsonNode> AskAsync(string part, int height, int size, string? after) => _server.QueryAsync(query, new JsonObject
        {
            ["where"] = new JsonObject { ["title"] = new JsonObject { ["ncontains"] = part.PadRight(3, 'x') }, ["height"] = new JsonObject { ["in"] = new JsonArray([.. Enumerable.Range(0, height + 1).Select(i => (JsonNode)i)]) } },
            ["first"] = size,
            ["after"] = after,
            ["order"] = new JsonArray(new JsonObject { ["insured"] = "DESC" }),
        });
    }

    [Fact]
    public async Task A_literal_and_a_variable_are_the_same_statement()
    {
        var (_, literal) = await _server.WatchAsync("""{ works(where: { title: { eq: "Zoë" } }) { nodes { id } } }""");
        var (_, variable) = await _server.WatchAsync("query($title: String) { works(where: { title: { eq: $title } }) { nodes { id } } }", new JsonObject { ["title"] = "ab" });
        variable.ShouldBe(literal);
    }

    [Fact]
    public async Task Each_shape_of_a_filter_is_compiled_once()
    {
        const string query = "query($where: WorkFilterInput) { works(where: $where) { nodes { id } } }";
        for (var round = 0; round < 3; round++)
        {
            await _server.QueryAsync(query, new JsonObject { ["where"] = JsonNode.Parse($$"""{ "height": { "gt": {{round}} } }""") });
            await _server.QueryAsync(query, new JsonObject { ["where"] = JsonNode.Parse($$"""{ "height": { "lt": {{round}} } }""") });
            await _server.QueryAsync(query, new JsonObject { ["where"] = JsonNode.Parse($$"""{ "or": [{ "height": { "eq": {{round}} } }, { "height": { "eq": null } }] }""") });
        }

        _server.Compiled.ShouldBe(3);
    }

    [Theory]
    [InlineData("""{ "height": { "eq": 1 } }""", """{ "height": { "eq": null } }""")]
    [InlineData("""{ "height": { "eq": 1 } }""", """{ "depth": { "eq": 1 } }""")]
    [InlineData("""{ "and": [{ "height": { "eq": 1 } }, { "depth": { "eq": 1 } }] }""", """{ "or": [{ "height": { "eq": 1 } }, { "depth": { "eq": 1 } }] }""")]
    [InlineData("""{ "marks": { "some": { "scheme": { "eq": "LOT" } } } }""", """{ "marks": { "none": { "scheme": { "eq": "LOT" } } } }""")]
    [InlineData("""{ "title": { "contains": "ab" } }""", """{ "title": { "contains": "abab" } }""")]
    [InlineData("""{ "height": { "in": [1] } }""", """{ "height": { "in": [] } }""")]
    [InlineData("""{ "depth": { "in": [1] } }""", """{ "depth": { "in": [1, null] } }""")]
    [InlineData("""{ "artist": { "slug": { "eq": "x" } } }""", """{ "donor": { "slug": { "eq": "x" } } }""")]
    public async Task Filters_of_different_shapes_are_different_statements(string one, string other)
    {
        const string query = "query($where: WorkFilterInput) { works(where: $where) { nodes { id } } }";
        var (_, first) = await _server.WatchAsync(query, new JsonObject { ["where"] = JsonNode.Parse(one) });
        var (_, second) = await _server.WatchAsync(query, new JsonObject { ["where"] = JsonNode.Parse(other) });
        second.ShouldNotBe(first);
    }

    [Fact]
    public async Task Many_requests_at_once_share_statements_and_get_their_own_answers()
    {
        const string query = "query($slug: String!) { works(where: { slug: { eq: $slug } }) { nodes { slug artist { works(first: 100) { nodes { slug } } } } } }";
        var works = MuseumStore.Shared.Works;
        await Parallel.ForEachAsync(Enumerable.Range(0, 300), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            var work = works[i % works.Count];
            var node = (await _server.QueryAsync(query, new JsonObject { ["slug"] = work.Slug }))["works"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!;
            ((string)node["slug"]!).ShouldBe(work.Slug);
            node["artist"]!["works"]!["nodes"]!.AsArray().Select(n => (string)n!["slug"]!).ShouldBe(work.Artist.Works.OrderBy(w => w.Key).Select(w => w.Slug));
        });
        _server.Statements.Distinct().Count().ShouldBe(3);
        _server.Compiled.ShouldBeLessThan(30);
    }

    public void Dispose() => _server.Dispose();

    /// <summary>What SQLite says it does to run a statement.</summary>
    internal static IReadOnlyList<string> PlanOf(string statement)
    {
        using var connection = MuseumStore.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {statement}";
        foreach (var name in Regex.Matches(statement, @"@\w+").Select(match => match.Value).Distinct())
            command.Parameters.AddWithValue(name, "[]");
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
            steps.Add(reader.GetString(3));
        return steps;
    }
}
