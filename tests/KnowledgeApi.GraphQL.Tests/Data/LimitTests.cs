using System.Diagnostics;
using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Tests.Data.Museum;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>What goes beyond a limit or wrong is told without harm to anyone else.</summary>
public sealed class LimitTests : IDisposable
{
    private readonly MuseumServer _server = new(poolSize: 1);

    [Fact]
    public async Task Too_many_values_in_a_filter_are_refused()
    {
        var conditions = new JsonArray([.. Enumerable.Range(0, 129).Select(i => new JsonObject { ["height"] = new JsonObject { ["neq"] = i + 1000 } })]);
        var variables = new JsonObject { ["where"] = new JsonObject { ["and"] = conditions } };
        (await _server.FailAsync("query($where: WorkFilterInput) { works(where: $where) { nodes { id } } }", variables)).Code.ShouldBe("FILTER_LIMIT_EXCEEDED");
        (await _server.FailAsync("query($where: WorkFilterInput) { works(where: $where) { totalCount } }", variables)).Code.ShouldBe("FILTER_LIMIT_EXCEEDED");
    }

    [Fact]
    public async Task A_hundred_values_in_a_filter_are_fine()
    {
        var conditions = new JsonArray([.. Enumerable.Range(0, 100).Select(i => new JsonObject { ["height"] = new JsonObject { ["neq"] = i + 1000 } })]);
        var data = await _server.QueryAsync("query($where: WorkFilterInput) { works(where: $where) { totalCount } }", new JsonObject { ["where"] = new JsonObject { ["and"] = conditions } });
        ((int)data["works"]!["totalCount"]!).ShouldBe(45);
    }

    [Fact]
    public async Task A_list_in_a_filter_is_one_value_however_long()
    {
        var list = new JsonArray([.. Enumerable.Range(0, 5000).Select(i => (JsonNode)i)]);
        var data = await _server.QueryAsync("query($list: [Int]) { works(where: { height: { in: $list } }) { totalCount } }", new JsonObject { ["list"] = list });
        ((int)data["works"]!["totalCount"]!).ShouldBe(MuseumStore.Shared.Works.Count(work => work.Height >= 0));
    }

    [Fact]
    public async Task Deep_filters_are_answered()
    {
        var where = new JsonObject { ["height"] = new JsonObject { ["gte"] = 0 } };
        for (var depth = 0; depth < 12; depth++)
            where = new JsonObject { ["or"] = new JsonArray(where) };
        for (var depth = 0; depth < 4; depth++)
            where = new JsonObject { ["copies"] = new JsonObject { ["none"] = where } };
        var expected = MuseumStore.Shared.Works.Count(work => !work.Copies.Any(a => !a.Copies.Any(b => !b.Copies.Any(c => !c.Copies.Any(d => d.Height >= 0)))));
        var data = await _server.QueryAsync("query($where: WorkFilterInput) { works(where: $where) { totalCount } }", new JsonObject { ["where"] = where });
        ((int)data["works"]!["totalCount"]!).ShouldBe(expected);
    }

    [Theory]
    [InlineData("original: ", "", 16, null)]
    [InlineData("original: ", "", 17, "FILTER_LIMIT_EXCEEDED")]
    [InlineData("copies: { some: ", "}", 16, null)]
    [InlineData("copies: { some: ", "}", 17, "FILTER_LIMIT_EXCEEDED")]
    [InlineData("and: [", "]", 70, null)]
    public async Task A_filter_leads_only_so_far(string open, string close, int times, string? code)
    {
        var where = string.Concat(Enumerable.Repeat($"{{ {open}", times)) + "{ height: { eq: 1 } }" + string.Concat(Enumerable.Repeat($"{close} }}", times));
        await ExpectAsync(code, $"{{ works(where: {where}) {{ totalCount }} }}");
    }

    [Theory]
    [InlineData("{ depth: { eq: null } }", 249, null)]
    [InlineData("{ depth: { eq: null } }", 250, "FILTER_LIMIT_EXCEEDED")]
    [InlineData("{ title: { or: [] } }", 250, "FILTER_LIMIT_EXCEEDED")]
    [InlineData("{ marks: { any: true } }", 16, null)]
    [InlineData("{ marks: { any: true } }", 17, "FILTER_LIMIT_EXCEEDED")]
    [InlineData("{ title: { nendsWith: \"xyz\" } }", 63, null)]
    public async Task A_filter_has_only_so_many_conditions(string condition, int times, string? code) =>
        await ExpectAsync(code, $"{{ works(where: {{ or: [{string.Join(", ", Enumerable.Repeat(condition, times))}] }}) {{ totalCount }} }}");

    [Theory]
    [InlineData(16, null)]
    [InlineData(17, "FILTER_LIMIT_EXCEEDED")]
    public async Task An_order_leads_only_so_far(int times, string? code)
    {
        var order = string.Concat(Enumerable.Repeat("{ original: ", times)) + "{ height: ASC }" + new string('}', times);
        await ExpectAsync(code, $"{{ works(order: [{order}]) {{ nodes {{ id }} }} }}");
    }

