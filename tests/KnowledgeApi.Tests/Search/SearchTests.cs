using System.Text.Json;
using KnowledgeApi.Errors;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Search;
using KnowledgeApi.Knowledge.Texts;
using KnowledgeApi.Search;

namespace KnowledgeApi.Tests.Search;

/// <summary>Search through the API, on the real base.</summary>
public sealed class SearchTests(KnowledgeFixture knowledge) : IClassFixture<KnowledgeFixture>
{
    private const string Query =
        """
        query Search($text: String!, $types: [SearchType!], $where: SearchFilterInput, $first: Int, $after: String, $last: Int, $before: String) {
          search(text: $text, types: $types, where: $where, first: $first, after: $after, last: $last, before: $before) {
            totalCount
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            edges {
              cursor
              score
              node {
                __typename
                id
                slug
                ... on Entity { name }
                ... on Claim { wording status }
                ... on Document { sha256 }
              }
              matches { field snippet start end paragraph highlights { start end } }
            }
          }
        }
        """;

    private static readonly string[] Words = ["cloudwatt", "numergy", "orange", "thales", "société", "ETAT", "dépôts", "2014", "225", "millions", "souverain", "actionnaire"];

    [Theory]
    [InlineData("Cloudwatt", "Company", "cloudwatt")]
    [InlineData("CAISSE DES DEPOTS", "PublicBody", "caisse-des-depots")]
    [InlineData("numergy ", "Company", "numergy")]
    [InlineData("\"Caisse des Dépôts\"", "PublicBody", "caisse-des-depots")]
    public async Task The_very_name_comes_first(string text, string type, string slug)
    {
        var node = Edges(await SearchAsync(text))[0].GetProperty("node");

        (node.GetProperty("__typename").GetString(), node.GetProperty("slug").GetString()).ShouldBe((type, slug));
    }

    [Fact]
    public async Task Results_of_all_kinds_are_mixed()
    {
        var types = Edges(await SearchAsync("cloudwatt", new { first = 100 })).Select(TypeOf).ToHashSet();

        types.ShouldContain("Company");
        types.ShouldContain("Document");
        types.ShouldContain("Event");
    }

    [Fact]
    public async Task A_figure_is_found_with_the_name_of_its_owner()
    {
        var edges = Edges(await SearchAsync("orange 44,4"));

        var node = edges[0].GetProperty("node");
        (TypeOf(edges[0]), node.GetProperty("wording").GetString()).ShouldBe(("Shareholding", "44,4 %"));
    }

    [Theory]
    [InlineData("CLAIM", typeof(Claim))]
    [InlineData("ENTITY", typeof(Entity))]
    [InlineData("DOCUMENT", typeof(Document))]
    [InlineData("EVENT", typeof(Event))]
    public async Task Kinds_can_be_chosen(string kind, Type expected)
    {
        var types = Edges(await SearchAsync("cloudwatt", new { types = new[] { kind }, first = 100 })).Select(TypeOf).ToList();

        types.ShouldNotBeEmpty();
        types.ShouldAllBe(name => expected.IsAssignableFrom(ClassOf(name)));
    }

    [Theory]
    [InlineData("Cloudwatt revenue 2013", "revenue-cloudwatt-2013")]
    [InlineData("cloudwatt headcount", "headcount-cloudwatt-90")]
    [InlineData("net income", "net-income-cloudwatt-2013")]
    [InlineData("press release orange", "orange-could-acquire-all-shares")]
    [InlineData("funding paid cloudwatt", "funding-cdc-cloudwatt-75m-paid")]
    public async Task A_claim_is_found_by_what_it_states(string text, string slug) =>
        Edges(await SearchAsync(text, new { first = 100, types = new[] { "CLAIM" } })).Select(SlugOf).ShouldContain(slug);

