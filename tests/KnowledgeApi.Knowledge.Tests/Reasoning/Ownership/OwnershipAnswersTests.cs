using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Ownership;

namespace KnowledgeApi.Knowledge.Tests.Reasoning.Ownership;

public sealed class OwnershipAnswersTests
{
    [Fact]
    public void A_cross_holding_counts_with_its_whole_series()
    {
        // 1 holds 40 % of 0; 0 holds 50 % of 2, which holds 30 % of 0: 0.4 / (1 - 0.5 * 0.3).
        var web = Web.Of(Web.Stake(1, 0, 40), Web.Stake(2, 0, 30), Web.Stake(0, 2, 50));

        new OwnershipAnswers(web.Up()).ShareOf(1).ShouldBe(new ShareRange(47.0588m, 47.0589m));
    }

    [Fact]
    public void Own_shares_belong_to_the_other_owners() =>
        new OwnershipAnswers(Web.Of(Web.Stake(1, 0, 90), Web.Stake(0, 0, 10)).Up()).ShareOf(1).ShouldBe(new ShareRange(100, 100));

    [Fact]
    public void Companies_that_own_each_other_wholly_are_owned_by_no_one_else()
    {
        var answers = new OwnershipAnswers(Web.Of(Web.Stake(1, 0, 100), Web.Stake(2, 1, 100), Web.Stake(1, 2, 100)).Up());

        answers.UltimateOwners.Read(0, 10).Select(owner => (owner.Entity, owner.Share, owner.IsInCycle))
            .ShouldBe([(1, new ShareRange(100, 100), true), (2, new ShareRange(100, 100), true)]);
    }

    [Fact]
    public void A_company_wholly_owned_by_its_own_subsidiary_comes_to_no_one() =>
        new OwnershipAnswers(Web.Of(Web.Stake(1, 0, 100), Web.Stake(0, 1, 100)).Up()).UltimateOwners.Read(0, 10).ShouldBeEmpty();

    [Fact]
    public void A_cycle_with_another_owner_is_not_ultimate() =>
        new OwnershipAnswers(Web.Of(Web.Stake(1, 0, 100), Web.Stake(2, 1, 50), Web.Stake(1, 2, 100), Web.Stake(3, 1, 1)).Up())
            .UltimateOwners.Read(0, 10).Select(owner => (owner.Entity, owner.Share)).ShouldBe([(3, new ShareRange(2, 2))]);

    [Fact]
    public void A_long_cycle_is_bounded_from_outside()
    {
        var length = EffectiveShares.MaxExact + 100;
        var ring = Enumerable.Range(0, length).Select(i => Web.Stake((i + 1) % length, i, 90)).Append(Web.Stake(length, 1, 10));
        var share = new OwnershipAnswers(new Web([.. ring]).Up(maxDepth: 1000)).ShareOf(length);

        // 0.9 * 0.1 / (1 - 0.9 ^ length), where what is taken off is nothing to speak of.
        share.ShouldBe(new ShareRange(9, 9));
    }

