using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.GraphQL.Tests.Data.Museum;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>Lists of a type give what meets a condition unless they are asked by name for more.</summary>
public sealed class DefaultTests
{
    private static readonly MuseumServer Server = new(adjust: options => options
        .Default<Work>(new([new("onShow", new InputObject([new("eq", true)]))]), "Works on show, unless `where` names `onShow` or `layers`.", "onShow", "layers")
        .GiveAll<Artist>(artist => artist.Gifts));

    private static int Shown => MuseumStore.Shared.Works.Count(work => work.OnShow);

    private static int All => MuseumStore.Shared.Works.Count;

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{ onShow: null }")]
    [InlineData("{ onShow: {} }")]
    [InlineData("{ onShow: { in: null } }")]
    [InlineData("{ artist: { name: { neq: null } } }")]
    [InlineData("{ artist: { works: { some: { onShow: { neq: null } } } } }")]
    public async Task A_list_that_is_not_asked_for_more_gives_what_meets_the_condition(string where)
    {
        var works = (await Server.QueryAsync($"{{ works(first: 100, where: {where}) {{ totalCount nodes {{ onShow }} }} }}"))["works"]!;

        works["nodes"]!.AsArray().ShouldAllBe(work => (bool)work!["onShow"]!);
        ((int)works["totalCount"]!).ShouldBe(works["nodes"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("{ onShow: { neq: null } }")]
    [InlineData("{ onShow: { in: [true, false] } }")]
    [InlineData("{ or: [{ onShow: { eq: true } }, { onShow: { eq: false } }] }")]
    [InlineData("{ and: [{ or: [{ title: { neq: null } }, { asPainting: { layers: { eq: 1 } } }] }] }")]
    public async Task A_list_is_asked_for_more_by_name_at_any_depth(string where) =>
        ((int)(await Server.QueryAsync($"{{ works(where: {where}) {{ totalCount }} }}"))["works"]!["totalCount"]!).ShouldBe(All);

    [Fact]
    public async Task Lists_of_kinds_and_lists_of_parents_do_so_too()
    {
        var data = await Server.QueryAsync("{ prints(first: 100) { nodes { onShow } } exhibitions(first: 100) { nodes { works(first: 100) { nodes { onShow } } } } }");

        data["prints"]!["nodes"]!.AsArray().ShouldAllBe(work => (bool)work!["onShow"]!);
        data["exhibitions"]!["nodes"]!.AsArray().SelectMany(exhibition => exhibition!["works"]!["nodes"]!.AsArray()).ShouldAllBe(work => (bool)work!["onShow"]!);
    }

    [Fact]
    public async Task Counts_sums_and_groups_are_of_the_same_objects()
    {
        var works = (await Server.QueryAsync("{ works { totalCount groupBy(by: ON_SHOW) { keys { value } count } aggregate { height { count } } } }"))["works"]!;

        ((int)works["totalCount"]!).ShouldBe(Shown);
        ((int)works["groupBy"]!.AsArray().ShouldHaveSingleItem()!["count"]!).ShouldBe(Shown);
        ((int)works["aggregate"]!["height"]!["count"]!).ShouldBe(Shown);
    }

    [Fact]
    public async Task What_leads_to_such_objects_is_filtered_by_all_of_them() =>
        ((int)(await Server.QueryAsync("{ artists(where: { works: { some: { onShow: { eq: false } } } }) { totalCount } }"))["artists"]!["totalCount"]!)
            .ShouldBe(MuseumStore.Shared.Artists.Count(artist => MuseumStore.Shared.Works.Any(work => work.ArtistKey == artist.Key && !work.OnShow)));

    [Fact]
    public async Task A_list_may_give_all_it_has()
    {
        var artists = (await Server.QueryAsync("{ artists(first: 100) { nodes { gifts(first: 100) { totalCount } } } }"))["artists"]!["nodes"]!.AsArray();

        artists.Sum(artist => (int)artist!["gifts"]!["totalCount"]!).ShouldBe(MuseumStore.Shared.Works.Count(work => work.DonorKey is not null));
    }

    [Fact]
    public async Task Lists_that_differ_only_in_what_they_are_asked_for_are_told_apart()
    {
        var data = await Server.QueryAsync("{ a: works { totalCount } b: works(where: { onShow: { neq: null } }) { totalCount } c: works { totalCount } }");

        new[] { "a", "b", "c" }.Select(list => (int)data[list]!["totalCount"]!).ShouldBe([Shown, All, Shown]);
    }

    [Fact]
    public void Readers_are_told_at_the_connection() =>
        Server.Schema.Types.Single(type => type.Name == "PrintsConnection").Description.ShouldEndWith("Works on show, unless `where` names `onShow` or `layers`.");
}
