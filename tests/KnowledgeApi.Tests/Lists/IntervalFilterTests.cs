using System.Globalization;
using System.Text.Json;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Tests.Lists;

/// <summary>Filters by `certainly` and `possibly` mean what the model means by these words.</summary>
public sealed class IntervalFilterTests(KnowledgeFixture knowledge) : IClassFixture<KnowledgeFixture>
{
    [Theory]
    [InlineData("certainly", "gt")]
    [InlineData("certainly", "gte")]
    [InlineData("certainly", "lt")]
    [InlineData("certainly", "lte")]
    [InlineData("possibly", "gt")]
    [InlineData("possibly", "gte")]
    [InlineData("possibly", "lt")]
    [InlineData("possibly", "lte")]
    [InlineData("possibly", "eq")]
    public async Task Shares_are_compared_as_the_intervals_they_are(string member, string operation)
    {
        var all = await ListAsync("shareholdings(first: 500, where: { status: { neq: null }, share: { possibly: { neq: null } } }) { nodes { slug share { lower lowerInclusive upper upperInclusive } } }");
        var shares = all.ToDictionary(Slug, node => IntervalOf(node.GetProperty("share")));
        shares.Count.ShouldBeGreaterThan(10);
        foreach (var value in shares.Values.SelectMany(interval => new[] { interval.Lower, interval.Upper }).OfType<decimal>().Append(50.001m).Distinct())
        {
            var found = await ListAsync(
                $"shareholdings(first: 500, where: {{ status: {{ neq: null }}, share: {{ {member}: {{ {operation}: \"{value.ToString(CultureInfo.InvariantCulture)}\" }} }} }}) {{ nodes {{ slug }} }}");
            found.Select(Slug).Order().ShouldBe(shares.Where(share => Holds(share.Value, member, operation, value)).Select(share => share.Key).Order(), $"{member} {operation} {value}");
        }
    }

    [Fact]
    public async Task A_period_is_asked_on_which_days_it_holds()
    {
        var all = await ListAsync("claims(first: 500, where: { status: { neq: null }, validity: { possibly: { neq: null } } }) { nodes { slug validity { earliest latest certainFrom certainTo } } }");
        var periods = all.ToDictionary(Slug, node => PeriodOf(node.GetProperty("validity")));
        periods.Count.ShouldBeGreaterThan(10);
        foreach (var day in periods.Values.SelectMany(period => new[] { period.Earliest, period.Latest, period.CertainFrom }).OfType<DateOnly>().Distinct().Order().Where((_, i) => i % 5 == 0))
        {
            (await FindAsync("certainly", day)).ShouldBe(Where(period => period.CertainlyHolds(day)), $"certainly on {day:O}");
            (await FindAsync("possibly", day)).ShouldBe(Where(period => period.PossiblyHolds(day)), $"possibly on {day:O}");
        }

        async Task<IEnumerable<string>> FindAsync(string member, DateOnly day) =>
            (await ListAsync($"claims(first: 500, where: {{ status: {{ neq: null }}, validity: {{ {member}: {{ eq: \"{day:yyyy-MM-dd}\" }} }} }}) {{ nodes {{ slug }} }}")).Select(Slug).Order();

        IEnumerable<string> Where(Func<Period, bool> holds) => periods.Where(period => holds(period.Value)).Select(period => period.Key).Order();
    }

    private async Task<IReadOnlyList<JsonElement>> ListAsync(string field) =>
        [.. (await knowledge.QueryAsync($"{{ list: {field} }}")).GetProperty("list").GetProperty("nodes").EnumerateArray()];

    private static string Slug(JsonElement node) => node.GetProperty("slug").GetString()!;

    private static bool Holds(Interval interval, string member, string operation, decimal value) => (member, operation) switch
    {
        ("certainly", "gt") => interval.CertainlyGreaterThan(value),
        ("certainly", "gte") => interval.CertainlyAtLeast(value),
        ("certainly", "lt") => interval.CertainlyLessThan(value),
        ("certainly", "lte") => interval.CertainlyAtMost(value),
        (_, "gt") => interval.PossiblyGreaterThan(value),
        (_, "gte") => interval.PossiblyAtLeast(value),
        (_, "lt") => interval.PossiblyLessThan(value),
        (_, "lte") => interval.PossiblyAtMost(value),
        _ => interval.Contains(value),
    };

    private static Interval IntervalOf(JsonElement share) => new(
        Number(share, "lower"), share.GetProperty("lowerInclusive").GetBoolean(), Number(share, "upper"), share.GetProperty("upperInclusive").GetBoolean());

    private static Period PeriodOf(JsonElement period) => new()
    {
        Ongoing = Ongoing.Unstated,
        Earliest = Day(period, "earliest"),
        Latest = Day(period, "latest"),
        CertainFrom = Day(period, "certainFrom"),
        CertainTo = Day(period, "certainTo"),
    };

    private static decimal? Number(JsonElement share, string end) =>
        share.GetProperty(end).GetString() is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    private static DateOnly? Day(JsonElement period, string end) =>
        period.GetProperty(end).GetString() is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
