using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning;
using KnowledgeApi.Knowledge.Reasoning.Agreements;
using static KnowledgeApi.Knowledge.Tests.Reasoning.Agreements.SeedClaims;

namespace KnowledgeApi.Knowledge.Tests.Reasoning.Agreements;

public sealed class AgreementTests
{
    [Fact]
    public void A_claim_alone_is_single() => Group(Stake("a", "\"40\"")).Verdict.ShouldBe(Verdict.Single);

    [Fact]
    public void The_same_number_told_twice_is_identical() => Group(Stake("a", "\"40\""), Stake("b", "\"40\", wording: forty")).Verdict.ShouldBe(Verdict.Identical);

    [Fact]
    public void More_printed_digits_are_consistent_with_fewer() => Group(Stake("a", "\"22\""), Stake("b", "\"22.2\"")).Verdict.ShouldBe(Verdict.Consistent);

    [Fact]
    public void A_third_is_consistent_with_its_decimals() => Group(Stake("a", "{ fraction: 1/3 }"), Stake("b", "\"33.3\""), Stake("c", "\"33\"")).Verdict.ShouldBe(Verdict.Consistent);

    [Fact]
    public void Numbers_with_nothing_in_common_conflict() => Group(Stake("a", "\"40\""), Stake("b", "\"42\"")).Verdict.ShouldBe(Verdict.Conflicting);

    [Fact]
    public void Ranges_that_touch_where_neither_includes_the_end_conflict() =>
        Group(Figure("a", "{ less-than: \"2000000\", currency: EUR }"), Figure("b", "{ order-of: \"1000000\", currency: EUR }")).Verdict.ShouldBe(Verdict.Conflicting);

    [Fact]
    public void A_claim_without_a_number_contradicts_nothing() => Group(Stake("a", "\"40\""), Stake("b", "null")).Verdict.ShouldBe(Verdict.Consistent);

    [Fact]
    public void Claims_without_numbers_tell_the_same() => Group(Stake("a", "null"), Stake("b", "null")).Verdict.ShouldBe(Verdict.Identical);

    [Fact]
    public void What_all_allow_and_what_any_allows_is_told()
    {
        var group = Group(Stake("a", "\"22\""), Stake("b", "\"22.2\""), Stake("c", "null"));

        group.Intersection.ShouldBe(new Interval(22.15m, true, 22.25m, false));
        group.Spread.ShouldBe(new Interval(21.5m, true, 22.5m, false));
        group.Unit.ShouldBe("percent");
    }

    [Fact]
    public void Only_those_that_cannot_both_be_true_are_rivals() =>
        Group(Stake("a", "\"40\""), Stake("b", "{ between: [\"39\", \"45\"] }"), Stake("c", "\"44\"")).Rivals.Select(pair => (pair.One.Slug, pair.Other.Slug)).ShouldBe([("a", "c")]);

    [Theory]
    [InlineData("validity: { at: 2013 }", "validity: { at: 2014 }")]
    [InlineData("validity: { start: 2010, end: 2012 }", "validity: { start: 2013-02 }")]
    [InlineData("validity: { start: 2010, end: 2015-03-20 }", "validity: { start: 2015-03 }")]
    [InlineData("validity: { at: 2015-03 }", "validity: { start: 2015-03-20 }")]
    [InlineData("status: TARGET", "status: ACTUAL")]
    [InlineData("status: FORECAST", "status: TARGET")]
    [InlineData("status: PROPOSED", "status: PLANNED")]
    [InlineData("status: ABANDONED", "status: PLANNED")]
    [InlineData("status: ACTUAL", "status: ANNOUNCED")]
    [InlineData("basis: CAPITAL", "basis: VOTES")]
    [InlineData("interest: DIRECT", "interest: INDIRECT")]
    [InlineData("interest: DIRECT", "interest: UNKNOWN")]
    public void Stakes_told_in_another_sense_are_not_compared(string one, string other) => Groups(Stake("a", "\"40\"", one), Stake("b", "\"60\"", other)).Count.ShouldBe(2);