    [Fact]
    public async Task An_order_has_only_so_many_keys()
    {
        var names = new[] { "slug", "title", "nickname", "note", "shape", "formerShape", "price", "insured", "acquired", "sold", "seen", "cleaned", "onShow", "signed", "height", "depth", "weight" };
        await ExpectAsync(null, $"{{ works(order: [{string.Join(", ", names.Take(16).Select(name => $"{{ {name}: ASC }}"))}]) {{ nodes {{ id }} }} }}");
        await ExpectAsync("FILTER_LIMIT_EXCEEDED", $"{{ works(order: [{string.Join(", ", names.Select(name => $"{{ {name}: ASC }}"))}]) {{ nodes {{ id }} }} }}");
    }

    [Theory]
    [InlineData("'; DELETE FROM Works; --")]
    [InlineData("\"); DROP TABLE Works; --")]
    [InlineData("' UNION SELECT * FROM sqlite_master --")]
    [InlineData("\\'; VACUUM; --")]
    [InlineData("$.[0]\"],[\"")]
    [InlineData("\ud800")]
    [InlineData("\0")]
    public async Task SQL_in_values_is_plain_text(string text)
    {
        var variables = new JsonObject { ["text"] = text, ["list"] = new JsonArray(text) };
        foreach (var condition in new[] { "title: { eq: $text }", "title: { contains: $text }", "note: { startsWith: $text }", "title: { endsWith: $text }", "slug: { eq: $text }" })
            (await _server.QueryAsync($"query($text: String) {{ works(where: {{ {condition} }}) {{ totalCount }} }}", new JsonObject { ["text"] = text }))["works"]!["totalCount"]!.ToString().ShouldBe("0");
        (await _server.QueryAsync("query($list: [String]) { works(where: { title: { in: $list } }) { totalCount } }", new JsonObject { ["list"] = new JsonArray(text) }))["works"]!["totalCount"]!.ToString().ShouldBe("0");
        (await _server.QueryAsync("{ works { totalCount } }"))["works"]!["totalCount"]!.ToString().ShouldBe("45");
    }

    [Fact]
    public async Task A_statement_that_takes_too_long_is_stopped_and_its_connection_replaced()
    {
        using var impatient = new MuseumServer(deadline: TimeSpan.FromMilliseconds(300), poolSize: 1);
        for (var i = 0; i < 2; i++)
        {
            var clock = Stopwatch.StartNew();
            (await impatient.FailAsync("{ eternities(first: 1, order: [{ remainder: DESC }]) { nodes { remainder } } }")).Code.ShouldBe("TIME_LIMIT_EXCEEDED");
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        }

        await impatient.QueryAsync("{ works { totalCount } }");
    }

    [Fact]
    public async Task A_client_that_goes_away_stops_its_statement()
    {
        using var gone = new CancellationTokenSource();
        gone.CancelAfter(200);
        var answer = Task.Run(() => _server.SendAsync("{ eternities(first: 1, order: [{ remainder: DESC }]) { totalCount } }", cancellation: gone.Token));
        await Should.ThrowAsync<OperationCanceledException>(() => answer);
        await ExpectWorkingAsync();
    }

    [Fact]
    public async Task A_request_that_waits_for_a_connection_can_be_stopped()
    {
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var holding = Task.Run(() => _server.SendAsync("{ eternities(first: 1, order: [{ remainder: DESC }]) { totalCount } }", cancellation: first.Token));
        SpinWait.SpinUntil(() => _server.Statements.Count > 0, TimeSpan.FromSeconds(30)).ShouldBeTrue();
        var waiting = Task.Run(() => _server.SendAsync("{ works { totalCount } }", cancellation: second.Token));
        await second.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        await first.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => holding);
        await ExpectWorkingAsync();
    }

    [Fact]
    public async Task A_failed_statement_is_an_error_of_its_field_that_tells_nothing_of_the_database()
    {
        for (var i = 0; i < 3; i++)
        {
            var (code, message) = await _server.FailAsync("{ ruins { nodes { broken } } }");
            code.ShouldBe("INTERNAL_SERVER_ERROR");
            foreach (var secret in new[] { "SELECT", "SQL", "json", "secret", "Ruins", "Data", "at " })
                message.ShouldNotContain(secret, Case.Insensitive);
        }

        await ExpectWorkingAsync();
        (await _server.QueryAsync("{ ruins { totalCount } }"))["ruins"]!["totalCount"]!.ToString().ShouldBe("1");
    }

    [Fact]
    public async Task Other_fields_are_answered_beside_one_that_fails()
    {
        var response = await _server.SendAsync("{ node(id: \"?\") { id } works(first: 1) { totalCount } }");
        response["errors"]!.AsArray().Count.ShouldBe(1);
        response["data"]!.ToJsonString().ShouldBe("""{"node":null,"works":{"totalCount":45}}""");
    }

    public void Dispose() => _server.Dispose();

    private async Task ExpectAsync(string? code, string query)
    {
        if (code is null)
            await _server.QueryAsync(query);
        else
            (await _server.FailAsync(query)).Code.ShouldBe(code);
    }

    private async Task ExpectWorkingAsync() => (await _server.QueryAsync("{ works { totalCount } }"))["works"]!["totalCount"]!.ToString().ShouldBe("45");
}
