using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Tests.Data.Museum;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>What is read is what is selected, and it is what was stored.</summary>
public sealed class ColumnTests
{
    private static readonly MuseumServer Server = new();

    [Fact]
    public async Task Every_stored_value_comes_back_as_it_is()
    {
        const string years = "{ from to certainty remark { text by } }";
        var (data, statements) = await Server.WatchAsync(
            $$"""
            { works(first: 100) { nodes {
                id slug title nickname note shape formerShape price insured acquired sold seen cleaned onShow signed height depth weight made {{years}} restored {{years}} estimate { currency low lowIncluded high highIncluded }
                ... on Painting { medium layers frame { width length } }
                ... on Sculpture { mass }
                ... on Print { layers frame { width length } }
            } } }
            """);
        statements.ShouldHaveSingleItem();
        var expected = MuseumStore.Shared.Works.OrderBy(work => work.Key).Select(Describe);
        data["works"]!["nodes"]!.AsArray().Select(node => Plain(node!).ToJsonString()).ShouldBe(expected.Select(node => Plain(node).ToJsonString()));
    }

    [Fact]
    public async Task Members_of_one_name_in_different_kinds_are_read_from_their_own_columns()
    {
        var nodes = (await Server.QueryAsync("{ works(first: 100) { nodes { __typename ... on Print { layers frame { width } } ... on Painting { layers frame { width } } } } }"))["works"]!["nodes"]!.AsArray();
        Layers("Painting").ShouldBe(MuseumStore.Shared.Works.OrderBy(work => work.Key).OfType<Painting>().Select(painting => painting.Layers));
        Layers("Print").ShouldBe(MuseumStore.Shared.Works.OrderBy(work => work.Key).OfType<Print>().Select(print => print.Layers));

        IEnumerable<int?> Layers(string kind) => nodes.Where(node => (string)node!["__typename"]! == kind).Select(node => (int?)node!["layers"]);
    }

    [Theory]
    [InlineData("works { nodes { title } }", "Kind Title")]
    [InlineData("paintings { nodes { title } }", "Title")]
    [InlineData("paintings { nodes { __typename } }", "Key")]
    [InlineData("paintings { pageInfo { hasNextPage } }", "Key")]
    [InlineData("paintings { edges { cursor } }", "Key")]
    [InlineData("paintings(order: { title: ASC }) { pageInfo { endCursor } nodes { title } }", "Title TitleSortKey Key")]
    [InlineData("paintings { nodes { made { from } } }", "Made_Certainty Made_From Made_To Made_Remark_By Made_Remark_Text")]
    [InlineData("paintings { nodes { id } }", "Slug")]
    [InlineData("paintings { nodes { __typename title again: title } }", "Title")]
    [InlineData("paintings { edges { node { title } } nodes { note } }", "Title Note")]
    [InlineData("paintings { nodes { artist { name } } }", "ArtistKey")]
    [InlineData("works { nodes { ... on Sculpture { mass } } }", "Kind Mass")]
    [InlineData("paintings { nodes { ... on Node { id } ... on Work { height } } }", "Slug Height")]
    public async Task Only_columns_that_the_selection_needs_are_read(string selection, string columns)
    {
        var (_, statements) = await Server.WatchAsync($"{{ {selection} }}");
        ColumnsOf(statements[0]).ShouldBe(columns.Split(' '), ignoreOrder: true);
    }

