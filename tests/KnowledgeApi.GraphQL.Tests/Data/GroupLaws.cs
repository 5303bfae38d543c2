using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Tests.Data.Museum;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>Every object is in the group of its keys, and each group is summed up by itself.</summary>
public sealed class GroupLaws
{
    private static readonly MuseumServer Server = new();

    /// <summary>Every key of every list; of some lists through related objects, one step, which leads to all kinds of objects.</summary>
    public static TheoryData<string, string> Keys
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var root in Paths.Roots.Keys)
            {
                foreach (var key in Groups.Keys(InputOf(root), steps: root is "hangings" or "artists" or "sculptures" or "marks" ? 1 : 0).Where(key => !IsInherited(root, key)))
                    cases.Add(root, key);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task The_groups_of_a_key_are_those_of_LINQ(string root, string key)
    {
        var expected = Groups.Of(Paths.Roots[root], [key]);
        var (data, statements) = await Server.WatchAsync(
            $"{{ {root} {{ groupBy(by: {Groups.By(key)}, first: 100) {{ totalCount groups {{ key {{ {Groups.Select(key)} }} count aggregate {{ count }} }} }} }} }}");
        var grouping = data[root]!["groupBy"]!;
        statements.ShouldHaveSingleItem();
        ((int)grouping["totalCount"]!).ShouldBe(expected.Count);
        var found = grouping["groups"]!.AsArray().ToDictionary(group => Groups.NameOf(group!, [key]), group => (int)group!["count"]!);
        found.ShouldBe(expected.ToDictionary(group => group.Key, group => group.Value.Count), ignoreOrder: true);
        foreach (var group in grouping["groups"]!.AsArray())
            ((int)group!["aggregate"]!["count"]!).ShouldBe((int)group["count"]!);
    }

    [Theory]
    [InlineData("works")]
    [InlineData("paintings")]
    [InlineData("artists")]
    [InlineData("hangings")]
    [InlineData("marks")]
    public async Task The_groups_of_several_keys_and_their_sums_are_those_of_LINQ(string root)
    {
        var random = new Random(root.Length);
        var keys = Groups.Keys(InputOf(root), steps: 2).ToList();
        var type = Sums.AggregateOf(Server.Schema, Server.Schema.QueryType, root);
        for (var i = 0; i < 12; i++)
        {
            string[] some = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => keys[random.Next(keys.Count)]).DistinctBy(key => key.Split(':')[0])];
            await ExpectAsync(root, some, type);
        }
    }

    [Fact]
    public async Task Keys_that_lead_through_one_list_are_of_one_object_in_it()
    {
        await ExpectAsync("works", ["marks.scheme", "marks.value"], null);
        await ExpectAsync("works", ["hangings.room", "hangings.exhibition.name", "marks.scheme"], null);
        await ExpectAsync("exhibitions", ["works.artist.name", "works.marks.scheme", "works.shape"], null);
    }

    [Theory]
    [InlineData("works", "estimate.currency")]
    [InlineData("works", "artist.name", "estimate.currency")]
    [InlineData("works", "copies.estimate.currency")]
    [InlineData("paintings", "estimate.currency", "marks.scheme")]
    public async Task Objects_grouped_by_a_unit_are_summed_up_by_unit_too(string root, params string[] keys) =>
        await ExpectAsync(root, keys, Sums.AggregateOf(Server.Schema, Server.Schema.QueryType, root));

    [Theory]
    [InlineData("artists", "works", "shape")]
    [InlineData("artists", "works", "marks.scheme")]
    [InlineData("artists", "gifts", "artist.id")]
    [InlineData("exhibitions", "works", "acquired:MONTH")]
    [InlineData("exhibitions", "works", "estimate.currency")]
    [InlineData("works", "exhibitions", "opened:DAY")]
    [InlineData("works", "hangings", "exhibition.name")]
    public async Task The_many_of_each_parent_are_grouped_by_themselves(string root, string list, string key)
    {
        var (data, statements) = await Server.WatchAsync($"{{ {root}(first: 100) {{ nodes {{ {list} {{ groupBy(by: {Groups.By(key)}, first: 100) {{ totalCount groups {{ key {{ {Groups.Select(key)} }} count }} }} }} }} }} }}");
        foreach (var (parent, node) in Paths.Roots[root].OrderBy(each => (int)Oracle.Value(each, "Key")!).Zip(data[root]!["nodes"]!.AsArray()))
        {
            var expected = Groups.Of(((System.Collections.IEnumerable)Oracle.Value(parent, list)!).Cast<object>(), [key]);
            var grouping = node![list]!["groupBy"]!;
            ((int)grouping["totalCount"]!).ShouldBe(expected.Count);
            grouping["groups"]!.AsArray().ToDictionary(group => Groups.NameOf(group!, [key]), group => (int)group!["count"]!)
                .ShouldBe(expected.ToDictionary(group => group.Key, group => group.Value.Count), ignoreOrder: true);
        }

        statements.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("shape")]
    [InlineData("formerShape")]
    [InlineData("signed")]
    [InlineData("depth")]
    [InlineData("insured")]
    [InlineData("weight")]
    [InlineData("title")]
    [InlineData("nickname")]
    [InlineData("note")]
    [InlineData("sold")]
    public async Task Groups_come_in_the_order_asked_for(string member)
    {
        var key = member == "sold" ? "sold:YEAR" : member;
        foreach (var order in new[] { "KEY_ASC", "KEY_DESC", "COUNT_DESC", "COUNT_ASC" })
        {
            var data = await Server.QueryAsync($"{{ works {{ groupBy(by: {Groups.By(key)}, first: 100, order: {order}) {{ groups {{ key {{ {Groups.Select(key)} }} count }} }} }} }}");
            var found = data["works"]!["groupBy"]!["groups"]!.AsArray().Select(group => Groups.NameOf(group!, [key]));
            var groups = Groups.Of(MuseumStore.Shared.Works, [key]).Select(group => (group.Key, group.Value.Count, Value: Oracle.Value(group.Value[0], member)));
            var direction = order == "KEY_DESC" ? -1 : 1;
            var byKey = Comparer<object?>.Create((one, other) => (one, other) switch
            {
                (null, null) => 0,
                (null, _) => 1,
                (_, null) => -1,
                (string text, string than) => direction * string.CompareOrdinal(Folded.SortKey(text), Folded.SortKey(than)),
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
    }

    [Fact]
    public async Task The_first_key_given_counts_most()
    {
        var data = await Server.QueryAsync("{ works { groupBy(by: [{ onShow: true }, { shape: true }], order: KEY_ASC, first: 100) { groups { key { shape onShow } } } } }");
        var keys = data["works"]!["groupBy"]!["groups"]!.AsArray().Select(group => ((bool)group!["key"]!["onShow"]!, (string)group["key"]!["shape"]!)).ToList();
        keys.Select(key => key.Item1).ShouldBeInOrder();
        keys.Where(key => !key.Item1).Select(key => key.Item2).ShouldBe(["POOR", "FAIR", "AS_NEW"]);
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
            var data = await Server.QueryAsync($"{{ works {{ groupBy(by: {{ title: true }} {arguments}) {{ totalCount groups {{ key {{ title }} }} }} }} }}");
            ((int)data["works"]!["groupBy"]!["totalCount"]!).ShouldBe(MuseumStore.Shared.Works.Select(work => work.Title).Distinct().Count());
            return [.. data["works"]!["groupBy"]!["groups"]!.AsArray().Select(group => (string)group!["key"]!["title"]!)];
        }
    }

    [Fact]
    public async Task What_was_not_grouped_by_is_null()
    {
        var data = await Server.QueryAsync("{ works { groupBy(by: { shape: true, onShow: false, donor: { name: false } }, first: 1) { groups { key { shape onShow type donor { name } acquired { year } made { from } } } } } }");
        var key = data["works"]!["groupBy"]!["groups"]![0]!["key"]!;
        key["shape"].ShouldNotBeNull();
        foreach (var member in new[] { "onShow", "type", "donor", "acquired", "made" })
            key[member].ShouldBeNull(member);
    }

    private static InputObjectType InputOf(string root) => Groups.InputOf(Server.Schema, Server.Schema.QueryType, root);

    /// <summary>Kinds of works have most members in common; those are tried on all works.</summary>
    private static bool IsInherited(string root, string key) =>
        root is "paintings" or "prints" or "sculptures" or "sketches" or "worksOnShow" && typeof(Work).GetProperty(key.Split('.', ':')[0], Oracle.AnyCase) is not null && key is not "title";

    private async Task ExpectAsync(string root, string[] keys, ObjectType? aggregate)
    {
        var expected = Groups.Of(Paths.Roots[root], keys);
        var sums = aggregate is null ? "" : $"aggregate {Sums.Selection(aggregate)}";
        var by = $"[{string.Join(", ", keys.Select(Groups.By))}]";
        Dictionary<string, JsonNode> found = [];
        for (var skip = 0; skip < expected.Count; skip += 100)
        {
            var (data, statements) = await Server.WatchAsync(
                $"{{ {root} {{ groupBy(by: {by}, first: 100, skip: {skip}) {{ totalCount groups {{ key {Merge(keys)} count {sums} }} }} }} }}");
            statements.ShouldHaveSingleItem();
            ((int)data[root]!["groupBy"]!["totalCount"]!).ShouldBe(expected.Count, by);
            foreach (var group in data[root]!["groupBy"]!["groups"]!.AsArray())
                found.Add(Groups.NameOf(group!, keys), group!);
        }

        found.Keys.ShouldBe(expected.Keys, ignoreOrder: true, by);
        foreach (var (name, members) in expected)
        {
            ((int)found[name]["count"]!).ShouldBe(members.Count, name);
            if (aggregate is not null)
                Sums.ShouldBeSame(found[name]["aggregate"], Sums.Of(aggregate, members), $"{root}: {name}");
        }
    }

    private static string Merge(IEnumerable<string> keys) => $"{{ {string.Join(' ', keys.Select(Groups.Select))} }}";
}
