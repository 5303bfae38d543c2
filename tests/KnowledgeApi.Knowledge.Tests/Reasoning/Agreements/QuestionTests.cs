using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Agreements;
using static KnowledgeApi.Knowledge.Tests.Reasoning.Agreements.SeedClaims;

namespace KnowledgeApi.Knowledge.Tests.Reasoning.Agreements;

/// <summary>Claims that answer a question the curators named, and in what answers differ.</summary>
public sealed class QuestionTests
{
    private const string Open = "questions:\n  - { id: q, text: What is it?, note: They speak of other things. }\n";
    private const string Exclusive = "questions:\n  - { id: q, text: What is it?, exclusive: true }\n";

    [Fact]
    public void Claims_that_name_a_question_are_one_agreement_across_kinds_subjects_and_statuses() =>
        Group(Open, Money("a", "75", "question: q"), Stake("b", "\"40\"", "question: q, status: PLANNED"), Said("c", "question: q")).ToAgreement().ShouldSatisfyAllConditions(
            agreement => agreement.Slug.ShouldBe("q"),
            agreement => agreement.Label.ShouldBe("What is it?"),
            agreement => agreement.Question.ShouldBe("q"),
            agreement => agreement.Note.ShouldBe("They speak of other things."),
            agreement => agreement.Members.Select(claim => claim.Slug).ShouldBe(["a", "b", "c"]));

    [Fact]
    public void Claims_that_would_be_compared_with_one_of_them_join() =>
        Group(Open, Stake("a", "\"40\"", "question: q"), Stake("b", "\"42\""), Said("c", "question: q")).Claims.Select(claim => claim.Slug).ShouldBe(["a", "b", "c"]);

    [Fact]
    public void Claims_that_name_different_questions_are_not_compared() =>
        Groups(Open, "questions:\n  - { id: r, text: And what is that? }\n", Stake("a", "\"40\"", "question: q"), Stake("b", "\"42\"", "question: r")).Select(group => (group.Slug, group.Verdict))
            .ShouldBe([("q", Verdict.Single), ("r", Verdict.Single)]);

    [Fact]
    public void Without_a_question_an_agreement_has_the_name_of_what_its_claims_state() =>
        Group(Stake("a", "\"40\"")).ToAgreement().ShouldSatisfyAllConditions(agreement => agreement.Question.ShouldBeNull(), agreement => agreement.Slug.ShouldBe("stake.beta.alpha"));

    [Fact]
    public void Several_moods_are_none() => Group(Open, Stake("a", "\"40\"", "question: q"), Stake("b", "\"40\"", "question: q, status: PLANNED")).ToAgreement().Mood.ShouldBeNull();

    [Fact]
    public void The_claim_quoted_first_is_a_fact_and_says_what_the_agreement_is_about() =>
        Group(Open, Money("a", "75", "question: q, status: PLANNED, stage: PAID"), Stake("b", "\"40\"", "question: q")).ToAgreement().ShouldSatisfyAllConditions(
            agreement => agreement.QuoteFirst.Slug.ShouldBe("b"),
            agreement => agreement.Property.Name.ShouldBe("STAKE"),
            agreement => agreement.Stage.ShouldBeNull(),
            agreement => agreement.Unit.ShouldBe("percent"));

    [Fact]
    public void Facts_never_conflict_with_plans() => Group(Exclusive, Stake("a", "\"40\"", "question: q"), Stake("b", "\"60\"", "question: q, status: PLANNED")).Verdict.ShouldBe(Verdict.Consistent);

    [Fact]
    public void Answers_of_other_properties_conflict_only_if_one_alone_can_be_true()
    {
        string[] claims = [Money("a", "75", "question: q, stage: PAID"), Money("b", "37", "question: q, stage: COMMITTED")];

        Group([Open, .. claims]).ShouldSatisfyAllConditions(group => group.Verdict.ShouldBe(Verdict.Consistent), group => group.Rivals.ShouldBeEmpty());
        Group([Exclusive, .. claims]).ShouldSatisfyAllConditions(group => group.Verdict.ShouldBe(Verdict.Conflicting), group => group.Rivals.Count.ShouldBe(1));
    }

    [Theory]
    [InlineData("[{ entity: beta, role: SUBJECT }, { entity: alpha, role: ACTOR }]", "kind: DECISION", true)]
    [InlineData("[{ entity: beta, role: SUBJECT }, { entity: alpha, role: ACTOR }, { entity: state, role: ACTOR }]", "kind: DECISION", false)]
    [InlineData("[{ entity: beta, role: SUBJECT }, { entity: state, role: ACTOR }]", "kind: WITHDRAWAL", true)]
    [InlineData("[{ entity: beta, role: SUBJECT }]", "kind: DECISION", false)]
    public void Of_events_one_alone_can_be_true_if_others_act_or_another_thing_happens(string participants, string kind, bool conflict) =>
        Group(
            Exclusive,
            Happening("a", "DECISION", "[{ entity: beta, role: SUBJECT }, { entity: state, role: ACTOR }]", "question: q"),
            Happening("b", kind["kind: ".Length..], participants, "question: q")).Verdict.ShouldBe(conflict ? Verdict.Conflicting : Verdict.Consistent);

