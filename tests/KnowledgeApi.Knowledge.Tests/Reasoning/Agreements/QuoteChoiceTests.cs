using KnowledgeApi.Knowledge.Model;
using static KnowledgeApi.Knowledge.Tests.Reasoning.Agreements.SeedClaims;

namespace KnowledgeApi.Knowledge.Tests.Reasoning.Agreements;

public sealed class QuoteChoiceTests
{
    [Fact]
    public void One_claim_needs_no_choice() => First(Stake("a", "\"40\"")).ShouldBe(("a", QuoteReason.OnlyOne));

    [Fact]
    public void A_preferred_claim_comes_first() =>
        First(Stake("a", "\"40.25\""), Stake("b", "\"40\"", "rank: PREFERRED, rank-reason: checked")).ShouldBe(("b", QuoteReason.Rank));

    [Fact]
    public void A_deprecated_claim_comes_last() =>
        First(Stake("a", "\"40.25\"", "rank: DEPRECATED, rank-reason: wrong"), Stake("b", "\"40\"")).ShouldBe(("b", QuoteReason.Rank));

    [Fact]
    public void A_number_comes_before_none() => First(Stake("a", "null"), Stake("b", "\"40\"")).ShouldBe(("b", QuoteReason.Value));

    [Fact]
    public void An_article_comes_before_the_exact_number_of_a_reader() =>
        First(Stake("a", "\"40.25\"", cited: Comment("2020-06-01")), Stake("b", "{ about: \"40\" }")).ShouldBe(("b", QuoteReason.Section));

    [Fact]
    public void A_filing_comes_before_the_exact_number_of_the_press() =>
        First(Stake("a", "\"40.25\""), Stake("b", "\"40\"", cited: Citation("attribution: OFFICIAL_FILING"))).ShouldBe(("b", QuoteReason.Attribution));

    [Fact]
    public void What_the_article_says_itself_comes_before_what_it_relays() =>
        First(Stake("a", "\"40.25\"", cited: Citation("attribution: OTHER_PRESS, by: paper")), Stake("b", "\"40\"")).ShouldBe(("b", QuoteReason.Attribution));

    [Fact]
    public void The_party_itself_comes_before_the_article() =>
        First(Stake("a", "\"40.25\""), Stake("b", "\"40\"", cited: Citation("attribution: ORGANISATION, by: beta"))).ShouldBe(("b", QuoteReason.Attribution));

    [Fact]
    public void A_filing_quoted_in_a_comment_is_a_comment() =>
        First(
            Stake("a", "\"40\"", cited: $"{Citation("attribution: ANONYMOUS_SOURCE")}, {Citation("attribution: OFFICIAL_FILING, by: ada, section: COMMENT, posted: 2020-06-01T10:00")}"),
            Stake("b", "\"40.25\""))
            .ShouldBe(("b", QuoteReason.Attribution));

    [Fact]
    public void A_fact_comes_before_hearsay() => First(Stake("a", "\"40.25\"", "status: REPORTED"), Stake("b", "\"40\"")).ShouldBe(("b", QuoteReason.Status));

    [Fact]
    public void What_was_announced_comes_before_what_is_planned() =>
        First(Stake("a", "\"40.25\"", "status: PLANNED"), Stake("b", "\"40\"", "status: ANNOUNCED")).ShouldBe(("b", QuoteReason.Status));

    [Fact]
    public void The_most_precise_of_equals_comes_first() => First(Stake("a", "\"22\""), Stake("b", "\"22.2\""), Stake("c", "{ at-most: \"25\" }")).ShouldBe(("b", QuoteReason.Precision));

    [Fact]
    public void A_leap_year_is_as_precise_as_any() => First(Founding("b", "date: 2011"), Founding("a", "date: 2012")).ShouldBe(("a", QuoteReason.Name));

    [Fact]
    public void More_sources_count_for_more() =>
        First(
            Stake("a", "\"41\"", cited: Citation("attribution: ORGANISATION, by: beta")),
            Stake("b", "\"40\"", cited: $"{Citation("attribution: ORGANISATION, by: beta")}, {Citation("attribution: ORGANISATION, by: alpha")}"))
            .ShouldBe(("b", QuoteReason.Sources));

    [Fact]
    public void What_was_told_first_comes_first() =>
        First(Stake("a", "\"41\"", cited: Comment("2020-06-02")), Stake("b", "\"40\"", cited: Comment("2020-06-01"))).ShouldBe(("b", QuoteReason.Date));

    [Fact]
    public void At_last_the_alphabet_decides() => First(Stake("b", "\"41\""), Stake("a", "\"40\"")).ShouldBe(("a", QuoteReason.Name));

    [Fact]
    public void All_criteria_that_mattered_are_told() =>
        Group(Stake("a", "{ fraction: 1/3 }", cited: Comment("2020-06-01")), Stake("b", "\"33\""), Stake("c", "\"33.3\"")).Quote.Explanation
            .ShouldBe("It is stated outside readers' comments; of those left, it is the most precise.");

    [Fact]
    public void All_have_a_place_in_the_order() =>
        Group(Stake("a", "\"40.25\"", "rank: DEPRECATED, rank-reason: wrong"), Stake("b", "{ about: \"40\" }"), Stake("c", "\"40\"", cited: Comment("2020-06-01")), Stake("d", "\"40.1\"")).QuotePlaces
            .OrderBy(place => place.Value).Select(place => (place.Value, place.Key.Slug)).ShouldBe([(0, "d"), (1, "b"), (2, "c"), (3, "a")]);

    private static (string Slug, QuoteReason Reason) First(params string[] claims)
    {
        var quote = Group(claims).Quote;
        return (quote.Claim.Slug, quote.Reason);
    }
}
