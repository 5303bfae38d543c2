using System.Text.Json;
using KnowledgeApi.GraphQL.Data;

namespace KnowledgeApi.Tests.Ownership;

public sealed class OwnershipTests(KnowledgeFixture knowledge) : IClassFixture<KnowledgeFixture>
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "KnowledgeApi.Tests", "Ownership", "Questions");

    private static readonly IEnumerable<string> Questions = Directory.EnumerateFiles(Folder, "*.graphql").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Questions];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_question_is_answered_as_approved(string name)
    {
        var answer = await knowledge.QueryAsync(await File.ReadAllTextAsync(Path.Combine(Folder, name + ".graphql")));

        Snapshots.Match(Gist.Of(Answers.Keep(answer, Repository.Documents is not null)), name);
    }

    [Fact]
    public void Each_approved_answer_has_its_question() => Snapshots.Names().ShouldBe(Questions, ignoreOrder: true);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(8, 3)] // Cloudwatt, its owners, theirs; the State's would be next, but there are none.
    public async Task A_walk_takes_one_statement_a_level(int maxDepth, int expected)
    {
        var statements = await Statements($"{{ ownershipPaths(of: {{ slug: \"cloudwatt\" }}, by: {{ slug: \"french-state\" }}, maxDepth: {maxDepth}) {{ share {{ text }} }} }}");

        // Two find the two entities.
        statements.ShouldBe(2 + expected);
    }

    [Fact]
    public async Task Walks_from_many_organisations_take_no_more_statements()
    {
        var one = await Statements("{ companies(first: 1, where: { slug: { eq: \"numergy\" } }) { nodes { ownership { isComplete } } } }");
        var all = await Statements("{ companies(first: 100) { nodes { ownership { isComplete } } } }");

        all.ShouldBeLessThanOrEqualTo(one);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("isComplete", 3)] // Cloudwatt, its owners, theirs.
    [InlineData("isComplete remainder { text } gaps { kind } owners { totalCount } ultimateOwners { totalCount } controllers { totalCount } dot", 3)]
    [InlineData("subsidiaries { totalCount } mermaid(of: SUBSIDIARIES)", 1)] // It owns nothing.
    [InlineData("isComplete subsidiaries { totalCount }", 4)]
    public async Task Only_the_way_that_is_asked_for_is_walked_and_only_once(string fields, int expected)
    {
        var statements = await Statements($"{{ company(by: {{ slug: \"cloudwatt\" }}) {{ ownership {{ __typename {fields} }} }} }}");

        // One finds the company.
        statements.ShouldBe(1 + expected);
    }

    [Fact]
    public async Task What_many_organisations_are_told_is_what_each_is()
    {
        const string Fields = "ownership { isComplete owners { edges { node { slug } share { text } } } gaps { message } dot }";
        var all = await knowledge.QueryAsync($"{{ companies(first: 100) {{ nodes {{ slug {Fields} }} }} }}");
        var companies = all.GetProperty("companies").GetProperty("nodes").EnumerateArray().ToList();
        companies.ShouldContain(company => company.GetProperty("ownership").GetProperty("owners").GetProperty("edges").GetArrayLength() > 0);
        foreach (var company in companies)
        {
            var one = await knowledge.QueryAsync($"{{ company(by: {{ slug: \"{company.GetProperty("slug").GetString()}\" }}) {{ slug {Fields} }} }}");
            one.GetProperty("company").GetRawText().ShouldBe(company.GetRawText());
        }
    }

    [Fact]
    public async Task An_organisation_that_stands_twice_in_a_level_is_answered_twice()
    {
        var answer = await knowledge.QueryAsync("{ shareholdings(where: { company: { slug: { eq: \"cloudwatt\" } } }) { nodes { company { ownership { isComplete } } } } }");

        answer.GetProperty("shareholdings").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("company").GetRawText()).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("owners", "numergy")]
    [InlineData("ultimateOwners", "numergy")]
    [InlineData("controllers(threshold: \"33\", ", "numergy")]
    [InlineData("subsidiaries", "french-state")]
    public async Task A_list_is_walked_by_pages_in_both_directions(string list, string slug)
    {
        var all = (await Page("")).Slugs;
        all.Count.ShouldBeGreaterThan(1);

        var forward = new List<string>();
        for (var page = await Page("first: 1"); ; page = await Page($"first: 1, after: \"{page.End}\""))
        {
            forward.AddRange(page.Slugs);
            page.HasPrevious.ShouldBe(forward.Count > 1);
            page.HasNext.ShouldBe(forward.Count < all.Count);
            if (!page.HasNext)
                break;
        }

        forward.ShouldBe(all);
        var backward = new List<string>();
        for (var page = await Page("last: 1"); ; page = await Page($"last: 1, before: \"{page.Start}\""))
        {
            backward.InsertRange(0, page.Slugs);
            if (!page.HasPrevious)
                break;
        }

        backward.ShouldBe(all);

        async Task<(List<string> Slugs, bool HasPrevious, bool HasNext, string Start, string End)> Page(string arguments)
        {
            var field = list.EndsWith(' ') ? $"{list}{(arguments.Length > 0 ? arguments : "first: 100")})" : arguments.Length > 0 ? $"{list}({arguments})" : list;
            var answer = await knowledge.QueryAsync(
                $"{{ entity(by: {{ slug: \"{slug}\" }}) {{ ownership {{ {field} {{ edges {{ node {{ slug }} }} pageInfo {{ hasPreviousPage hasNextPage startCursor endCursor }} }} }} }} }}");
            var found = answer.GetProperty("entity").GetProperty("ownership").EnumerateObject().Single().Value;
            var info = found.GetProperty("pageInfo");
            return (
                [.. found.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("slug").GetString()!)],
                info.GetProperty("hasPreviousPage").GetBoolean(),
                info.GetProperty("hasNextPage").GetBoolean(),
                info.GetProperty("startCursor").GetString()!,
                info.GetProperty("endCursor").GetString()!);
        }
    }

    [Theory]
    [InlineData("ownership { ultimateOwners(after: \"CURSOR\") { totalCount } }", "CURSOR_INVALID")]
    [InlineData("ownership(basis: VOTES) { owners(after: \"CURSOR\") { totalCount } }", "CURSOR_INVALID")]
    [InlineData("ownership { owners(after: \"CURSOR\", first: 501) { totalCount } }", "PAGE_TOO_LARGE")]
    [InlineData("ownership { owners(first: 1, last: 1) { totalCount } }", "PAGING_INVALID")]
    [InlineData("ownership { owners(after: \"CURSOR\") { totalCount } }", null)]
    public async Task A_cursor_is_good_for_its_own_list_only(string field, string? code)
    {
        var page = await knowledge.QueryAsync("{ company(by: { slug: \"cloudwatt\" }) { ownership { owners(first: 1) { edges { cursor } } } } }");
        var cursor = page.GetProperty("company").GetProperty("ownership").GetProperty("owners").GetProperty("edges")[0].GetProperty("cursor").GetString()!;

        var answer = await knowledge.SendAsync($"{{ company(by: {{ slug: \"cloudwatt\" }}) {{ {field.Replace("CURSOR", cursor, StringComparison.Ordinal)} }} }}");

        (answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null).ShouldBe(code);
    }

    [Theory]
    [InlineData("ownership(maxDepth: 17) { isComplete }", "[\"entities\",\"nodes\",0,\"ownership\"]")]
    [InlineData("ownership { controllers(threshold: 101) { totalCount } }", "[\"entities\",\"nodes\",0,\"ownership\",\"controllers\"]")]
    public async Task A_bad_argument_is_an_error_in_its_place_and_leaves_the_entity(string field, string path)
    {
        var answer = await knowledge.SendAsync($"{{ entities(first: 2, order: [{{ slug: ASC }}]) {{ nodes {{ __typename {field} }} }} }}");

        foreach (var entity in answer.GetProperty("data").GetProperty("entities").GetProperty("nodes").EnumerateArray())
        {
            entity.GetProperty("__typename").GetString().ShouldNotBeNull();
            entity.GetProperty("ownership").ValueKind.ShouldBe(JsonValueKind.Null);
        }

        answer.GetProperty("errors").GetArrayLength().ShouldBe(2);
        answer.GetProperty("errors")[0].GetProperty("path").GetRawText().ShouldBe(path);
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("ARGUMENT_INVALID");
    }

    [Fact]
    public async Task Paths_that_cannot_be_looked_for_leave_the_rest_of_the_answer()
    {
        var answer = await knowledge.SendAsync("{ coverage { claims } ownershipPaths(of: { slug: \"cloudwatt\" }, by: { slug: \"cloudwatt\" }) { share { text } } }");

        answer.GetProperty("data").GetProperty("ownershipPaths").ValueKind.ShouldBe(JsonValueKind.Null);
        answer.GetProperty("data").GetProperty("coverage").GetProperty("claims").GetInt32().ShouldBeGreaterThan(0);
        answer.GetProperty("errors")[0].GetProperty("path").GetRawText().ShouldBe("[\"ownershipPaths\"]");
    }

    [Theory]
    [InlineData("slug: \"thales\"")]
    [InlineData("name: \"THALÈS\"")]
    [InlineData("id: \"Q29tcGFueTp0aGFsZXM\"")]
    public async Task A_path_is_asked_for_by_whatever_an_entity_is_known_by(string by)
    {
        var answer = await knowledge.QueryAsync($"{{ ownershipPaths(of: {{ name: \"cloudwatt\" }}, by: {{ {by} }}, asOf: {{ validOn: \"2015-01-12\" }}) {{ share {{ text }} }} }}");

        answer.GetProperty("ownershipPaths").GetProperty("share").GetProperty("text").GetString().ShouldBe("21.5–22.4 %");
    }

    [Fact]
    public async Task An_entity_nothing_leads_to_owns_nothing()
    {
        var answer = await knowledge.QueryAsync("{ ownershipPaths(of: { slug: \"cloudwatt\" }, by: { slug: \"numergy\" }) { share { text } paths { certainty } dot } }");

        answer.GetProperty("ownershipPaths").GetProperty("share").GetProperty("text").GetString().ShouldBe("0 %");
        answer.GetProperty("ownershipPaths").GetProperty("paths").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("of: { slug: \"nobody\" }, by: { slug: \"orange\" }", "ENTITY_NOT_FOUND")]
    [InlineData("of: { slug: \"cloudwatt\" }, by: { slug: \"nobody\" }", "ENTITY_NOT_FOUND")]
    [InlineData("of: { id: \"???\" }, by: { slug: \"orange\" }", "ID_INVALID")]
    [InlineData("of: { id: \"UHJvZHVjdDpjbG91ZHdhdHQ\" }, by: { slug: \"orange\" }", "ENTITY_NOT_FOUND")]
    [InlineData("of: { slug: \"cloudwatt\" }, by: { slug: \"cloudwatt\" }", "ARGUMENT_INVALID")]
    [InlineData("of: { slug: \"cloudwatt\" }, by: { slug: \"orange\" }, maxDepth: 0", "ARGUMENT_INVALID")]
    [InlineData("of: { slug: \"cloudwatt\" }, by: { slug: \"orange\" }, maxDepth: 17", "ARGUMENT_INVALID")]
    [InlineData("of: { slug: \"cloudwatt\" }, by: { slug: \"orange\" }, first: 1001", "ARGUMENT_INVALID")]
    [InlineData("of: { slug: \"cloudwatt\" }, by: {}", "VALIDATION_FAILED")]
    public async Task A_question_that_cannot_be_answered_says_why(string arguments, string code)
    {
        var answer = await knowledge.SendAsync($"{{ ownershipPaths({arguments}) {{ share {{ text }} }} }}");

        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task A_threshold_beyond_the_whole_is_refused()
    {
        var answer = await knowledge.SendAsync("{ company(by: { slug: \"cloudwatt\" }) { ownership { controllers(threshold: \"100.1\") { totalCount } } } }");

        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("ARGUMENT_INVALID");
    }

    [Fact]
    public async Task The_bounds_are_settings()
    {
        using var folder = new SeedFolder();
        await using var server = await Server.StartAsync(folder, ("Ownership:MaxDepth", "2"));

        var answer = await server.SendAsync("{ companies { nodes { ownership(maxDepth: 3) { isComplete } } } }");

        answer.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldContain("from 1 to 2");
    }

    [Fact]
    public async Task A_cursor_of_controllers_is_good_for_its_threshold_only()
    {
        var page = await knowledge.QueryAsync("{ company(by: { slug: \"cloudwatt\" }) { ownership { controllers(threshold: \"20\", first: 1) { edges { cursor } } } } }");
        var cursor = page.GetProperty("company").GetProperty("ownership").GetProperty("controllers").GetProperty("edges")[0].GetProperty("cursor").GetString();
        var after = $"{{ company(by: {{ slug: \"cloudwatt\" }}) {{ ownership {{ controllers(threshold: \"THRESHOLD\", after: \"{cursor}\") {{ totalCount }} }} }} }}";

        (await knowledge.FailAsync(after.Replace("THRESHOLD", "33", StringComparison.Ordinal))).ShouldBe("CURSOR_INVALID");
        await knowledge.QueryAsync(after.Replace("THRESHOLD", "20.0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("gaps(of: DIRECTION) { kind }", "SHARE_UNSTATED")]
    [InlineData("dot(of: DIRECTION)", "Cloudwatt")]
    [InlineData("mermaid(of: DIRECTION)", "Cloudwatt")]
    public async Task Gaps_and_drawings_follow_stakes_in_the_direction_asked_for(string field, string found)
    {
        var query = $"{{ entity(by: {{ slug: \"french-state\" }}) {{ ownership {{ {field} }} }} }}";

        (await knowledge.QueryAsync(query.Replace("DIRECTION", "SUBSIDIARIES", StringComparison.Ordinal))).GetRawText().ShouldContain(found);
        (await knowledge.QueryAsync(query.Replace("DIRECTION", "OWNERS", StringComparison.Ordinal))).GetRawText().ShouldNotContain(found);
    }

    [Fact]
    public async Task Cycles_are_looked_for_in_the_direction_asked_for()
    {
        using var folder = new SeedFolder();
        var back = SeedFolder.Valid()[SeedFolder.Valid().IndexOf("  - id: beta-alpha-40", StringComparison.Ordinal)..];
        var beyond = back.Replace("beta-alpha-40", "gamma-beta-40", StringComparison.Ordinal).Replace("owner: alpha", "owner: beta", StringComparison.Ordinal).Replace("company: beta", "company: gamma", StringComparison.Ordinal);
        var around = beyond.Replace("gamma-beta-40", "beta-gamma-40", StringComparison.Ordinal).Replace("owner: beta", "owner: gamma", StringComparison.Ordinal).Replace("company: gamma", "company: beta", StringComparison.Ordinal);
        folder.Write($"{SeedFolder.Valid().Replace("    name: Beta\n", "    name: Beta\n  - id: gamma\n    name: Gamma\n", StringComparison.Ordinal)}\n{beyond}\n{around}");
        await using var server = await Server.StartAsync(folder);

        var data = await server.QueryAsync("{ company(by: { slug: \"alpha\" }) { ownership { owners: cycles(of: OWNERS) { members { slug } } subsidiaries: cycles(of: SUBSIDIARIES) { members { slug } } } } }");

        var ownership = data.GetProperty("company").GetProperty("ownership");
        ownership.GetProperty("owners").GetArrayLength().ShouldBe(0);
        ownership.GetProperty("subsidiaries")[0].GetProperty("members").EnumerateArray().Select(member => member.GetProperty("slug").GetString()).ShouldBe(["beta", "gamma"], ignoreOrder: true);
    }

    private async Task<int> Statements(string query) => (await knowledge.WatchAsync(query)).Statements.Count;
}
