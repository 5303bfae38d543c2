using System.Text.Json;

namespace KnowledgeApi.Tests.QueryPlans;

/// <summary>The look-ups and lists that the documentation offers read only what they answer with, however many companies there are.</summary>
public sealed class PlanTests(LargeBase large) : IClassFixture<LargeBase>
{
    private const string Id = "Q29tcGFueTpvcmVubmV4LWM3Nzc";

    [Theory]
    [InlineData($$"""{ company(by: { id: "{{Id}}" }) { slug } }""")]
    [InlineData($$"""{ entity(by: { id: "{{Id}}" }) { slug } }""")]
    [InlineData($$"""{ node(id: "{{Id}}") { ... on Company { slug } } }""")]
    [InlineData("""{ company(by: { slug: "orennex-c777" }) { slug } }""")]
    [InlineData("""{ entity(by: { slug: "orennex-c777" }) { slug } }""")]
    [InlineData("""{ company(by: { identifier: { scheme: "REGISTER", value: "300000776" } }) { slug } }""")]
    [InlineData("""{ entity(by: { identifier: { scheme: "REGISTER", value: "300000776" } }) { slug } }""")]
    [InlineData("""{ company(by: { name: "ORENNEX water" }) { slug } }""")]
    [InlineData("""{ entity(by: { name: "ORENNEX WATER n.v." }) { slug } }""")]
    [InlineData("""{ companies(where: { slug: { eq: "orennex-c777" } }) { nodes { slug } } }""")]
    [InlineData("""{ companies(where: { slug: { in: ["orennex-c777", "nobody"] } }) { nodes { slug } } }""")]
    [InlineData("""{ companies(where: { name: { eq: "orennex WATER" } }) { nodes { slug } } }""")]
    [InlineData($$"""{ entities(where: { id: { in: ["{{Id}}", "{{Id}}"] } }) { nodes { slug } } }""")]
    public async Task A_company_is_found_by_what_it_is_known_by(string query)
    {
        var data = await ExpectSearchedAsync(query);
        data.ToString().ShouldContain("orennex-c777");
    }

    [Theory]
    [InlineData("""{ document(by: { slug: "d7" }) { slug } }""")]
    [InlineData("""{ document(by: { sha256: "82396aa34d3d216d4a545cf6f34c62f84985d669d5384686caa9a5de4bc2ef3e" }) { slug } }""")]
    public async Task A_document_is_found_by_what_it_is_known_by(string query) => (await ExpectSearchedAsync(query)).ToString().ShouldContain("d7");

    [Theory]
    [InlineData("claims")]
    [InlineData("claimsAbout")]
    [InlineData("shareholders")]
    [InlineData("holdings")]
    [InlineData("fundingsGiven")]
    [InlineData("fundingsReceived")]
    [InlineData("financialFigures")]
    [InlineData("measurements")]
    [InlineData("roles")]
    [InlineData("statementsMade")]
    [InlineData("citationsBy")]
    [InlineData("findings")]
    public async Task The_many_of_one_company_are_found_by_the_company(string field) =>
        await ExpectSearchedAsync($$"""{ company(by: { slug: "orennex-c777" }) { {{field}}(first: 5) { nodes { __typename } } } }""");

    [Theory]
    [InlineData("names")]
    [InlineData("identifiers")]
    [InlineData("participations")]
    public async Task The_parts_of_one_company_are_found_by_the_company(string field) =>
        await ExpectSearchedAsync($$"""{ company(by: { slug: "orennex-c777" }) { {{field}}(first: 5) { __typename } } }""");

    [Theory]
    [InlineData("shareholders(first: 2) { nodes { slug citations(first: 2) { nodes { slug document { slug } } } } }")]
    [InlineData("claims(first: 2) { nodes { slug participants(first: 2) { role } } }")]
    [InlineData("names(first: 2) { text }")]
    public async Task The_many_of_each_company_of_a_page_are_found_by_the_companies(string field) =>
        await ExpectSearchedAsync($$"""{ companies(first: 3) { nodes { {{field}} } } }""", hasPage: true);