    [Fact]
    public void What_was_given_up_conflicts_with_what_was_not_if_one_alone_can_be_true() =>
        Group(Exclusive, Founding("a", "status: PROPOSED, question: q"), Founding("b", "status: ABANDONED, question: q")).ShouldSatisfyAllConditions(
            group => group.Verdict.ShouldBe(Verdict.Conflicting),
            group => group.Differences.ShouldContain(Difference.Whether));

    [Fact]
    public void What_a_document_contradicts_is_in_conflict_though_it_is_alone() =>
        Group(Stake("a", "\"40\"", cited: $"{Citation()}, {Citation("stance: CONTRADICTS, by: paper, attribution: OTHER_PRESS")}")).ShouldSatisfyAllConditions(
            group => group.Verdict.ShouldBe(Verdict.Conflicting),
            group => group.Rivals.ShouldBeEmpty(),
            group => group.Differences.ShouldBe([Difference.Whether]),
            group => group.IsDisagreement.ShouldBeTrue(),
            group => group.Since.ShouldBe(new DateOnly(2020, 5, 4)),
            group => group.Comparison.ShouldBe("\"a\" is contradicted in \"doc\"."));

    [Fact]
    public void A_deprecated_claim_stays_and_has_no_say() =>
        Group(Stake("a", "\"40\""), Stake("b", "\"60\"", "rank: DEPRECATED, rank-reason: wrong"), Stake("c", "\"40.2\"")).ShouldSatisfyAllConditions(
            group => group.Claims.Count.ShouldBe(3),
            group => group.Verdict.ShouldBe(Verdict.Consistent),
            group => group.Rivals.ShouldBeEmpty(),
            group => group.Spread.ShouldBe(new Interval(39.5m, true, 40.5m, false)),
            group => group.Comparison.ShouldEndWith("Not compared with \"c\": \"b\" (deprecated)."));

    [Theory]
    [InlineData("status: REPORTED")]
    [InlineData("validity: { at: 2014 }")]
    [InlineData("basis: CAPITAL")]
    [InlineData("participants: [{ entity: scheme, role: SELLER }]")]
    public void Claims_of_one_number_that_differ_otherwise_are_not_identical(string keys) => Group(Stake("a", "\"40\""), Stake("b", "\"40\"", keys)).Verdict.ShouldBe(Verdict.Consistent);

    [Fact]
    public void Three_tellings_of_one_founding_by_others_are_not_identical() =>
        Group(By("a", "alpha"), By("b", "state"), By("c", "scheme")).ShouldSatisfyAllConditions(
            group => group.Verdict.ShouldBe(Verdict.Consistent),
            group => group.Differences.ShouldBe([Difference.Who]),
            group => group.IsDisagreement.ShouldBeTrue());

    [Fact]
    public void Other_numbers_differ_in_value() => DifferencesOf(Stake("a", "\"22\""), Stake("b", "\"22.2\"")).ShouldBe([Difference.Value]);

    [Fact]
    public void Other_dates_of_an_event_differ_in_when() => DifferencesOf(Founding("a", "date: 2012"), Founding("b", "date: 2012-10")).ShouldBe([Difference.When]);

    [Fact]
    public void Other_fiscal_periods_differ_in_when() =>
        DifferencesOf(Open, Figure("a", Euros("2"), "fiscal-period: 2013, question: q"), Figure("b", Euros("2"), "fiscal-period: 2014, question: q")).ShouldBe([Difference.When]);

    [Fact]
    public void Two_moments_of_one_stake_do_not_differ_in_when() =>
        DifferencesOf(Stake("a", "\"40\"", "validity: { at: 2013 }"), Stake("b", "\"40\"", "validity: { start: 2012, end: 2015 }"), Stake("c", "\"40\"", "validity: { at: 2014 }")).ShouldBeEmpty();

    [Fact]
    public void Another_payer_differs_in_who() =>
        DifferencesOf(Open, Money("a", "75", "question: q"), Money("b", "75", "question: q, funder: scheme")).ShouldBe([Difference.Who]);

    [Fact]
    public void Others_who_receive_differ_in_who() =>
        DifferencesOf(Open, Money("a", "75", "question: q"), Money("b", "75", "question: q, recipient: alpha")).ShouldBe([Difference.Who]);

    [Fact]
    public void Other_names_differ_if_the_curators_say_so() =>
        DifferencesOf("questions:\n  - { id: q, text: What is it called?, differences: [NAME] }\n", Said("a", "question: q"), Said("b", "question: q")).ShouldBe([Difference.Name]);

    [Theory]
    [InlineData("stage: PAID", "stage: COMMITTED")]
    [InlineData("instrument: GRANT", "instrument: LOAN")]
    [InlineData("status: ACTUAL", "status: REPORTED")]
    public void What_is_stated_otherwise_differs_in_qualification(string one, string other) =>
        DifferencesOf(Open, Money("a", "75", $"question: q, {one}"), Money("b", "75", $"question: q, {other}")).ShouldBe([Difference.Qualification]);