    [Theory]
    [InlineData("validity: { at: 2014 }", "validity: { at: 2014-06 }")]
    [InlineData("validity: { start: 2012, end: 2015-03-20 }", "validity: { at: 2015-01-12 }")]
    [InlineData("validity: { at: 2014 }", "note: no time is stated")]
    [InlineData("status: REPORTED", "status: ACTUAL")]
    [InlineData("status: ANNOUNCED", "status: PLANNED")]
    [InlineData("basis: CAPITAL", "basis: CAPITAL")]
    public void Stakes_told_in_one_sense_are_compared(string one, string other) => Group(Stake("a", "\"40\"", one), Stake("b", "\"60\"", other)).Verdict.ShouldBe(Verdict.Conflicting);

    /// <summary>It may be of the votes, as another claim has it, or as nobody says.</summary>
    [Fact]
    public void A_stake_of_what_is_not_stated_can_be_true_beside_either() => Groups(Stake("a", "\"10\"", "basis: CAPITAL"), Stake("b", "\"60\"", "basis: VOTES"), Stake("c", "\"60\"")).ShouldSatisfyAllConditions(
        groups => groups.ShouldAllBe(group => group.Verdict != Verdict.Conflicting),
        groups => groups.SelectMany(group => group.Rivals).ShouldBeEmpty());

    [Fact]
    public void Stakes_of_different_owners_are_not_compared() => Groups(Stake("a", "\"40\""), Stake("b", "\"60\"", owner: "state")).Count.ShouldBe(2);

    [Fact]
    public void A_claim_without_a_number_does_not_tie_what_is_apart() =>
        Groups(Stake("a", "\"40\"", "validity: { at: 2013 }"), Stake("b", "\"60\"", "validity: { at: 2014 }"), Stake("c", "null")).Select(group => group.Verdict)
            .ShouldBe([Verdict.Single, Verdict.Single, Verdict.Single]);

    [Fact]
    public void Groups_of_one_property_are_named_by_when_they_begin() =>
        Groups(Stake("a", "\"40\"", "validity: { at: 2013 }"), Stake("b", "\"60\"", "validity: { at: 2014-05 }"), Stake("c", "null")).Select(group => group.Slug)
            .ShouldBe(["stake.beta.alpha.from-2013-01", "stake.beta.alpha.from-2014-05", "stake.beta.alpha"]);

    [Fact]
    public void Groups_that_begin_together_are_named_by_their_first_claims() =>
        Groups(Stake("b", "\"40\"", "basis: VOTES"), Stake("a", "\"60\"", "basis: CAPITAL")).Select(group => group.Slug).ShouldBe(["stake.beta.alpha.b", "stake.beta.alpha.a"]);

    [Fact]
    public void A_time_between_two_others_is_compared_with_both_but_they_not_with_each_other()
    {
        var group = Group(Stake("a", "\"40\"", "validity: { at: 2013-01 }"), Stake("b", "{ between: [\"40\", \"60\"] }", "validity: { at: 2013/2014 }"), Stake("c", "\"60\"", "validity: { at: 2014-12 }"));

        group.ShouldSatisfyAllConditions(it => it.Verdict.ShouldBe(Verdict.Consistent), it => it.Intersection.ShouldBeNull());
    }

    [Theory]
    [InlineData("stage: COMMITTED", "stage: PAID")]
    [InlineData("stage: ENVELOPE", "stage: COMMITTED")]
    [InlineData("stage: COMMITTED", "note: how far it has got is left open")]
    [InlineData("stage: PAID, status: ACTUAL", "stage: PAID, status: TARGET")]
    [InlineData("instrument: LOAN", "instrument: GRANT")]
    [InlineData("funder: state", "funder: alpha")]
    [InlineData("recipient: beta", "recipient: scheme")]
    [InlineData("funder: state", "participants: [{ entity: state, role: FUNDER }, { entity: alpha, role: FUNDER }]")]
    public void Money_of_another_kind_is_not_compared(string one, string other) => Groups(Money("a", "75", one), Money("b", "80", other)).Count.ShouldBe(2);

