using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.GraphQL.Data.Lookups;
using KnowledgeApi.GraphQL.Tests.Data.Museum;

namespace KnowledgeApi.GraphQL.Tests.Data;

/// <summary>One object by what it is known by, and any object by its global id.</summary>
public sealed class LookupTests
{
    private static readonly MuseumServer Server = new();

    [Fact]
    public async Task Every_work_is_found_by_id_by_slug_and_by_each_of_its_marks()
    {
        var compiled = Server.Compiled;
        foreach (var work in MuseumStore.Shared.Works)
        {
            await ExpectAsync(work, new JsonObject { ["id"] = IdOf(work) });
            await ExpectAsync(work, new JsonObject { ["slug"] = work.Slug });
            foreach (var mark in work.Marks)
                await ExpectAsync(work, new JsonObject { ["mark"] = new JsonObject { ["scheme"] = mark.Scheme, ["value"] = mark.Value } });
        }

        (Server.Compiled - compiled).ShouldBeLessThanOrEqualTo(3);
    }

    [Theory]
    [InlineData("""{ "slug": "nowhere" }""")]
    [InlineData("""{ "slug": "WORK-1" }""")]
    [InlineData("""{ "slug": "work-1' OR '1'='1" }""")]
    [InlineData("""{ "mark": { "scheme": "LOT", "value": "none" } }""")]
    [InlineData("""{ "id": "QXJ0aXN0OmFydGlzdC0x" }""")]
    [InlineData("""{ "id": "UGFpbnRpbmc6d29yay0x" }""")]
    [InlineData("""{ "note": "nowhere" }""")]
    public async Task What_is_not_there_is_null(string by) =>
        (await Server.QueryAsync("query($by: WorkByInput!) { work(by: $by) { slug } }", new JsonObject { ["by"] = JsonNode.Parse(by) }))["work"].ShouldBeNull();

    [Fact]
    public async Task Two_objects_of_one_name_are_an_error()
    {
        var note = MuseumStore.Shared.Works.GroupBy(work => work.Note).First(group => group.Key is { Length: > 2 } && group.Count() > 1).Key;
        var (code, message) = await Server.FailAsync("query($note: String) { work(by: { note: $note }) { slug } }", new JsonObject { ["note"] = note });
        code.ShouldBe("LOOKUP_AMBIGUOUS");
        message.ShouldContain("note");
    }

