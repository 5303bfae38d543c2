using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using KnowledgeApi.Knowledge.Search;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Knowledge.Tests.Store;

public sealed class SearchIndexTests(SearchBase knowledge) : IClassFixture<SearchBase>
{
    private static readonly string[] Fragments =
    [
        "\"", "'", "’", "-", "−", "*", "^", "(", ")", "{", "}", ":", "+", ",", ".", "%", "_", "\\", "\0", "\uE000", "\uD83D", "🅰", "\u0301", " ", " ", " ", "\n",
        "AND", "OR", "NOT", "NEAR", "name", "rowid", "rank", "nuage", "Dépôts", "œ", "44,4", "ß", "٣", "漢字", "हिन्दी", "𞤀", ";", "--", "@match", "null",
    ];

    [Theory]
    [InlineData("depots ", "depots")]
    [InlineData("DÉPÔTS ", "depots")]
    [InlineData("coeur ", "coeur")]
    [InlineData("Œuvre ", "")]
    [InlineData("dep", "depots")]
    [InlineData("dep ", "")]
    [InlineData("caisse dep", "depots")]
    [InlineData("depots caisse ", "depots")]
    [InlineData("\"depots caisse\"", "")]
    [InlineData("\"des dépôts\"", "depots")]
    [InlineData("percent", "doc")]
    [InlineData("forty percent ", "doc")]
    [InlineData("\"forty percent\"", "doc")]
    [InlineData("44,4", "stake")]
    [InlineData("4 ", "other-stake stake")]
    [InlineData("caisse 44,4 %", "stake")]
    [InlineData("nuage 44,4 %", "stake")]
    [InlineData("starts ", "start")]
    [InlineData("late ", "told")]
    [InlineData("l'état ", "untold")]
    [InlineData("d’État ", "untold")]
    [InlineData("nuge ", "nuage")]
    [InlineData("sells ", "nuage")]
    [InlineData("unheard ", "")]
    public async Task It_finds(string text, string slugs)
    {
        var found = await knowledge.FindAsync(text);

        found.Order(StringComparer.Ordinal).ShouldBe(slugs.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("nuage -sud", "nuage-du-sud")]
    [InlineData("nuage -\"du sud\"", "nuage-du-sud")]
    [InlineData("cloud -late", "told")]
    [InlineData("44,4 -caisse", "stake")]
    public async Task A_minus_leaves_out(string text, string slug)
    {
        (await knowledge.FindAsync(text.Split(" -")[0])).ShouldContain(slug);
        (await knowledge.FindAsync(text)).ShouldNotContain(slug);
    }

    [Fact]
    public async Task A_phrase_does_not_reach_from_one_name_into_the_next() => (await knowledge.FindAsync("\"SA Nuge\"")).ShouldBeEmpty();

    [Fact]
    public async Task Names_come_before_titles_before_wordings_and_what_they_begin_with_before_what_they_have() =>
        (await knowledge.FindAsync("nuage ")).ShouldBe(["nuage", "nuage-du-sud", "grand-nuage", "untold", "other-stake"]);

    [Fact]
    public async Task The_very_name_comes_first() => (await knowledge.FindAsync("nuage du sud")).First().ShouldBe("nuage-du-sud");

    [Fact]
    public async Task Of_names_that_begin_so_the_shortest_comes_first() =>
        (await knowledge.FindAsync("nu")).Take(2).ShouldBe(["nuage", "nuage-du-sud"]);

    [Fact]
    public async Task A_word_typed_to_the_end_begins_no_longer_word() => (await knowledge.HitsAsync("nuag ")).ShouldBeEmpty();

    [Theory]
    [InlineData("nuage", 6)]
    [InlineData("nuage souverain sa", 5)]
    [InlineData("nuage s", 4)]
    [InlineData("dépôts", 3)]
    [InlineData("starts", 2)]
    [InlineData("44,4", 1)]
    [InlineData("forty", 0)]
    [InlineData("nuage sells", 0)]
    public async Task The_whole_part_of_a_score_tells_what_was_found(string text, int band) => ((int)(await knowledge.HitsAsync(text))[0].Score).ShouldBe(band);

    [Fact]
    public async Task Text_comes_last() => (await knowledge.FindAsync("beta ")).ShouldBe(["beta", "doc"]);

    [Fact]
    public async Task A_name_alone_does_not_find_what_it_takes_part_in() => (await knowledge.FindAsync("caisse ")).ShouldBe(["depots"]);

    [Fact]
    public async Task Equals_come_by_slug() => (await knowledge.FindAsync("twin")).ShouldBe(["a-twin", "b-twin"]);

    [Fact]
    public async Task Scores_fall() =>
        (await knowledge.HitsAsync("nuage")).Select(hit => hit.Score).ShouldBeInOrder(SortDirection.Descending);

    [Fact]
    public async Task The_kinds_of_hits_can_be_chosen() =>
        (await knowledge.FindAsync("nuage ", new(Types: ["Document", "Shareholding"]))).ShouldBe(["untold", "other-stake"]);

    [Fact]
    public async Task Objects_of_a_kind_can_be_chosen_by_key() =>
        (await knowledge.FindAsync("nuage ", new(Entities: new("SELECT \"Key\" FROM \"Entities\" WHERE \"Slug\" = @e", [new("@e", "nuage")])))).ShouldBe(["nuage", "untold", "other-stake"]);

    [Theory]
    [InlineData("nuage ")]
    [InlineData("nuage -sud")]
    [InlineData("unheard")]
    public async Task The_count_is_that_of_all_hits(string text) => (await knowledge.CountAsync(text)).ShouldBe((await knowledge.FindAsync(text)).Length);

    [Fact]
    public async Task The_count_keeps_to_the_scope() => (await knowledge.CountAsync("nuage ", new(Types: ["Document"]))).ShouldBe(1);

    [Fact]
    public async Task Walking_sees_each_hit_once()
    {
        var all = await knowledge.FindAsync("nuage");
        var walked = new List<string>();
        for (var offset = 0; offset < all.Length; offset += 2)
            walked.AddRange((await knowledge.HitsAsync("nuage", offset: offset, limit: 2)).Select(hit => hit.Slug));

        walked.ShouldBe(all);
    }

    [Fact]
    public async Task The_texts_of_hits_come_back()
    {
        var hits = await knowledge.HitsAsync("nuage 44,4");

        var parts = await knowledge.Snapshot.Search.ReadAsync(knowledge.RunAsync, [.. hits.Select(hit => hit.Number)], default);

        parts[hits.Single().Number].Select(part => $"{part.Field}: {part.Text}")
            .ShouldBe(["Title: Stake", "Wording: 44,4 %", "Related: Caisse des Dépôts", "Related: Nuage", "Related: Nuage Souverain SA"]);
    }

    [Fact]
    public async Task The_text_of_a_document_comes_back_as_it_is()
    {
        var hits = await knowledge.HitsAsync("percent");

        var parts = await knowledge.Snapshot.Search.ReadAsync(knowledge.RunAsync, [hits.Single().Number], default);

        parts.Single().Single(part => part.Field == SearchField.Text).Text.ShouldBe(TempFolder.Text);
    }

    [Theory]
    [InlineData("Nuagee", "Nuage")]
    [InlineData("Caise des depots", "Caisse des Dépôts")]
    [InlineData("nuage suoverain sa", "Nuage Souverain SA")]
    [InlineData("nuage", "")]
    [InlineData("nugee", "")]
    [InlineData("zzzzzz", "")]
    public async Task A_misspelt_name_suggests(string text, string suggestion) =>
        (await knowledge.SuggestAsync(text)).FirstOrDefault("").ShouldBe(suggestion);

    [Fact]
    public async Task It_finds_what_a_look_at_every_text_finds()
    {
        string[] signs = [" ", " ", " ", " ", " -", " \"", "\" ", ",", ""];
        string[] pieces =
        [
            "nuage", "souverain", "sa", "du", "sud", "grand", "caisse", "des", "dépôts", "44", "4", "cloud", "the", "is", "late", "state", "l'état", "percent",
            "forty", "beta", "n", "ca", "s", "t",
        ];
        using var context = knowledge.Snapshot.CreateContext();
        var count = context.Entities.Count() + context.Claims.Count() + context.Documents.Count();
        var numbers = Enumerable.Range(1, count).Select(i => (long)i).ToArray();
        var parts = await knowledge.Snapshot.Search.ReadAsync(knowledge.RunAsync, numbers, default);
        var random = new Random(20_250_905);
        var found = 0;
        for (var i = 0; i < 500; i++)
        {
            var text = string.Concat(Enumerable.Range(0, 1 + random.Next(3)).Select(_ => pieces[random.Next(pieces.Length)] + signs[random.Next(signs.Length)]));
            var query = SearchQuery.Parse(text);
            if (query.IsEmpty)
                continue;
            bool Has(long number, SearchTerm term, bool own) =>
                parts[number].Any(part => !(own && part.Field == SearchField.Related) && Highlighter.Match(query with { Terms = [term] }, part) is not null);
            var expected = numbers.Where(number =>
                query.Terms.All(term => Has(number, term, own: false))
                && query.Terms.Any(term => Has(number, term, own: true))
                && !query.Excluded.Any(term => Has(number, term, own: false))).ToList();

            var hits = await knowledge.HitsAsync(text);

            hits.Select(hit => hit.Number).Order().ToList().ShouldBe(expected, text);
            found += expected.Count;
        }

        found.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void Nothing_anyone_types_is_syntax() =>
        Prop.ForAll(Gen.Elements(Fragments).ArrayOf().Select(string.Concat).ToArbitrary(), text =>
        {
            var query = SearchQuery.Parse(text);
            if (query.IsEmpty)
                return;
            var hits = knowledge.HitsAsync(text).GetAwaiter().GetResult();
            knowledge.CountAsync(text).GetAwaiter().GetResult().ShouldBe(hits.Count);
            knowledge.SuggestAsync(text).GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20_250_904, 17));

    [SqliteFact]
    public async Task No_statement_goes_through_a_whole_table()
    {
        var statements = new List<SqlText>();
        var query = SearchQuery.Parse("nuage -sud");
        var scope = new SearchScope(["Company", "Document"], Documents: new("SELECT \"Key\" FROM \"Documents\" WHERE \"Slug\" = @slug", [new("@slug", "untold")]));
        var index = knowledge.Snapshot.Search;
        await index.FindAsync(RunAsync, query, scope, 0, 10, default);
        await index.CountAsync(RunAsync, query, scope, default);
        await index.ReadAsync(RunAsync, [1, 2], default);
        await index.FindNamesAsync(RunAsync, query, default);

        var steps = new List<string>();
        foreach (var statement in statements)
            await knowledge.RunAsync(statement with { Text = $"EXPLAIN QUERY PLAN {statement.Text}" }, row => steps.Add(row.GetString(3)), default);

        statements.Count.ShouldBe(4);
        // The aliases of tables, and indexes of words without a word to look for.
        steps.Where(step => Regex.IsMatch(step, @"^SCAN ([onpt]|SearchObjects|SearchNames|SearchParts|Texts)\b|^SCAN Search(Index|Spelling) VIRTUAL TABLE INDEX \d+:$"))
            .ShouldBeEmpty(string.Join('\n', steps));

        Task RunAsync(SqlText statement, Action<DbDataReader> read, CancellationToken cancellation)
        {
            statements.Add(statement);
            return knowledge.RunAsync(statement, read, cancellation);
        }
    }

    [Fact]
    public async Task Many_words_are_no_trouble()
    {
        var words = string.Join(' ', Enumerable.Range(0, 100).Select(i => i.ToString(CultureInfo.InvariantCulture)));

        (await knowledge.FindAsync($"{words} -{words}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_highlighted_is_what_was_found()
    {
        foreach (var text in new[] { "nuage ", "44,4", "percent", "cloud", "\"des dépôts\"" })
        {
            var query = SearchQuery.Parse(text);
            var hits = await knowledge.HitsAsync(text);
            hits.ShouldNotBeEmpty(text);
            var parts = await knowledge.Snapshot.Search.ReadAsync(knowledge.RunAsync, [.. hits.Select(hit => hit.Number)], default);
            foreach (var hit in hits)
                Highlighter.Match(query, parts[hit.Number]).ShouldNotBeEmpty($"{text} found {hit.Slug}, but shows nothing of it");
        }
    }
}