    [Fact]
    public void Money_in_another_currency_is_not_compared() => Groups(Money("a", "75"), Money("b", "80").Replace("EUR", "USD", StringComparison.Ordinal)).Count.ShouldBe(2);

    [Theory]
    [InlineData("instrument: LOAN", "instrument: UNSTATED")]
    [InlineData("stage: PAID", "stage: PAID")]
    [InlineData("funder: state", "participants: [{ entity: state, role: FUNDER }]")]
    public void Money_of_one_kind_is_compared(string one, string other) => Group(Money("a", "75", one), Money("b", "80", other)).Verdict.ShouldBe(Verdict.Conflicting);

    [Theory]
    [InlineData("status: TARGET", "status: ACTUAL")]
    [InlineData("concept: REVENUE", "concept: NET_INCOME")]
    [InlineData("fiscal-period: 2013", "fiscal-period: 2014")]
    [InlineData("fiscal-period: 2014", "fiscal-period: 2014-01/2014-03")]
    [InlineData("cumulative: true", "cumulative: false")]
    [InlineData("company: alpha", "company: beta")]
    public void Figures_of_something_else_are_not_compared(string one, string other) => Groups(Figure("a", Euros("2"), one), Figure("b", Euros("3"), other)).Count.ShouldBe(2);

    [Fact]
    public void Figures_of_one_year_are_compared() => Group(Figure("a", Euros("2"), "fiscal-period: 2014"), Figure("b", Euros("3"), "fiscal-period: 2014, status: REPORTED")).ShouldSatisfyAllConditions(
        group => group.Verdict.ShouldBe(Verdict.Conflicting),
        group => group.Slug.ShouldBe("revenue.beta.2014"),
        group => group.Label.ShouldBe("Beta: revenue 2014"));

    [Theory]
    [InlineData("2014-01/2014-12", "revenue.beta.2014")]
    [InlineData("2014-01-01/2014-12-31", "revenue.beta.2014")]
    [InlineData("2014/2014", "revenue.beta.2014")]
    [InlineData("{ date: 2014, inferred: from another document }", "revenue.beta.2014")]
    public void A_fiscal_year_is_the_same_however_it_is_spelt(string spelt, string slug) =>
        Group(Figure("a", Euros("2"), "fiscal-period: 2014"), Figure("b", Euros("3"), $"fiscal-period: {spelt}")).ShouldSatisfyAllConditions(
            group => group.Verdict.ShouldBe(Verdict.Conflicting),
            group => group.Slug.ShouldBe(slug));

    [Fact]
    public void A_fiscal_year_that_is_no_calendar_year_is_the_same_however_it_is_spelt() =>
        Group(Figure("a", Euros("2"), "fiscal-period: 2013-07/2014-06"), Figure("b", Euros("3"), "fiscal-period: 2013-07-01/2014-06-30")).Slug.ShouldBe("revenue.beta.2013-07-2014-06");

    [Theory]
    [InlineData("metric: HEADCOUNT", "metric: JOBS")]
    [InlineData("metric: HEADCOUNT", "metric: HEADCOUNT, status: TARGET")]
    [InlineData("metric: PRICE", "metric: PRICE")]
    [InlineData("metric: RANKING", "metric: RANKING")]
    [InlineData("metric: STORAGE", "metric: STORAGE")]
    [InlineData("metric: OTHER", "metric: OTHER")]
    public void Measurements_that_may_be_of_different_things_are_not_compared(string one, string other) => Groups(Measured("a", "90", one), Measured("b", "95", other)).Count.ShouldBe(2);

    [Fact]
    public void Measurements_in_other_units_are_not_compared() => Groups(Measured("a", "90", "metric: JOBS"), Measured("b", "95", "metric: JOBS", "posts")).Count.ShouldBe(2);

    [Fact]
    public void Measurements_of_one_thing_are_compared() => Group(Measured("a", "90", "metric: HEADCOUNT"), Measured("b", "95", "metric: HEADCOUNT")).Verdict.ShouldBe(Verdict.Conflicting);

