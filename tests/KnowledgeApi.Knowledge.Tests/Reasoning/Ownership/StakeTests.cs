using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Ownership;

namespace KnowledgeApi.Knowledge.Tests.Reasoning.Ownership;

public sealed class StakeTests
{
    private static readonly DateOnly Day = new(2013, 6, 1);
    private static readonly OwnershipQuestion OnDay = new() { AsOf = new() { ValidOn = Day } };
    private static readonly Period Certainly = Period.Stretch(PartialDate.Parse("2012"), PartialDate.Parse("2015"), Ongoing.No);
    private static readonly Period Possibly = Period.Stretch(PartialDate.Parse("2013"), null, Ongoing.Unstated);
    private static readonly Period Later = Period.Stretch(PartialDate.Parse("2016"), null, Ongoing.Yes);

    [Fact]
    public void Tellings_that_agree_make_the_range_all_of_them_allow()
    {
        var stake = Only(OnDay, Claim(1, Share.Of(Comparator.Exactly, 22, 1), Certainly), Claim(2, Share.Of(Comparator.Exactly, 22.2m, 0.1m), Certainly));

        stake.Share.ShouldBe(new ShareRange(22.15m, 22.25m) { UpperInclusive = false });
        stake.Agreement.ShouldBe(Verdict.Consistent);
    }

    [Fact]
    public void Tellings_that_conflict_make_the_range_any_of_them_allows()
    {
        var stake = Only(OnDay, Claim(1, Exactly(20), Certainly), Claim(2, Exactly(30), Certainly));

        stake.Share.ShouldBe(new ShareRange(20, 30));
        stake.Agreement.ShouldBe(Verdict.Conflicting);
    }

    [Fact]
    public void What_certainly_held_decides_alone() =>
        Only(OnDay, Claim(1, Exactly(20), Certainly), Claim(2, Exactly(90), Possibly)).ShouldSatisfyAllConditions(
            stake => stake.Share.ShouldBe(new ShareRange(20, 20)),
            stake => stake.Certainty.ShouldBe(Certainty.Certain),
            stake => stake.Claims.Select(claim => claim.Key).ShouldBe([1, 2]));

    [Fact]
    public void What_only_possibly_held_may_be_nothing() =>
        Only(OnDay, Claim(1, Exactly(20), Possibly)).ShouldSatisfyAllConditions(
            stake => stake.Share.ShouldBe(new ShareRange(0, 20)),
            stake => stake.Certainty.ShouldBe(Certainty.Possible));

    [Fact]
    public void A_claim_without_time_possibly_held() => Only(OnDay, Claim(1, Exactly(20), null)).Certainty.ShouldBe(Certainty.Possible);

    [Fact]
    public void What_held_at_another_time_does_not_count() => Of(OnDay, Claim(1, Exactly(20), Later)).Stakes.ShouldBeEmpty();

    [Fact]
    public void Only_what_certainly_held_counts_if_asked_for() =>
        Of(new() { AsOf = new() { ValidOn = Day, Certainty = Certainty.Certain } }, Claim(1, Exactly(20), Possibly)).Stakes.ShouldBeEmpty();

    [Fact]
    public void Without_a_day_what_was_stated_last_stands() =>
        Only(new(), Superseded(Told(1, Exactly(20), new(2013, 1, 1)), new(2016, 1, 1)), Told(2, Exactly(30), new(2016, 1, 1))).ShouldSatisfyAllConditions(
            stake => stake.Share.ShouldBe(new ShareRange(30, 30)),
            stake => stake.Certainty.ShouldBe(Certainty.LastKnown),
            stake => stake.LastStated.ShouldNotBeNull().Edtf.ShouldBe("2016-01-01"),
            stake => stake.Agreement.ShouldBe(Verdict.Single));

    [Fact]
    public void What_was_stated_before_and_agrees_is_carried_forward_with_it() =>
        Only(new(), Told(1, Share.Of(Comparator.Exactly, 22, 1), new(2013, 1, 1)), Told(2, Share.Of(Comparator.Exactly, 22.2m, 0.1m), new(2016, 1, 1))).Share
            .ShouldBe(new ShareRange(22.15m, 22.25m) { UpperInclusive = false });

    [Fact]
    public void A_stake_is_carried_forward_from_the_day_it_was_stated_on()
    {
        var told = Told(1, Exactly(20), new(2013, 6, 1));

        Only(On(new(2013, 5, 31)), told).Certainty.ShouldBe(Certainty.Possible);
        Only(On(new(2013, 6, 1)), told).Certainty.ShouldBe(Certainty.Certain);
        Only(On(new(2013, 6, 2)), told).Certainty.ShouldBe(Certainty.LastKnown);
    }

