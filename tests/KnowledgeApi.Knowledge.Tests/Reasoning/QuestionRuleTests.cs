using KnowledgeApi.Knowledge.Generation;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Rules;
using KnowledgeApi.Knowledge.Tests.Reasoning.Agreements;
using KnowledgeApi.Knowledge.Texts;
using static KnowledgeApi.Knowledge.Tests.Reasoning.Agreements.SeedClaims;

namespace KnowledgeApi.Knowledge.Tests.Reasoning;

/// <summary>Which claims the rules propose to join by a question, and that they no longer do where one is named.</summary>
public sealed class QuestionRuleTests
{
    private const string Question = "questions:\n  - { id: q, text: What is it? }\n";
    private const string Sale = "[{ entity: beta, role: SUBJECT }, { entity: alpha, role: BUYER }]";

    private static readonly string Elsewhere = $"{{ document: doc, span: [6, 11], sha256: {CodePointText.HashOf("holds")} }}";

    [Fact]
    public void Other_values_in_one_passage_are_proposed() =>
        Found(QuestionRules.SamePassage, Figure("a", Euros("2"), "fiscal-period: 2013"), Figure("b", Euros("3"), "fiscal-period: 2014")).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            finding => finding.Slug.ShouldBe("same-passage.a"),
            finding => finding.Severity.ShouldBe(Severity.Info),
            finding => finding.Message.ShouldBe("\"a\" and \"b\" state other values in one passage. Naming one question in the seeds joins them."),
            finding => finding.AboutEntity!.Slug.ShouldBe("beta"),
            finding => finding.Claims.Select(claim => claim.Slug).ShouldBe(["a", "b"]));

    [Fact]
    public void Equal_values_in_one_passage_are_not() =>
        Found(QuestionRules.SamePassage, Figure("a", Euros("2"), "fiscal-period: 2013"), Figure("b", Euros("2"), "fiscal-period: 2014")).ShouldBeEmpty();

    [Fact]
    public void Other_values_in_two_passages_are_not() =>
        Found(QuestionRules.SamePassage, Stake("a", "\"40\"", "status: TARGET"), Stake("b", "\"60\"", cited: Elsewhere)).ShouldBeEmpty();

    [Fact]
    public void Stakes_of_two_owners_in_one_passage_are_not() => Found(QuestionRules.SamePassage, Stake("a", "\"40\""), Stake("b", "\"60\"", owner: "state")).ShouldBeEmpty();

    [Fact]
    public void Events_with_another_in_common_are_proposed() =>
        Found(QuestionRules.SameEvent, Happening("a", "DECISION", Sale, "date: 2014"), Happening("b", "DECISION", Sale, "date: 2014-03"), Happening("c", "DECISION", Sale, "note: undated"))
            .ShouldHaveSingleItem().Message.ShouldStartWith("\"a\", \"b\" and \"c\" may be of one event.");

    [Theory]
    [InlineData("DECISION", Sale, "date: 2015")]
    [InlineData("WITHDRAWAL", Sale, "date: 2014")]
    [InlineData("DECISION", "[{ entity: beta, role: SUBJECT }, { entity: state, role: BUYER }]", "date: 2014")]
    public void Events_of_other_days_kinds_or_participants_are_not(string kind, string participants, string keys) =>
        Found(QuestionRules.SameEvent, Happening("a", "DECISION", Sale, "date: 2014"), Happening("b", kind, participants, keys)).ShouldBeEmpty();

    [Theory]
    [InlineData("funder: scheme", 1)]
    [InlineData("stage: PAID", 1)]
    [InlineData("validity: { at: 2014 }", 0)]
    [InlineData("recipient: alpha", 0)]
    public void One_amount_by_another_or_at_another_stage_is_proposed(string keys, int findings) =>
        Found(QuestionRules.SameAmount, Money("a", "75", "validity: { at: 2013 }"), Money("b", "75", keys)).Count.ShouldBe(findings);

    [Fact]
    public void Another_amount_is_not() => Found(QuestionRules.SameAmount, Money("a", "75"), Money("b", "37", "funder: scheme")).ShouldBeEmpty();

    [Fact]
    public void A_headline_and_its_article_in_another_mood_are_proposed() =>
        Found(QuestionRules.HeadlineAgainstBody, Stake("a", "\"100\"", "status: PLANNED"), Stake("b", "\"100\"", cited: Citation("section: TITLE")))
            .ShouldHaveSingleItem().Message.ShouldContain("the title of a document and in its body");

    [Fact]
    public void A_headline_and_its_article_that_are_compared_are_not() =>
        Found(QuestionRules.HeadlineAgainstBody, Stake("a", "\"40\""), Stake("b", "\"100\"", cited: Citation("section: TITLE"))).ShouldBeEmpty();

    [Fact]
    public void Two_articles_in_other_moods_are_not() => Found(QuestionRules.HeadlineAgainstBody, Stake("a", "\"100\"", "status: PLANNED"), Stake("b", "\"100\"")).ShouldBeEmpty();

    [Fact]
    public void One_voice_told_for_two_fiscal_periods_is_proposed() =>
        Found(QuestionRules.OneSourceTwoPeriods, Told("a", "2", "2013", "paper"), Told("b", "2", "2014", "paper")).ShouldHaveSingleItem().Message.ShouldContain("one voice's word for two times");

    [Fact]
    public void One_voice_told_for_a_year_and_for_several_together_is_proposed() =>
        Found(QuestionRules.OneSourceTwoPeriods, Told("a", "2", "2013/2014", "paper", ", cumulative: true"), Told("b", "2", "2014", "paper")).ShouldHaveSingleItem();

    [Theory]
    [InlineData("2", "2014", "alpha")]
    [InlineData("3", "2014", "paper")]
    [InlineData("2", "2013", "paper")]
    public void Another_voice_figure_or_the_same_period_is_not(string millions, string period, string by) =>
        Found(QuestionRules.OneSourceTwoPeriods, Told("a", "2", "2013", "paper"), Told("b", millions, period, by)).ShouldBeEmpty();

    [Fact]
    public void What_one_question_joins_is_not_proposed()
    {
        Found(QuestionRules.SamePassage, Question, Figure("a", Euros("2"), "fiscal-period: 2013, question: q"), Figure("b", Euros("3"), "fiscal-period: 2014, question: q")).ShouldBeEmpty();
        Found(QuestionRules.SameEvent, Question, Happening("a", "DECISION", Sale, "question: q"), Happening("b", "DECISION", Sale, "question: q")).ShouldBeEmpty();
        Found(QuestionRules.SameAmount, Question, Money("a", "75", "question: q"), Money("b", "75", "stage: PAID, question: q")).ShouldBeEmpty();
        Found(QuestionRules.HeadlineAgainstBody, Question, Stake("a", "\"100\"", "status: PLANNED, question: q"), Stake("b", "\"100\"", "question: q", cited: Citation("section: TITLE"))).ShouldBeEmpty();
        Found(QuestionRules.OneSourceTwoPeriods, Question, Told("a", "2", "2013", "paper", ", question: q"), Told("b", "2", "2014", "paper", ", question: q")).ShouldBeEmpty();
    }

    [Fact]
    public void Deprecated_claims_are_not_proposed() => Found(QuestionRules.SameAmount, Money("a", "75"), Money("b", "75", "funder: scheme, rank: DEPRECATED, rank-reason: wrong")).ShouldBeEmpty();

    [Fact]
    public void A_rule_proposes_no_more_than_there_are_claims_and_each_claim_once()
    {
        using var folder = new TempFolder();
        SeedGenerator.Write(60, 5, folder.Seeds);
        var knowledge = folder.Read().Base!;

        foreach (var rule in new[] { QuestionRules.SamePassage, QuestionRules.SameEvent, QuestionRules.SameAmount, QuestionRules.HeadlineAgainstBody, QuestionRules.OneSourceTwoPeriods })
            Reasoner.Run(knowledge, [rule])[0].Findings.SelectMany(finding => finding.Claims).ShouldBeUnique();
    }

    private static string Told(string id, string millions, string period, string by, string keys = "") =>
        Claim(id, Figure(id, Euros(millions), $"fiscal-period: {period}{keys}"), $"attribution: ORGANISATION, by: {by}");

    private static string Claim(string id, string seed, string citation) =>
        seed.Replace($"citations: [{Citation()}]", $"citations: [{Citation(citation)}]", StringComparison.Ordinal) is var cited && cited != seed ? cited : throw new ArgumentException(id);

    private static List<Finding> Found(RuleDefinition rule, params string[] seeds) => Reasoner.Run(Read(seeds), [rule])[0].Findings;
}