    [Fact]
    public void A_computation_nobody_waits_for_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Should.Throw<OperationCanceledException>(() => new OwnershipAnswers(Web.Of(Web.Stake(1, 0, 50)).Up(), cancelled.Token).ShareOf(1));
    }

    [Fact]
    public void Cycles_are_named() => Web.Of(Web.Stake(1, 0, 40), Web.Stake(2, 0, 30), Web.Stake(0, 2, 50)).Up().Cycles.ShouldHaveSingleItem().ShouldBe([0, 2], ignoreOrder: true);

    [Fact]
    public void Only_hops_within_a_cycle_are_part_of_it()
    {
        var graph = Web.Of(Web.Stake(1, 0, 40), Web.Stake(2, 0, 30), Web.Stake(0, 2, 50)).Up();

        graph.Stakes.Where(graph.IsCyclic).Select(stake => (stake.Owner, stake.Company)).ShouldBe([(2L, 0L), (0L, 2L)], ignoreOrder: true);
    }

    [Fact]
    public void What_is_told_to_be_held_through_others_is_compared_with_what_is_computed()
    {
        var told = Web.Stake(2, 0, 25) with { Interest = Interest.Indirect };
        var web = Web.Of(Web.Stake(1, 0, 50), Web.Stake(2, 1, 50), Web.Stake(2, 0, 10), told);

        new OwnershipAnswers(web.Up()).Stated(2).ShouldBe([new StatedStake(told, new ShareRange(25, 25), StatedVerdict.Agrees)]);
    }

    [Fact]
    public void What_is_told_otherwise_than_computed_conflicts()
    {
        var web = Web.Of(Web.Stake(1, 0, 50), Web.Stake(2, 1, 50), Web.Stake(2, 0, 30) with { Interest = Interest.Indirect });

        new OwnershipAnswers(web.Up()).Stated().ShouldHaveSingleItem().Verdict.ShouldBe(StatedVerdict.Conflicts);
    }

    [Fact]
    public void What_is_told_without_size_cannot_be_compared()
    {
        var web = Web.Of(Web.Stake(1, 0, 50), Web.Stake(2, 1, 50), Web.Stake(2, 0, 30) with { Interest = Interest.Indirect, Stated = null });

        new OwnershipAnswers(web.Up()).Stated().ShouldHaveSingleItem().Verdict.ShouldBe(StatedVerdict.NotComparable);
    }

    [Fact]
    public void What_no_chain_leads_to_cannot_be_compared()
    {
        var web = Web.Of(Web.Stake(1, 0, 50), Web.Stake(2, 0, 30) with { Interest = Interest.Indirect });

        new OwnershipAnswers(web.Up()).Stated().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            stated => stated.Computed.ShouldBeNull(),
            stated => stated.Verdict.ShouldBe(StatedVerdict.NotComparable));
    }

    [Fact]
    public void Control_goes_down_a_chain_undivided()
    {
        var web = Web.Of(Web.Stake(1, 0, 51), Web.Stake(2, 1, 51), Web.Stake(3, 2, 51));

        var control = new OwnershipAnswers(web.Up()).Controllers(50);

        control.Select(c => c.Controller).ShouldBe([1, 2, 3]);
        control[2].ChainTo(0).Select(step => step.Company).ShouldBe([2, 1, 0]);
    }

    [Fact]
    public void Control_adds_up_what_controlled_companies_hold()
    {
        // 3 holds 20 % of 0 itself and controls 1, which holds 31 %.
        var web = Web.Of(Web.Stake(3, 0, 20), Web.Stake(1, 0, 31), Web.Stake(2, 0, 49), Web.Stake(3, 1, 60));

        var control = new OwnershipAnswers(web.Up()).Controllers(50).ShouldHaveSingleItem();

        control.ChainTo(0)[^1].Share.ShouldBe(new ShareRange(51, 51));
        control.ChainTo(0)[^1].Stakes.Select(stake => stake.Owner).ShouldBe([3, 1], ignoreOrder: true);
    }

    [Theory]
    [InlineData(Comparator.MoreThan, Certainty.Certain)]
    [InlineData(Comparator.AtLeast, Certainty.Possible)]
    public void More_than_the_threshold_is_control_by_all_readings(Comparator comparator, Certainty certainty) =>
        new OwnershipAnswers(Web.Of(Web.Stake(1, 0, 60) with { Stated = Share.Of(comparator, 50).ToInterval() }).Up()).Controllers(50).ShouldHaveSingleItem().Certainty.ShouldBe(certainty);

    [Fact]
    public void Exactly_the_threshold_is_not_control() => new OwnershipAnswers(Web.Of(Web.Stake(1, 0, 50), Web.Stake(2, 0, 50)).Up()).Controllers(50).ShouldBeEmpty();

    [Fact]
    public void Control_that_only_the_greatest_shares_make_is_possible() =>
        new OwnershipAnswers(Web.Of(Web.Stake(1, 0, 45, 55)).Up()).Controllers(50).ShouldHaveSingleItem().Certainty.ShouldBe(Certainty.Possible);

    [Fact]
    public void Companies_do_not_control_each_other_into_control() =>
        new OwnershipAnswers(Web.Of(Web.Stake(1, 0, 60), Web.Stake(2, 1, 60), Web.Stake(1, 2, 60), Web.Stake(3, 1, 40)).Up()).Controllers(50)
            .Select(control => control.Controller).ShouldBe([1, 2]);

    [Fact]
    public void Subsidiaries_tell_what_is_held_and_controlled()
    {
        var web = Web.Of(Web.Stake(0, 1, 60), Web.Stake(1, 2, 60), Web.Stake(0, 3, 10), Web.Stake(4, 3, 90));

        var answers = new OwnershipAnswers(web.Down(0));

        answers.All.Read(0, 10).Select(s => (s.Entity, s.Share.Lower, s.Depth, answers.ControlOf(s.Entity, 50)?.Certainty))
            .ShouldBe([(1, 60, 1, Certainty.Certain), (3, 10, 1, null), (2, 36, 2, Certainty.Certain)]);
    }

    [Fact]
    public void A_walk_ends_at_its_depth_and_says_so()
    {
        var answers = new OwnershipAnswers(Web.Of(Web.Stake(1, 0, 50), Web.Stake(2, 1, 50), Web.Stake(3, 2, 50)).Up(maxDepth: 2));

        answers.Graph.Nodes.ShouldBe([0, 1, 2]);
        answers.Gaps().ShouldContain(gap => gap.Kind == OwnershipGapKind.DepthReached);
        answers.UltimateOwners.Read(0, 10).ShouldHaveSingleItem().IsExplored.ShouldBeFalse();
    }

    [Fact]
    public void A_walk_ends_at_its_bound_and_says_so()
    {
        var answers = new OwnershipAnswers(Web.Of(Web.Stake(1, 0, 50), Web.Stake(2, 0, 50)).Up(maxNodes: 2));

        answers.Graph.Nodes.ShouldBe([0, 1]);
        answers.Gaps().ShouldContain(gap => gap.Kind == OwnershipGapKind.NodesReached);
    }

    [Fact]
    public void Each_gap_is_named_with_its_claims()
    {
        var day = new OwnershipQuestion { AsOf = new() { ValidOn = new(2013, 6, 1) } };
        var web = Web.Of(Web.Stake(1, 0, 50) with { Stated = null, Interest = Interest.Unknown, Times = ClaimTimes.None });

        var gaps = new OwnershipAnswers(web.Up(question: day)).Gaps(1);

        gaps.Select(gap => gap.Kind).ShouldBe([OwnershipGapKind.ShareUnstated, OwnershipGapKind.InterestUnknown, OwnershipGapKind.PeriodUncertain, OwnershipGapKind.OwnersIncomplete]);
        gaps.Take(3).ShouldAllBe(gap => gap.Claims.Count == 1 && gap.Company == 0 && gap.Owner == 1);
    }

    [Fact]
    public void Whole_and_certain_answers_have_no_gaps() => new OwnershipAnswers(Web.Of(Web.Stake(1, 0, 50), Web.Stake(2, 0, 50)).Up()).Gaps(1).ShouldBeEmpty();

    [Fact]
    public void That_a_stake_is_carried_forward_is_a_gap() =>
        new OwnershipAnswers(Web.Of(Web.Stake(1, 0, 100) with { Times = StakeTimes.Of(Period.Stretch(null, null, Ongoing.Yes), new(2012, 1, 1)) }).Up()).Gaps(1)
            .ShouldHaveSingleItem().Kind.ShouldBe(OwnershipGapKind.CarriedForward);

    [Fact]
    public void Stakes_of_more_than_the_whole_are_a_gap() =>
        new OwnershipAnswers(Web.Of(Web.Stake(1, 0, 70), Web.Stake(2, 0, 70)).Up()).Gaps(1).ShouldContain(gap => gap.Kind == OwnershipGapKind.OwnersExceedWhole);
}
