using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Tests.Data.Museum;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>Lists are ordered as asked and walked page by page, forward and backward, without losing or repeating an object.</summary>
public sealed class OrderLaws
{
    private const string Page = "edges { cursor node { ...identity } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

    private static readonly MuseumServer Server = new();

    /// <summary>Every list in every order by one key, either way, and those by several keys that have many ties and nulls.</summary>
    public static TheoryData<string, string> Orders
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var root in Paths.Roots.Keys.Where(root => root != "marks"))
            {
                cases.Add(root, "[]");
                foreach (var path in Keys(root))
                {
                    cases.Add(root, $"[{Order(path, "ASC")}]");
                    cases.Add(root, $"[{Order(path, "DESC")}]");
                }
            }

            foreach (var several in new[]
            {
                "[{ signed: ASC }, { depth: DESC }]",
                "[{ nickname: DESC, formerShape: DESC }]",
                "[{ restored: DESC }, { donor: { born: ASC } }, { insured: ASC }]",
                "[{ onShow: DESC }, { signed: DESC }, { sold: ASC }, { onShow: ASC }]",
                "[{ original: { artist: { born: DESC } } }, { shape: ASC }]",
                "[{ asPainting: { layers: DESC } }, { type: DESC }]",
                "[{ original: { formerShape: DESC } }, { original: { asPrint: { frame: ASC } } }, { restored: ASC }]",
            })
                cases.Add("works", several);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_list_is_in_the_order_asked_for_and_every_walk_keeps_it(string root, string order)
    {
        var expected = Sorted(Paths.Roots[root], order);
        (await PageAsync(root, $"first: 100, order: {order}")).Names.ShouldBe(expected);
        (await PageAsync(root, $"last: 100, order: {order}")).Names.ShouldBe(expected);
        // Of each key's two orders one is walked forward and the other backward; which, alternates.
        var isSimple = !order.Contains(',', StringComparison.Ordinal);
        foreach (var forward in new[] { true, false }.Where(each => !isSimple || each == ((order.Length + root.Length) % 2 == 0)))
            (await WalkAsync(root, order, expected.Count > 10 ? 7 : 2, forward)).ShouldBe(expected, forward ? "forward" : "backward");
    }

    [Theory]
    [InlineData("[{ signed: ASC }]", 2)]
    [InlineData("[{ signed: DESC }]", 3)]
    [InlineData("[{ formerShape: ASC }]", 2)]
    [InlineData("[{ depth: DESC }]", 3)]
    [InlineData("[{ restored: ASC }]", 2)]
    [InlineData("[{ donor: { name: DESC } }]", 3)]
    public async Task Small_pages_stop_at_every_tie_and_every_null(string order, int size)
    {
        var expected = Sorted(MuseumStore.Shared.Works, order);
        (await WalkAsync("works", order, size, forward: true)).ShouldBe(expected);
        (await WalkAsync("works", order, size, forward: false)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("works", "[{ signed: DESC }, { depth: ASC }]")]
    [InlineData("works", "[{ title: ASC }]")]
    [InlineData("exhibitions", "[{ opened: DESC }]")]
    public async Task What_lies_between_two_cursors_is_found_from_either_end(string root, string order)
    {
        var all = await PageAsync(root, $"first: 100, order: {order}");
        for (var after = 0; after < all.Names.Count; after += all.Names.Count > 10 ? 6 : 1)
        {
            for (var before = after + 1; before < all.Names.Count; before += all.Names.Count > 10 ? 7 : 1)
            {
                var between = all.Names.Skip(after + 1).Take(before - after - 1).ToList();
                var slice = $"after: \"{all.Cursors[after]}\", before: \"{all.Cursors[before]}\", order: {order}";
                (await PageAsync(root, $"first: 100, {slice}")).Names.ShouldBe(between);
                (await PageAsync(root, $"last: 100, {slice}")).Names.ShouldBe(between);
                var first = await PageAsync(root, $"first: 2, {slice}");
                first.Names.ShouldBe(between.Take(2));
                first.HasNext.ShouldBe(between.Count > 2);
                var last = await PageAsync(root, $"last: 2, {slice}");
                last.Names.ShouldBe(between.TakeLast(2));
                last.HasPrevious.ShouldBe(between.Count > 2);
            }
        }
    }

    [Fact]
    public async Task Of_several_keys_in_one_object_the_first_in_the_schema_counts_most() =>
        (await PageAsync("works", "first: 100, order: [{ formerShape: DESC, nickname: ASC }]")).Names.ShouldBe(Sorted(MuseumStore.Shared.Works, "[{ nickname: ASC }, { formerShape: DESC }]"));

    [Fact]
    public async Task What_only_one_kind_has_can_be_selected_and_ordered_by_at_once()
    {
        var data = await Server.QueryAsync(
            "{ works(first: 100, order: [{ asPainting: { layers: DESC } }, { asPainting: { title: ASC } }, { type: ASC }]) { edges { cursor node { __typename title ... on Painting { layers } ... on Print { layers } } } } }");
        var painted = MuseumStore.Shared.Works.OfType<Painting>().Where(painting => painting.Layers is not null).Select(painting => painting.Layers).OrderDescending().ToList();
        data["works"]!["edges"]!.AsArray().Take(painted.Count).Select(edge => (int?)edge!["node"]!["layers"]).ShouldBe(painted);
    }

    [Fact]
    public async Task Nothing_lies_between_cursors_in_the_wrong_order()
    {
        var all = await PageAsync("works", "first: 10");
        (await PageAsync("works", $"after: \"{all.Cursors[5]}\", before: \"{all.Cursors[2]}\"")).Names.ShouldBeEmpty();
        (await PageAsync("works", $"after: \"{all.Cursors[5]}\", before: \"{all.Cursors[5]}\"")).Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_many_of_each_parent_are_walked_side_by_side()
    {
        foreach (var order in new[] { "[{ signed: ASC }]", "[{ insured: DESC }]", "[]" })
        {
            foreach (var (slug, works) in MuseumStore.Shared.Artists.Select(artist => (artist.Slug, artist.Works)))
            {
                foreach (var forward in new[] { true, false })
                {
                    var walked = await WalkAsync("works", order, 2, forward, arguments => $"artist(by: {{ slug: \"{slug}\" }}) {{ works({arguments}) {{ {Page} }} }}", data => data["artist"]!["works"]!);
                    walked.ShouldBe(Sorted(works, order));
                }
            }
        }
    }

    [Theory]
    [InlineData("first: 2")]
    [InlineData("last: 3, order: [{ signed: DESC }]")]
    [InlineData("first: 1, where: { depth: { neq: 1 } }, order: [{ nickname: ASC }]")]
    public async Task A_page_of_each_parent_is_that_of_the_parent_alone(string arguments)
    {
        var together = (await Server.QueryAsync($"{{ artists(first: 100) {{ nodes {{ slug works({arguments}) {{ totalCount nodes {{ slug }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }} }} }}"))["artists"]!["nodes"]!.AsArray();
        together.Count.ShouldBe(MuseumStore.Shared.Artists.Count);
        foreach (var node in together)
        {
            var alone = await Server.QueryAsync($"{{ artist(by: {{ slug: \"{node!["slug"]}\" }}) {{ slug works({arguments}) {{ totalCount nodes {{ slug }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }} }}");
            alone["artist"]!.ToJsonString().ShouldBe(node.ToJsonString());
        }
    }

    [Theory]
    [InlineData("first: 2")]
    [InlineData("last: 2, order: [{ signed: ASC }]")]
    public async Task A_parent_that_is_met_several_times_has_the_same_page_each_time(string arguments)
    {
        var nodes = (await Server.QueryAsync($"{{ works(first: 100) {{ nodes {{ artist {{ slug works({arguments}) {{ nodes {{ slug }} pageInfo {{ hasNextPage hasPreviousPage }} }} }} }} }} }}"))["works"]!["nodes"]!.AsArray();
        foreach (var artist in nodes.Select(node => node!["artist"]!).GroupBy(artist => (string)artist["slug"]!))
        {
            var alone = await Server.QueryAsync($"{{ artist(by: {{ slug: \"{artist.Key}\" }}) {{ slug works({arguments}) {{ nodes {{ slug }} pageInfo {{ hasNextPage hasPreviousPage }} }} }} }}");
            artist.Select(each => each.ToJsonString()).Distinct().ShouldBe([alone["artist"]!.ToJsonString()]);
        }
    }

    [Theory]
    [InlineData("", 45)]
    [InlineData("(first: 0)", 45)]
    [InlineData("(first: 2, where: { onShow: { eq: true } })", -1)]
    [InlineData("(where: { slug: { eq: \"nowhere\" } })", 0)]
    public async Task The_total_count_is_that_of_all_pages(string arguments, int count)
    {
        var total = (int)(await Server.QueryAsync($"{{ works{arguments} {{ totalCount }} }}"))["works"]!["totalCount"]!;
        total.ShouldBe(count < 0 ? MuseumStore.Shared.Works.Count(work => work.OnShow) : count);
    }

    [Fact]
    public async Task A_parent_without_any_has_a_count_of_zero_and_an_empty_page()
    {
        var data = await Server.QueryAsync("{ exhibitions(where: { works: { any: false } }) { nodes { works { totalCount nodes { slug } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }");
        data["exhibitions"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!["works"]!.ToJsonString().ShouldBe(
            """{"totalCount":0,"nodes":[],"pageInfo":{"hasNextPage":false,"hasPreviousPage":false,"startCursor":null,"endCursor":null}}""");
    }

    [Fact]
    public async Task A_page_of_nothing_tells_whether_there_is_something() =>
        (await Server.QueryAsync("{ works(first: 0) { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor } } }"))["works"]!.ToJsonString()
            .ShouldBe("""{"nodes":[],"pageInfo":{"hasNextPage":true,"hasPreviousPage":false,"startCursor":null}}""");

    [Theory]
    [InlineData("works(first: 1, last: 1) { nodes { id } }", "PAGING_INVALID")]
    [InlineData("works(first: -1) { nodes { id } }", "PAGING_INVALID")]
    [InlineData("works(last: -1) { totalCount }", "PAGING_INVALID")]
    [InlineData("works(first: 101) { nodes { id } }", "PAGE_TOO_LARGE")]
    [InlineData("works(last: 2147483647) { nodes { id } }", "PAGE_TOO_LARGE")]
    [InlineData("works(after: \"\") { nodes { id } }", "CURSOR_INVALID")]
    [InlineData("works(after: \"?\") { nodes { id } }", "CURSOR_INVALID")]
    [InlineData("works(before: \"AAAAAAAAAAAAAAAAAAAA\") { nodes { id } }", "CURSOR_INVALID")]
    [InlineData("works(after: \"?\") { totalCount }", "CURSOR_INVALID")]
    [InlineData("works(before: \"?\") { groupCount(by: [TYPE]) }", "CURSOR_INVALID")]
    [InlineData("artists { nodes { works(first: -1) { nodes { id } } } }", "PAGING_INVALID")]
    public async Task Arguments_that_make_no_sense_are_refused(string field, string code)
    {
        var response = await Server.SendAsync($"{{ {field} }}");
        response["errors"]!.AsArray().Select(error => (string)error!["extensions"]!["code"]!).Distinct().ShouldBe([code]);
    }

    [Fact]
    public async Task A_cursor_is_good_for_its_own_order_only()
    {
        var cursor = (await PageAsync("works", "first: 1, order: [{ height: ASC }]")).Cursors[0];
        await Server.QueryAsync($"{{ works(after: \"{cursor}\", order: [{{ height: ASC }}]) {{ nodes {{ id }} }} }}");
        foreach (var order in new[] { "[{ height: DESC }]", "[{ depth: ASC }]", "[]", "[{ height: ASC }, { depth: ASC }]" })
            (await Server.FailAsync($"{{ works(after: \"{cursor}\", order: {order}) {{ nodes {{ id }} }} }}")).Code.ShouldBe("CURSOR_INVALID", order);
    }

    [Fact]
    public async Task A_cursor_is_good_for_lists_of_its_own_type_only()
    {
        var cursor = (await PageAsync("works", "first: 1")).Cursors[0];
        (await Server.FailAsync($"{{ artists(after: \"{cursor}\") {{ nodes {{ id }} }} }}")).Code.ShouldBe("CURSOR_INVALID");
    }

    [Fact]
    public async Task A_cursor_of_another_base_is_refused()
    {
        var cursor = (await PageAsync("works", "first: 1")).Cursors[0];
        using var other = new MuseumServer(key: "another");
        (await other.FailAsync($"{{ works(after: \"{cursor}\") {{ nodes {{ id }} }} }}")).Code.ShouldBe("CURSOR_INVALID");
    }

    [Fact]
    public async Task A_damaged_cursor_is_refused()
    {
        var cursor = System.Buffers.Text.Base64Url.DecodeFromChars((await PageAsync("works", "first: 1, order: [{ title: ASC }]")).Cursors[0]);
        for (var i = 0; i < cursor.Length; i++)
        {
            var damaged = cursor.ToArray();
            damaged[i] ^= 1;
            var text = System.Buffers.Text.Base64Url.EncodeToString(damaged);
            (await Server.FailAsync($"{{ works(after: \"{text}\", order: [{{ title: ASC }}]) {{ nodes {{ id }} }} }}")).Code.ShouldBe("CURSOR_INVALID");
        }

        var cut = System.Buffers.Text.Base64Url.EncodeToString(cursor.AsSpan()[..^1]);
        (await Server.FailAsync($"{{ works(after: \"{cut}\", order: [{{ title: ASC }}]) {{ nodes {{ id }} }} }}")).Code.ShouldBe("CURSOR_INVALID");
    }

    [Fact]
    public async Task A_cursor_is_the_same_wherever_it_is_asked_for()
    {
        var (_, edges, data) = (0, await PageAsync("works", "first: 3"), await Server.QueryAsync("{ works(first: 3) { pageInfo { startCursor endCursor } } }"));
        ((string)data["works"]!["pageInfo"]!["startCursor"]!).ShouldBe(edges.Cursors[0]);
        ((string)data["works"]!["pageInfo"]!["endCursor"]!).ShouldBe(edges.Cursors[2]);
    }

    /// <summary>The paths of the keys that a list can be ordered by, to related objects one step.</summary>
    private static IEnumerable<string> Keys(string root)
    {
        var fields = Paths.Fields(Server.Schema, root, "order");
        foreach (var field in fields)
        {
            if (field.Type.Named is not InputObjectType related)
                yield return field.Name;
            else if (root is not ("paintings" or "prints" or "sculptures" or "worksOnShow"))
                yield return $"{field.Name}.{related.Fields.Last(f => f.Type.Named is not InputObjectType).Name}";
        }
    }

    private static string Order(string path, string direction)
    {
        var order = direction;
        foreach (var member in path.Split('.').Reverse())
            order = $"{{ {member}: {order} }}";
        return order;
    }

    /// <summary>The names of objects as an order has them: what is missing last, ties by key.</summary>
    private static List<string> Sorted(IEnumerable<object> objects, string order)
    {
        IOrderedEnumerable<object> sorted = objects.OrderBy(_ => 0);
        foreach (Match match in Regex.Matches(order, @"((?:\w+: \{ )*)(\w+): (ASC|DESC)"))
        {
            var path = match.Groups[1].Value.Split([": { ", "{ "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Append(match.Groups[2].Value).ToList();
            foreach (var key in KeysOf(path[^1]))
            {
                object? Value(object each) => key.Aggregate(path.SkipLast(1).Aggregate((object?)each, Oracle.Value), Oracle.Value) switch
                {
                    string text when key[^1] is not ("slug" or "type") => Folded.SortKey(text),
                    var value => value,
                };
                sorted = sorted.ThenBy(each => Value(each) is null);
                sorted = match.Groups[3].Value == "ASC" ? sorted.ThenBy(Value, Bytewise.Instance) : sorted.ThenByDescending(Value, Bytewise.Instance);
            }
        }

        return [.. sorted.ThenBy(KeyOf).Select(Name)];
    }

    /// <summary>The stored members that an order by a member goes by.</summary>
    private static IEnumerable<string[]> KeysOf(string member) => member switch
    {
        "made" or "restored" => [[member, "from"], [member, "to"]],
        "frame" => [[member, "length"], [member, "width"]],
        _ => [[member]],
    };

    private static (int, int) KeyOf(object each) => each is Hanging hanging ? (hanging.WorkKey, hanging.ExhibitionKey) : ((int)Oracle.Value(each, "Key")!, 0);

    private static string Name(object each) => each switch
    {
        Hanging hanging => $"{hanging.Work.Slug} {hanging.Exhibition.Slug}",
        Mark mark => $"{mark.Scheme} {mark.Value}",
        _ => ((ICatalogued)each).Slug,
    };

    private static async Task<IReadOnlyList<string>> WalkAsync(
        string root, string order, int size, bool forward, Func<string, string>? field = null, Func<JsonNode, JsonNode>? find = null)
    {
        var names = new List<string>();
        var cursor = "null";
        for (var pages = 0; pages < 100; pages++)
        {
            var page = await PageAsync(root, forward ? $"first: {size}, after: {cursor}, order: {order}" : $"last: {size}, before: {cursor}, order: {order}", field, find);
            names.InsertRange(forward ? names.Count : 0, page.Names);
            (forward ? page.HasPrevious : page.HasNext).ShouldBe(cursor != "null");
            if (!(forward ? page.HasNext : page.HasPrevious))
                return names;
            page.Names.Count.ShouldBe(size);
            cursor = $"\"{(forward ? page.End : page.Start)}\"";
        }

        throw new InvalidOperationException($"The walk through {root} has no end.");
    }

    private static async Task<(IReadOnlyList<string> Names, IReadOnlyList<string> Cursors, bool HasNext, bool HasPrevious, string? Start, string? End)> PageAsync(
        string root, string arguments, Func<string, string>? field = null, Func<JsonNode, JsonNode>? find = null)
    {
        var (type, identity) = root switch
        {
            "hangings" => ("Hanging", "work { slug } exhibition { slug }"),
            "marks" => ("Mark", "scheme value"),
            "artists" => ("Artist", "slug"),
            "exhibitions" => ("Exhibition", "slug"),
            _ => ("Work", "slug"),
        };
        Server.Schema.TryGetField(Server.Schema.QueryType, root, out var list).ShouldBeTrue();
        // Arguments are variables, so that all pages of a list share their statements.
        const string given = "first: $first, after: $after, last: $last, before: $before, order: $order";
        var data = await Server.QueryAsync(
            $"query($first: Int, $after: String, $last: Int, $before: String, $order: {list!.FindArgument("order")!.Type}) {{ {(field is null ? $"{root}({given}) {{ {Page} }}" : field(given))} }} fragment identity on {type} {{ {identity} }}",
            Variables(arguments));
        var page = find is null ? data[root]! : find(data);
        var edges = page["edges"]!.AsArray();
        var info = page["pageInfo"]!;
        return (
            [.. edges.Select(edge => edge!["node"]!).Select(node => string.Join(' ', identity.Split(' ').Where(word => word is "scheme" or "value").Select(word => (string)node[word]!)) is { Length: > 0 } mark
                ? mark
                : root == "hangings" ? $"{node["work"]!["slug"]} {node["exhibition"]!["slug"]}" : (string)node["slug"]!)],
            [.. edges.Select(edge => (string)edge!["cursor"]!)],
            (bool)info["hasNextPage"]!,
            (bool)info["hasPreviousPage"]!,
            (string?)info["startCursor"],
            (string?)info["endCursor"]);
    }

    /// <summary>The values of arguments that are written as in a query.</summary>
    private static JsonObject Variables(string arguments)
    {
        var values = new JsonObject();
        foreach (Match match in Regex.Matches(arguments, @"\b(first|last): (\d+)"))
            values[match.Groups[1].Value] = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        foreach (Match match in Regex.Matches(arguments, @"\b(after|before): ""([^""]*)"""))
            values[match.Groups[1].Value] = match.Groups[2].Value;
        if (Regex.Match(arguments, @"\border: (\[.*\])") is { Success: true } order)
            values["order"] = JsonNode.Parse(Regex.Replace(order.Groups[1].Value, @"\w+", "\"$0\""));
        return values;
    }

    /// <summary>Texts are ordered by their bytes, as the database does it.</summary>
    private sealed class Bytewise : IComparer<object?>
    {
        public static readonly Bytewise Instance = new();

        public int Compare(object? x, object? y) => x is string one && y is string other
            ? Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other))
            : System.Collections.Comparer.Default.Compare(x, y);
    }
}
