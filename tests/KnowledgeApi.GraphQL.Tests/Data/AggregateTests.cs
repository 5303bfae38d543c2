using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.GraphQL.Data.Fields;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.GraphQL.Tests.Data.Museum;
using KnowledgeApi.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>Aggregates cost a statement each, keep units apart and sums exact, and say what they cannot do.</summary>
public sealed class AggregateTests
{
    private static readonly MuseumServer Server = new();

    [Theory]
    [InlineData("{ works { aggregate { count } } }", 1)]
    [InlineData("{ works { totalCount aggregate { count } } }", 2)]
    [InlineData("{ works { nodes { id } aggregate { count } } }", 2)]
    [InlineData("{ works { groupBy(by: { shape: true }) { totalCount } } }", 1)]
    [InlineData("{ works { nodes { id } totalCount aggregate { count } one: groupBy(by: { shape: true }) { totalCount } two: groupBy(by: { type: true }) { totalCount groups { aggregate { count } } } } }", 5)]
    [InlineData("{ works { aggregate { __typename } } }", 1)]
    [InlineData("{ artists(first: 100) { nodes { works { aggregate { price { sum } estimate { sum { lower } } } } } } }", 2)]
    [InlineData("{ artists(first: 100) { nodes { works { nodes { marks { aggregate { count } groupBy(by: { scheme: true }) { totalCount } } } groupBy(by: { donor: { name: true } }) { totalCount } } } } }", 5)]
    [InlineData("{ artists(first: 0) { nodes { works { aggregate { count } } } } }", 1)]
    public async Task A_field_and_level_is_one_statement_however_many_parents(string query, int statements) =>
        (await Server.WatchAsync(query)).Statements.Count.ShouldBe(statements);

    [Fact]
    public async Task The_text_of_a_statement_does_not_depend_on_how_many_parents_there_are()
    {
        const string query = "query($first: Int!) { artists(first: $first) { nodes { works { aggregate { price { sum } } groupBy(by: { shape: true }) { totalCount } } } } }";
        var (_, few) = await Server.WatchAsync(query, new JsonObject { ["first"] = 1 });
        var (_, many) = await Server.WatchAsync(query, new JsonObject { ["first"] = 100 });
        many.ShouldBe(few);
    }

    [Fact]
    public async Task The_same_request_with_other_values_compiles_nothing()
    {
        const string query = "query($where: WorkFilterInput, $by: [WorkGroupInput!]!, $first: Int) { works(where: $where) { aggregate { price { sum } } groupBy(by: $by, first: $first) { totalCount } } }";
        await AskAsync(1, 3);
        var compiled = Server.Compiled;
        await AskAsync(2, 7);
        Server.Compiled.ShouldBe(compiled);

        Task<JsonNode> AskAsync(int height, int first) => Server.QueryAsync(query, new JsonObject
        {
            ["where"] = new JsonObject { ["height"] = new JsonObject { ["gt"] = height } },
            ["by"] = new JsonArray(new JsonObject { ["sold"] = "YEAR" }),
            ["first"] = first,
        });
    }

    [Fact]
    public async Task Groupings_of_different_keys_are_different_statements()
    {
        const string query = "query($by: [WorkGroupInput!]!) { works { groupBy(by: $by) { totalCount } } }";
        var texts = new List<string>();
        foreach (var by in new[] { """{ "shape": true }""", """{ "formerShape": true }""", """{ "sold": "YEAR" }""", """{ "sold": "MONTH" }""", """{ "artist": { "name": true } }""", """{ "donor": { "name": true } }""" })
            texts.Add((await Server.WatchAsync(query, new JsonObject { ["by"] = JsonNode.Parse(by) })).Statements.ShouldHaveSingleItem());
        texts.ShouldBeUnique();
    }

