using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Tests.Data.Museum;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>Small parts, which cannot be asked for by themselves, come in plain lists; everything else comes in connections.</summary>
public sealed class ListTests
{
    private static readonly MuseumServer Server = new();

    [Fact]
    public void Every_edge_leads_to_what_can_be_asked_for_again()
    {
        var node = Server.Schema.Types.OfType<InterfaceType>().Single(type => type.Name == "Node");
        var edges = Server.Schema.Types.OfType<ObjectType>().Where(type => type.Name.EndsWith("Edge", StringComparison.Ordinal)).ToList();
        edges.ShouldNotBeEmpty();
        foreach (var edge in edges)
        {
            var target = (FieldsType)edge.Fields.Single(field => field.Name == "node").Type.Named;
            target.Interfaces.Append(target).ShouldContain(node, edge.Name);
        }
    }

    [Theory]
    [InlineData("works", "marks")]
    [InlineData("artists", "aliases")]
    public void A_list_of_parts_is_a_plain_list(string root, string list)
    {
        Server.Schema.TryGetField(Server.Schema.QueryType, root, out var connection).ShouldBeTrue();
        Server.Schema.TryGetField(((FieldsType)connection!.Type.Named).Fields.Single(field => field.Name == "nodes").Type.Named, list, out var field).ShouldBeTrue();
        field!.Type.ToString().ShouldStartWith("[");
        field.Arguments.Select(argument => argument.Name).ShouldBe(["first", "where"]);
    }

    [Fact]
    public async Task The_parts_of_each_parent_come_in_their_own_order_by_one_statement()
    {
        var (data, statements) = await Server.WatchAsync("""{ works(first: 100) { nodes { slug marks { scheme value } one: marks(first: 1) { value } lots: marks(where: { scheme: { eq: "LOT" } }) { value } } } }""");
        var nodes = data["works"]!["nodes"]!.AsArray();
        nodes.Count.ShouldBe(MuseumStore.Shared.Works.Count);
        foreach (var node in nodes)
        {
            var marks = MuseumStore.Shared.Works.Single(work => work.Slug == (string)node!["slug"]!).Marks.OrderBy(mark => mark.Value, StringComparer.Ordinal).ThenBy(mark => mark.Key).ToList();
            Values(node!["marks"]!).ShouldBe(marks.Select(mark => mark.Value));
            Values(node["one"]!).ShouldBe(marks.Take(1).Select(mark => mark.Value));
            Values(node["lots"]!).ShouldBe(marks.Where(mark => mark.Scheme == "LOT").Select(mark => mark.Value));
        }

        statements.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_list_at_the_root_is_whole_or_an_error()
    {
        var all = MuseumStore.Shared.Works.SelectMany(work => work.Marks).OrderBy(mark => mark.Value, StringComparer.Ordinal).ThenBy(mark => mark.Key).Select(mark => mark.Value).ToList();
        all.Count.ShouldBeInRange(51, 100);
        Values((await Server.QueryAsync("{ marks { value } }"))["marks"]!).ShouldBe(all);

        using var small = new MuseumServer(maxPageSize: 50);
        var (code, message) = await small.FailAsync("{ marks { value } }");
        code.ShouldBe("PAGE_TOO_LARGE");
        message.ShouldContain("50");
        Values((await small.QueryAsync("{ marks(first: 50) { value } }"))["marks"]!).ShouldBe(all.Take(50));
    }

    [Theory]
    [InlineData("marks(first: -1) { value }", "PAGING_INVALID")]
    [InlineData("marks(first: 101) { value }", "PAGE_TOO_LARGE")]
    public async Task Sizes_that_make_no_sense_are_refused(string field, string code) => (await Server.FailAsync($"{{ {field} }}")).Code.ShouldBe(code);

    private static IEnumerable<string> Values(JsonNode list) => list.AsArray().Select(mark => (string)mark!["value"]!);
}