    [Theory]
    [InlineData("der MEISTER", "artist-2")]
    [InlineData("ｚoe", null)]
    [InlineData("Hatte", null)]
    [InlineData("unicode", null)]
    [InlineData("'; drop table works; --", null)]
    public async Task An_artist_is_found_by_any_of_its_names_in_one_statement(string name, string? slug)
    {
        var (data, statements) = await Server.WatchAsync("query($name: String!) { artist(by: { name: $name }) { slug } }", new JsonObject { ["name"] = name });
        ((string?)data["artist"]?["slug"]).ShouldBe(slug ?? MuseumStore.Shared.Artists.SingleOrDefault(artist => Folded.Fold(artist.Name) == Folded.Fold(name))?.Slug);
        statements.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Every_name_leads_to_its_artist_or_to_all_that_have_it()
    {
        foreach (var name in MuseumStore.Shared.Artists.SelectMany(artist => artist.Aliases.Select(alias => alias.Text).Append(artist.Name)))
        {
            var named = MuseumStore.Shared.Artists
                .Where(artist => artist.Aliases.Select(alias => alias.Text).Append(artist.Name).Any(each => Folded.Fold(each) == Folded.Fold(name)))
                .OrderBy(artist => artist.Key)
                .ToList();
            var response = await Server.SendAsync("query($name: String!) { artist(by: { name: $name }) { slug } }", new JsonObject { ["name"] = name });
            var found = response["data"]!["artist"] is { } one
                ? [(string)one["slug"]!]
                : response["errors"]![0]!["extensions"]!["candidates"]!.AsArray().Select(each => (string)each!["slug"]!).ToArray();
            found.ShouldBe(named.Select(artist => artist.Slug), name);
        }
    }

    [Fact]
    public async Task An_ambiguity_is_answered_with_its_candidates()
    {
        var before = Server.Statements.Count;
        var data = await Server.SendAsync("""{ artist(by: { name: "hatter" }) { born } }""");
        Server.Statements.Count.ShouldBe(before + 1);
        data["data"]!["artist"].ShouldBeNull();
        var error = data["errors"]!.AsArray().ShouldHaveSingleItem()!;
        var names = new[] { 6, 7 }.Select(key => MuseumStore.Shared.Artists.Single(artist => artist.Key == key)).ToList();
        error["message"]!.ToString().ShouldBe(
            $"More than one Artist is known by this name: \"artist-6\" ({names[0].Name}), \"artist-7\" ({names[1].Name}). Ask for one of them by another of its fields, as \"extensions.candidates\" has them.");
        var expected = new JsonArray([.. names.Select(artist => (JsonNode)new JsonObject { ["__typename"] = "Artist", ["id"] = IdOf(artist), ["slug"] = artist.Slug, ["name"] = artist.Name })]);
        JsonNode.DeepEquals(error["extensions"], new JsonObject { ["code"] = "LOOKUP_AMBIGUOUS", ["candidates"] = expected }).ShouldBeTrue(error.ToJsonString());
    }

    [Fact]
    public void Of_many_candidates_the_first_ten_are_told_and_the_first_three_named()
    {
        var candidates = new LookupCandidates("Artist", null, [("slug", typeof(Artist).GetProperty(nameof(Artist.Slug))!)], type => type.Name);
        var artists = Enumerable.Range(1, LookupCandidates.Most + 1).Select(key => new Artist { Key = key, Slug = $"a{key}", Name = "?" }).ToList();
        var many = candidates.Ambiguous("name", artists);
        many.Message.ShouldContain("\"a1\", \"a2\", \"a3\" and others.");
        ((IReadOnlyList<object>)many.Extensions!["candidates"]!).Count.ShouldBe(10);
        candidates.Ambiguous("name", artists[..5]).Message.ShouldContain("\"a3\" and 2 more.");
    }

    [Theory]
    [InlineData("work-1")]
    [InlineData("")]
    [InlineData("????")]
    [InlineData("OndvcmstMQ")]
    [InlineData("d29yaw")]
    public async Task A_text_that_is_no_id_is_refused_everywhere(string id)
    {
        var variables = new JsonObject { ["id"] = id };
        (await Server.FailAsync("query($id: ID!) { node(id: $id) { id } }", variables)).Code.ShouldBe("ID_INVALID");
        (await Server.FailAsync("query($id: ID!) { nodes(ids: [$id]) { id } }", variables)).Code.ShouldBe("ID_INVALID");
        (await Server.FailAsync("query($id: ID!) { work(by: { id: $id }) { id } }", variables)).Code.ShouldBe("ID_INVALID");
    }

    [Theory]
    [InlineData("Sculpture", "nowhere")]
    [InlineData("Painting", "work-1")]
    [InlineData("Work", "work-1")]
    [InlineData("Mark", "work-1")]
    [InlineData("Nothing", "work-1")]
    [InlineData("sculpture", "work-1")]
    [InlineData("Sculpture", "")]
    public async Task An_id_that_no_object_has_is_null(string type, string key) =>
        (await Server.QueryAsync("query($id: ID!) { node(id: $id) { id } }", new JsonObject { ["id"] = GlobalId.Encode(type, key) }))["node"].ShouldBeNull();

    [Fact]
    public async Task Every_object_is_found_again_by_its_id()
    {
        IReadOnlyList<ICatalogued> all = [.. MuseumStore.Shared.Works, .. MuseumStore.Shared.Artists, .. MuseumStore.Shared.Exhibitions];
        var (data, statements) = await Server.WatchAsync(
            "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Work { title } ... on Artist { name } ... on Exhibition { opened } } }",
            new JsonObject { ["ids"] = new JsonArray([.. all.Select(each => (JsonNode)IdOf(each))]) });
        data["nodes"]!.AsArray().Select(node => ((string)node!["__typename"]!, (string)node["id"]!, (string?)node["title"] ?? (string?)node["name"]))
            .ShouldBe(all.Select(each => (each.GetType().Name, IdOf(each), (each as Work)?.Title ?? (each as Artist)?.Name)));
        statements.Count.ShouldBe(3);
        statements.ShouldAllBe(text => !text.Contains("Note"));
    }

    [Fact]
    public async Task Nodes_keep_the_order_and_repetitions_of_their_ids()
    {
        var (artist, work) = (IdOf(MuseumStore.Shared.Artists[0]), IdOf(MuseumStore.Shared.Works[0]));
        var ids = new[] { work, artist, GlobalId.Encode("Print", "none"), work, artist };
        var nodes = (await Server.QueryAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new JsonObject { ["ids"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]) }))["nodes"]!.AsArray();
        nodes.Select(node => (string?)node?["id"]).ShouldBe([work, artist, null, work, artist]);
    }

    [Fact]
    public async Task Too_many_ids_are_refused()
    {
        var ids = new JsonArray([.. Enumerable.Range(0, 101).Select(i => (JsonNode)GlobalId.Encode("Print", $"{i}"))]);
        (await Server.FailAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new JsonObject { ["ids"] = ids })).Code.ShouldBe("PAGE_TOO_LARGE");
    }

    [Fact]
    public async Task No_ids_need_no_statement()
    {
        var (data, statements) = await Server.WatchAsync("{ nodes(ids: []) { id } }");
        data["nodes"]!.AsArray().ShouldBeEmpty();
        statements.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_node_leads_on_to_what_it_is_related_to()
    {
        var work = MuseumStore.Shared.Works.First(each => each.Donor is not null);
        var data = await Server.QueryAsync(
            "query($id: ID!) { node(id: $id) { ... on Work { donor { slug } marks(first: 10) { value } } } }", new JsonObject { ["id"] = IdOf(work) });
        ((string)data["node"]!["donor"]!["slug"]!).ShouldBe(work.Donor!.Slug);
        data["node"]!["marks"]!.AsArray().Count.ShouldBe(work.Marks.Count);
    }

    private static string IdOf(ICatalogued thing) => GlobalId.Encode(thing.GetType().Name, thing.Slug);

    private static async Task ExpectAsync(Work work, JsonObject by)
    {
        var text = by.ToJsonString();
        var key = by.Single().Key;
        // One document for each way.
        var found = await Server.QueryAsync($"query By{key}($by: WorkByInput!) {{ work(by: $by) {{ slug }} }}", new JsonObject { ["by"] = by });
        ((string?)found["work"]?["slug"]).ShouldBe(work.Slug, text);
    }
}