    [Fact]
    public async Task Only_what_is_selected_is_summed_up()
    {
        var (_, statements) = await Server.WatchAsync("{ works { aggregate { price { max } made { to { count } } } } }");
        var statement = statements.ShouldHaveSingleItem();
        statement.ShouldContain("MAX(");
        statement.ShouldNotContain("MIN(");
        statement.ShouldNotContain("SUM(");
        statement.ShouldNotContain("Insured");
        statement.ShouldNotContain("Made_From");
    }

    [Fact]
    public async Task A_fragment_sums_up_each_list_it_stands_in()
    {
        var data = await Server.QueryAsync(
            """
            { works { ...sums } worksOnShow { ...sums } artists(first: 100) { nodes { works { ...sums } gifts { ...sums } } } }
            fragment sums on WorksConnection { aggregate { count price { sum } } groupBy(by: { shape: true }) { groups { count } } }
            """);
        Check(data["works"]!, MuseumStore.Shared.Works);
        Check(data["worksOnShow"]!, MuseumStore.Shared.Works.Where(work => work.OnShow));
        foreach (var (artist, node) in MuseumStore.Shared.Artists.OrderBy(artist => artist.Key).Zip(data["artists"]!["nodes"]!.AsArray()))
        {
            Check(node!["works"]!, artist.Works);
            Check(node["gifts"]!, artist.Gifts);
        }

        static void Check(JsonNode list, IEnumerable<Work> works)
        {
            ((int)list["aggregate"]!["count"]!).ShouldBe(works.Count());
            ((string?)list["aggregate"]!["price"]!["sum"])?.ShouldBe(works.Sum(work => work.Price).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture));
            list["groupBy"]!["groups"]!.AsArray().Sum(group => (int)group!["count"]!).ShouldBe(works.Count());
        }
    }

    [Fact]
    public async Task Fields_of_one_aggregate_asked_for_in_several_places_are_merged()
    {
        var (data, statements) = await Server.WatchAsync("{ works { aggregate { price { min } } aggregate { price { max } a: height { sum } b: height { sum count } } } }");
        statements.ShouldHaveSingleItem();
        var aggregate = data["works"]!["aggregate"]!;
        ((string)aggregate["price"]!["min"]!).ShouldBe("-0.75");
        ((string)aggregate["price"]!["max"]!).ShouldBe("2.75");
        ((string)aggregate["a"]!["sum"]!).ShouldBe((string)aggregate["b"]!["sum"]!);
    }

    [Fact]
    public async Task Units_are_kept_apart_and_the_commonest_comes_first()
    {
        var data = await Server.QueryAsync("{ works { aggregate { count estimate { currency count sum { lower upper } } } } }");
        var units = data["works"]!["aggregate"]!["estimate"]!.AsArray().Select(unit => ((string)unit!["currency"]!, (int)unit["count"]!)).ToList();
        var expected = MuseumStore.Shared.Works.Where(work => work.Estimate is not null).GroupBy(work => work.Estimate!.Currency).ToDictionary(group => group.Key, group => group.Count());
        units.ToDictionary(unit => unit.Item1, unit => unit.Item2).ShouldBe(expected, ignoreOrder: true);
        units.Select(unit => unit.Item2).ShouldBeInOrder(Shouldly.SortDirection.Descending);
    }

    [Fact]
    public async Task A_sum_beyond_64_bits_is_exact()
    {
        var large = MuseumStore.Shared.Works.Select(work => work.Estimate).OfType<Estimate>().Where(estimate => estimate.Currency == "ITL").ToList();
        large.Sum(estimate => estimate.Low!.Value * 100).ShouldBeGreaterThan(long.MaxValue);
        var data = await Server.QueryAsync("""{ works(where: { estimate: { currency: { eq: "ITL" } } }) { aggregate { estimate { low { sum average } } } } }""");
        var low = data["works"]!["aggregate"]!["estimate"]![0]!["low"]!;
        decimal.Parse((string)low["sum"]!, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(large.Sum(estimate => estimate.Low!.Value));
        decimal.Parse((string)low["average"]!, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(Math.Round(large.Average(estimate => estimate.Low!.Value), 10));
    }

    [Fact]
    public async Task Sums_have_no_zeros_at_the_end()
    {
        var data = await Server.QueryAsync("{ works { aggregate { price { sum } insured { sum } } } }");
        ((string)data["works"]!["aggregate"]!["price"]!["sum"]!).ShouldBe("41");
        ((string)data["works"]!["aggregate"]!["insured"]!["sum"]!).ShouldBe("64000000016");
    }

    [Theory]
    [InlineData("groupBy(by: []) { totalCount }", "GROUPING_INVALID", "\"by\"")]
    [InlineData("groupBy(by: {}) { totalCount }", "GROUPING_INVALID", "\"by\"")]
    [InlineData("groupBy(by: { shape: false, artist: { name: null } }) { totalCount }", "GROUPING_INVALID", "\"by\"")]
    [InlineData("groupBy(by: { shape: true }, first: 101) { totalCount }", "PAGE_TOO_LARGE", "100")]
    [InlineData("groupBy(by: { shape: true }, first: -1) { totalCount }", "PAGING_INVALID", "first")]
    [InlineData("groupBy(by: { shape: true }, skip: -1) { totalCount }", "PAGING_INVALID", "skip")]
    [InlineData("groupBy(by: { copies: { copies: { copies: { copies: { copies: { shape: true } } } } } }) { totalCount }", "GROUP_LIMIT_EXCEEDED", "4 lists")]
    public async Task What_cannot_be_grouped_is_refused_with_its_reason(string field, string code, string part)
    {
        var error = await Server.FailAsync($"{{ works {{ {field} }} }}");
        error.Code.ShouldBe(code);
        error.Message.ShouldContain(part);
    }

    [Theory]
    [InlineData(16, null)]
    [InlineData(17, "GROUP_LIMIT_EXCEEDED")]
    public async Task A_grouping_leads_only_so_far(int steps, string? code)
    {
        var by = string.Concat(Enumerable.Repeat("{ original: ", steps)) + "{ shape: true }" + new string('}', steps);
        var response = await Server.SendAsync($"{{ works {{ groupBy(by: {by}) {{ totalCount }} }} }}");
        ((string?)response["errors"]?[0]!["extensions"]!["code"]).ShouldBe(code);
    }

    [Fact]
    public async Task More_groups_than_there_may_be_are_refused()
    {
        using var small = new MuseumServer(maxGroups: 10);
        (await small.FailAsync("{ works { groupBy(by: { slug: true }) { totalCount } } }")).Code.ShouldBe("GROUP_LIMIT_EXCEEDED");
        ((int)(await small.QueryAsync("{ works { groupBy(by: { shape: true }) { totalCount } } }"))["works"]!["groupBy"]!["totalCount"]!).ShouldBe(3);
    }

    [Fact]
    public void The_concrete_type_stands_beside_what_is_called_a_kind()
    {
        using var pool = new ReadPool(() => throw new InvalidOperationException("Nothing is read."));
        var options = new DataOptions
        {
            CreateContext = () => new Casket(new DbContextOptionsBuilder<Casket>().UseSqlite("Data Source=:memory:").Options),
            Pool = pool,
            CursorKey = [1],
        };
        var schema = new SchemaBuilder().AddTypes(typeof(Ruby), typeof(Opal)).AddQueryType(typeof(CasketQueries)).AddConvention(new EntityConvention(options)).Build();
        Groups.InputOf(schema, schema.QueryType, "gems").Fields.Select(field => field.Name).ShouldBe(["type", "kind"]);
    }

    public static class CasketQueries
    {
        public static IQueryable<Gem> GetGems(Casket db) => db.Set<Gem>();
    }

    public sealed class Casket(DbContextOptions<Casket> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Gem>().HasKey(gem => gem.Key);
            modelBuilder.Entity<Ruby>();
            modelBuilder.Entity<Opal>();
        }
    }

    [InterfaceType]
    public abstract class Gem
    {
        public int Key { get; set; }

        public string? Kind { get; set; }
    }

    public sealed class Ruby : Gem;

    public sealed class Opal : Gem;
}
