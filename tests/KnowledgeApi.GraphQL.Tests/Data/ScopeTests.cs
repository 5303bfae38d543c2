using KnowledgeApi.GraphQL.Tests.Data.Museum;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>A scope is an argument of all lists of a type, and a shorthand for a condition.</summary>
public sealed class ScopeTests
{
    private static readonly MuseumServer Server = new();

    [Fact]
    public async Task A_scope_stands_for_its_condition()
    {
        var data = await Server.QueryAsync(
            """{ a: works(first: 100, visit: { day: "2001-02-11" }) { nodes { id } } b: works(first: 100, where: { acquired: { lte: "2001-02-11" } }) { nodes { id } } }""");
        data["a"]!.ToJsonString().ShouldBe(data["b"]!.ToJsonString());
        data["a"]!["nodes"]!.AsArray().Count.ShouldBeInRange(1, 44);
    }

    [Fact]
    public async Task A_scope_goes_together_with_a_filter_and_counts()
    {
        var data = await Server.QueryAsync(
            """{ artists(first: 100) { nodes { works(first: 100, visit: { day: "2001-02-11" }, where: { onShow: { eq: true } }) { totalCount nodes { acquired onShow } } } } }""");
        var lists = data["artists"]!["nodes"]!.AsArray().Select(artist => artist!["works"]!).ToList();
        lists.ShouldAllBe(works => (int)works["totalCount"]! == works["nodes"]!.AsArray().Count);
        var works = lists.SelectMany(works => works["nodes"]!.AsArray()).ToList();
        works.Count.ShouldBe(MuseumStore.Shared.Works.Count(work => work.OnShow && work.Acquired <= new DateOnly(2001, 2, 11)));
    }

    [Fact]
    public async Task What_a_scope_cannot_judge_is_counted()
    {
        var data = await Server.QueryAsync("""{ artists(visit: { day: "1901-01-01" }) { totalCount ageless } works(first: 100) { nodes { artist { pupils(visit: { day: "2000-01-01" }) { ageless } } } } }""");
        ((int)data["artists"]!["ageless"]!).ShouldBe(MuseumStore.Shared.Artists.Count(artist => artist.Born is null));
        ((int)data["artists"]!["totalCount"]!).ShouldBe(MuseumStore.Shared.Artists.Count(artist => artist.Born <= new DateOnly(1901, 1, 1)));
    }

    [Theory]
    [InlineData("{ artists { ageless } }", 0)]
    [InlineData("{ artists(visit: {}) { ageless nodes { name } } }", 1)]
    [InlineData("""{ artists(visit: { day: "1901-01-01" }) { ageless } }""", 1)]
    [InlineData("""{ artists(visit: { day: "1901-01-01" }) { ageless totalCount nodes { pupils(visit: { day: "1901-01-01" }) { ageless } } } }""", 4)]
    public async Task A_count_is_one_statement(string query, int statements) => (await Server.WatchAsync(query)).Statements.Count.ShouldBe(statements);

    [Fact]
    public async Task Lists_of_other_objects_have_no_such_argument() =>
        (await Server.SendAsync("""{ marks(visit: { day: "1901-01-01" }) { value } }"""))["errors"]![0]!["message"]!.ToString().ShouldContain("visit");
}
