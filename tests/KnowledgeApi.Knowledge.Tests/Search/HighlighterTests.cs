using KnowledgeApi.Knowledge.Search;

namespace KnowledgeApi.Knowledge.Tests.Search;

public sealed class HighlighterTests
{
    [Theory]
    [InlineData("Caisse des Dépôts", "depots", "Caisse des [Dépôts]")]
    [InlineData("Caisse des Dépôts", "dep", "Caisse des [Dépôts]")]
    [InlineData("Caisse des Dépôts", "dep ", null)]
    [InlineData("44,4 %", "44,4", "[44,4] %")]
    [InlineData("« Cloud souverain » ?", "\"cloud souverain\"", "« [Cloud souverain] » ?")]
    [InlineData("Cloud et cloud", "cloud ", "[Cloud] et [cloud]")]
    [InlineData("un cœur 🅰 un Cœur", "coeur ", "un [cœur] 🅰 un [Cœur]")]
    [InlineData("a b c", "\"a b\" \"b c\"", "[a b c]")]
    [InlineData("a b c", "\"a b\" b \"c\"", "[a b] [c]")]
    [InlineData("l’État", "l'état", "l’[État]")]
    [InlineData("Alpha", "beta", null)]
    [InlineData("", "beta", null)]
    public void What_is_found_is_marked(string text, string query, string? marked) =>
        Mark(Highlighter.Match(SearchQuery.Parse(query), new SearchPart(SearchField.Title, text))).ShouldBe(marked);

    [Fact]
    public void A_long_text_is_cut_between_words_around_what_was_found()
    {
        var text = string.Join(' ', Enumerable.Range(1, 200).Select(i => $"w{i}"));

        Mark(Highlighter.Match(SearchQuery.Parse("w100 "), new SearchPart(SearchField.Summary, text)))
            .ShouldBe($"{string.Join(' ', Enumerable.Range(86, 14).Select(i => $"w{i}"))} [w100] {string.Join(' ', Enumerable.Range(101, 15).Select(i => $"w{i}"))}");
    }

    [Fact]
    public void At_the_end_of_a_text_the_room_goes_to_what_stands_before()
    {
        var text = string.Join(' ', Enumerable.Range(1, 200).Select(i => $"w{i}"));

        Mark(Highlighter.Match(SearchQuery.Parse("w200 "), new SearchPart(SearchField.Summary, text)))
            .ShouldBe($"{string.Join(' ', Enumerable.Range(171, 29).Select(i => $"w{i}"))} [w200]");
    }

    [Fact]
    public void The_stretch_with_the_most_different_words_is_shown()
    {
        var padding = string.Concat(Enumerable.Repeat("pad ", 100));

        Mark(Highlighter.Match(SearchQuery.Parse("one two "), new SearchPart(SearchField.Text, $"one one one {padding}one and two {padding}two")))!
            .ShouldContain("[one] and [two]");
    }

    [Fact]
    public void A_snippet_of_a_document_stays_in_its_paragraph()
    {
        var match = Highlighter.Match(SearchQuery.Parse("beta"), new SearchPart(SearchField.Text, "Alpha.\n\n  Then 🅰 Beta left.  \nGamma."))!;

        (Mark(match), match.Start, match.End, match.Paragraph).ShouldBe(("Then 🅰 [Beta] left.", 10, 27, 2));
    }

    [Fact]
    public void Only_documents_have_paragraphs() =>
        Highlighter.Match(SearchQuery.Parse("beta"), new SearchPart(SearchField.Wording, "Beta"))!.Paragraph.ShouldBeNull();

    [Fact]
    public void A_word_longer_than_a_snippet_is_cut()
    {
        var match = Highlighter.Match(SearchQuery.Parse("aaa"), new SearchPart(SearchField.Text, new string('a', 500)))!;

        (match.Snippet.Length, match.Highlights.Single()).ShouldBe((Highlighter.MaxTextLength, new TextSpan(0, Highlighter.MaxTextLength)));
    }

    [Fact(Timeout = 10_000)]
    public async Task A_book_in_one_line_is_no_trouble()
    {
        var text = string.Concat(Enumerable.Repeat("one two 🅰 three ", 60_000));

        var match = await Task.Run(() => Highlighter.Match(SearchQuery.Parse("one three "), new SearchPart(SearchField.Text, text)));

        match!.Highlights.Count.ShouldBeGreaterThan(15);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Snippets_and_highlights_are_within_bounds_and_say_what_stands_there(int seed)
    {
        var random = new Random(seed);
        string[] pieces = ["one", "two", "Dépôts", "🅰", "\n", " ", " ", " ", " ", ", ", "l’", "œ", "x", "4,4", "«", "\u0301", "\u00AD"];
        var found = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => pieces[random.Next(pieces.Length)]));
            var query = SearchQuery.Parse(string.Concat(Enumerable.Range(0, 4).Select(_ => pieces[random.Next(pieces.Length)])));
            var field = random.Next(2) == 0 ? SearchField.Text : SearchField.Title;
            if (Highlighter.Match(query, new SearchPart(field, text)) is not { } match)
                continue;
            found++;
            var runes = text.EnumerateRunes().ToArray();
            string.Concat(runes[match.Start..match.End]).ShouldBe(match.Snippet);
            if (field == SearchField.Text)
                (match.End - match.Start).ShouldBeLessThanOrEqualTo(Highlighter.MaxTextLength);
            else
                Words.Of(match.Snippet).Count.ShouldBeLessThanOrEqualTo(Highlighter.MaxWords);
            match.Highlights.ShouldNotBeEmpty();
            var last = 0;
            foreach (var (start, end) in match.Highlights)
            {
                start.ShouldBeGreaterThanOrEqualTo(last);
                end.ShouldBeGreaterThan(start);
                last = end;
            }

            last.ShouldBeLessThanOrEqualTo(match.End - match.Start);
        }

        found.ShouldBeGreaterThan(500);
    }

    private static string? Mark(SearchMatch? match)
    {
        if (match is null)
            return null;
        var runes = match.Snippet.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        foreach (var (start, end) in match.Highlights.Reverse())
        {
            runes.Insert(end, "]");
            runes.Insert(start, "[");
        }

        return string.Concat(runes);
    }
}