    [Fact]
    public async Task Objects_that_an_object_points_at_are_found_or_null()
    {
        var (data, statements) = await Server.WatchAsync("{ works(first: 100) { nodes { artist { slug } donor { slug teacher { slug } } original { slug original { slug } } } } }");
        var works = MuseumStore.Shared.Works.OrderBy(work => work.Key).ToList();
        var nodes = data["works"]!["nodes"]!.AsArray();
        nodes.Select(node => (string?)node!["artist"]!["slug"]).ShouldBe(works.Select(work => work.Artist.Slug));
        nodes.Select(node => (string?)node!["donor"]?["slug"]).ShouldBe(works.Select(work => work.Donor?.Slug));
        nodes.Select(node => (string?)node!["donor"]?["teacher"]?["slug"]).ShouldBe(works.Select(work => work.Donor?.Teacher?.Slug));
        nodes.Select(node => (string?)node!["original"]?["slug"]).ShouldBe(works.Select(work => work.Original?.Slug));
        nodes.Select(node => (string?)node!["original"]?["original"]?["slug"]).ShouldBe(works.Select(work => work.Original?.Original?.Slug));
        statements.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Lists_of_all_parents_are_found_together()
    {
        var (data, statements) = await Server.WatchAsync(
            """
            { artists(first: 100) { nodes { slug
                works(first: 100) { nodes { slug } }
                gifts(first: 100) { nodes { slug exhibitions(first: 100) { nodes { slug } } hangings(first: 100) { nodes { room exhibition { slug } } } } }
                pupils(first: 100) { nodes { slug } }
            } } }
            """);
        foreach (var node in data["artists"]!["nodes"]!.AsArray())
        {
            var artist = MuseumStore.Shared.Artists.Single(a => a.Slug == (string)node!["slug"]!);
            Slugs(node, "works").ShouldBe(artist.Works.OrderBy(w => w.Key).Select(w => w.Slug));
            Slugs(node, "gifts").ShouldBe(artist.Gifts.OrderBy(w => w.Key).Select(w => w.Slug));
            Slugs(node, "pupils").ShouldBe(artist.Pupils.OrderBy(p => p.Key).Select(p => p.Slug));
            foreach (var (gift, given) in artist.Gifts.OrderBy(w => w.Key).Zip(node!["gifts"]!["nodes"]!.AsArray()))
            {
                Slugs(given, "exhibitions").ShouldBe(gift.Exhibitions.OrderBy(e => e.Key).Select(e => e.Slug));
                given!["hangings"]!["nodes"]!.AsArray().Select(h => ((int?)h!["room"], (string)h["exhibition"]!["slug"]!))
                    .ShouldBe(gift.Hangings.OrderBy(h => h.ExhibitionKey).Select(h => (h.Room, h.Exhibition.Slug)));
            }
        }

        statements.Count.ShouldBe(7);

        static IEnumerable<string> Slugs(JsonNode? node, string list) => node![list]!["nodes"]!.AsArray().Select(each => (string)each!["slug"]!);
    }

    [Fact]
    public async Task Kinds_that_share_a_field_share_its_statement()
    {
        var (_, statements) = await Server.WatchAsync("{ works(first: 100) { nodes { ... on Painting { artist { name } } ... on Print { artist { name } } artist { slug } } } }");
        statements.Count.ShouldBeLessThanOrEqualTo(4);
        var (_, shared) = await Server.WatchAsync("{ works(first: 100) { nodes { artist { name } marks { value } } } }");
        shared.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_list_of_one_kind_is_found_for_that_kind()
    {
        var (data, statements) = await Server.WatchAsync("{ works(first: 100) { nodes { slug ... on Sculpture { pieces(order: { name: DESC }) { nodes { name } } } } } }");
        foreach (var node in data["works"]!["nodes"]!.AsArray())
        {
            var sculpture = MuseumStore.Shared.Works.Single(work => work.Slug == (string)node!["slug"]!) as Sculpture;
            node!["pieces"]?["nodes"]!.AsArray().Count.ShouldBe(sculpture!.Pieces.Count);
            (node["pieces"] is null).ShouldBe(sculpture is null);
        }

        statements.Count.ShouldBe(2);
    }

    internal static IReadOnlyList<string> ColumnsOf(string statement) =>
        [.. statement.Split('\n')[0]["SELECT ".Length..].Split(", ").Select(column => column.Split('.')[^1].Trim('"'))];

    /// <summary>The same value as the same text: the order of members and the digits of numbers make no difference.</summary>
    private static JsonObject Plain(JsonNode node) => new(node.AsObject().Select(member => KeyValuePair.Create(member.Key, member.Value switch
    {
        JsonObject inner => Plain(inner),
        JsonValue value when value.TryGetValue<string>(out var text) && decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && member.Key is not ("slug" or "title" or "nickname" or "note") => (JsonNode)number.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture),
        var other => other?.DeepClone(),
    })).OrderBy(member => member.Key));

    private static JsonObject Describe(Work work)
    {
        string[] common = ["id", "slug", "title", "nickname", "note", "shape", "formerShape", "price", "insured", "acquired", "sold", "onShow", "signed", "height", "depth", "weight", "made", "restored", "estimate"];
        string[] own = work switch { Sculpture => ["mass"], Painting => ["medium", "layers", "frame"], Print => ["layers", "frame"], _ => [] };
        var node = Describe(work, [.. common, .. own]);
        node["seen"] = Time(work.Seen);
        node["cleaned"] = work.Cleaned is { } cleaned ? Time(cleaned) : null;
        return node;
    }

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject Describe(object value, string[] members) => new(members.Select(member => KeyValuePair.Create(member, Oracle.Value(value, member) switch
    {
        Years years => Describe(years, ["from", "to", "certainty", "remark"]),
        Remark remark => Describe(remark, ["text", "by"]),
        Sheet sheet => Describe(sheet, ["width", "length"]),
        Estimate estimate => Describe(estimate, ["currency", "low", "lowIncluded", "high", "highIncluded"]),
        var leaf => Where.Json(leaf),
    })));
}
