using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning;

namespace KnowledgeApi.Knowledge.Tests.Reasoning;

public sealed class RuleTests
{
    [Fact]
    public void A_period_that_ends_before_it_starts_is_found() =>
        Find(TimeRules.PeriodReversed, Shareholding("it", "alpha", "40", "validity: { from: 2015, to: 2014 }"))
            .ShouldHaveSingleItem().Claims.ShouldHaveSingleItem().Slug.ShouldBe("it");

    [Fact]
    public void A_period_that_may_be_in_order_is_not_found() =>
        Find(TimeRules.PeriodReversed, Shareholding("it", "alpha", "40", "validity: { from: 2014-06, to: 2014 }")).ShouldBeEmpty();

    [Fact]
    public void An_event_before_its_cause_is_found() =>
        Find(TimeRules.EventBeforeCause, Event("cause", "date: 2013-06"), Event("effect", "date: 2012-23, cause: cause"))
            .ShouldHaveSingleItem().Claims.Select(claim => claim.Slug).ShouldBe(["effect", "cause"]);

    [Fact]
    public void An_event_before_the_cause_of_its_undated_cause_is_found() =>
        Find(TimeRules.EventBeforeCause, Event("cause", "date: 2013-06"), Event("middle", "cause: cause"), Event("effect", "date: 2012-23, cause: middle"))
            .ShouldHaveSingleItem().Claims.Select(claim => claim.Slug).ShouldBe(["effect", "middle", "cause"]);

    [Fact]
    public void A_generally_known_date_counts_where_no_document_tells() =>
        Find(TimeRules.EventBeforeCause, Event("cause", "known-date: 2013-06"), Event("effect", "date: 2012-23, cause: cause"))
            .ShouldHaveSingleItem().Message.ShouldContain("general knowledge");

    [Fact]
    public void An_event_in_the_year_of_its_cause_may_follow_it() =>
        Find(TimeRules.EventBeforeCause, Event("cause", "date: 2013-06"), Event("effect", "date: 2013, cause: cause")).ShouldBeEmpty();

    [Theory]
    [InlineData("title: x", "title: x", "neither has a date")]
    [InlineData("date: 2013", "title: x", "it has no date itself")]
    [InlineData("title: x", "date: 2013", "no cause of it has a date")]
    public void An_order_that_cannot_be_checked_is_told(string cause, string effect, string message) =>
        Find(TimeRules.CauseUndated, Event("cause", cause.Replace("title: x", "wording: x", StringComparison.Ordinal)), Event("effect", effect.Replace("title: x", "wording: x", StringComparison.Ordinal) + ", cause: cause"))
            .ShouldHaveSingleItem().Message.ShouldContain(message);