    [Fact]
    public void A_qualification_alone_is_a_disagreement_only_where_a_question_is_named()
    {
        Group(Stake("a", "\"40\""), Stake("b", "\"40\"", "status: REPORTED")).IsDisagreement.ShouldBeFalse();
        Group(Open, Stake("a", "\"40\"", "question: q"), Stake("b", "\"40\"", "status: REPORTED")).IsDisagreement.ShouldBeTrue();
    }

    [Fact]
    public void A_conflict_that_hinges_on_how_words_are_read_says_so() =>
        Group(Figure("a", "{ less-than: \"2000000\", currency: EUR }"), Figure("b", "{ order-of: \"1000000\", currency: EUR }")).ShouldSatisfyAllConditions(
            group => group.Verdict.ShouldBe(Verdict.Conflicting),
            group => group.HingesOnReading.ShouldBeTrue(),
            group => group.Comparison.ShouldContain("hinges on how words are read"),
            group => group.Quote.Explanation.ShouldContain("hinges on how words are read"));

    [Theory]
    [InlineData("{ about: \"2000000\", currency: EUR }", "{ more-than: \"3000000\", currency: EUR }")]
    [InlineData("{ nearly: \"2000000\", currency: EUR }", "{ less-than: \"1500000\", currency: EUR }")]
    public void Words_that_leave_it_open_may_reach_from_half_to_double(string one, string other) => Group(Figure("a", one), Figure("b", other)).HingesOnReading.ShouldBeTrue();

    [Theory]
    [InlineData("{ exactly: \"97\", currency: EUR }", "{ order-of: \"1000000\", currency: EUR }")]
    [InlineData("{ less-than: \"2000000\", currency: EUR }", "{ more-than: \"3000000\", currency: EUR }")]
    [InlineData("{ nearly: \"2000000\", currency: EUR }", "{ more-than: \"3000000\", currency: EUR }")]
    public void A_conflict_by_any_reading_does_not_hinge_on_one(string one, string other) => Group(Figure("a", one), Figure("b", other)).HingesOnReading.ShouldBeFalse();

    [Fact]
    public void It_is_told_what_was_compared_and_why_the_rest_was_not() =>
        Group(
            Open,
            Figure("a", Euros("2"), "fiscal-period: 2013, question: q"),
            Figure("b", Euros("3"), "fiscal-period: 2013"),
            Figure("c", Euros("2"), "fiscal-period: 2014, question: q"),
            Figure("d", Euros("2"), "fiscal-period: 2013, question: q, status: FORECAST"),
            Figure("e", "null", "fiscal-period: 2013")).Comparison.ShouldBe(
            "Compared are the numbers of 4 claims, the times of 5, who takes part and how it is stated. "
            + "Not compared with \"a\": \"c\" (another fiscal period); \"d\" (stated as forecast); \"e\" (no value that can be compared).");

    [Fact]
    public void Where_no_claim_states_a_value_none_is_missed() =>
        Group(Open, Said("a", "question: q"), Said("b", "question: q")).Comparison.ShouldBe("Compared are who takes part and how it is stated; no value is stated that could be compared.");

    [Fact]
    public void A_date_that_the_curators_inferred_is_no_other_date() =>
        DifferencesOf(Open, Stake("a", "\"40\"", "question: q, validity: { start: 2012 }"), Stake("b", "\"40\"", "question: q, validity: { start: { date: 2013, inferred: from another document } }")).ShouldBeEmpty();

    [Fact]
    public void A_page_has_each_disagreement_with_its_answers_by_document_and_speaker()
    {
        var page = new DisagreementPage();
        foreach (var group in Groups(Open, Stake("a", "\"40\"", "question: q, wording: 40 %"), Stake("b", "\"42\"", "validity: { start: 2014, end: { date: 2015, inferred: by another } }", cited: Citation("attribution: OTHER_PRESS, by: paper, section: TITLE")), Stake("c", "\"10\"", owner: "state")))
            page.Add(group);

        page.ToString().ShouldEndWith("""

            ## What is it?

            `q`: **CONFLICTING**; differs in VALUE. Compared are the numbers of 2 claims, who takes part and how it is stated.

            They speak of other things.

            | document | who speaks | wording | says | status | time |
            | --- | --- | --- | --- | --- | --- |
            | doc | the article | 40 % | Beta: stake of Alpha: 39.5 to 40.5 percent | ACTUAL | – |
            | doc, title | The Paper | – | Beta: stake of Alpha: 41.5 to 42.5 percent | ACTUAL | from 2014 until 2015 (inferred) |

            """);
    }

    private static IReadOnlyList<Difference> DifferencesOf(params string[] seeds) => Group(seeds).Differences;

    private static string By(string id, string founder) => Happening(id, "FOUNDING", $"[{{ entity: beta, role: SUBJECT }}, {{ entity: {founder}, role: FOUNDER }}]", "date: 2012");
}
