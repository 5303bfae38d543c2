using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Tests.Data.Museum;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>What is certainly and what is possibly so of a value of which only the ends are known.</summary>
public sealed class IntervalLaws
{
    private static readonly string[] Points = ["made", "restored", "estimate", "artist.works.some.restored", "original.estimate"];
    private static readonly string[] Operators = ["eq", "neq", "gt", "gte", "lt", "lte"];

    private static readonly MuseumServer Server = new();

    /// <summary>Every interval, with every operator.</summary>
    public static TheoryData<string, string> Comparisons
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var path in Points.Append("loan"))
            {
                foreach (var operation in Operators)
                    cases.Add(path, operation);
            }

            return cases;
        }
    }

    /// <summary>Every interval of which one value is the true one, with each operator and its opposite.</summary>
    public static TheoryData<string, string, string> Opposites
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var path in Points.Where(path => !path.Contains("some", StringComparison.Ordinal)))
            {
                foreach (var (operation, opposite) in new[] { ("eq", "neq"), ("neq", "eq"), ("gt", "lte"), ("gte", "lt"), ("lt", "gte"), ("lte", "gt") })
                    cases.Add(path, operation, opposite);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Comparisons))]
    public async Task Both_answer_as_trying_values_does(string path, string operation)
    {
        foreach (var value in Values(path))
        {
            foreach (var member in new[] { "certainly", "possibly" })
                await ExpectSameAsync(Where.At($"{path}.{member}", new Where { { operation, value } }));
        }
    }

    [Theory]
    [MemberData(nameof(Comparisons))]
    public async Task What_is_certainly_so_is_possibly_so(string path, string operation)
    {
        foreach (var value in Values(path))
        {
            var certain = await FindAsync(Where.At($"{path}.certainly", new Where { { operation, value } }));
            var possible = await FindAsync(Where.At($"{path}.possibly", new Where { { operation, value } }));
            certain.Except(possible).ShouldBeEmpty($"{path} {operation} {value}");
        }
    }

    [Theory]
    [MemberData(nameof(Opposites))]
    public async Task What_is_possibly_so_what_is_certainly_not_so_and_what_is_missing_are_all_there_is(string path, string operation, string opposite)
    {
        foreach (var value in Values(path))
        {
            var possible = await FindAsync(Where.At($"{path}.possibly", new Where { { operation, value } }));
            var certainlyNot = await FindAsync(Where.At($"{path}.certainly", new Where { { opposite, value } }));
            var missing = await FindAsync(Where.At($"{path}.possibly", new Where { { "eq", null } }));
            string[] all = [.. possible, .. certainlyNot, .. missing];
            all.Order(StringComparer.Ordinal).ShouldBe(MuseumStore.Shared.Works.Select(work => work.Slug).Order(StringComparer.Ordinal), $"{path} {operation} {value}");
        }
    }

    [Theory]
    [InlineData("made")]
    [InlineData("estimate")]
    [InlineData("loan")]
    public async Task Several_conditions_are_met_by_one_value(string path)
    {
        var values = Values(path).Distinct().Order().ToList();
        foreach (var (low, high) in values.SelectMany((low, i) => values.Skip(i + 1).Select(high => (low, high))).Where((_, i) => i % 3 == 0))
        {
            foreach (var member in new[] { "certainly", "possibly" })
            {
                await ExpectSameAsync(Where.At($"{path}.{member}", new Where { { "gte", low }, { "lte", high } }));
                await ExpectSameAsync(Where.At($"{path}.{member}", new Where { { "gte", low }, { "lte", high }, { "neq", low } }));
                await ExpectSameAsync(Where.At($"{path}.{member}", new Where { { "gte", low }, { "lte", low }, { "neq", low } }));
                await ExpectSameAsync(Where.At($"{path}.{member}", new Where { { "lt", high }, { "eq", low } }));
                await ExpectSameAsync(Where.At($"{path}.{member}", new Where { { "lt", low }, { "eq", high } }));
                if (low is decimal)
                    await ExpectSameAsync(Where.At($"{path}.{member}", new Where { { "gt", low }, { "lt", high }, { "neq", ((decimal)low + (decimal)high) / 2 } }));
            }
        }
    }

    [Fact]
    public async Task A_value_that_may_lie_on_either_side_lies_possibly_but_not_certainly_between()
    {
        // Each condition alone is possibly met by such an interval, both together by no value of it.
        var one = Where.At("estimate.possibly", new Where { { "gt", 0.5m }, { "lt", 1m } });
        var both = new Where { { "and", new[] { Where.At("estimate.possibly", new Where { { "gt", 0.5m } }), Where.At("estimate.possibly", new Where { { "lt", 1m } }) } } };
        (await FindAsync(one)).Except(await FindAsync(both)).ShouldBeEmpty();
        await ExpectSameAsync(one);
        await ExpectSameAsync(both);
    }

    [Fact]
    public async Task Values_with_more_digits_than_are_stored_are_compared_as_they_are()
    {
        foreach (var value in new[] { 0.501m, 0.999m, -0.001m, 1.5001m })
        {
            foreach (var operation in Operators)
            {
                await ExpectSameAsync(Where.At("estimate.certainly", new Where { { operation, value } }));
                await ExpectSameAsync(Where.At("estimate.possibly", new Where { { operation, value } }));
            }
        }
    }

    [Theory]
    [InlineData("possibly: {}")]
    [InlineData("certainly: {}")]
    [InlineData("possibly: { gt: null, lte: null }")]
    public async Task A_range_of_which_nothing_is_asked_may_be_missing(string condition) =>
        (await CountAsync(condition)).ShouldBe(MuseumStore.Shared.Works.Count);

    [Theory]
    [InlineData("possibly: { eq: null }", true)]
    [InlineData("certainly: { neq: null, gte: null }", false)]
    [InlineData("possibly: { eq: null, gt: \"0\" }", null)]
    public async Task Null_as_the_value_of_a_range_asks_for_those_that_are_missing(string condition, bool? isMissing) =>
        (await CountAsync(condition)).ShouldBe(isMissing is null ? 0 : MuseumStore.Shared.Works.Count(work => work.Estimate is null == isMissing));

    [Theory]
    [InlineData("estimate: { possibly: { gt: \"2\", lt: \"1\" } }", "FILTER_IMPOSSIBLE", "\"estimate.possibly\"")]
    [InlineData("loan: { certainly: { gt: \"2020-02-28\", lt: \"2020-02-29\" } }", "FILTER_IMPOSSIBLE", "2020-02-28")]
    [InlineData("height: { gte: 2, lt: 2 }", "FILTER_IMPOSSIBLE", "\"height\"")]
    [InlineData("height: { gt: 2, lt: 3 }", "FILTER_IMPOSSIBLE", "{ gt: 2, lt: 3 }")]
    [InlineData("or: [{ seen: { gt: \"2020-01-02T00:00:00\", lte: \"2020-01-01T00:00:00\" } }]", "FILTER_IMPOSSIBLE", "2020-01-02T00:00:00")]
    [InlineData("copies: { none: { asPrint: { frame: { width: { gt: \"2\", lte: \"1.5\" } } } } }", "FILTER_IMPOSSIBLE", "\"copies.none.asPrint.frame.width\"")]
    public async Task What_makes_no_sense_is_told(string condition, string code, string part)
    {
        var (actual, message) = await Server.FailAsync($"{{ works(where: {{ {condition} }}) {{ totalCount }} }}");
        actual.ShouldBe(code);
        message.ShouldContain(part);
    }

    [Theory]
    [InlineData("loan: { possibly: { lt: \"0001-01-01\" } }")]
    [InlineData("loan: { certainly: { gt: \"9999-12-31\" } }")]
    [InlineData("height: { gt: 2147483647 }")]
    [InlineData("height: { eq: 1, gt: 2 }")]
    [InlineData("height: { gt: 2 }, and: [{ height: { lt: 2 } }]")]
    [InlineData("height: { in: [] }")]
    public async Task What_nothing_meets_by_chance_is_no_error(string condition) =>
        ((int)(await Server.QueryAsync($"{{ works(where: {{ {condition} }}) {{ totalCount }} }}"))["works"]!["totalCount"]!).ShouldBe(0);

    private static async Task<int> CountAsync(string condition) =>
        (int)(await Server.QueryAsync($"{{ works(where: {{ estimate: {{ {condition} }} }}) {{ totalCount }} }}"))["works"]!["totalCount"]!;

    /// <summary>The ends that works have, and what lies beside and beyond them.</summary>
    private static List<object> Values(string path)
    {
        var ends = Paths.Values(MuseumStore.Shared.Works, $"{path}.certainly").Concat(Paths.Values(MuseumStore.Shared.Works, $"{path}.possibly")).OfType<object>().Distinct().Order().ToList();
        IEnumerable<object> more = ends[0] switch
        {
            int first => [first - 1, (int)ends[^1] + 1],
            DateOnly first => [first.AddDays(-1), ((DateOnly)ends[^1]).AddDays(1)],
            _ => [-1m, 0.25m, 0.75m, 99m],
        };
        return [.. ends.Take(5).Append(ends[^1]).Concat(more).Distinct()];
    }

    private static async Task ExpectSameAsync(Where where) => (await FindAsync(where))
        .ShouldBe(MuseumStore.Shared.Works.Where(work => Oracle.Meets(work, where)).OrderBy(work => work.Key).Select(work => work.Slug), where.ToString());

    private static async Task<IReadOnlyList<string>> FindAsync(Where where)
    {
        var data = await Server.QueryAsync("query($where: WorkFilterInput) { works(where: $where, first: 100) { nodes { slug } } }", new JsonObject { ["where"] = where.ToJson() });
        return [.. data["works"]!["nodes"]!.AsArray().Select(node => (string)node!["slug"]!)];
    }
}
