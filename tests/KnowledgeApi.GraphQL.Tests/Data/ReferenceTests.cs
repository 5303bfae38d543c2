using KnowledgeApi.GraphQL.Tests.Data.Museum;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>Computed values refer to stored objects by key.</summary>
public sealed class ReferenceTests
{
    private static readonly MuseumServer Server = new();

    [Fact]
    public async Task A_reference_is_the_object_of_that_key()
    {
        var data = await Server.QueryAsync("{ exhibitions(first: 100) { nodes { slug highlight { slug } } } }");
        var nodes = data["exhibitions"]!["nodes"]!.AsArray();
        nodes.Count.ShouldBe(MuseumStore.Shared.Exhibitions.Count);
        foreach (var node in nodes)
        {
            var key = int.Parse(((string)node!["slug"]!)[^1..], System.Globalization.CultureInfo.InvariantCulture);
            ((string?)node["highlight"]?["slug"]).ShouldBe(key % 3 == 0 ? null : $"work-{key}");
        }
    }

    [Fact]
    public async Task References_keep_their_order_and_repeats()
    {
        var data = await Server.QueryAsync("""{ exhibitions(where: { slug: { eq: "exhibition-1" } }) { nodes { friends(count: 10) { slug } } } }""");
        data["exhibitions"]!["nodes"]![0]!["friends"]!.AsArray().Select(friend => (string)friend!["slug"]!)
            .ShouldBe(Enumerable.Range(0, 10).Select(i => $"artist-{1 + ((1 + (i * 4)) % 9)}"));
    }

    [Theory]
    [InlineData("highlight { slug artist { name } }", 3)]
    [InlineData("friends(count: 5) { slug }", 2)]
    [InlineData("friends(count: 0) { slug }", 1)]
    [InlineData("patrons { slug }", 2)]
    [InlineData("catalogue { pages exhibition { slug } }", 3)]
    public async Task All_parents_of_a_level_are_one_statement(string field, int statements) =>
        (await Server.WatchAsync($"{{ exhibitions(first: 100) {{ nodes {{ {field} }} }} }}")).Statements.Count.ShouldBe(statements);

    [Fact]
    public async Task A_reference_to_nothing_is_null() =>
        (await Server.QueryAsync("{ exhibitions(first: 1) { nodes { ghost { slug } } } }"))["exhibitions"]!["nodes"]![0]!["ghost"].ShouldBeNull();

    [Fact]
    public async Task The_other_side_of_a_relation_of_one_to_one_is_a_single_object()
    {
        var data = await Server.QueryAsync("{ exhibitions(first: 100) { nodes { slug catalogue { pages } } } }");
        data["exhibitions"]!["nodes"]!.AsArray().Select(node => ((string)node!["slug"]!, (int?)node["catalogue"]?["pages"]))
            .ShouldBe(MuseumStore.Shared.Exhibitions.OrderBy(e => e.Key).Select(e => (e.Slug, e.Catalogue?.Pages)));
    }
}
