using static KnowledgeApi.Knowledge.Tests.Seeds.ProblemAssert;

namespace KnowledgeApi.Knowledge.Tests.Seeds;

public sealed class ValueProblemTests
{
    [Fact]
    public void An_unknown_enum_value() => HasError($"roles:\n  - {Claim("person: ada, job-title: Head, rank: ¤BEST")}\n", "\"BEST\"", "one of PREFERRED, NORMAL, DEPRECATED");

    [Fact]
    public void An_enum_value_in_lower_case() => HasError(Figure("amount: { exactly: \"1\", currency: EUR }").Replace("concept: REVENUE", "concept: ¤revenue", StringComparison.Ordinal), "REVENUE, NET_INCOME");

    [Fact]
    public void A_date_that_is_none() => HasError(Event("date: ¤2015-02-30"), "\"2015-02-30\"", "a date such as 2015");

    [Fact]
    public void A_date_that_ends_before_it_starts() => HasError(Event("date: ¤2016/2015"), "a date such as");

    [Fact]
    public void A_validity_of_a_moment_and_a_stretch() => HasError(Event("validity: ¤{ at: 2015, end: 2016 }"), "either at, or start, end and ongoing");

    [Fact]
    public void An_empty_validity() => HasError(Event("validity: ¤{}"), "empty validity");

    [Fact]
    public void A_validity_that_has_ended_and_goes_on() => HasError(Event("validity: { end: 2016, ongoing: ¤YES }"), "ongoing NO");

    [Fact]
    public void A_date_known_beside_a_date_told() => HasError(Event("date: 2015, known-date: ¤2015"), "no document dates");

    [Fact]
    public void An_end_told_where_there_is_none() => HasError(
        $"roles:\n  - {{ id: it, status: ACTUAL, person: ada, job-title: Head, validity: {{ start: 2018 }}, citations: ¤[{TempFolder.Citation("states-end: true")}] }}\n", "\"states-end\"", "has \"end\"");

    [Fact]
    public void A_share_over_100() => HasError(Shareholding("share: ¤\"100.5\""), "100.5 %", "0 to 100");

    [Fact]
    public void A_negative_share() => HasError(Shareholding("share: ¤\"-1\""), "0 to 100");

    [Fact]
    public void A_share_of_less_than_nothing() => HasError(Shareholding("share: ¤{ less-than: \"0\" }"), "less than 0 %, which none is", "from 0 to 100");

    [Fact]
    public void A_share_of_more_than_all() => HasError(Shareholding("share: ¤{ more-than: \"100\" }"), "more than 100 %, which none is", "from 0 to 100");

    [Fact]
    public void A_share_of_nearly_nothing() => HasError(Shareholding("share: { nearly: ¤\"0\" }"), "\"nearly\" zero", "fall short of");

    [Fact]
    public void A_revenue_below_nothing() => HasError(Figure("amount: ¤{ exactly: \"-5\", currency: EUR }"), "Exactly -5, which this cannot be", "zero or more");

    [Fact]
    public void A_revenue_of_less_than_nothing() => HasError(Figure("amount: ¤{ less-than: \"0\", currency: EUR }"), "Less than 0");

    [Fact]
    public void A_share_over_100_in_a_mapping() => HasError(Shareholding("share: ¤{ at-least: \"101\" }"), "101 %");

    [Fact]
    public void A_share_with_a_comma() => HasError(Shareholding("share: ¤\"22,2\""), "Found \"22,2\"", "as printed, such as \"22.2\"");

    [Fact]
    public void A_share_with_two_comparators() => HasError(Shareholding("share: ¤{ at-least: \"10\", at-most: \"20\" }"), "at-most and at-least", "exactly one of");

    [Fact]
    public void A_fraction_over_one() => HasError(Shareholding("share: { fraction: ¤3/2 }"), "at most one");

    [Fact]
    public void A_fraction_by_zero() => HasError(Shareholding("share: { fraction: ¤1/0 }"), "such as 1/3");

    [Fact]
    public void A_range_whose_lower_number_is_above_the_upper() => HasError(Shareholding("share: { between: ¤[\"23\", \"22\"] }"), "23 is above the upper one 22");

