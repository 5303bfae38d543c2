using System.Text.Json;
using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.Store;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;

namespace KnowledgeApi.Tests.Ownership;

[Collection(KnowledgeCollection.Name)]
public sealed class OwnershipTests(KnowledgeFixture knowledge)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "KnowledgeApi.Tests", "Ownership", "Questions");

    private static readonly IEnumerable<string> Questions = Directory.EnumerateFiles(Folder, "*.graphql").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Questions];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_question_is_answered_as_approved(string name)
    {
        var answer = await knowledge.QueryAsync(await File.ReadAllTextAsync(Path.Combine(Folder, name + ".graphql")));

        Snapshots.Match(Gist.Of(Answers.Keep(answer, KnowledgeFixture.Documents is not null)), name);
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

        // One finds the two entities.
        statements.ShouldBe(1 + expected);
    }

    [Fact]
    public async Task Walks_from_many_organisations_take_no_more_statements()
    {
        var one = await Statements("{ companies(first: 1, where: { slug: { eq: \"numergy\" } }) { nodes { owners { isComplete } } } }");
        var all = await Statements("{ companies(first: 100) { nodes { owners { isComplete } } } }");

        all.ShouldBeLessThanOrEqualTo(one);
    }

    [Fact]
    public async Task What_many_organisations_are_told_is_what_each_is()
    {
        const string Fields = "owners { isComplete owners { owner { slug } share { text } } gaps { message } dot }";
        var all = await knowledge.QueryAsync($"{{ companies(first: 100) {{ nodes {{ slug {Fields} }} }} }}");
        foreach (var company in all.GetProperty("companies").GetProperty("nodes").EnumerateArray())
        {
            var one = await knowledge.QueryAsync($"{{ company(by: {{ slug: \"{company.GetProperty("slug").GetString()}\" }}) {{ slug {Fields} }} }}");
            one.GetProperty("company").GetRawText().ShouldBe(company.GetRawText());
        }
    }

    [Fact]
    public async Task An_entity_is_known_by_its_global_id()
    {
        var ids = new { of = GlobalId.Encode("Company", "cloudwatt"), by = GlobalId.Encode("Company", "thales") };

        var answer = await knowledge.QueryAsync("query ($of: ID!, $by: ID!) { ownershipPaths(of: { id: $of }, by: { id: $by }, asOf: { validOn: \"2013-06-01\" }) { share { text } } }", ids);

        answer.GetProperty("ownershipPaths").GetProperty("share").GetProperty("text").GetString().ShouldBe("22.15–22.25 %");
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
        var answer = await knowledge.SendAsync("{ company(by: { slug: \"cloudwatt\" }) { controllers(threshold: \"100.1\") { controllers { certainty } } } }");

        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("ARGUMENT_INVALID");
    }

    [Fact]
    public async Task The_bounds_are_settings()
    {
        using var folder = new SeedFolder();
        var store = new KnowledgeStore(folder.Database);
        await using var app = KnowledgeServer.Create(store, store.Build(folder.Seeds).Summary!.Hash, configure: builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Configuration.AddInMemoryCollection([new("Ownership:MaxDepth", "2")]);
        });
        await app.StartAsync();

        using var response = await app.GetTestClient().PostAsync("/graphql", new StringContent("{\"query\":\"{ companies { nodes { owners(maxDepth: 3) { isComplete } } } }\"}", System.Text.Encoding.UTF8, "application/json"));

        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldContain("from 1 to 2");
    }

    private async Task<int> Statements(string query)
    {
        var statements = 0;
        void Count(string statement) => Interlocked.Increment(ref statements);
        knowledge.Pool.Executing += Count;
        try
        {
            await knowledge.QueryAsync(query);
        }
        finally
        {
            knowledge.Pool.Executing -= Count;
        }

        return statements;
    }
}