    [Theory]
    [InlineData("FOUNDING", "[{ entity: beta, role: SUBJECT }]")]
    [InlineData("LAUNCH", "[{ entity: beta, role: ACTOR }, { entity: gadget, role: PRODUCT }]")]
    [InlineData("MERGER", "[{ entity: alpha, role: SUBJECT }, { entity: beta, role: SUBJECT }]")]
    [InlineData("ACQUISITION", "[{ entity: alpha, role: BUYER }, { entity: beta, role: TARGET }]")]
    public void What_happens_once_has_one_date(string kind, string participants) =>
        Group(Happening("a", kind, participants, "date: 2009"), Happening("b", kind, participants, "date: 2011")).Verdict.ShouldBe(Verdict.Conflicting);

    [Fact]
    public void Less_precise_dates_are_consistent() =>
        Group(Founding("a", "date: 2012"), Founding("b", "date: 2012-23"), Founding("c", "date: 2012-10"), Founding("d", "wording: undated")).ShouldSatisfyAllConditions(
            group => group.Verdict.ShouldBe(Verdict.Consistent),
            group => group.ToAgreement().DateIntersection!.Edtf.ShouldBe("2012-10"),
            group => group.ToAgreement().DateSpread!.Edtf.ShouldBe("2012"),
            group => group.ToAgreement().Intersection.ShouldBeNull());

    [Theory]
    [InlineData("DECISION", "[{ entity: beta, role: SUBJECT }]")]
    [InlineData("OWNERSHIP_CHANGE", "[{ entity: beta, role: SUBJECT }]")]
    [InlineData("APPOINTMENT", "[{ entity: ada, role: SUBJECT }]")]
    [InlineData("ACQUISITION", "[{ entity: beta, role: TARGET }]")]
    public void What_can_happen_again_is_not_compared(string kind, string participants) =>
        Groups(Happening("a", kind, participants, "date: 2009"), Happening("b", kind, participants, "date: 2011")).Select(group => group.Verdict).ShouldBe([Verdict.Single, Verdict.Single]);

    [Theory]
    [InlineData("[{ entity: beta, role: SUBJECT }, { entity: alpha, role: SUBJECT }]", "date: 2011")]
    [InlineData("[{ entity: beta, role: SUBJECT }]", "date: 2011, status: PLANNED")]
    public void Events_of_others_or_planned_ones_are_not_compared(string participants, string keys) =>
        Groups(Founding("a", "date: 2009"), Happening("b", "FOUNDING", participants, keys)).Count.ShouldBe(2);

    [Fact]
    public void Roles_are_compared_by_title_whatever_its_case() =>
        Group(Roled("a", "President"), Roled("b", "president")).ShouldSatisfyAllConditions(group => group.Verdict.ShouldBe(Verdict.Identical), group => group.Slug.ShouldBe("role.ada.beta.president"));

    [Fact]
    public void Other_titles_are_other_roles() => Groups(Roled("a", "President"), Roled("b", "Head")).Count.ShouldBe(2);

    [Fact]
    public void Statements_are_not_compared() => Groups(Said("a"), Said("b")).Select(group => group.Slug).ShouldBe(["statement.a", "statement.b"]);

    [Fact]
    public void A_conflict_is_public_since_both_were() =>
        Group(Stake("a", "\"40\"", cited: Comment("2020-06-01")), Stake("b", "\"42\"", cited: Comment("2020-07-01")), Stake("c", "\"44\"", cited: Comment("2020-08-01")))
            .Since.ShouldBe(new DateOnly(2020, 7, 1));

    [Fact]
    public void Claims_that_agree_are_not_in_conflict_since_any_day() => Group(Stake("a", "\"40\""), Stake("b", "\"40\"")).Since.ShouldBeNull();

    [Fact]
    public void The_sources_of_a_group_are_counted_together() =>
        Group(Stake("a", "\"40\""), Stake("b", "\"42\"", cited: Citation("attribution: OTHER_PRESS, by: paper"))).ToAgreement().IndependentSources.ShouldBe(1);
}
