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
    [InlineData("{ works { groupBy(by: SHAPE) { count } } }", 1)]
    [InlineData("{ works { nodes { id } totalCount aggregate { count } one: groupBy(by: SHAPE) { count } two: groupBy(by: TYPE) { count price { sum } } groupCount(by: SHAPE) } }", 6)]
    [InlineData("{ works { aggregate { __typename } } }", 1)]
    [InlineData("{ artists(first: 100) { nodes { works { aggregate { price { sum } estimate { sum { lower } } } } } } }", 2)]
    [InlineData("{ artists(first: 100) { nodes { works { nodes { hangings { aggregate { count } groupBy(by: EXHIBITION) { count } } } groupBy(by: DONOR) { keys { value } } } } } }", 5)]
    [InlineData("{ artists(first: 0) { nodes { works { aggregate { count } } } } }", 1)]
    public async Task A_field_and_level_is_one_statement_however_many_parents(string query, int statements) =>
        (await Server.WatchAsync(query)).Statements.Count.ShouldBe(statements);

    [Fact]
    public async Task The_text_of_a_statement_does_not_depend_on_how_many_parents_there_are()
    {
        const string query = "query($first: Int!) { artists(first: $first) { nodes { works { aggregate { price { sum } } groupBy(by: SHAPE) { count } } } } }";
        var (_, few) = await Server.WatchAsync(query, new JsonObject { ["first"] = 1 });
        var (_, many) = await Server.WatchAsync(query, new JsonObject { ["first"] = 100 });
        many.ShouldBe(few);
    }

    [Fact]
    public async Task The_same_request_with_other_values_compiles_nothing()
    {
        const string query = "query($where: WorkFilterInput, $by: [WorkGroupKey!]!, $first: Int) { works(where: $where) { aggregate { price { sum } } groupBy(by: $by, first: $first) { count } } }";
        await AskAsync(1, 3);
        var compiled = Server.Compiled;
        await AskAsync(2, 7);
        Server.Compiled.ShouldBe(compiled);

        Task<JsonNode> AskAsync(int height, int first) => Server.QueryAsync(query, new JsonObject
        {
            ["where"] = new JsonObject { ["height"] = new JsonObject { ["gt"] = height } },
            ["by"] = new JsonArray("SOLD_YEAR"),
            ["first"] = first,
        });
    }

    [Fact]
    public async Task Groupings_of_different_keys_are_different_statements()
    {
        const string query = "query($by: [WorkGroupKey!]!) { works { groupBy(by: $by) { count } } }";
        var texts = new List<string>();
        foreach (var by in new[] { "SHAPE", "FORMER_SHAPE", "SOLD_YEAR", "SOLD_MONTH", "ARTIST", "DONOR", "ARTIST_NAME", "HANGINGS_EXHIBITION" })
            texts.Add((await Server.WatchAsync(query, new JsonObject { ["by"] = by })).Statements.ShouldHaveSingleItem());
        texts.ShouldBeUnique();
    }

    [Fact]
    public async Task Only_what_is_selected_is_summed_up()
    {
        var (_, statements) = await Server.WatchAsync("{ works { aggregate { price { max } sold { count } } } }");
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
            fragment sums on WorksConnection { aggregate { count price { sum } } groupBy(by: SHAPE) { count } }
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
            list["groupBy"]!.AsArray().Sum(group => (int)group!["count"]!).ShouldBe(works.Count());
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
        var data = await Server.QueryAsync("{ works { aggregate { count estimate { unit count sum { lower upper } } } } }");
        var units = data["works"]!["aggregate"]!["estimate"]!.AsArray().Select(unit => ((string)unit!["unit"]!, (int)unit["count"]!)).ToList();
        var expected = MuseumStore.Shared.Works.Where(work => work.Estimate is not null).GroupBy(work => work.Estimate!.Currency).ToDictionary(group => group.Key, group => group.Count());
        units.ToDictionary(unit => unit.Item1, unit => unit.Item2).ShouldBe(expected, ignoreOrder: true);
        units.Select(unit => unit.Item2).ShouldBeInOrder(Shouldly.SortDirection.Descending);
    }

    [Fact]
    public async Task A_sum_beyond_64_bits_is_exact()
    {
        var large = MuseumStore.Shared.Works.Select(work => work.Estimate).OfType<Estimate>().Where(estimate => estimate.Currency == "ITL").ToList();
        large.Sum(estimate => estimate.Low!.Value * 100).ShouldBeGreaterThan(long.MaxValue);
        var data = await Server.QueryAsync("""{ works(where: { estimate: { currency: { eq: "ITL" } } }) { aggregate { estimate { sum { lower } average { lower } } } } }""");
        var range = data["works"]!["aggregate"]!["estimate"]![0]!;
        decimal.Parse((string)range["sum"]!["lower"]!, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(large.Sum(estimate => estimate.Low!.Value));
        decimal.Parse((string)range["average"]!["lower"]!, System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBe(Math.Round(large.Sum(estimate => estimate.Low!.Value) / large.Count, 10, MidpointRounding.ToNegativeInfinity));
    }

    [Fact]
    public async Task Sums_have_no_zeros_at_the_end()
    {
        var data = await Server.QueryAsync("{ works { aggregate { price { sum } insured { sum } } } }");
        ((string)data["works"]!["aggregate"]!["price"]!["sum"]!).ShouldBe("41");
        ((string)data["works"]!["aggregate"]!["insured"]!["sum"]!).ShouldBe("64000000016");
    }

    [Theory]
    [InlineData("groupBy(by: []) { count }", "GROUPING_INVALID", "\"by\"")]
    [InlineData("groupCount(by: [])", "GROUPING_INVALID", "\"by\"")]
    [InlineData("groupBy(by: SHAPE, first: 101) { count }", "PAGE_TOO_LARGE", "100")]
    [InlineData("groupBy(by: SHAPE, first: -1) { count }", "PAGING_INVALID", "first")]
    [InlineData("groupBy(by: SHAPE, skip: -1) { count }", "PAGING_INVALID", "skip")]
    public async Task What_cannot_be_grouped_is_refused_with_its_reason(string field, string code, string part)
    {
        var error = await Server.FailAsync($"{{ works {{ {field} }} }}");
        error.Code.ShouldBe(code);
        error.Message.ShouldContain(part);
    }

    [Theory]
    [InlineData(16, null)]
    [InlineData(17, "GROUP_LIMIT_EXCEEDED")]
    public async Task A_grouping_has_only_so_many_keys(int count, string? code)
    {
        var keys = Groups.Keys(Server.Schema, Server.Schema.QueryType, "works").Where(key => !key.StartsWith("MARKS", StringComparison.Ordinal) && !key.StartsWith("HANGINGS", StringComparison.Ordinal));
        var response = await Server.SendAsync($"{{ works {{ groupCount(by: [{string.Join(", ", keys.Take(count))}, TYPE, TYPE]) }} }}");
        ((string?)response["errors"]?[0]!["extensions"]!["code"]).ShouldBe(code);
    }

    [Fact]
    public async Task More_groups_than_there_may_be_are_refused()
    {
        using var small = new MuseumServer(maxGroups: 10);
        (await small.FailAsync("{ works { groupBy(by: TITLE) { count } } }")).Code.ShouldBe("GROUP_LIMIT_EXCEEDED");
        ((int)(await small.QueryAsync("{ works { groupCount(by: SHAPE) } }"))["works"]!["groupCount"]!).ShouldBe(3);
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
        }.GroupBy<Gem>(gem => gem.Kind);
        var schema = new SchemaBuilder().AddTypes(typeof(Ruby), typeof(Opal)).AddQueryType(typeof(CasketQueries)).AddConvention(new EntityConvention(options)).Build();
        Groups.Keys(schema, schema.QueryType, "gems").ShouldBe(["TYPE", "KIND"]);
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
