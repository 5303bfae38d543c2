using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Tests.Data.Museum;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>Every object is in the group of its keys, and each group is summed up by itself.</summary>
public sealed class GroupLaws
{
    private static readonly MuseumServer Server = new();

    /// <summary>Every key of every list; those that kinds of works have in common are tried on all works.</summary>
    public static TheoryData<string, string> Keys
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var root in Paths.Roots.Keys.Where(root => root is not ("worksOnShow" or "sketches" or "marks")))
            {
                foreach (var key in KeysOf(root).Where(key => root is not ("paintings" or "prints" or "sculptures") || key.StartsWith(root.ToUpperInvariant()[..^1], StringComparison.Ordinal)))
                    cases.Add(root, key);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task The_groups_of_a_key_are_those_of_LINQ(string root, string key) => await ExpectAsync(root, [key], null);

    [Theory]
    [InlineData("works")]
    [InlineData("paintings")]
    [InlineData("sketches")]
    [InlineData("artists")]
    [InlineData("hangings")]
    public async Task The_groups_of_several_keys_and_their_sums_are_those_of_LINQ(string root)
    {
        var random = new Random(root.Length);
        var keys = KeysOf(root).Where(key => !IsForeign(key)).ToList();
        var type = Sums.AggregateOf(Server.Schema, Server.Schema.QueryType, root);
        for (var i = 0; i < 8; i++)
            await ExpectAsync(root, [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => keys[random.Next(keys.Count)]).Distinct()], type);

        bool IsForeign(string key) => root != "works" && Enum.GetNames<Kind>().Any(kind => key.StartsWith($"{kind.ToUpperInvariant()}_", StringComparison.Ordinal) && !root.StartsWith(kind, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Keys_that_lead_through_one_list_are_of_one_object_in_it()
    {
        await ExpectAsync("works", ["MARKS_SCHEME", "MARKS_VALUE"], null);
        await ExpectAsync("works", ["HANGINGS_WALL", "HANGINGS_EXHIBITION", "MARKS_SCHEME"], null);
        await ExpectAsync("artists", ["WORKS_SHAPE", "WORKS_DONOR", "WORKS_TYPE"], null);
    }

    [Theory]
    [InlineData("works", "ESTIMATE_CURRENCY")]
    [InlineData("works", "ARTIST", "ESTIMATE_CURRENCY")]
    [InlineData("paintings", "ESTIMATE_CURRENCY", "MARKS_SCHEME")]
    public async Task Objects_grouped_by_a_unit_are_summed_up_by_unit_too(string root, params string[] keys) =>
        await ExpectAsync(root, keys, Sums.AggregateOf(Server.Schema, Server.Schema.QueryType, root));

    [Theory]
    [InlineData("artists", "works", "SHAPE")]
    [InlineData("artists", "works", "MARKS_SCHEME")]
    [InlineData("artists", "gifts", "ARTIST")]
    [InlineData("exhibitions", "works", "ACQUIRED_MONTH")]
    [InlineData("exhibitions", "works", "ESTIMATE_CURRENCY")]
    [InlineData("exhibitions", "northPrints", "SHAPE")]
    [InlineData("works", "exhibitions", "OPENED_DAY")]
    [InlineData("works", "hangings", "EXHIBITION")]
    public async Task The_many_of_each_parent_are_grouped_by_themselves(string root, string list, string key)
    {
        var (data, statements) = await Server.WatchAsync(
            $"{{ {root}(first: 100) {{ nodes {{ {list} {{ groupCount(by: {key}) groupBy(by: {key}, first: 100) {{ keys {{ field value }} count }} }} }} }} }}");
        foreach (var (parent, node) in Paths.Roots[root].OrderBy(each => (int)Oracle.Value(each, "Key")!).Zip(data[root]!["nodes"]!.AsArray()))
        {
            var expected = Groups.Of(((System.Collections.IEnumerable)Oracle.Value(parent, list)!).Cast<object>(), key);
            ((int)node![list]!["groupCount"]!).ShouldBe(expected.Count);
            node[list]!["groupBy"]!.AsArray().ToDictionary(group => Groups.NameOf(group!), group => (int)group!["count"]!)
                .ShouldBe(expected.ToDictionary(group => group.Key, group => group.Value.Count), ignoreOrder: true);
        }

        statements.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("SHAPE")]
    [InlineData("FORMER_SHAPE")]
    [InlineData("SIGNED")]
    [InlineData("DEPTH")]
    [InlineData("INSURED")]
    [InlineData("WEIGHT")]
    [InlineData("TITLE")]
    [InlineData("NICKNAME")]
    [InlineData("NOTE")]
    [InlineData("SOLD_YEAR")]
    [InlineData("DONOR")]
    [InlineData("ORIGINAL")]
    public async Task Groups_come_in_the_order_asked_for(string key)
    {
        foreach (var order in new[] { "KEY_ASC", "KEY_DESC", "COUNT_DESC", "COUNT_ASC" })
        {
            var data = await Server.QueryAsync($"{{ works {{ groupBy(by: {key}, first: 100, order: {order}) {{ keys {{ field value }} count }} }} }}");
            var found = data["works"]!["groupBy"]!.AsArray().Select(group => Groups.NameOf(group!));
            var groups = Groups.Of(MuseumStore.Shared.Works, key).Select(group => (group.Key, group.Value.Count, Value: Sorted(Groups.Value(group.Value[0], key))));
            var direction = order == "KEY_DESC" ? -1 : 1;
            var byKey = Comparer<object?>.Create((one, other) => (one, other) switch
            {
                (null, null) => 0,
                (null, _) => 1,
                (_, null) => -1,
                (string text, string than) => direction * string.CompareOrdinal(text, than),
                _ => direction * Comparer<object>.Default.Compare(one, other),
            });
            var expected = order switch
            {
                "COUNT_DESC" => groups.OrderByDescending(group => group.Count).ThenBy(group => group.Value, byKey),
                "COUNT_ASC" => groups.OrderBy(group => group.Count).ThenBy(group => group.Value, byKey),
                _ => groups.OrderBy(group => group.Value, byKey),
            };
            found.ShouldBe(expected.Select(group => group.Key), order);
        }

        // Texts as in a dictionary; objects by their titles if they have any, or else by what is unique of them.
        object? Sorted(object? value) => value switch
        {
            Work work => $"{work.TitleSortKey} {work.Slug}",
            ICatalogued thing => thing.Slug,
            string text when key != "SOLD_YEAR" => Folded.SortKey(text),
            _ => value,
        };
    }

    [Fact]
    public async Task The_first_key_given_counts_most()
    {
        var data = await Server.QueryAsync("{ works { groupBy(by: [ON_SHOW, SHAPE, ON_SHOW], order: KEY_ASC, first: 100) { keys { value } } } }");
        var keys = data["works"]!["groupBy"]!.AsArray().Select(group => group!["keys"]!.AsArray().Select(key => (string)key!["value"]!).ToList()).ToList();
        keys.ShouldAllBe(key => key.Count == 2);
        keys.Select(key => key[0]).ShouldBeInOrder();
        keys.Where(key => key[0] == "false").Select(key => key[1]).ShouldBe(["POOR", "FAIR", "AS_NEW"]);
    }

    [Fact]
    public async Task Groups_are_given_in_parts_that_make_the_whole()
    {
        var all = await GroupsAsync("first: 100");
        (await GroupsAsync("")).ShouldBe(all.Take(5));
        List<string> walked = [];
        for (var skip = 0; skip < all.Count; skip += 7)
            walked.AddRange(await GroupsAsync($"first: 7, skip: {skip}"));
        walked.ShouldBe(all);
        (await GroupsAsync("first: 0")).ShouldBeEmpty();
        (await GroupsAsync("skip: 1000")).ShouldBeEmpty();

        async Task<IReadOnlyList<string>> GroupsAsync(string arguments)
        {
            var data = await Server.QueryAsync($"{{ works {{ groupCount(by: TITLE) groupBy(by: TITLE {arguments}) {{ keys {{ value }} }} }} }}");
            ((int)data["works"]!["groupCount"]!).ShouldBe(MuseumStore.Shared.Works.Select(work => work.Title).Distinct().Count());
            return [.. data["works"]!["groupBy"]!.AsArray().Select(group => (string)group!["keys"]![0]!["value"]!)];
        }
    }

    [Fact]
    public async Task An_object_that_is_a_key_is_given_as_itself_by_one_statement_a_kind()
    {
        var (data, statements) = await Server.WatchAsync(
            "{ works { groupBy(by: [DONOR, ORIGINAL, SHAPE], first: 100) { keys { value node { id __typename ... on Artist { name works { totalCount } } ... on Work { title } } } } } }");
        foreach (var keys in data["works"]!["groupBy"]!.AsArray().Select(group => group!["keys"]!))
        {
            foreach (var (key, i) in keys.AsArray().Select((key, i) => (key!, i)))
            {
                if (i == 2 || key["value"] is null)
                {
                    key["node"].ShouldBeNull();
                    continue;
                }

                ((string)key["node"]!["id"]!).ShouldBe((string)key["value"]!);
                var thing = Paths.Roots[i == 0 ? "artists" : "works"].Cast<ICatalogued>().Single(each => (string)Oracle.Value(each, "id")! == (string)key["value"]!);
                ((string)key["node"]![i == 0 ? "name" : "title"]!).ShouldBe((string)Oracle.Value(thing, i == 0 ? "name" : "title")!);
            }
        }

        // The groups, the donors, the originals, and the counts of the donors' works.
        statements.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_key_that_only_one_kind_has_is_missing_of_others_and_refused_for_lists_of_others()
    {
        await ExpectAsync("works", ["PAINTING_MEDIUM", "PRINT_LAYERS", "TYPE"], null);
        await ExpectAsync("prints", ["PRINT_LAYERS"], null);
        var (code, message) = await Server.FailAsync("{ prints { groupBy(by: PAINTING_MEDIUM) { count } } }");
        code.ShouldBe("GROUPING_INVALID");
        message.ShouldBe("PAINTING_MEDIUM is a key of Painting objects; Print objects have none.");
    }

    [Fact]
    public void No_key_leads_further_than_to_an_object_and_what_few_differ_in()
    {
        KeysOf("works").ShouldContain("ORIGINAL");
        KeysOf("works").Where(key => key.StartsWith("ORIGINAL_", StringComparison.Ordinal)).ShouldBe(["ORIGINAL_TYPE", "ORIGINAL_TITLE", "ORIGINAL_NICKNAME", "ORIGINAL_NOTE", "ORIGINAL_SHAPE", "ORIGINAL_FORMER_SHAPE", "ORIGINAL_ON_SHOW", "ORIGINAL_SIGNED"], ignoreOrder: true);
        KeysOf("works").Where(key => key.StartsWith("COPIES", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void A_list_without_anything_to_sum_up_has_groups_but_no_aggregate()
    {
        Server.Schema.TryGetField(Server.Schema.Types.Single(type => type.Name == "Sculpture"), "pieces", out var field).ShouldBeTrue();
        Server.Schema.TryGetField(field!.Type.Named, "aggregate", out _).ShouldBeFalse();
        Server.Schema.TryGetField(field.Type.Named, "groupBy", out var groupBy).ShouldBeTrue();
        groupBy!.Type.Named.Name.ShouldBe("Group");
    }

    private static IReadOnlyList<string> KeysOf(string root) => Groups.Keys(Server.Schema, Server.Schema.QueryType, root);

    private static async Task ExpectAsync(string root, IReadOnlyList<string> keys, ObjectType? type)
    {
        var expected = Groups.Of(Paths.Roots[root], keys);
        var by = $"[{string.Join(", ", keys)}]";
        var sums = type is null ? "" : Sums.Selection(type);
        Dictionary<string, JsonNode> found = [];
        for (var skip = 0; skip < expected.Count; skip += 100)
        {
            var (data, statements) = await Server.WatchAsync($"{{ {root} {{ groupBy(by: {by}, first: 100, skip: {skip}) {{ keys {{ field value }} count {sums} }} }} }}");
            statements.ShouldHaveSingleItem();
            foreach (var group in data[root]!["groupBy"]!.AsArray())
                found.Add(Groups.NameOf(group!), group!);
        }

        found.Keys.ShouldBe(expected.Keys, ignoreOrder: true, by);
        foreach (var (name, members) in expected)
        {
            ((int)found[name]["count"]!).ShouldBe(members.Count, name);
            if (type is not null)
                Sums.ShouldBeSame(Sums.WithoutKeys(found[name]), Sums.Of(type, members), $"{root}: {name}");
        }
    }
}