    [Fact]
    public void Every_class_that_can_be_found_is_of_a_kind() =>
        SearchType.Of(KnowledgeKinds.Standard).Where(type => type.Name is "ENTITY" or "CLAIM" or "DOCUMENT").SelectMany(type => type.Classes).ShouldBe(
            typeof(ISearchable).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(ISearchable))).Select(type => type.Name), ignoreOrder: true);

    [Fact]
    public void Every_class_that_can_be_found_is_a_kind() =>
        SearchType.Of(KnowledgeKinds.Standard).Where(type => type.Classes.Count == 1).SelectMany(type => type.Classes).ShouldBe(
            typeof(ISearchable).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(ISearchable))).Select(type => type.Name), ignoreOrder: true);

    [Fact]
    public async Task A_filter_keeps_to_its_kind()
    {
        var documents = Edges(await SearchAsync("cloudwatt", new { types = new[] { "DOCUMENT" } })).Select(SlugOf).ToList();

        var edges = Edges(await SearchAsync("cloudwatt", new { first = 100, where = new { claim = new { status = new { eq = "PLANNED" } }, entity = new { slug = new { eq = "cloudwatt" } } } }));

        edges.Where(edge => ClassOf(TypeOf(edge)).IsAssignableTo(typeof(Entity))).Select(SlugOf).ShouldBe(["cloudwatt"]);
        var claims = edges.Where(edge => ClassOf(TypeOf(edge)).IsAssignableTo(typeof(Claim))).ToList();
        claims.ShouldNotBeEmpty();
        claims.ShouldAllBe(edge => edge.GetProperty("node").GetProperty("status").GetString() == "PLANNED");
        edges.Where(edge => TypeOf(edge) == "Document").Select(SlugOf).ShouldBe(documents);
    }

    [Fact]
    public async Task A_filter_reaches_through_relations()
    {
        var search = await SearchAsync(
            "cloudwatt", new { types = new[] { "CLAIM" }, where = new { claim = new { citations = new { some = new { document = new { slug = new { eq = "orange-seul-maitre-a-bord" } } } } } } });

        var total = search.GetProperty("totalCount").GetInt32();
        total.ShouldBeGreaterThan(0);
        total.ShouldBeLessThan((await SearchAsync("cloudwatt", new { types = new[] { "CLAIM" } })).GetProperty("totalCount").GetInt32());
    }

    [Theory]
    [InlineData("""{ "status": { "in": ["PLANNED", "ACTUAL"] } }""")]
    [InlineData("""{ "firstReported": { "gte": "2015-01-13" } }""")]
    [InlineData("""{ "validity": { "latest": { "lt": "2013-01-01" } } }""")]
    [InlineData("""{ "citations": { "some": { "posted": { "neq": null } } } }""")]
    [InlineData("""{ "or": [{ "wording": { "contains": "cloud" } }, { "wording": { "eq": null } }], "citations": { "all": { "stance": { "eq": "SUPPORTS" } } } }""")]
    [InlineData("""{ "subject": { "name": { "nstartsWith": "Cloud" } } }""")]
    public async Task What_meets_a_filter_is_what_the_list_has_of_it(string filter)
    {
        var claim = JsonSerializer.Deserialize<JsonElement>(filter);
        var list = await knowledge.QueryAsync("query ($where: ClaimFilterInput!) { claims(where: { and: [$where, { status: { neq: null } }] }, first: 500) { nodes { id } } }", new { where = claim });
        var listed = list.GetProperty("claims").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()).ToHashSet();
        var all = await WalkAsync("cloud", new { types = new[] { "CLAIM" } });

        var found = await WalkAsync("cloud", new { types = new[] { "CLAIM" }, where = new { claim } });

        found.ShouldBe(all.Where(listed.Contains), ignoreOrder: true);
        (found.Count > 0 && found.Count < all.Count).ShouldBeTrue("a filter that tells nothing apart");
    }

    [Fact]
    public async Task Literals_mean_what_variables_mean()
    {
        var literal = await knowledge.QueryAsync("""{ search(text: "cloudwatt", types: [EVENT], where: { claim: { status: { in: [PLANNED, ANNOUNCED] } } }) { nodes { ... on Claim { slug } } } }""");

        literal.GetProperty("search").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("slug").GetString()).ShouldBe(
            Edges(await SearchAsync("cloudwatt", new { types = new[] { "EVENT" }, where = new { claim = new { status = new { @in = new[] { "PLANNED", "ANNOUNCED" } } } } })).Select(SlugOf));
    }

    [Fact]
    public async Task Nodes_are_those_of_the_edges()
    {
        var search = (await knowledge.QueryAsync("""{ search(text: "orange", first: 30) { nodes { id } edges { node { id } } } }""")).GetProperty("search");

        search.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString())
            .ShouldBe(search.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("cloudwatt")]
    [InlineData("numergy -orange")]
    [InlineData("\"cloud souverain\"")]
    public async Task Walking_by_two_sees_each_hit_once(string text)
    {
        var all = await SearchAsync(text, new { first = 100, types = new[] { "ENTITY", "DOCUMENT", "SHAREHOLDING" } });
        var walked = new List<string>();
        string? after = null;
        JsonElement page;
        do
        {
            page = await SearchAsync(text, new { first = 2, after, types = new[] { "ENTITY", "DOCUMENT", "SHAREHOLDING" } });
            walked.AddRange(Edges(page).Select(IdOf));
            page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean().ShouldBe(after is not null);
            page.GetProperty("totalCount").GetInt32().ShouldBe(all.GetProperty("totalCount").GetInt32());
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
        while (page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());

        walked.ShouldBe(Edges(all).Select(IdOf));
        walked.Count.ShouldBe(all.GetProperty("totalCount").GetInt32());
        walked.ShouldBeUnique();
    }

    [Theory]
    [InlineData("cloudwatt")]
    [InlineData("numergy -orange")]
    public async Task Walking_back_by_two_sees_the_same_hits_from_the_end(string text)
    {
        var all = Edges(await SearchAsync(text, new { first = 100, types = new[] { "ENTITY", "DOCUMENT" } })).Select(IdOf).ToList();
        var walked = new List<string>();
        string? before = null;
        JsonElement page;
        do
        {
            page = await SearchAsync(text, new { last = 2, before, types = new[] { "ENTITY", "DOCUMENT" } });
            walked.InsertRange(0, Edges(page).Select(IdOf));
            page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean().ShouldBe(before is not null);
            before = page.GetProperty("pageInfo").GetProperty("startCursor").GetString();
        }
        while (page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());

        walked.ShouldBe(all);
    }

    [Fact]
    public async Task A_page_between_two_cursors_has_what_lies_between_them()
    {
        var all = Edges(await SearchAsync("cloudwatt", new { first = 10 })).ToList();
        var (after, before) = (all[2].GetProperty("cursor").GetString(), all[6].GetProperty("cursor").GetString());

        Edges(await SearchAsync("cloudwatt", new { after, before })).Select(IdOf).ShouldBe(all[3..6].Select(IdOf));
        Edges(await SearchAsync("cloudwatt", new { after, before, first = 2 })).Select(IdOf).ShouldBe(all[3..5].Select(IdOf));
        Edges(await SearchAsync("cloudwatt", new { after, before, last = 2 })).Select(IdOf).ShouldBe(all[4..6].Select(IdOf));
    }

    [Fact]
    public async Task Scores_fall() =>
        Edges(await SearchAsync("orange", new { first = 100 })).Select(edge => edge.GetProperty("score").GetDouble()).ShouldBeInOrder(SortDirection.Descending);

    [Theory]
    [InlineData("Cloudwat", "Cloudwatt", "cloudwatt")]
    [InlineData("numergie", "Numergy", "numergy")]
    [InlineData("Caise des depots", "Caisse des Dépôts", "caisse-des-depots")]
    [InlineData("rachat de numergie -orange", "rachat de Numergy -orange", "numergy")]
    public async Task A_misspelt_name_suggests(string text, string better, string slug)
    {
        var data = await knowledge.QueryAsync("query ($text: String!) { search(text: $text) { suggestions { text name entity { slug name } } } }", new { text });

        var first = data.GetProperty("search").GetProperty("suggestions")[0];
        (first.GetProperty("text").GetString(), first.GetProperty("entity").GetProperty("slug").GetString()).ShouldBe((better, slug));
    }

    [Fact]
    public async Task A_name_spelt_right_suggests_nothing() =>
        (await knowledge.QueryAsync("""{ search(text: "Cloudwatt") { suggestions { text } } }""")).GetProperty("search").GetProperty("suggestions").GetArrayLength().ShouldBe(0);

    [Fact]
    public async Task Highlights_of_every_hit_are_the_words_searched_for()
    {
        foreach (var word in Words)
        {
            var matches = Edges(await SearchAsync($"{word} ", new { first = 100 })).SelectMany(MatchesOf).ToList();
            matches.SelectMany(match => match.GetProperty("highlights").EnumerateArray()).ShouldNotBeEmpty(word);
            foreach (var match in matches)
            {
                var snippet = new CodePointText(match.GetProperty("snippet").GetString()!);
                snippet.Length.ShouldBe(match.GetProperty("end").GetInt32() - match.GetProperty("start").GetInt32());
                foreach (var highlight in match.GetProperty("highlights").EnumerateArray())
                    Folding.Fold(snippet.Slice(highlight.GetProperty("start").GetInt32(), highlight.GetProperty("end").GetInt32())).ShouldBe(Folding.Fold(word));
            }
        }
    }

    [Fact]
    public async Task Every_hit_shows_why()
    {
        foreach (var text in Words.Concat(["\"cloud souverain\"", "44,4", "cloud sou", "l'état numergy"]))
        {
            var edges = Edges(await SearchAsync(text, new { first = 100 }));
            edges.ShouldNotBeEmpty(text);
            edges.ShouldAllBe(edge => MatchesOf(edge).Any(match => match.GetProperty("field").GetString() != "RELATED"), text);
        }
    }

    [Fact]
    public async Task Snippets_of_documents_stand_in_the_documents_where_they_say()
    {
        var texts = Repository.Documents is { } folder ? DocumentTexts.Open(folder) : null;
        var found = 0;
        foreach (var word in Words)
        {
            foreach (var edge in Edges(await SearchAsync($"{word} ", new { types = new[] { "DOCUMENT" } })))
            {
                foreach (var match in MatchesOf(edge).Where(match => match.GetProperty("field").GetString() == "TEXT"))
                {
                    var text = texts.ShouldNotBeNull().Find(edge.GetProperty("node").GetProperty("sha256").GetString()!).ShouldNotBeNull();
                    var (start, end) = (match.GetProperty("start").GetInt32(), match.GetProperty("end").GetInt32());
                    // Not compared by Shouldly: a failure must not print the text.
                    (text.Slice(start, end) == match.GetProperty("snippet").GetString()).ShouldBeTrue();
                    (end - start).ShouldBeLessThanOrEqualTo(Highlighter.MaxTextLength);
                    match.GetProperty("paragraph").GetInt32().ShouldBe(text.Paragraph(start + match.GetProperty("highlights")[0].GetProperty("start").GetInt32()));
                    found++;
                }
            }
        }

        (found > 0).ShouldBe(texts is not null, "text is found if and only if it is there");
    }

    [Theory]
    [InlineData("nodes { __typename }", 2, "cloudwatt", "ENTITY")]
    [InlineData("totalCount", 1, "cloudwatt", "ENTITY")]
    [InlineData("pageInfo { hasNextPage }", 1, "cloudwatt", "ENTITY")]
    [InlineData("edges { score cursor node { ... on Entity { name } } }", 2, "cloudwatt", "ENTITY")]
    [InlineData("edges { score node { ... on Node { id } } } pageInfo { endCursor } totalCount", 5, "cloudwatt", "ENTITY, CLAIM, DOCUMENT")]
    [InlineData("edges { matches { snippet } }", 2, "cloudwatt", "ENTITY, CLAIM, DOCUMENT")]
    [InlineData("suggestions { text }", 1, "numergie", "ENTITY")]
    [InlineData("suggestions { text entity { name } }", 2, "numergie", "ENTITY")]
    public async Task Statements_are_one_for_each_thing_asked_for(string fields, int statements, string text, string types)
    {
        var (_, run) = await knowledge.WatchAsync($$"""{ search(text: "{{text}}", types: [{{types}}], first: 100) { {{fields}} } }""");

        run.Count.ShouldBe(statements, string.Join("\n\n", run));
    }

    [Theory]
    [InlineData("", KnowledgeErrorCodes.SearchEmpty)]
    [InlineData("%", KnowledgeErrorCodes.SearchEmpty)]
    [InlineData("-cloudwatt", KnowledgeErrorCodes.SearchEmpty)]
    [InlineData("a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5 6 7", KnowledgeErrorCodes.SearchTooLong)]
    public async Task A_text_that_cannot_be_searched_for_is_refused(string text, string code) => (await FailAsync(new { text })).ShouldBe(code);

    [Fact]
    public async Task A_text_that_is_too_long_is_refused() => (await FailAsync(new { text = new string('é', Searcher.MaxLength + 1) })).ShouldBe(KnowledgeErrorCodes.SearchTooLong);

    [Fact]
    public async Task A_text_is_measured_in_characters() =>
        (await SearchAsync(string.Concat(Enumerable.Repeat("🅰", Searcher.MaxLength - 4)) + "zzzz")).GetProperty("totalCount").GetInt32().ShouldBe(0);

    [Fact]
    public async Task A_text_that_only_says_what_to_leave_out_is_answered_with_what_is_missing() =>
        (await knowledge.SendAsync(Query, new { text = "-cloudwatt" })).GetProperty("errors")[0].GetProperty("message").GetString().ShouldBe("The text only says what to leave out. Add a word to search for.");

    [Fact]
    public async Task A_page_has_twenty_hits_unless_one_asks_for_more() => Edges(await SearchAsync("cloudwatt")).Count.ShouldBe(20);

    [Fact]
    public async Task A_page_has_at_most_a_hundred_hits()
    {
        Edges(await SearchAsync("cloudwatt", new { first = 100 })).Count.ShouldBe(100);
        (await FailAsync(new { text = "cloudwatt", first = 101 })).ShouldBe(ErrorCodes.PageTooLarge);
    }

    [Fact]
    public async Task A_negative_page_is_refused() => (await FailAsync(new { text = "orange", first = -1 })).ShouldBe(ErrorCodes.PagingInvalid);

    [Fact]
    public async Task A_page_of_the_first_and_the_last_is_refused() => (await FailAsync(new { text = "orange", first = 1, last = 1 })).ShouldBe(ErrorCodes.PagingInvalid);

    [Fact]
    public async Task A_page_of_nothing_is_empty() => Edges(await SearchAsync("orange", new { first = 0 })).ShouldBeEmpty();

    [Theory]
    [InlineData("numergy", null)]
    [InlineData("orange", "CLAIM")]
    public async Task A_cursor_of_another_search_is_refused(string text, string? type)
    {
        var after = Edges(await SearchAsync("orange"))[0].GetProperty("cursor").GetString();

        (await FailAsync(new { text, after, types = type is null ? null : new[] { type } })).ShouldBe(ErrorCodes.CursorInvalid);
    }

    [Fact]
    public async Task A_cursor_of_another_filter_is_refused()
    {
        var after = Edges(await SearchAsync("orange", new { where = Where("ACTUAL") }))[0].GetProperty("cursor").GetString();

        (await FailAsync(new { text = "orange", after, where = Where("PLANNED") })).ShouldBe(ErrorCodes.CursorInvalid);

        static object Where(string status) => new { claim = new { status = new { eq = status } } };
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("é")]
    [InlineData("")]
    public async Task A_cursor_made_up_is_refused(string after) => (await FailAsync(new { text = "orange", after })).ShouldBe(ErrorCodes.CursorInvalid);

    [Theory]
    [InlineData("(orange thales)", "orange thales")]
    [InlineData("orange; thales --", "orange thales")]
    [InlineData("orange AND thales", "orange \"and\" thales")]
    [InlineData("thales OR", "thales or")]
    [InlineData("orange NOT", "orange not")]
    [InlineData("orange:thales", "\"orange thales\"")]
    [InlineData("orange\0thales", "\"orange thales\"")]
    [InlineData("\"orange\" --", "\"orange\"")]
    [InlineData("^orange +{t}", "orange t")]
    [InlineData("orange*", "orange")]
    [InlineData("orange%", "orange")]
    public async Task Syntax_of_others_is_just_text(string text, string words)
    {
        var found = Edges(await SearchAsync(text, new { first = 100 })).Select(IdOf).ToList();

        found.ShouldNotBeEmpty();
        found.ShouldBe(Edges(await SearchAsync(words, new { first = 100 })).Select(IdOf));
    }

    private static List<JsonElement> Edges(JsonElement search) => [.. search.GetProperty("edges").EnumerateArray()];

    private static IEnumerable<JsonElement> MatchesOf(JsonElement edge) => edge.GetProperty("matches").EnumerateArray();

    private static string TypeOf(JsonElement edge) => edge.GetProperty("node").GetProperty("__typename").GetString()!;

    private static string SlugOf(JsonElement edge) => edge.GetProperty("node").GetProperty("slug").GetString()!;

    private static string IdOf(JsonElement edge) => edge.GetProperty("node").GetProperty("id").GetString()!;

    private static Type ClassOf(string type) => typeof(ISearchable).Assembly.GetType($"{typeof(ISearchable).Namespace}.{type}", throwOnError: true)!;

    private async Task<JsonElement> SearchAsync(string text, object? more = null) =>
        (await knowledge.QueryAsync(Query, Variables(new { text }, more))).GetProperty("search");

    private async Task<List<string>> WalkAsync(string text, object more)
    {
        var walked = new List<string>();
        string? after = null;
        JsonElement page;
        do
        {
            page = (await knowledge.QueryAsync(Query, Variables(new { text, after, first = 100 }, more))).GetProperty("search");
            walked.AddRange(Edges(page).Select(IdOf));
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
        while (page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        return walked;
    }

    private Task<string?> FailAsync(object variables) => knowledge.FailAsync(Query, variables);

    private static Dictionary<string, object?> Variables(params object?[] parts) =>
        parts.OfType<object>().SelectMany(part => part.GetType().GetProperties().Select(property => (property.Name, Value: property.GetValue(part))))
            .ToDictionary(pair => pair.Name, pair => pair.Value);
}
