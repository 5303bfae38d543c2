using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning;
using KnowledgeApi.Knowledge.Reasoning.Rules;

namespace KnowledgeApi.Knowledge.Tests.Reasoning;

public sealed class RuleTests
{
    [Fact]
    public void A_period_that_ends_before_it_starts_is_found() =>
        Find(TimeRules.PeriodReversed, Shareholding("it", "alpha", "40", "validity: { start: 2015, end: 2014 }"))
            .ShouldHaveSingleItem().Claims.ShouldHaveSingleItem().Slug.ShouldBe("it");

    [Fact]
    public void A_period_that_may_be_in_order_is_not_found() =>
        Find(TimeRules.PeriodReversed, Shareholding("it", "alpha", "40", "validity: { start: 2014-06, end: 2014 }")).ShouldBeEmpty();

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

    [Fact]
    public void A_document_dated_before_what_it_tells_is_found() =>
        Find(TimeRules.DocumentBeforeContent, Event("late", "date: 2020-06"), Event("early", "date: 2020-05")).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            finding => finding.AboutDocument!.Slug.ShouldBe("doc"),
            finding => finding.Claims.ShouldHaveSingleItem().Slug.ShouldBe("late"));

    [Fact]
    public void Stakes_over_100_that_are_stated_to_hold_still_are_found() =>
        Find(OwnershipRules.SharesOver100, Shareholding("one", "alpha", "60", "validity: { start: 2019-01-01, ongoing: YES }"), Shareholding("other", "state", "60", "validity: { start: 2020-01-01, ongoing: YES }"))
            .ShouldHaveSingleItem().Message.ShouldContain("2020-01-01 make at least 119.0 %");

    [Fact]
    public void A_stake_that_nothing_supports_is_not_outlived() =>
        Find(OwnershipRules.StakeOutlived, Shareholding("ended", "alpha", "60", "validity: { end: 2012 }"), Shareholding("held", "alpha", "60", "validity: { ongoing: YES }").Replace("document: doc,", "document: doc, stance: CONTRADICTS,", StringComparison.Ordinal)).ShouldBeEmpty();

    [Theory]
    [InlineData(99, 1)]
    [InlineData(100, 0)]
    public void Of_a_long_chain_of_causes_the_nearest_hundred_are_looked_at(int undated, int findings) =>
        Find(
            TimeRules.EventBeforeCause,
            [Event("c0", "date: 2013"), .. Enumerable.Range(1, undated).Select(i => Event($"c{i}", $"wording: x, cause: c{i - 1}")), Event("effect", $"date: 2012, cause: c{undated}")])
            .Count.ShouldBe(findings);

    [Theory]
    [InlineData("33.4", 0)]
    [InlineData("33.3", 1)]
    [InlineData("33.2", 0)]
    public void Stakes_that_make_the_whole_but_for_rounding_are_told(string third, int findings) =>
        Find(OwnershipRules.StakesShortOfWhole, Shareholding("one", "alpha", "44.4", At), Shareholding("two", "state", "22.2", At), Shareholding("three", "scheme", third, At))
            .Count.ShouldBe(findings);

    [Fact]
    public void What_is_short_of_the_whole_is_told_with_its_sum() =>
        Find(OwnershipRules.StakesShortOfWhole, Shareholding("one", "alpha", "66.6", At), Shareholding("two", "state", "33.3", At), Shareholding("vague", "state", "33", At)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            finding => finding.Slug.ShouldBe("stakes-short-of-whole.beta.doc"),
            finding => finding.Message.ShouldBe("The stakes in \"beta\" printed in \"doc\" make 99.9 %, the whole but for rounding: \"one\" (66.6), \"two\" (33.3)."));

    [Theory]
    [InlineData("validity: { at: 2016-01-01 }")]
    [InlineData("interest: INDIRECT")]
    [InlineData("rank: DEPRECATED, rank-reason: wrong")]
    public void Stakes_of_another_time_or_sort_do_not_fall_short_of_the_whole(string keys) =>
        Find(OwnershipRules.StakesShortOfWhole, Shareholding("one", "alpha", "66.6", At), Shareholding("two", "state", "33.3", keys)).ShouldBeEmpty();

    [Fact]
    public void A_document_may_tell_of_plans() =>
        Find(TimeRules.DocumentBeforeContent, Event("late", "date: 2020-06").Replace("ACTUAL", "PLANNED", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Comments_may_be_later_than_their_document() =>
        Find(TimeRules.DocumentBeforeContent, Event("late", "date: 2020-06").Replace("span:", "section: COMMENT, posted: 2020-07-01T00:00, span:", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Stakes_of_more_than_the_whole_are_found() =>
        Find(OwnershipRules.SharesOver100, Shareholding("one", "alpha", "60", "validity: { at: 2015-01-01 }"), Shareholding("two", "state", "42", "validity: { start: 2014, end: 2016 }"))
            .ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                finding => finding.AboutEntity!.Slug.ShouldBe("beta"),
                finding => finding.Claims.Select(claim => claim.Slug).ShouldBe(["one", "two"], ignoreOrder: true),
                finding => finding.Message.ShouldContain("101.0 %"));

    [Fact]
    public void Rounding_alone_makes_no_finding() =>
        Find(OwnershipRules.SharesOver100, Shareholding("one", "alpha", "33.4", At), Shareholding("two", "state", "33.3", At), Shareholding("three", "scheme", "33.4", At)).ShouldBeEmpty();

    [Theory]
    [InlineData("CAPITAL", "VOTES", 0)]
    [InlineData("VOTES", "VOTES", 1)]
    [InlineData("UNSTATED", "VOTES", 1)]
    public void Capital_and_votes_are_counted_apart(string one, string two, int findings) =>
        Find(OwnershipRules.SharesOver100, Shareholding("one", "alpha", "60", $"basis: {one}, {At}"), Shareholding("two", "state", "42", $"basis: {two}, {At}"))
            .Count.ShouldBe(findings);

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
    public void Another_name_is_no_misprint() =>
        Find(HygieneRules.NameMisprinted, $"companies:\n  - {{ id: one, name: One, names: [{{ name: Uno, kind: ALIAS, citations: [{TempFolder.Citation()}] }}] }}\n").ShouldBeEmpty();

    [Fact]
    public void A_date_nothing_refutes_is_no_misprint() => Find(TimeRules.DateMisprinted, Shareholding("it", "alpha", "40", At)).ShouldBeEmpty();

    [Fact]
    public void A_misprinted_date_is_found()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base.Replace("date: 2020-05-04,", "date: 2020-05-04, misprint: true,", StringComparison.Ordinal));

        Reasoner.Run(folder.Read().Base!, [TimeRules.DateMisprinted])[0].Findings.ShouldHaveSingleItem().AboutDocument!.Slug.ShouldBe("doc");
    }

    [Fact]
    public void Entities_nothing_speaks_of_are_found() =>
        Find(HygieneRules.EntityOrphaned, Shareholding("it", "alpha", "40", At)).Select(finding => finding.AboutEntity!.Slug).ShouldBe(["gadget", "scheme", "state"]);

    [Fact]
    public void A_document_without_text_is_told() =>
        Find(HygieneRules.DocumentWithoutText, Shareholding("it", "alpha", "40", At)).ShouldHaveSingleItem().Message.ShouldContain("1 citation is unchecked");

    [Fact]
    public void A_claim_that_no_text_bears_out_is_found()
    {
        using var folder = new TempFolder().Document("text", TempFolder.Text).Seed("base.yaml", TempFolder.Base)
            .Seed("it.yaml", Shareholding("it", "alpha", "40", At).Replace("[0, 5]", "[0, 1]", StringComparison.Ordinal)
                .Replace(KnowledgeApi.Knowledge.Texts.CodePointText.HashOf("Alpha"), KnowledgeApi.Knowledge.Texts.CodePointText.HashOf("e"), StringComparison.Ordinal));

        Reasoner.Run(folder.Read(texts: true).Base!, [HygieneRules.ClaimUnverified])[0].Findings.ShouldHaveSingleItem().Claims[0].Slug.ShouldBe("it");
    }

    [Fact]
    public void With_the_text_at_hand_a_claim_it_bears_out_is_not_found()
    {
        using var folder = new TempFolder().Document("text", TempFolder.Text).Seed("base.yaml", TempFolder.Base).Seed("it.yaml", Shareholding("it", "alpha", "40", At));

        Reasoner.Run(folder.Read(texts: true).Base!, [HygieneRules.ClaimUnverified, HygieneRules.DocumentWithoutText]).ShouldAllBe(rule => rule.Findings.Count == 0);
    }

    [Fact]
    public void A_stake_told_in_the_present_after_its_end_is_found() =>
        Find(OwnershipRules.StakeOutlived, Shareholding("ended", "alpha", "40", "validity: { end: 2019-04, ongoing: NO }"), Shareholding("held", "alpha", "47", "wording: x"))
            .ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                finding => finding.Slug.ShouldBe("stake-outlived.held"),
                finding => finding.Claims.Select(claim => claim.Slug).ShouldBe(["held", "ended"]),
                finding => finding.Message.ShouldContain("not written before 2020-05-04"));

    [Fact]
    public void A_stake_told_as_still_held_since_before_its_end_is_found() =>
        Find(OwnershipRules.StakeOutlived, Shareholding("ended", "alpha", "40", "validity: { end: 2019-04, ongoing: NO }"), Shareholding("held", "alpha", "47", "validity: { start: 2012, ongoing: YES }")).ShouldHaveSingleItem();

    [Fact]
    public void A_stake_told_for_a_day_after_its_end_is_found() =>
        Find(OwnershipRules.StakeOutlived, Shareholding("ended", "alpha", "40", "validity: { end: 2014, ongoing: NO }"), Shareholding("held", "alpha", "47", At)).ShouldHaveSingleItem();

    [Theory]
    [InlineData("validity: { end: 2020-05, ongoing: NO }", "alpha", "wording: x")]
    [InlineData("validity: { end: 2019, ongoing: NO }", "state", "wording: x")]
    [InlineData("validity: { end: 2019, ongoing: NO }", "alpha", "validity: { start: 2019, ongoing: UNSTATED }")]
    [InlineData("validity: { end: 2019, ongoing: NO }", "alpha", "validity: { start: 2019-06, ongoing: YES }")]
    [InlineData("validity: { end: 2019, ongoing: NO }", "alpha", "validity: { ongoing: NO }")]
    [InlineData("validity: { end: 2019, ongoing: NO }", "alpha", "interest: INDIRECT")]
    [InlineData("validity: { ongoing: NO }", "alpha", "wording: x")]
    public void A_stake_that_may_have_been_held_when_told_is_not_found(string ended, string owner, string held) =>
        Find(OwnershipRules.StakeOutlived, Shareholding("ended", "alpha", "40", ended), Shareholding("held", owner, "47", held)).ShouldBeEmpty();

    [Fact]
    public void A_document_of_unknown_date_was_written_after_the_year_whose_results_it_tells()
    {
        var undated = TempFolder.Base.Replace("published: { date: 2020-05-04, time: \"10:30\", wording: 4 May 2020 }", "published: null", StringComparison.Ordinal);
        using var folder = new TempFolder().Seed("base.yaml", undated)
            .Seed("a.yaml", Shareholding("ended", "alpha", "40", "validity: { end: 2014-04, ongoing: NO }"))
            .Seed("b.yaml", Shareholding("held", "alpha", "47", "wording: x"))
            .Seed("c.yaml", $"financial-figures:\n  - {{ id: revenue, status: REPORTED, company: beta, concept: REVENUE, amount: {{ exactly: \"2\", currency: EUR }}, fiscal-period: 2014, citations: [{TempFolder.Citation()}] }}\n");

        Reasoner.Run(folder.Read().Base!, [OwnershipRules.StakeOutlived])[0].Findings.ShouldHaveSingleItem().Message.ShouldContain("not written before 2014-12-31");
    }

    [Fact]
    public void Claims_that_cannot_be_true_together_are_found() =>
        Find(ContradictionRules.ClaimsConflict, Shareholding("one", "alpha", "40", At), Shareholding("two", "alpha", "45", At), Shareholding("three", "alpha", "40.0", At))
            .ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                finding => finding.Slug.ShouldBe("claims-conflict.stake.beta.alpha"),
                finding => finding.Claims.Select(claim => claim.Slug).ShouldBe(["one", "two", "three"], ignoreOrder: true));

    [Fact]
    public void Claims_that_leave_room_for_one_truth_are_not_found() =>
        Find(ContradictionRules.ClaimsConflict, Shareholding("one", "alpha", "40", At), Shareholding("two", "alpha", "40.2", At)).ShouldBeEmpty();

    [Fact]
    public void A_sum_paid_to_two_of_which_one_got_less_is_found() =>
        Find(ContradictionRules.PaymentsShortOfTotal, Paid("all", "state", "[beta, alpha]", "150"), Paid("half", "state", "[beta]", "37"), Paid("rest", "state", "[alpha]", "75", "COMMITTED"))
            .ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                finding => finding.Slug.ShouldBe("payments-short-of-total.all"),
                finding => finding.Claims.Select(claim => claim.Slug).ShouldBe(["all", "half", "rest"]),
                finding => finding.Message.ShouldContain("113,000,000 at most"));

    [Fact]
    public void A_sum_paid_by_a_body_of_which_its_owner_paid_less_is_found() =>
        Find(ContradictionRules.PaymentsShortOfTotal, Shareholding("purse", "state", "100", At).Replace("company: beta", "company: scheme", StringComparison.Ordinal), Paid("whole", "scheme", "[beta]", "75"), Paid("half", "state", "[beta]", "37"))
            .ShouldHaveSingleItem().Slug.ShouldBe("payments-short-of-total.whole");

    [Theory]
    [InlineData("[beta]", "75", "[alpha]", "75", "PAID")]
    [InlineData("[beta]", "75", "[alpha]", "75", "COMMITTED")]
    [InlineData("[beta]", "75", "[scheme]", "10", "PAID")]
    [InlineData("[beta]", "75", "[alpha]", "100", "COMMITTED")]
    public void A_sum_that_others_may_account_for_is_not_found(string one, string millions, string other, string rest, string stage) =>
        Find(ContradictionRules.PaymentsShortOfTotal, Paid("all", "state", "[beta, alpha]", "150"), Paid("part", "state", one, millions), Paid("rest", "state", other, rest, stage)).ShouldBeEmpty();

    [Fact]
    public void Money_of_another_purse_is_not_found_wanting() =>
        Find(ContradictionRules.PaymentsShortOfTotal, Paid("whole", "scheme", "[beta]", "75"), Paid("half", "state", "[beta]", "37")).ShouldBeEmpty();

    [Fact]
    public void Tellings_of_one_payment_are_no_parts_of_each_other() =>
        Find(ContradictionRules.PaymentsShortOfTotal, Paid("whole", "state", "[beta]", "75"), Paid("half", "state", "[beta]", "37")).ShouldBeEmpty();

    [Fact]
    public void A_document_without_a_usable_date_is_found()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base.Replace("date: 2020-05-04,", "date: 2020-05-04, misprint: true,", StringComparison.Ordinal)).Seed("it.yaml", Shareholding("it", "alpha", "40", At));

        Reasoner.Run(folder.Read().Base!, [HygieneRules.DocumentUndated])[0].Findings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            finding => finding.AboutDocument!.Slug.ShouldBe("doc"),
            finding => finding.Claims.ShouldHaveSingleItem().Slug.ShouldBe("it"));
    }

    [Fact]
    public void A_dated_document_is_not_found() => Find(HygieneRules.DocumentUndated, Shareholding("it", "alpha", "40", At)).ShouldBeEmpty();

    [Fact]
    public void Two_findings_about_one_thing_are_numbered() =>
        Find(HygieneRules.NameMisprinted, $"companies:\n  - {{ id: one, name: One, names: [{{ name: Oné, kind: MISPRINT, citations: [{TempFolder.Citation()}] }}, {{ name: Onè, kind: MISPRINT, citations: [{TempFolder.Citation()}] }}] }}\n")
            .Select(finding => finding.Slug).ShouldBe(["name-misprinted.one.one", "name-misprinted.one.one.2"]);

    [Fact]
    public void Findings_are_named_by_rule_and_matter_whatever_their_order()
    {
        var (one, two) = (Event("one", "date: 2012, cause: cause"), Event("two", "date: 2011, cause: cause"));

        Find(TimeRules.EventBeforeCause, Event("cause", "date: 2013"), one, two).Select(finding => finding.Slug)
            .ShouldBe(Find(TimeRules.EventBeforeCause, Event("cause", "date: 2013"), two, one).Select(finding => finding.Slug), ignoreOrder: true);
    }

    [Fact]
    public void Rules_have_names_of_their_own() => RuleSet.Rules.Select(rule => rule.Name).ShouldBeUnique();

    private const string At = "validity: { at: 2015-01-01 }";

    private static string Shareholding(string id, string owner, string share, string keys) =>
        $"shareholdings:\n  - {{ id: {id}, status: ACTUAL, owner: {owner}, company: beta, share: \"{share}\", {keys}, citations: [{TempFolder.Citation()}] }}\n";

    private static string Paid(string id, string funder, string recipients, string millions, string stage = "PAID") =>
        $"fundings:\n  - {{ id: {id}, status: ACTUAL, funder: {funder}, participants: [{string.Join(", ", recipients.Trim('[', ']').Split(", ").Select(recipient => $"{{ entity: {recipient}, role: RECIPIENT }}"))}], "
        + $"amount: {{ exactly: \"{millions}000000\", printed-to: \"1000000\", currency: EUR }}, stage: {stage}, citations: [{TempFolder.Citation()}] }}\n";

    private static string Event(string id, string keys) =>
        $"events:\n  - {{ id: {id}, status: ACTUAL, kind: LAUNCH, summary: It starts, participants: [{{ entity: beta, role: SUBJECT }}], {keys}, citations: [{TempFolder.Citation()}] }}\n";

    private static List<Finding> Find(RuleDefinition rule, params string[] seeds)
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base);
        for (var i = 0; i < seeds.Length; i++)
            folder.Seed($"it{i}.yaml", seeds[i]);
        var result = folder.Read();
        result.Problems.ShouldBeEmpty();
        return Reasoner.Run(result.Base!, [rule])[0].Findings;
    }
}