    [Fact]
    public void What_is_known_to_have_ended_is_not_carried_forward() => Of(new(), Claim(1, Exactly(20), Certainly, new(2013, 1, 1))).Stakes.ShouldBeEmpty();

    [Fact]
    public void What_had_ended_when_it_was_told_is_possible_before_and_not_held_since()
    {
        var ended = Claim(1, Exactly(20), Period.Stretch(null, null, Ongoing.No), new(2013, 1, 1));

        Only(On(new(2012, 12, 31)), ended).Certainty.ShouldBe(Certainty.Possible);
        Of(On(new(2013, 1, 1)), ended).Stakes.ShouldBeEmpty();
    }

    [Fact]
    public void What_stands_no_more_is_left_out_and_said_to_be() =>
        Of(new(), Told(2, Exactly(100), new(2015, 3, 20)), Superseded(Told(3, Exactly(33), new(2015, 1, 12)), new(2015, 3, 20)) with { Owner = 9 }).ShouldSatisfyAllConditions(
            holders => holders.Stakes.ShouldHaveSingleItem().Share.ShouldBe(new ShareRange(100, 100)),
            holders => holders.Superseded.ShouldHaveSingleItem().Owner.ShouldBe(9),
            holders => holders.IsComplete.ShouldBeTrue());

    [Fact]
    public void What_is_certain_on_the_day_stands_whatever_was_stated_later() =>
        Of(OnDay, Superseded(Claim(1, Exactly(33), Certainly), new(2013, 1, 1))).ShouldSatisfyAllConditions(
            holders => holders.Superseded.ShouldBeEmpty(),
            holders => holders.Stakes.Count.ShouldBe(1));

    [Fact]
    public void What_is_certain_alone_counts_if_asked_for_without_a_day() =>
        Of(new() { AsOf = new() { Certainty = Certainty.Certain } }, Told(1, Exactly(44), new(2015, 3, 20))).Stakes.ShouldBeEmpty();

    [Fact]
    public void A_share_nobody_tells_is_anything() => Only(OnDay, Claim(1, null, Certainly)).ShouldSatisfyAllConditions(
        stake => stake.Share.ShouldBe(ShareRange.Unknown),
        stake => stake.Stated.ShouldBeNull());

    [Fact]
    public void A_claim_without_size_leaves_the_word_to_others() =>
        Only(OnDay, Claim(1, null, null), Claim(2, Exactly(20), Possibly)).Share.ShouldBe(new ShareRange(0, 20));

    [Fact]
    public void A_stake_perhaps_held_through_others_may_be_nothing() =>
        Only(OnDay, Claim(1, Exactly(20), Certainly) with { Interest = Interest.Unknown }).ShouldSatisfyAllConditions(
            stake => stake.Share.ShouldBe(new ShareRange(0, 20)),
            stake => stake.IsDirect.ShouldBeFalse());

    [Fact]
    public void A_stake_held_through_others_is_kept_apart() =>
        Of(OnDay, Claim(1, Exactly(20), Certainly) with { Interest = Interest.Indirect }).ShouldSatisfyAllConditions(
            holders => holders.Stakes.ShouldBeEmpty(),
            holders => holders.Indirect.Count.ShouldBe(1));

    [Theory]
    [InlineData(ClaimStatus.Planned)]
    [InlineData(ClaimStatus.Proposed)]
    [InlineData(ClaimStatus.Abandoned)]
    public void What_is_not_told_as_a_fact_does_not_count(ClaimStatus status) =>
        Of(OnDay, Claim(1, Exactly(20), Certainly) with { Status = status }).Stakes.ShouldBeEmpty();

    [Fact]
    public void Hearsay_counts_and_is_possible_at_most() => Only(OnDay, Hearsay(1, 20)).Certainty.ShouldBe(Certainty.Possible);

    [Fact]
    public void Hearsay_takes_no_room_from_a_fact() =>
        Of(OnDay, Claim(1, Share.Of(Comparator.AtLeast, 60), Certainly), Hearsay(2, 50) with { Owner = 9 }).Stakes.Select(stake => stake.Share)
            .ShouldBe([new(60, 100), new(0, 40)]);

    [Fact]
    public void A_deprecated_claim_does_not_count() => Of(OnDay, Claim(1, Exactly(20), Certainly) with { Rank = ClaimRank.Deprecated }).Stakes.ShouldBeEmpty();

    [Fact]
    public void Votes_do_not_count_as_capital() =>
        Of(OnDay with { Basis = ShareBasis.Capital }, Claim(1, Exactly(20), Certainly) with { Basis = ShareBasis.Votes }).Stakes.ShouldBeEmpty();