    [Fact]
    public void A_document_dated_before_what_it_tells_is_found() =>
        Find(TimeRules.DocumentBeforeContent, Event("late", "date: 2020-06"), Event("early", "date: 2020-05")).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            finding => finding.Document!.Slug.ShouldBe("doc"),
            finding => finding.Claims.ShouldHaveSingleItem().Slug.ShouldBe("late"));

    [Fact]
    public void A_document_may_tell_of_plans() =>
        Find(TimeRules.DocumentBeforeContent, Event("late", "date: 2020-06").Replace("ACTUAL", "PLANNED", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Comments_may_be_later_than_their_document() =>
        Find(TimeRules.DocumentBeforeContent, Event("late", "date: 2020-06").Replace("span:", "section: COMMENT, posted: 2020-07-01T00:00, span:", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Stakes_of_more_than_the_whole_are_found() =>
        Find(OwnershipRules.SharesOver100, Shareholding("one", "alpha", "60", "validity: { at: 2015-01-01 }"), Shareholding("two", "state", "42", "validity: { from: 2014, to: 2016 }"))
            .ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                finding => finding.Entity!.Slug.ShouldBe("beta"),
                finding => finding.Claims.Select(claim => claim.Slug).ShouldBe(["one", "two"], ignoreOrder: true),
                finding => finding.Message.ShouldContain("101.0 %"));

    [Fact]
    public void Rounding_alone_makes_no_finding() =>
        Find(OwnershipRules.SharesOver100, Shareholding("one", "alpha", "33.4", At), Shareholding("two", "state", "33.3", At), Shareholding("three", "scheme", "33.4", At)).ShouldBeEmpty();

    [Fact]
    public void Rival_tellings_of_one_stake_count_once() =>
        Find(OwnershipRules.SharesOver100, Shareholding("one", "alpha", "60", At), Shareholding("two", "alpha", "60.5", At)).ShouldBeEmpty();

    [Fact]
    public void Stakes_of_different_days_are_not_added() =>
        Find(OwnershipRules.SharesOver100, Shareholding("one", "alpha", "60", At), Shareholding("two", "state", "60", "validity: { at: 2016-01-01 }")).ShouldBeEmpty();

    [Theory]
    [InlineData("interest: INDIRECT", "")]
    [InlineData("rank: DEPRECATED, rank-reason: wrong", "")]
    [InlineData("wording: x", "PLANNED")]
    public void Only_direct_actual_stakes_that_are_not_deprecated_count(string keys, string status)
    {
        var second = Shareholding("two", "state", "60", $"{At}, {keys}");
        Find(OwnershipRules.SharesOver100, Shareholding("one", "alpha", "60", At), status.Length > 0 ? second.Replace("ACTUAL", status, StringComparison.Ordinal) : second).ShouldBeEmpty();
    }

    [Fact]
    public void A_misprinted_name_is_found() =>
        Find(HygieneRules.NameMisprinted, $"companies:\n  - {{ id: one, name: One, names: [{{ name: Onne, kind: MISPRINT, citations: [{TempFolder.Citation()}] }}] }}\n")
            .ShouldHaveSingleItem().Message.ShouldBe("\"Onne\" is a misprint of \"One\".");

    [Fact]
    public void A_misprinted_date_is_found()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base.Replace("date: 2020-05-04,", "date: 2020-05-04, misprint: true,", StringComparison.Ordinal));

        RuleBook.Run(folder.Read().Base!, [TimeRules.DateMisprinted])[0].Findings.ShouldHaveSingleItem().Document!.Slug.ShouldBe("doc");
    }

    [Fact]
    public void Entities_nothing_speaks_of_are_found() =>
        Find(HygieneRules.EntityOrphaned, Shareholding("it", "alpha", "40", At)).Select(finding => finding.Entity!.Slug).ShouldBe(["state", "scheme", "gadget"]);

    [Fact]
    public void A_document_without_text_is_told() =>
        Find(HygieneRules.DocumentWithoutText, Shareholding("it", "alpha", "40", At)).ShouldHaveSingleItem().Message.ShouldContain("1 citations");

    [Fact]
    public void A_claim_that_no_text_bears_out_is_found()
    {
        using var folder = new TempFolder().Document("text", TempFolder.Text).Seed("base.yaml", TempFolder.Base)
            .Seed("it.yaml", Shareholding("it", "alpha", "40", At).Replace("[0, 5]", "[0, 1]", StringComparison.Ordinal)
                .Replace(KnowledgeApi.Knowledge.Texts.CodePointText.HashOf("Alpha"), KnowledgeApi.Knowledge.Texts.CodePointText.HashOf("e"), StringComparison.Ordinal));

        RuleBook.Run(folder.Read(texts: true).Base!, [HygieneRules.ClaimUnverified])[0].Findings.ShouldHaveSingleItem().Claims[0].Slug.ShouldBe("it");
    }

    [Fact]
    public void Rules_have_names_of_their_own() => RuleBook.Rules.Select(rule => rule.Name).ShouldBeUnique();

    private const string At = "validity: { at: 2015-01-01 }";

    private static string Shareholding(string id, string owner, string share, string keys) =>
        $"shareholdings:\n  - {{ id: {id}, status: ACTUAL, owner: {owner}, company: beta, share: \"{share}\", {keys}, citations: [{TempFolder.Citation()}] }}\n";

    private static string Event(string id, string keys) =>
        $"events:\n  - {{ id: {id}, status: ACTUAL, event: LAUNCH, title: It starts, participants: [{{ entity: beta, part: SUBJECT }}], {keys}, citations: [{TempFolder.Citation()}] }}\n";

    private static List<Finding> Find(RuleDefinition rule, params string[] seeds)
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base);
        for (var i = 0; i < seeds.Length; i++)
            folder.Seed($"it{i}.yaml", seeds[i]);
        var result = folder.Read();
        result.Problems.ShouldBeEmpty();
        return RuleBook.Run(result.Base!, [rule])[0].Findings;
    }
}
