using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Tests.Model;

public sealed class PeriodTests
{
    [Fact]
    public void A_moment_of_one_day_certainly_holds_that_day() => Moment("2015-01-12").CertainlyHolds(new(2015, 1, 12)).ShouldBeTrue();

    [Fact]
    public void A_moment_of_a_month_certainly_holds_no_day() => Moment("2015-01").CertainlyHolds(new(2015, 1, 12)).ShouldBeFalse();

    [Fact]
    public void A_moment_of_a_month_possibly_holds_its_days() => Moment("2015-01").PossiblyHolds(new(2015, 1, 31)).ShouldBeTrue();

    [Fact]
    public void A_moment_says_nothing_of_after() => Moment("2015-01").PossiblyHolds(new(2015, 2, 1)).ShouldBeFalse();

    [Fact]
    public void A_stretch_certainly_holds_from_the_last_day_of_its_start_to_the_eve_of_its_first_possible_end()
    {
        var period = Stretch("2012", "2014-04");

        period.CertainFrom.ShouldBe(new(2012, 12, 31));
        period.CertainTo.ShouldBe(new(2014, 3, 31));
    }

    [Fact]
    public void A_stretch_possibly_holds_from_the_first_day_of_its_start_to_the_eve_of_its_last_possible_end()
    {
        var period = Stretch("2012", "2014-04");

        period.Earliest.ShouldBe(new(2012, 1, 1));
        period.Latest.ShouldBe(new(2014, 4, 29));
    }

    [Fact]
    public void A_stretch_without_an_end_certainly_holds_on_its_start_only()
    {
        var period = Stretch("2014-04-02", null);

        period.CertainlyHolds(new(2014, 4, 2)).ShouldBeTrue();
        period.CertainlyHolds(new(2014, 4, 3)).ShouldBeFalse();
        period.PossiblyHolds(new(2030, 1, 1)).ShouldBeTrue();
    }

    [Fact]
    public void What_ended_on_a_day_no_longer_held_on_it_and_what_follows_may_begin_then()
    {
        Stretch("2012", "2015-03-20").PossiblyHolds(new(2015, 3, 20)).ShouldBeFalse();
        Stretch("2012", "2015-03-20").CertainlyHolds(new(2015, 3, 19)).ShouldBeTrue();
        Stretch("2012", "2015-03-20").PossiblyOverlaps(Stretch("2015-03-20", null)).ShouldBeFalse();
    }

    [Fact]
    public void What_began_and_ended_on_one_day_held_on_it() => Stretch("2015-03-20", "2015-03-20").CertainlyHolds(new(2015, 3, 20)).ShouldBeTrue();

    [Fact]
    public void An_end_alone_proves_its_eve() => Stretch(null, "2015-03-20").CertainFrom.ShouldBe(new(2015, 3, 19));

    [Fact]
    public void Ends_that_may_meet_leave_no_certain_day() => Stretch("2014", "2014").CertainFrom.ShouldBeNull();

    [Fact]
    public void Something_can_have_ended_on_an_unknown_day()
    {
        var period = Period.Stretch(null, null, Ongoing.No);

        period.Ongoing.ShouldBe(Ongoing.No);
        period.PossiblyHolds(new(2015, 1, 1)).ShouldBeTrue();
        period.CertainFrom.ShouldBeNull();
    }

    [Fact]
    public void A_stretch_is_reversed_if_no_reading_puts_its_ends_in_order() => Stretch("2015", "2014").IsReversed.ShouldBeTrue();

    [Fact]
    public void A_stretch_is_not_reversed_while_one_reading_is_in_order() => Stretch("2014-06", "2014").IsReversed.ShouldBeFalse();

    [Fact]
    public void Periods_overlap_if_a_day_is_possible_in_both() => Stretch("2012", "2014-04").PossiblyOverlaps(Stretch("2014-04", null)).ShouldBeTrue();

    [Fact]
    public void Periods_apart_do_not_overlap() => Stretch("2012", "2013").PossiblyOverlaps(Moment("2014")).ShouldBeFalse();

    [Theory]
    [InlineData("2012", "2015-03-20", "2015-03", null, true)]
    [InlineData("2012", "2014", "2014", null, true)]
    [InlineData("2012", "2015", "2014", null, false)]
    [InlineData("2012", null, "2014", null, false)]
    [InlineData("2012", "2013", null, "2014", false)]
    public void A_stretch_may_be_followed_by_one_that_begins_when_it_may_have_ended(string? start, string? end, string? nextStart, string? nextEnd, bool expected) =>
        Stretch(start, end).MayBeFollowedBy(Stretch(nextStart, nextEnd)).ShouldBe(expected);

    [Fact]
    public void A_moment_may_be_followed_by_a_stretch() => Moment("2015-03").MayBeFollowedBy(Stretch("2015-03-20", null)).ShouldBeTrue();

    [Fact]
    public void A_moment_within_a_stretch_does_not_follow_it() => Stretch("2012", "2015-03-20").MayBeFollowedBy(Moment("2015-01-12")).ShouldBeFalse();

    [Fact]
    public void Moments_are_not_told_apart_by_following_each_other() => Moment("2014").MayBeFollowedBy(Moment("2014")).ShouldBeFalse();

    private static Period Moment(string at) => Period.Moment(PartialDate.Parse(at));

    private static Period Stretch(string? start, string? end) =>
        Period.Stretch(start is null ? null : PartialDate.Parse(start), end is null ? null : PartialDate.Parse(end), Ongoing.Unstated);
}