    [Fact]
    public void A_claim_that_does_not_say_what_of_counts_for_both() =>
        Of(OnDay with { Basis = ShareBasis.Votes }, Claim(1, Exactly(20), Certainly)).Stakes.Count.ShouldBe(1);

    [Fact]
    public void What_was_told_later_was_not_known() => Of(Known(new(2013, 1, 1)), Claim(1, Exactly(20), Certainly, new(2013, 1, 2))).ShouldSatisfyAllConditions(
        holders => holders.Stakes.ShouldBeEmpty(),
        holders => holders.Undated.ShouldBeEmpty());

    [Fact]
    public void What_was_told_that_day_was_known() => Of(Known(new(2013, 1, 1)), Claim(1, Exactly(20), Certainly, new(2013, 1, 1))).Stakes.Count.ShouldBe(1);

    [Fact]
    public void What_nobody_dates_is_left_out_and_said_to_be() => Of(Known(new(2013, 1, 1)), Claim(1, Exactly(20), Certainly)).ShouldSatisfyAllConditions(
        holders => holders.Stakes.ShouldBeEmpty(),
        holders => holders.Undated.Count.ShouldBe(1));

    [Fact]
    public void Owners_leave_each_other_what_they_do_not_hold() =>
        Of(OnDay, Claim(1, Exactly(60), Certainly), Claim(2, null, Certainly) with { Owner = 9 }).Stakes.Select(stake => stake.Share)
            .ShouldBe([new(60, 60), new(0, 40)]);

    [Fact]
    public void Stakes_of_more_than_the_whole_may_each_be_less_than_told() =>
        Of(OnDay, Claim(1, Exactly(60), Certainly), Claim(2, Exactly(60), Certainly) with { Owner = 9 }).ShouldSatisfyAllConditions(
            holders => holders.IsOver100.ShouldBeTrue(),
            holders => holders.Stakes.Select(stake => stake.Share).ShouldBe([new(40, 60), new(40, 60)]));

    [Fact]
    public void Stakes_that_make_the_whole_as_printed_are_complete() =>
        Of(OnDay, Claim(1, Share.Of(Comparator.Exactly, 44.4m, 0.1m), Certainly), Claim(2, Share.Of(Comparator.Exactly, 22.2m, 0.1m), Certainly) with { Owner = 9 }, Claim(3, Share.Of(Comparator.Exactly, 33.3m, 0.1m), Certainly) with { Owner = 10 })
            .IsComplete.ShouldBeTrue();

    [Fact]
    public void What_only_possibly_held_does_not_make_the_whole_incomplete() => Of(OnDay, Claim(1, Exactly(100), Certainly), Claim(2, null, Possibly) with { Owner = 9 }).ShouldSatisfyAllConditions(
        holders => holders.IsComplete.ShouldBeTrue(),
        holders => holders.Stakes.ShouldHaveSingleItem().Owner.ShouldBe(1));

    [Fact]
    public void Stakes_that_leave_something_are_not_complete() => Of(OnDay, Claim(1, Share.Of(Comparator.Exactly, 44.4m, 0.1m), Certainly)).ShouldSatisfyAllConditions(
        holders => holders.IsComplete.ShouldBeFalse(),
        holders => holders.Remainder.ShouldBe(new ShareRange(55.55m, 55.65m) { LowerInclusive = false }));

    [Fact]
    public void More_than_half_and_at_least_half_are_more_than_the_whole() =>
        Of(OnDay, Claim(1, Share.Of(Comparator.MoreThan, 50), Certainly), Claim(2, Share.Of(Comparator.AtLeast, 50), Certainly) with { Owner = 9 }).ShouldSatisfyAllConditions(
            holders => holders.IsOver100.ShouldBeTrue(),
            holders => holders.IsComplete.ShouldBeFalse(),
            holders => holders.Stakes.ShouldAllBe(stake => stake.Share.Lower < stake.Share.Upper));

    [Fact]
    public void Half_and_at_least_half_are_the_whole() =>
        Of(OnDay, Claim(1, Exactly(50), Certainly), Claim(2, Share.Of(Comparator.AtLeast, 50), Certainly) with { Owner = 9 }).IsOver100.ShouldBeFalse();

    [Fact]
    public void More_than_half_leaves_less_than_half()
    {
        var holders = Of(OnDay, Claim(1, Share.Of(Comparator.MoreThan, 50), Certainly));

        holders.Stakes[0].Share.ShouldBe(new ShareRange(50, 100) { LowerInclusive = false });
        holders.Remainder.ShouldBe(new ShareRange(0, 50) { UpperInclusive = false });
    }

