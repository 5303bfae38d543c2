using System.Globalization;
using System.Text.Json;

namespace KnowledgeApi.Tests.Claims;

/// <summary>Sums of claims: each question counts once, what differs in kind is never added, and what is left out is said.</summary>
public sealed class SumTests
{
    private const string Amount = "amount { unit count sum { lower upper } average { lower upper } leftOut sumOfAll { lower upper } }";

    [Fact]
    public async Task Of_rival_tellings_the_one_quoted_first_counts()
    {
        var amount = await AskAsync("fundings", Paid("a", 75, "gamma"), Paid("b", 60, "gamma"), Paid("c", 10, "alpha"));

        Sum(amount, "sum").ShouldBe(85);
        Sum(amount, "average").ShouldBe(42.5m);
        Sum(amount, "sumOfAll").ShouldBe(145);
        amount.GetProperty("leftOut").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_question_counts_once_whoever_is_said_to_pay()
    {
        const string question = "questions:\n  - { id: q, text: Who paid? }\n";
        var amount = await AskAsync("fundings", question, Paid("a", 75, "gamma", "question: q"), Paid("b", 75, "alpha", "question: q"));

        (Sum(amount, "sum"), Sum(amount, "sumOfAll")).ShouldBe((75, 150));
    }

    [Theory]
    [InlineData("stage: COMMITTED")]
    [InlineData("stage: null")]
    [InlineData("status: REPORTED")]
    public async Task Stages_and_statuses_are_not_added(string other)
    {
        var amount = await AskAsync("fundings", Paid("a", 75, "gamma"), Paid("b", 10, "alpha", other));

        amount.GetProperty("sum").ValueKind.ShouldBe(JsonValueKind.Null);
        amount.GetProperty("average").ValueKind.ShouldBe(JsonValueKind.Null);
        (Sum(amount, "sumOfAll"), amount.GetProperty("leftOut").GetInt32()).ShouldBe((85, 0));
    }

    [Fact]
    public async Task Each_stage_and_status_has_a_sum_in_its_group()
    {
        using var folder = new SeedFolder();
        Write(folder, Paid("a", 75, "gamma"), Paid("b", 10, "alpha", "stage: COMMITTED"), Paid("c", 5, "delta", "status: REPORTED"));
        await using var server = await Server.StartAsync(folder);

        var groups = (await server.QueryAsync($"{{ fundings {{ groupBy(by: [FUNDING_STAGE, STATUS], order: KEY_ASC) {{ keys {{ value }} {Amount} }} }} }}")).GetProperty("fundings").GetProperty("groupBy");

        groups.EnumerateArray().Select(group => Sum(group.GetProperty("amount")[0], "sum")).ShouldBe([10, 75, 5]);
    }

    [Fact]
    public async Task Plans_are_added_where_they_are_asked_for()
    {
        var amount = await AskAsync("fundings(where: { status: { eq: PLANNED } })", Paid("a", 75, "gamma"), Paid("b", 10, "alpha", "status: PLANNED"), Paid("c", 20, "delta", "status: PLANNED"));

        (Sum(amount, "sum"), amount.GetProperty("count").GetInt32()).ShouldBe((30, 2));
    }

    [Fact]
    public async Task What_several_pay_together_counts_once_however_it_is_reached()
    {
        using var folder = new SeedFolder();
        Write(folder, Paid("a", 75, "participants: [{ entity: alpha, role: FUNDER }, { entity: gamma, role: FUNDER }]"));
        await using var server = await Server.StartAsync(folder);

        var data = await server.QueryAsync($"{{ one: fundings(where: {{ participants: {{ some: {{ role: {{ eq: FUNDER }} }} }} }}) {{ aggregate {{ {Amount} }} }} fundings {{ byRole: groupBy(by: PARTICIPANTS_ROLE, order: KEY_ASC) {{ {Amount} }} }} }}");

        Sum(data.GetProperty("one").GetProperty("aggregate").GetProperty("amount")[0], "sumOfAll").ShouldBe(75);
        data.GetProperty("fundings").GetProperty("byRole").EnumerateArray().Select(group => Sum(group.GetProperty("amount")[0], "sum")).ShouldBe([75, 75]);
    }

    [Fact]
    public async Task What_is_deprecated_is_left_out()
    {
        var amount = await AskAsync("fundings", Paid("a", 75, "gamma"), Paid("b", 10, "alpha", "rank: DEPRECATED, rank-reason: wrong"));

        (Sum(amount, "sum"), amount.GetProperty("leftOut").GetInt32()).ShouldBe((75, 1));
    }

    [Theory]
    [InlineData("where: { slug: { neq: \"a\" } }")]
    [InlineData("where: { funder: { slug: { eq: \"alpha\" } } }")]
    public async Task Where_the_one_quoted_first_is_not_in_the_list_the_next_counts(string where)
    {
        const string question = "questions:\n  - { id: q, text: Who paid? }\n";
        var amount = await AskAsync($"fundings({where})", question, Paid("a", 75, "gamma", "question: q"), Paid("b", 60, "alpha", "question: q"), Paid("c", 50, "alpha", "question: q"));

        (Sum(amount, "sum"), Sum(amount, "sumOfAll"), amount.GetProperty("leftOut").GetInt32()).ShouldBe((60, 110, 1));
    }

    [Fact]
    public async Task Each_group_counts_the_one_quoted_first_among_its_own()
    {
        const string question = "questions:\n  - { id: q, text: Who paid? }\n";
        using var folder = new SeedFolder();
        Write(folder, question, Paid("a", 75, "gamma", "question: q"), Paid("b", 60, "alpha", "question: q"), Paid("c", 50, "alpha", "question: q"));
        await using var server = await Server.StartAsync(folder);

        var groups = (await server.QueryAsync($"{{ fundings {{ groupBy(by: FUNDING_FUNDER, order: COUNT_DESC) {{ {Amount} }} }} }}")).GetProperty("fundings").GetProperty("groupBy");

        groups.EnumerateArray().Select(group => (Sum(group.GetProperty("amount")[0], "sum"), group.GetProperty("amount")[0].GetProperty("leftOut").GetInt32())).ShouldBe([(60, 1), (75, 0)]);
    }

    [Theory]
    [InlineData("NET_INCOME", true)]
    [InlineData("REVENUE", false)]
    public async Task Concepts_are_not_added(string other, bool isApart)
    {
        var amount = await AskAsync("financialFigures", Figure("a", "REVENUE", 2014), Figure("b", other, 2015));

        (amount.GetProperty("sum").ValueKind == JsonValueKind.Null).ShouldBe(isApart);
        Sum(amount, "sumOfAll").ShouldBe(20);
    }

    [Theory]
    [InlineData("JOBS", true)]
    [InlineData("HEADCOUNT", false)]
    public async Task Metrics_are_not_added(string other, bool isApart)
    {
        var quantity = await AskAsync("measurements", Amount.Replace("amount", "quantity", StringComparison.Ordinal), [Measured("a", "HEADCOUNT", "beta"), Measured("b", other, "gamma")]);

        (quantity.GetProperty("sum").ValueKind == JsonValueKind.Null).ShouldBe(isApart);
        Sum(quantity, "sumOfAll").ShouldBe(20);
    }

    private static string Figure(string id, string concept, int year) =>
        $"financial-figures:\n  - {{ id: {id}, status: ACTUAL, concept: {concept}, company: beta, fiscal-period: {year}, amount: {{ exactly: \"10\", currency: EUR }}, CITED }}\n";

    private static string Measured(string id, string metric, string subject) =>
        $"measurements:\n  - {{ id: {id}, status: ACTUAL, metric: {metric}, subject: {subject}, quantity: {{ exactly: \"10\", unit: people }}, CITED }}\n";

    private static Task<JsonElement> AskAsync(string list, params string[] seeds) => AskAsync(list, Amount, seeds);

    private static async Task<JsonElement> AskAsync(string list, string selection, string[] seeds)
    {
        using var folder = new SeedFolder();
        Write(folder, seeds);
        await using var server = await Server.StartAsync(folder);
        var data = await server.QueryAsync($"{{ {list} {{ aggregate {{ {selection} }} }} }}");
        return data.EnumerateObject().Single().Value.GetProperty("aggregate").EnumerateObject().Single().Value[0];
    }

    private static void Write(SeedFolder folder, params string[] seeds)
    {
        var citation = SeedFolder.Valid()[SeedFolder.Valid().IndexOf("  - document: opening", StringComparison.Ordinal)..].Split('\n').Select(line => line.Trim().TrimStart('-').Trim());
        var cited = $"citations: [{{ {string.Join(", ", citation)} }}]";
        File.WriteAllText(Path.Combine(folder.Seeds, "gamma.yaml"), "companies:\n  - { id: gamma, name: Gamma }\n  - { id: delta, name: Delta }\n");
        for (var i = 0; i < seeds.Length; i++)
            File.WriteAllText(Path.Combine(folder.Seeds, $"it{i}.yaml"), seeds[i].Replace("CITED", cited, StringComparison.Ordinal));
    }

    private static string Paid(string id, int millions, string funder, string keys = "")
    {
        var given = funder.StartsWith("participants", StringComparison.Ordinal) ? funder : $"funder: {funder}";
        var stage = keys.Contains("stage:", StringComparison.Ordinal) ? "" : "stage: PAID, ";
        var status = keys.Contains("status:", StringComparison.Ordinal) ? "" : "status: ACTUAL, ";
        return $"fundings:\n  - {{ id: {id}, {status}{stage}{given}, recipient: beta, amount: {{ exactly: \"{millions}\", currency: EUR }}{(keys.Length > 0 ? $", {keys}" : "")}, CITED }}\n";
    }

    private static decimal Sum(JsonElement amount, string function)
    {
        var range = amount.GetProperty(function);
        return decimal.Round((decimal.Parse(range.GetProperty("lower").GetString()!, CultureInfo.InvariantCulture) + decimal.Parse(range.GetProperty("upper").GetString()!, CultureInfo.InvariantCulture)) / 2, 2);
    }
}
