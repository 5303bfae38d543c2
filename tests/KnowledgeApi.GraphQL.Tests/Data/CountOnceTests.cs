using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Tests.Data.Museum;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>Sums of objects of which several tell of one thing: here one work of each artist counts, the first that is on show, and none of different shapes are added.</summary>
public sealed class CountOnceTests
{
    private static readonly MuseumServer Plain = new();

    private static readonly MuseumServer Server = new(adjust: options => options
        .CountOnce<Work>(work => work.ArtistKey, work => work.Key, work => work.OnShow && work.Shape != Shape.Poor, "One work of each artist counts.").Apart<Work>(work => work.Shape));

    private static readonly MuseumServer Formerly = new(adjust: options => options
        .CountOnce<Work>(work => work.ArtistKey, work => work.Key, work => work.OnShow, "One work of each artist counts.").Apart<Work>(work => work.FormerShape));

    private const string Selection = "{ unit count sum { lower lowerInclusive upper upperInclusive } average { lower lowerInclusive upper upperInclusive } sumOfAll { lower lowerInclusive upper upperInclusive } leftOut }";

    public static TheoryData<string> Shapes => ["POOR", "FAIR", "AS_NEW"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Only_those_that_count_are_in_a_sum_and_it_says_how_many_are_not(string shape)
    {
        var data = await Server.QueryAsync($"{{ works(where: {{ shape: {{ eq: {shape} }} }}) {{ aggregate {{ estimate {Selection} }} }} }}");
        Check(data["works"]!["aggregate"]!["estimate"]!, MuseumStore.Shared.Works.Where(work => Name(work.Shape) == shape), shape);
    }

    [Fact]
    public async Task What_must_be_kept_apart_has_a_sum_in_groups_only()
    {
        var data = await Server.QueryAsync($"{{ works {{ aggregate {{ estimate {Selection} }} groupBy(by: SHAPE) {{ keys {{ value }} estimate {Selection} }} }} }}");
        foreach (var unit in data["works"]!["aggregate"]!["estimate"]!.AsArray())
        {
            var works = Counted(MuseumStore.Shared.Works).FindAll(work => work.Estimate!.Currency == (string)unit!["unit"]!);
            (unit!["sum"] is null).ShouldBe(works.Select(work => work.Shape).Distinct().Count() != 1);
            unit["sumOfAll"].ShouldNotBeNull();
            ((int)unit["leftOut"]!).ShouldBe((int)unit["count"]! - works.Count);
        }

        foreach (var group in data["works"]!["groupBy"]!.AsArray())
        {
            var shape = (string)group!["keys"]![0]!["value"]!;
            Check(group["estimate"]!, MuseumStore.Shared.Works.Where(work => Name(work.Shape) == shape), shape);
        }
    }

    [Fact]
    public async Task Each_parent_has_sums_of_its_own()
    {
        var data = await Server.QueryAsync($"{{ artists(first: 100) {{ nodes {{ works(where: {{ shape: {{ eq: FAIR }} }}) {{ aggregate {{ estimate {Selection} }} }} }} }} }}");
        foreach (var (artist, node) in MuseumStore.Shared.Artists.OrderBy(artist => artist.Key).Zip(data["artists"]!["nodes"]!.AsArray()))
            Check(node!["works"]!["aggregate"]!["estimate"]!, artist.Works.Where(work => work.Shape == Shape.Fair), artist.Slug);
    }

    [Fact]
    public async Task What_a_filter_leaves_out_silences_nothing()
    {
        var first = Counted(MuseumStore.Shared.Works).First(work => Counted(MuseumStore.Shared.Works.Where(other => other.Shape == work.Shape && other.Key > work.Key)).Exists(other => other.Artist == work.Artist));
        var data = await Server.QueryAsync($"{{ works(where: {{ shape: {{ eq: {Name(first.Shape)} }}, slug: {{ neq: \"{first.Slug}\" }} }}) {{ aggregate {{ estimate {Selection} }} }} }}");
        Check(data["works"]!["aggregate"]!["estimate"]!, MuseumStore.Shared.Works.Where(work => work.Shape == first.Shape && work != first), first.Slug);
    }

    [Fact]
    public async Task One_counts_in_each_list_that_has_it()
    {
        var data = await Server.QueryAsync($"{{ exhibitions(first: 100) {{ nodes {{ works(where: {{ shape: {{ eq: AS_NEW }} }}) {{ aggregate {{ estimate {Selection} }} }} }} }} }}");
        foreach (var (exhibition, node) in MuseumStore.Shared.Exhibitions.OrderBy(exhibition => exhibition.Key).Zip(data["exhibitions"]!["nodes"]!.AsArray()))
            Check(node!["works"]!["aggregate"]!["estimate"]!, exhibition.Works.Where(work => work.Shape == Shape.AsNew), exhibition.Slug);
    }

    [Fact]
    public async Task One_counts_in_each_group_that_has_it()
    {
        var data = await Server.QueryAsync($"{{ works(where: {{ shape: {{ eq: FAIR }} }}) {{ groupBy(by: MARKS_SCHEME) {{ keys {{ value }} estimate {Selection} }} }} }}");
        foreach (var group in data["works"]!["groupBy"]!.AsArray())
        {
            var scheme = (string?)group!["keys"]![0]!["value"];
            Check(group["estimate"]!, MuseumStore.Shared.Works.Where(work => work.Shape == Shape.Fair && (scheme is null ? work.Marks.Count == 0 : work.Marks.Exists(mark => mark.Scheme == scheme))), $"{scheme}");
        }
    }

    [Fact]
    public async Task What_misses_a_key_is_a_group_of_its_own()
    {
        var data = await Server.QueryAsync($"{{ works(where: {{ shape: {{ eq: FAIR }} }}) {{ groupBy(by: FORMER_SHAPE) {{ keys {{ value }} estimate {Selection} }} }} }}");
        var group = data["works"]!["groupBy"]!.AsArray().Single(group => group!["keys"]![0]!["value"] is null);
        Check(group!["estimate"]!, MuseumStore.Shared.Works.Where(work => work.Shape == Shape.Fair && work.FormerShape is null), "");
    }

    [Fact]
    public async Task A_missing_value_is_kept_apart_from_others()
    {
        var data = await Formerly.QueryAsync($"{{ works {{ aggregate {{ estimate {Selection} }} groupBy(by: FORMER_SHAPE) {{ estimate {Selection} }} }} }}");
        foreach (var unit in data["works"]!["aggregate"]!["estimate"]!.AsArray())
        {
            var shapes = First(MuseumStore.Shared.Works.Where(work => work.OnShow)).Where(work => work.Estimate!.Currency == (string)unit!["unit"]!).Select(work => work.FormerShape).Distinct().ToList();
            (unit!["sum"] is null).ShouldBe(shapes.Count != 1);
        }

        foreach (var unit in data["works"]!["groupBy"]!.AsArray().SelectMany(group => group!["estimate"]!.AsArray()))
            (unit!["sum"] is null).ShouldBe((int)unit["leftOut"]! == (int)unit["count"]!);
    }

    [Fact]
    public void Where_all_count_there_is_one_sum()
    {
        Fields(Plain).ShouldNotContain("sumOfAll");
        Fields(Plain).ShouldNotContain("leftOut");
        Fields(Server).ShouldContain("sumOfAll");
    }

    [Fact]
    public void What_a_sum_is_made_of_is_said() =>
        Interval(Server).Fields.Single(field => field.Name == "sum").Description.ShouldBe("The range in which the sum lies; open if any of the ranges is. One work of each artist counts.");

    [Fact]
    public async Task It_is_one_statement() =>
        (await Server.WatchAsync($"{{ works {{ aggregate {{ estimate {Selection} made {{ min {{ lower }} }} }} }} }}")).Statements.ShouldHaveSingleItem();

    private static void Check(JsonNode units, IEnumerable<Work> works, string where)
    {
        var estimates = works.Where(work => work.Estimate is not null).ToLookup(work => work.Estimate!.Currency);
        var first = Counted(works);
        units.AsArray().Count.ShouldBe(estimates.Count, where);
        foreach (var unit in units.AsArray())
        {
            var all = estimates[(string)unit!["unit"]!].ToList();
            var counted = all.FindAll(first.Contains);
            ((int)unit["leftOut"]!).ShouldBe(all.Count - counted.Count, where);
            Sums.ShouldBeSame(unit["sumOfAll"], Sums.Of(Interval(Plain), [.. all.Select(work => work.Estimate)])["sum"], $"{where}, all");
            foreach (var function in new[] { "sum", "average" })
                Sums.ShouldBeSame(unit[function], counted.Count == 0 ? null : Sums.Of(Interval(Plain), [.. counted.Select(work => work.Estimate)])[function], $"{where}, {function}");
        }
    }

    private static List<Work> Counted(IEnumerable<Work> works) => First(works.Where(work => work.OnShow && work.Shape != Shape.Poor));

    private static List<Work> First(IEnumerable<Work> works) => [.. works.Where(work => work.Estimate is not null).GroupBy(work => work.Artist).Select(ofArtist => ofArtist.MinBy(work => work.Key)!)];

    private static string Name(Shape shape) => shape == Shape.AsNew ? "AS_NEW" : shape.ToString().ToUpperInvariant();

    private static ObjectType Interval(MuseumServer server) => (ObjectType)Sums.AggregateOf(server.Schema, server.Schema.QueryType, "works")!.Fields.Single(field => field.Name == "estimate").Type.Named;

    private static IEnumerable<string> Fields(MuseumServer server) => Interval(server).Fields.Select(field => field.Name);
}