    [Fact]
    public void A_stake_without_size_makes_nothing_complete() =>
        Of(OnDay, Claim(1, Exactly(60), Certainly), Claim(2, null, Certainly) with { Owner = 9 }).IsComplete.ShouldBeFalse();

    [Fact]
    public void A_company_without_owners_is_not_complete() => Of(OnDay).ShouldSatisfyAllConditions(
        holders => holders.IsComplete.ShouldBeFalse(),
        holders => holders.Remainder.ShouldBe(new ShareRange(100, 100)));

    [Fact]
    public void The_most_precise_claim_is_quoted_first() =>
        Only(OnDay, Claim(1, Share.Of(Comparator.Exactly, 22, 1), Certainly), Claim(2, Share.Of(Comparator.Exactly, 22.2m, 0.1m), Certainly), Claim(3, null, Certainly))
            .Claims.Select(claim => claim.Key).ShouldBe([2, 1, 3]);

    [Fact]
    public void What_agreement_quotes_first_comes_before_what_is_more_precise() =>
        Only(OnDay, Claim(1, Share.Of(Comparator.Exactly, 22.2m, 0.1m), Certainly), Claim(2, Share.Of(Comparator.Exactly, 22, 1), Certainly) with { IsQuotedFirst = true })
            .Claims[0].Key.ShouldBe(2);

    [Fact]
    public void Shares_of_capital_and_of_votes_do_not_conflict() =>
        Only(OnDay, Claim(1, Exactly(20), Certainly) with { Basis = ShareBasis.Capital }, Claim(2, Exactly(40), Certainly) with { Basis = ShareBasis.Votes })
            .Agreement.ShouldBe(Verdict.Consistent);

    [Fact]
    public void Plans_neither_agree_nor_conflict_with_facts() =>
        Only(OnDay with { Statuses = new HashSet<ClaimStatus> { ClaimStatus.Actual, ClaimStatus.Planned } }, Claim(1, Exactly(20), Certainly), Planned(2, 100), Planned(3, 100)).ShouldSatisfyAllConditions(
            stake => stake.Agreement.ShouldBe(Verdict.Single),
            stake => stake.Share.ShouldBe(new ShareRange(20, 20)),
            stake => stake.Claims.Count.ShouldBe(3));

    [Fact]
    public void A_plan_is_never_certain() =>
        Only(OnDay with { Statuses = new HashSet<ClaimStatus> { ClaimStatus.Planned } }, Planned(1, 100)).Certainty.ShouldBe(Certainty.Possible);

    [Fact]
    public void Of_claims_as_precise_the_most_cited_is_quoted_first() =>
        Only(OnDay, Claim(1, Exactly(20), Certainly), Claim(2, Exactly(20), Certainly) with { Citations = 3 }).ShouldSatisfyAllConditions(
            stake => stake.Claims[0].Key.ShouldBe(2),
            stake => stake.Agreement.ShouldBe(Verdict.Identical));

    private static Share Exactly(decimal percent) => Share.Of(Comparator.Exactly, percent);

    // In the present tense.
    private static StakeClaim Told(long key, Share? share, DateOnly day) => Claim(key, share, Period.Stretch(null, null, Ongoing.Yes), day);

    private static StakeClaim Planned(long key, decimal percent) => Stated(key, percent, ClaimStatus.Planned);

    private static StakeClaim Hearsay(long key, decimal percent) => Stated(key, percent, ClaimStatus.Reported);

    private static StakeClaim Stated(long key, decimal percent, ClaimStatus status) =>
        Claim(key, Exactly(percent), Certainly) with { Status = status, Times = StakeTimes.Of(Certainly, null, status) };

    // Something else stands from a day on.
    private static StakeClaim Superseded(StakeClaim claim, DateOnly day) =>
        claim with { Times = new([.. claim.Times.Rows, new() { Type = ClaimTimeType.Superseded, From = day, KnownFrom = day, PossiblyKnownFrom = day }]) };

    private static OwnershipQuestion On(DateOnly day) => new() { AsOf = new() { ValidOn = day } };

    private static OwnershipQuestion Known(DateOnly day) => new() { AsOf = new() { ValidOn = Day, KnownOn = day } };

    private static Holders Of(OwnershipQuestion question, params StakeClaim[] claims) => Holders.Of(0, claims, question);

    private static Stake Only(OwnershipQuestion question, params StakeClaim[] claims) => Of(question, claims).Stakes.ShouldHaveSingleItem();

    private static StakeClaim Claim(long key, Share? share, Period? validity, DateOnly? reported = null) =>
        new(key, 1, 0) { Stated = share?.ToInterval(), Validity = validity, FirstReported = reported, Times = StakeTimes.Of(validity, reported) };
}