    [Theory]
    [InlineData("""{ claim(by: { slug: "weninzia-c1-hugo-isinzia-p6" }) { citations { nodes { slug } } } }""")]
    [InlineData("""{ claim(by: { slug: "weninzia-c1-hugo-isinzia-p6" }) { findings { nodes { slug } } } }""")]
    [InlineData("""{ document(by: { slug: "d7" }) { citations(first: 5, order: [{ start: ASC }]) { nodes { slug claim { slug } } } } }""")]
    [InlineData("""{ claims(where: { subject: { slug: { eq: "orennex-c777" } } }) { nodes { slug } } }""")]
    [InlineData("""{ shareholdings(where: { company: { slug: { eq: "orennex-c777" } } }) { nodes { slug } } }""")]
    [InlineData("""{ claims(where: { asShareholding: { owner: { slug: { eq: "orennex-c777" } } } }) { nodes { slug } } }""")]
    [InlineData("""{ citations(where: { document: { slug: { eq: "d7" } } }) { nodes { slug } } }""")]
    public async Task Claims_and_citations_are_found_by_what_they_belong_to(string query) => await ExpectSearchedAsync(query);

    [Theory]
    [InlineData("""{ company(by: { slug: "orennex-c777" }) { shareholders { aggregate { share { sum { lower } } } } } }""")]
    [InlineData("""{ company(by: { slug: "orennex-c777" }) { financialFigures { groupBy(by: FINANCIAL_FIGURE_CONCEPT) { amount { sum { lower } } } } } }""")]
    public async Task A_sum_looks_for_what_else_answers_a_question_by_the_question(string query) => await ExpectSearchedAsync(query);

    [Theory]
    [InlineData("""companies(first: 10, order: [{ name: ASC }]""")]
    [InlineData("""companies(first: 10""")]
    [InlineData("""companies(last: 10, order: [{ name: ASC }]""")]
    [InlineData("""people(first: 10, order: [{ name: ASC }]""")]
    [InlineData("""shareholdings(first: 10""")]
    [InlineData("""companies(first: 10, where: { name: { startsWith: "Gal" } }, order: [{ name: ASC }]""", true)]
    public async Task A_page_and_the_next_are_read_from_an_index(string field, bool isFiltered = false)
    {
        var root = field[..field.IndexOf('(', StringComparison.Ordinal)];
        var (backward, cursor) = field.Contains("last", StringComparison.Ordinal) ? ("before", "startCursor") : ("after", "endCursor");
        var page = await ExpectSearchedAsync($"{{ {field}) {{ nodes {{ slug }} pageInfo {{ {cursor} }} }} }}", hasPage: !isFiltered);
        var place = page.GetProperty(root).GetProperty("pageInfo").GetProperty(cursor);
        var query = $"{{ {field}, {backward}: {place.GetRawText()}) {{ nodes {{ slug }} }} }}";
        var next = await ExpectSearchedAsync(query, hasPage: !isFiltered);
        next.GetProperty(root).GetProperty("nodes").GetArrayLength().ShouldBe(10);
        if (!isFiltered)
            (await large.ExplainAsync(query)).Plans[0].Steps[0].ShouldMatch("<\\?|>\\?", "the place of the cursor is not looked up in the index");
    }

    [Fact]
    public async Task The_start_of_a_name_is_a_range_of_an_index()
    {
        var (data, plans) = await large.ExplainAsync("""{ companies(where: { name: { startsWith: "Gal" } }) { nodes { name } } }""");
        data.GetProperty("companies").GetProperty("nodes").GetArrayLength().ShouldBeGreaterThan(5);
        plans.ShouldHaveSingleItem().Steps[0].ShouldContain("NameFolded>? AND NameFolded<?");
    }

    /// <summary>Runs a query whose statements search all they read. If it has a page of a list, that may be read from an index in its order.</summary>
    private async Task<JsonElement> ExpectSearchedAsync(string query, bool hasPage = false)
    {
        var (data, plans) = await large.ExplainAsync(query);
        plans.ShouldNotBeEmpty();
        foreach (var plan in plans)
            plan.Steps.Where(step => IsFullScan(step, plan) || (IsScanOfType(step) && !(hasPage && plan.Steps.Count == 1))).ShouldBeEmpty(plan.ToString());
        return data;
    }

    /// <summary>True for a step through all rows of one kind.</summary>
    private static bool IsScanOfType(string step) => step.EndsWith("(Type=?)", StringComparison.Ordinal);

    /// <summary>True for a step through a table from end to end: not through the keys of a page or what other steps have found.</summary>
    private static bool IsFullScan(string step, Plan plan) =>
        step.StartsWith("SCAN", StringComparison.Ordinal)
        && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal)
        && !step.Contains("CONSTANT ROW", StringComparison.Ordinal)
        && !plan.Steps.Contains($"CO-ROUTINE {step["SCAN ".Length..]}")
        && !plan.Steps.Contains($"MATERIALIZE {step["SCAN ".Length..]}");
}
