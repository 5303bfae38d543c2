using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Schemas;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Knowledge.Seeds;

namespace KnowledgeApi.Tests.Kinds;

/// <summary>A kind of claim that is added in three files can do all that others can.</summary>
public sealed class ContractTests(ContractBase contracts) : IClassFixture<ContractBase>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("contracts-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void It_is_three_files() =>
        new DirectoryInfo(Path.Combine(Repository.Root, "tests", "ContractKind")).GetFiles("*.cs").Select(file => file.Name)
            .ShouldBe(["Contract.cs", "ContractDescriptor.cs", "ContractQueries.cs"], ignoreOrder: true);

    [Fact]
    public Task A_list_at_the_root_has_them_all() => Answers(
        "{ contracts { totalCount nodes { slug status purpose customer { name } supplier { name } amount { lower upper currency } signed { edtf } } } }",
        """
        {"contracts":{"totalCount":3,"nodes":[
        {"slug":"ironworks-nimbus-3m","status":"ACTUAL","purpose":"servers for a data centre","customer":{"name":"Nimbus"},"supplier":{"name":"Ironworks"},"amount":{"lower":"2500000","upper":"3500000","currency":"EUR"},"signed":{"edtf":"2019-05"}},
        {"slug":"ironworks-nimbus-5m","status":"REPORTED","purpose":"servers for a data centre","customer":{"name":"Nimbus"},"supplier":{"name":"Ironworks"},"amount":{"lower":"4500000","upper":"5500000","currency":"EUR"},"signed":null},
        {"slug":"nimbus-harbour-2m","status":"ACTUAL","purpose":"a hall","customer":{"name":"Harbour"},"supplier":{"name":"Nimbus"},"amount":{"lower":"1500000","upper":"2500000","currency":"USD"},"signed":null}]}}
        """);

    [Theory]
    [InlineData("contracts(where: { purpose: { contains: \"SERVER\" }, amount: { possibly: { gte: \"4000000\" } } }) { nodes { slug } }", """{"contracts":{"nodes":[{"slug":"ironworks-nimbus-5m"}]}}""")]
    [InlineData("contracts(where: { customer: { type: { eq: PUBLIC_BODY } } }) { nodes { slug } }", """{"contracts":{"nodes":[{"slug":"nimbus-harbour-2m"}]}}""")]
    [InlineData("contracts(order: { amount: DESC }, first: 1) { nodes { slug } }", """{"contracts":{"nodes":[{"slug":"ironworks-nimbus-5m"}]}}""")]
    [InlineData("contracts(asOf: { validOn: \"2019-05-20\", certainty: POSSIBLE }, where: { signed: { edtf: { neq: null } } }) { nodes { slug } }", """{"contracts":{"nodes":[{"slug":"ironworks-nimbus-3m"}]}}""")]
    public Task They_are_filtered_and_ordered_by_what_they_state(string list, string answer) => Answers($"{{ {list} }}", answer);

    [Fact]
    public Task They_are_summed_up_by_currency_and_each_agreement_counts_once() => Answers(
        "{ contracts { aggregate { amount { unit sum { lower upper } leftOut sumOfAll { lower upper } } } } }",
        """
        {"contracts":{"aggregate":{"amount":[
        {"unit":"EUR","sum":{"lower":"2500000","upper":"3500000"},"leftOut":1,"sumOfAll":{"lower":"7000000","upper":"9000000"}},
        {"unit":"USD","sum":{"lower":"1500000","upper":"2500000"},"leftOut":0,"sumOfAll":{"lower":"1500000","upper":"2500000"}}]}}}
        """);

    [Fact]
    public Task They_are_grouped_by_whom_they_are_with() => Answers(
        "{ contracts { groupBy(by: CONTRACT_SUPPLIER) { keys { node { ... on Entity { name } } } count } } }",
        """{"contracts":{"groupBy":[{"keys":[{"node":{"name":"Ironworks"}}],"count":2},{"keys":[{"node":{"name":"Nimbus"}}],"count":1}]}}""");

    [Fact]
    public Task They_are_among_all_claims_as_a_type_of_their_own() => Answers(
        "{ claims(where: { type: { eq: CONTRACT }, asContract: { customer: { slug: { eq: \"harbour\" } } } }) { nodes { __typename slug ... on Contract { purpose } citations { nodes { quote } } } } }",
        """{"claims":{"nodes":[{"__typename":"Contract","slug":"nimbus-harbour-2m","purpose":"a hall","citations":{"nodes":[{"quote":"The city of Harbour rents a hall from Nimbus for 2 million dollars."}]}}]}}""");

    [Fact]
    public Task They_are_among_the_claims_of_those_who_take_part() => Answers(
        "{ company(by: { slug: \"nimbus\" }) { participations { role claim { slug } } } }",
        """{"company":{"participations":[{"role":"CUSTOMER","claim":{"slug":"ironworks-nimbus-3m"}},{"role":"CUSTOMER","claim":{"slug":"ironworks-nimbus-5m"}},{"role":"SELLER","claim":{"slug":"nimbus-harbour-2m"}}]}}""");

    [Fact]
    public async Task Search_finds_them_by_their_words_as_a_kind_of_their_own()
    {
        var found = await contracts.Server.QueryAsync("{ search(text: \"data centre\", types: [CONTRACT]) { totalCount edges { node { id slug __typename } matches { field } } } }");

        found.GetProperty("search").GetProperty("totalCount").GetInt32().ShouldBe(2);
        var edge = found.GetProperty("search").GetProperty("edges")[0];
        edge.GetProperty("node").GetProperty("__typename").GetString().ShouldBe("Contract");
        edge.GetProperty("matches")[0].GetProperty("field").GetString().ShouldBe("SUMMARY");
        var again = await contracts.Server.QueryAsync("query Again($id: ID!) { node(id: $id) { ... on Contract { slug } } }", new { id = edge.GetProperty("node").GetProperty("id").GetString() });
        again.GetProperty("node").GetProperty("slug").GetString().ShouldBe(edge.GetProperty("node").GetProperty("slug").GetString());
    }

    [Fact]
    public Task A_timeline_has_them_where_they_state_a_time() => Answers(
        "{ company(by: { slug: \"ironworks\" }) { timeline(where: { type: { neq: REPORTED } }) { nodes { type label date { edtf } derivedFrom { slug } } } } }",
        """
        {"company":{"timeline":{"nodes":[
        {"type":"HAPPENED","label":"servers for a data centre: 3 million euros","date":{"edtf":"2019-05"},"derivedFrom":{"slug":"ironworks-nimbus-3m"}},
        {"type":"UNDATED","label":"servers for a data centre: 5 million euros","date":null,"derivedFrom":{"slug":"ironworks-nimbus-5m"}}]}}}
        """);

    [Fact]
    public async Task A_picture_of_a_timeline_shows_them() =>
        (await contracts.Server.Client.GetStringAsync("/timeline/ironworks.svg")).ShouldContain("servers for a data centre: 3 million euros (2019-05");

    [Fact]
    public async Task The_contract_of_clients_has_them()
    {
        var run = await CommandRun.RunAsync(ContractBase.Kinds, "schema");

        var schema = SchemaReader.Read(run.Output);
        schema.Types.OfType<EnumType>().Where(type => type.TryGetValue("CONTRACT", out _)).Select(type => type.Name).ShouldBe(["ClaimProperty", "ClaimType", "SearchType"]);
        schema.Types.OfType<ObjectType>().Single(type => type.Name == "Contract").Interfaces.Select(type => type.Name).ShouldBe(["Claim", "Node", "SearchResult"], ignoreOrder: true);
    }

    [Fact]
    public Task Two_that_cannot_both_be_true_are_found_to_conflict() => Answers(
        "{ agreements(where: { property: { eq: CONTRACT }, size: { gt: 1 } }) { nodes { slug property verdict unit intersection { lower } spread { lower upper } quoteFirst { slug } } } }",
        """{"agreements":{"nodes":[{"slug":"contract.ironworks.nimbus.servers-for-a-data-centre","property":"CONTRACT","verdict":"CONFLICTING","unit":"EUR","intersection":null,"spread":{"lower":"2500000","upper":"5500000"},"quoteFirst":{"slug":"ironworks-nimbus-3m"}}]}}""");

    [Fact]
    public Task Rules_find_what_is_odd_about_them() => Answers(
        "{ findings(where: { claims: { some: { type: { eq: CONTRACT } } } }) { nodes { rule { name } claims { nodes { slug } } } } }",
        """{"findings":{"nodes":[{"rule":{"name":"CLAIMS_CONFLICT"},"claims":{"nodes":[{"slug":"ironworks-nimbus-3m"},{"slug":"ironworks-nimbus-5m"}]}}]}}""");

    [Fact]
    public void Editors_know_their_section_and_their_keys()
    {
        var schema = JsonNode.Parse(SeedSchema.Json(ContractBase.Kinds))!;

        ((string?)schema["properties"]!["contracts"]!["description"]).ShouldBe("Who orders what from whom.");
        schema["$defs"]!["contract"]!["properties"]!.AsObject().Select(key => key.Key).Take(6).ShouldBe(["customer", "supplier", "purpose", "amount", "signed", "id"]);
        schema["$defs"]!["contract"]!["required"]!.AsArray().Select(key => (string?)key).ShouldBe(["customer", "supplier", "purpose", "id", "status", "citations"]);
    }

    [Fact]
    public void A_build_counts_them() => contracts.Report.Snapshot!.Summary.Counts[nameof(ContractKind.Contract)].ShouldBe(3);

    [Fact]
    public async Task Check_counts_them()
    {
        var run = await CommandRun.RunAsync(ContractBase.Kinds, "check", "--seeds", ContractBase.Seeds, "--documents", ContractBase.Texts);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("3 claims, 3 citations, 3 entities, 1 document");
        run.Output.ShouldContain("3 EXACT");
    }

    [Fact]
    public async Task A_misspelt_key_is_named_with_its_place_and_the_nearest()
    {
        Write("supplier: ironworks", "suplier: ironworks");

        var run = await CommandRun.RunAsync(ContractBase.Kinds, "check", "--seeds", _folder.FullName);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("contracts.yaml:25:5: error: Unknown key \"suplier\" in a contract. Did you mean \"supplier\"?");
        run.Errors.ShouldContain("contracts.yaml:23:5: error: A contract without \"supplier\".");
    }

    [Fact]
    public async Task A_sum_without_a_currency_is_named_with_its_place()
    {
        Write("currency: USD", "unit: machines");

        var run = await CommandRun.RunAsync(ContractBase.Kinds, "check", "--seeds", _folder.FullName);

        run.Errors.ShouldContain("contracts.yaml:52:13: error: A sum of money without \"currency\".");
    }

    [Fact]
    public async Task A_program_without_the_kind_says_what_sections_there_are()
    {
        var run = await CommandRun.RunAsync("check", "--seeds", ContractBase.Seeds);

        run.Errors.ShouldContain("contracts.yaml:22:1: error: Unknown key \"contracts\" in a seed file.");
    }

    private async Task Answers(string query, string expected) =>
        (await contracts.Server.QueryAsync(query)).GetRawText().ShouldBe(expected.Replace("\n", "", StringComparison.Ordinal));

    private void Write(string old, string now) => System.IO.File.WriteAllText(
        Path.Combine(_folder.FullName, "contracts.yaml"), ReplaceFirst(System.IO.File.ReadAllText(Path.Combine(ContractBase.Seeds, "contracts.yaml")), old, now));

    private static string ReplaceFirst(string text, string old, string now)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);
        return text[..at] + now + text[(at + old.Length)..];
    }
}
