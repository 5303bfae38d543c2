using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Tests.Texts;

public sealed class QuoteFinderTests
{
    private static readonly CodePointText Text = new("🅰 The fox paid 40 euros.\n\nThe hare said « I\u00A0owe nothing ».\nThe fox paid 40 euros.\n");

    [Fact]
    public void Every_occurrence_is_found() => QuoteFinder.Find(Text, "fox paid").Exact.Select(match => match.Start).ShouldBe([6, 63]);

    [Fact]
    public void Overlapping_occurrences_are_found() => QuoteFinder.Find(new("aaa"), "aa").Exact.Count.ShouldBe(2);

    [Fact]
    public void A_match_tells_its_paragraph() => QuoteFinder.Find(Text, "fox paid").Exact.Select(match => match.Paragraph).ShouldBe([1, 3]);

    [Fact]
    public void A_match_can_be_pasted_into_a_seed()
    {
        var match = QuoteFinder.Find(Text, "40 euros").Exact[0];

        Text.Slice(match.Start, match.End).ShouldBe("40 euros");
        match.Sha256.ShouldBe(CodePointText.HashOf("40 euros"));
    }

    [Fact]
    public void Typed_quotes_and_blanks_find_typeset_ones()
    {
        var found = QuoteFinder.Find(Text, "said \"I owe nothing\"");

        found.Exact.ShouldBeEmpty();
        found.Normalized.ShouldHaveSingleItem().Text.ShouldBe("said « I\u00A0owe nothing »");
    }

    [Fact]
    public void Words_that_are_not_there_bring_the_closest_passage() =>
        QuoteFinder.Find(Text, "The hare says I owe nothing").Near[0].Text.ShouldContain("hare said");

    [Fact]
    public void Near_matches_do_not_overlap()
    {
        var near = QuoteFinder.Find(Text, "fox payed 40").Near;

        near.Count.ShouldBe(2);
        near[0].End.ShouldBeLessThanOrEqualTo(near[1].Start);
    }

    [Fact]
    public void Nothing_alike_brings_nothing() => QuoteFinder.Find(Text, "zzz qqq").Near.ShouldBeEmpty();

    [Fact]
    public void No_words_are_refused() => Should.Throw<ArgumentException>(() => QuoteFinder.Find(Text, "  "));
}