    [Fact]
    public void A_range_of_one_number() => HasError(Shareholding("share: { between: ¤[\"23\"] }"), "at least 2");

    [Fact]
    public void A_range_of_three_numbers() => HasError(Shareholding("share: { between: ¤[\"1\", \"2\", \"3\"] }"), "Expected two numbers");

    [Fact]
    public void An_unknown_currency() => HasError(Figure("amount: { exactly: \"1\", currency: ¤EURO }"), "\"EURO\"", "ISO 4217");

    [Fact]
    public void A_sum_without_a_currency() => HasError(Figure("amount: ¤{ exactly: \"1\", unit: persons }"), "without \"currency\"");

    [Fact]
    public void A_quantity_of_nothing() => HasError(Figure("amount: ¤{ exactly: \"1\" }"), "neither currency nor unit");

    [Fact]
    public void A_quantity_of_two_things() => HasError(Figure("amount: ¤{ exactly: \"1\", currency: EUR, unit: persons }"), "both currency and unit");

    [Fact]
    public void A_quantity_without_a_comparator() => HasError(Figure("amount: ¤{ currency: EUR }"), "no comparator", "exactly, about");

    [Fact]
    public void A_grouped_number() => HasError(Figure("amount: { exactly: ¤\"97 485\", currency: EUR }"), "without grouping");

    [Fact]
    public void A_number_too_great_to_store() => HasError(Figure("amount: { order-of: ¤\"99999999999999\", currency: EUR }"), "too great");

    [Fact]
    public void A_precision_beside_no_exact_number() => HasError(Figure("amount: { about: \"5\", printed-to: ¤\"1\", currency: EUR }"), "without \"exactly\"");

    [Fact]
    public void A_precision_of_zero() => HasError(Figure("amount: { exactly: \"5\", printed-to: ¤\"0\", currency: EUR }"), "not above zero");

    [Fact]
    public void An_order_of_zero() => HasError(Figure("amount: { order-of: ¤\"0\", currency: EUR }"), "Expected the unit");

    [Fact]
    public void A_flag_that_is_neither_true_nor_false() => HasError(Figure("cumulative: ¤YES"), "true or false");

    [Fact]
    public void A_wording_over_eight_words() => HasError(Event("wording: ¤one two three four five six seven eight nine"), "A wording of 9 words");

    [Fact]
    public void A_wording_that_is_a_sentence() => HasError(Event("wording: ¤The hare owes me nothing."), "is a sentence");

    [Fact]
    public void A_wording_that_goes_on_after_a_sentence() => HasError(Event("wording: ¤It is over. We leave"), "is a sentence");

    [Fact]
    public void A_figure_with_an_abbreviation_is_no_sentence()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base).Seed("it.yaml", Event("wording: 5 M. of euros"));

        folder.Read().Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_summary_that_is_empty() => HasError($"statements:\n  - {Claim("speaker: ada, about: [beta], summary: ¤\"\"")}\n", "Expected a text");

    [Fact]
    public void A_length_of_zero() => HasError(Document("length: ¤0"), "above zero");

    [Fact]
    public void A_hash_in_capitals() => HasError(Document("length: 1").Replace("sha256: ", "sha256: ¤A", StringComparison.Ordinal), "64 lower-case hexadecimal");

    [Fact]
    public void A_time_of_day_that_is_none() => HasError(Document("length: 1, published: { date: 2015, time: ¤\"25:00\" }"), "such as 10:38");

    private static string Shareholding(string keys) => $"shareholdings:\n  - {Claim("owner: alpha, company: beta, " + keys)}\n";

    private static string Figure(string keys) => $"financial-figures:\n  - {Claim("company: beta, concept: REVENUE, " + keys)}\n";

    private static string Event(string keys) => $"events:\n  - {Claim("kind: LAUNCH, summary: It starts, participants: [{ entity: beta, role: SUBJECT }], " + keys)}\n";

    private static string Document(string keys) => $"documents:\n  - {{ id: one, language: en, sha256: {new string('0', 64)}, {keys} }}\n";
}
