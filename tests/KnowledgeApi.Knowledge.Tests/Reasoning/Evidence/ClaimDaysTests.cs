using System.Globalization;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Evidence;

namespace KnowledgeApi.Knowledge.Tests.Reasoning.Evidence;

/// <summary>On which days a claim held, and since when that is known.</summary>
public sealed class ClaimDaysTests
{
    private static readonly ClaimEvidence Present = new() { Validity = Period.Stretch(null, null, Ongoing.Yes), Tellings = [On("2010-05-01")] };

    [Fact]
    public void What_states_no_time_possibly_held_on_any_day() => Times(new()).On(Day("1900-01-01")).ShouldBe(Certainty.Possible);

    [Theory]
    [InlineData("2010-04-30", Certainty.Possible)]
    [InlineData("2010-05-01", Certainty.Certain)]
    [InlineData("2010-05-02", Certainty.LastKnown)]
    public void The_present_tense_is_certain_on_the_day_it_is_written(string day, Certainty expected) => Times(Present).On(Day(day)).ShouldBe(expected);

    [Theory]
    [InlineData("2010-05-01", Certainty.Certain)]
    [InlineData("2011-01-01", Certainty.LastKnown)]
    [InlineData("2012-05-01", Certainty.Certain)]
    [InlineData("2012-05-02", Certainty.LastKnown)]
    public void Between_two_tellings_it_is_as_last_stated(string day, Certainty expected) =>
        Times(Present with { Tellings = [On("2010-05-01"), On("2012-05-01")] }).On(Day(day)).ShouldBe(expected);

    [Theory]
    [InlineData("2004-12-31", null)]
    [InlineData("2005-06-01", Certainty.Possible)]
    [InlineData("2008-01-01", Certainty.Certain)]
    [InlineData("2010-05-01", Certainty.Certain)]
    [InlineData("2010-05-02", Certainty.LastKnown)]
    public void With_a_stated_start_it_is_certain_from_there_to_the_telling(string day, Certainty? expected) =>
        Times(Present with { Validity = Period.Stretch(Date("2005"), null, Ongoing.Yes) }).On(Day(day)).ShouldBe(expected);

    [Theory]
    [InlineData("2004-12-31", null)]
    [InlineData("2008-01-01", Certainty.Possible)]
    [InlineData("2010-05-01", Certainty.Certain)]
    public void A_concluded_start_limits_what_is_possible_and_makes_nothing_certain(string day, Certainty? expected) =>
        Times(Present with { Validity = Period.Stretch(Date("2005") with { Inferred = "read" }, null, Ongoing.Yes) }).On(Day(day)).ShouldBe(expected);

    [Fact]
    public void A_concluded_moment_is_not_certain() =>
        Times(new() { Validity = Period.Moment(Date("2010-05-01") with { Inferred = "read" }), Tellings = [On("2010-05-02")] }).On(Day("2010-05-01")).ShouldNotBe(Certainty.Certain);

    [Fact]
    public void A_text_of_one_of_several_days_makes_none_of_them_certain()
    {
        var times = Times(Present with { Tellings = [new(new(Day("2010-05-01"), Day("2010-05-02")))] });

        times.On(Day("2010-05-01")).ShouldBe(Certainty.Possible);
        times.On(Day("2010-05-02")).ShouldBe(Certainty.LastKnown);
    }

    [Fact]
    public void With_a_stated_start_it_is_certain_to_the_first_day_on_which_the_text_can_have_been_written() =>
        Times(Present with { Validity = Period.Stretch(Date("2005"), null, Ongoing.Yes), Tellings = [new(new(Day("2010-05-01"), Day("2010-05-09")))] }).ShouldSatisfyAllConditions(
            times => times.On(Day("2010-05-01")).ShouldBe(Certainty.Certain),
            times => times.On(Day("2010-05-02")).ShouldBe(Certainty.LastKnown),
            times => times.LastStated(Day("2011-01-01")).ShouldNotBeNull().Edtf.ShouldBe("2010-05-01/2010-05-09"));

    [Fact]
    public void A_text_that_looks_back_makes_the_day_it_is_written_neither_certain_nor_known() =>
        Times(Present with { Tellings = [new(WrittenOn.Of(Day("2010-05-01")), IsPast: true)] }).On(Day("2010-05-01")).ShouldBe(Certainty.Possible);

    [Theory]
    [InlineData("2012", "2012-12-31", Certainty.LastKnown)]
    [InlineData("2012-06-05", "2012-06-05", Certainty.Certain)]
    public void A_start_alone_is_certain_only_if_it_is_stated_as_a_day(string start, string day, Certainty expected) =>
        Times(new() { Validity = Period.Stretch(Date(start), null, Ongoing.Unstated), Tellings = [On("2015-01-01")] }).On(Day(day)).ShouldBe(expected);

    [Theory]
    [InlineData(ClaimStatus.Planned)]
    [InlineData(ClaimStatus.Announced)]
    [InlineData(ClaimStatus.Forecast)]
    [InlineData(ClaimStatus.Reported)]
    public void What_is_not_stated_as_a_fact_is_possible_at_most(ClaimStatus status) => Times(Present with { Status = status }).On(Day("2010-05-01")).ShouldBe(Certainty.Possible);

    [Theory]
    [InlineData("2011-12-31", null)]
    [InlineData("2012-06-01", Certainty.Possible)]
    [InlineData("2012-12-31", Certainty.Certain)]
    [InlineData("2015-03-19", Certainty.Certain)]
    [InlineData("2015-03-20", null)]
    public void A_stretch_holds_by_its_partial_dates(string day, Certainty? expected) => Times(Ended).On(Day(day)).ShouldBe(expected);

    [Theory]
    [InlineData("2011-12-31", null)]
    [InlineData("2012-06-01", Certainty.Possible)]
    [InlineData("2015-01-13", Certainty.Certain)]
    [InlineData("2015-01-14", Certainty.LastKnown)]
    [InlineData("2016-01-01", Certainty.LastKnown)]
    public void Before_its_end_was_stated_it_was_known_to_hold_when_it_was_stated_itself(string day, Certainty? expected) =>
        Times(Ended).On(Day(day), new(Day("2015-03-20"))).ShouldBe(expected);

    [Fact]
    public void Once_its_end_was_stated_that_counts() => Times(Ended).On(Day("2016-01-01"), new(Day("2015-03-21"))).ShouldBeNull();

    [Theory]
    [InlineData("2015-03-31", Certainty.LastKnown)]
    [InlineData("2015-04-15", Certainty.Possible)]
    [InlineData("2015-05-01", null)]
    public void It_is_carried_forward_to_the_first_day_by_which_it_may_have_ended(string day, Certainty? expected) =>
        Times(Ended with { Validity = Period.Stretch(null, Date("2015-04"), Ongoing.No) }).On(Day(day)).ShouldBe(expected);

    [Fact]
    public void What_had_happened_when_it_was_stated_did_not_happen_after() =>
        Times(new() { Happens = true, Tellings = [On("2010-05-01")] }).ShouldSatisfyAllConditions(
            times => times.On(Day("2010-05-01")).ShouldBe(Certainty.Possible),
            times => times.On(Day("2010-05-02")).ShouldBeNull());

    [Theory]
    [InlineData("2010-04-30", null)]
    [InlineData("2010-05-01", Certainty.Certain)]
    [InlineData("2010-05-02", null)]
    public void What_a_document_states_itself_is_stated_when_it_is_written(string day, Certainty? expected) =>
        Times(new() { Happens = true, IsMadeWhereItStands = true, Tellings = [On("2010-05-01")] }).On(Day(day)).ShouldBe(expected);

    [Theory]
    [InlineData("2010-04-30", null)]
    [InlineData("2010-05-01", Certainty.Possible)]
    [InlineData("2030-01-01", Certainty.Possible)]
    public void What_is_to_come_comes_after_it_was_stated(string day, Certainty? expected) =>
        Times(new() { Status = ClaimStatus.Planned, Tellings = [On("2010-05-01")] }).On(Day(day)).ShouldBe(expected);

    [Theory]
    [InlineData("2012-08-31", "2020-01-01", null)]
    [InlineData("2012-09-15", "2020-01-01", Certainty.Possible)]
    [InlineData("2012-09-15", "2015-02-01", null)]
    [InlineData("2012-10-01", "2015-02-01", Certainty.Possible)]
    [InlineData("1950-01-01", "2015-01-01", Certainty.Possible)]
    public void Nothing_is_held_before_it_was_founded_as_far_as_that_was_known(string day, string known, Certainty? expected)
    {
        var existence = new Existence([new(Date("2012-10"), IsEnd: false, Day("2015-01-13")), new(Date("2012-23"), IsEnd: false, Day("2015-03-20"))]);

        new ClaimTimes(existence.Excluded).On(Day(day), new(Day(known))).ShouldBe(expected);
    }

    [Fact]
    public void Nothing_is_held_once_it_is_dissolved() =>
        new ClaimTimes(new Existence([new(Date("2012"), IsEnd: true, Day("2013-01-01"))]).Excluded).ShouldSatisfyAllConditions(
            times => times.On(Day("2012-12-31")).ShouldBe(Certainty.Possible),
            times => times.On(Day("2013-01-01")).ShouldBeNull());

    [Fact]
    public void What_may_have_been_public_may_be_counted() =>
        Times(Present with { Tellings = [new(new(Day("2010-05-01"), Day("2010-05-03")))] }).ShouldSatisfyAllConditions(
            times => times.LastStated(Day("2010-05-03"), new(Day("2010-05-01"))).ShouldBeNull(),
            times => times.LastStated(Day("2010-05-03"), new(Day("2010-05-01"), Certainty.Possible)).ShouldNotBeNull().Edtf.ShouldBe("2010-05-01/2010-05-03"));

    [Fact]
    public void Days_of_one_certainty_are_one_stretch() =>
        Times(Present with { Validity = Period.Stretch(Date("2010-05-01"), null, Ongoing.Yes), Tellings = [new(WrittenOn.Of(Day("2010-05-09")))] }).Stretches(Day("2010-01-01"), Day("2010-12-31")).ShouldBe(
        [
            (Day("2010-05-01"), Day("2010-05-09"), Certainty.Certain),
            (Day("2010-05-10"), Day("2010-12-31"), Certainty.LastKnown),
        ]);

    [Fact]
    public void Times_are_read_as_they_are_written() => ClaimTimes.Parse(Times(Ended).ToString()).Rows.ShouldBe(Times(Ended).Rows);

    // Stated on 13 January 2015; that it ended on 20 March was reported on the day after.
    private static ClaimEvidence Ended => new()
    {
        Validity = Period.Stretch(Date("2012"), Date("2015-03-20"), Ongoing.No),
        Tellings = [On("2015-01-13")],
        EndKnown = Day("2015-03-21"),
        IsEndApart = true,
    };

    private static ClaimTimes Times(ClaimEvidence claim) => new(ClaimDays.Of(claim));

    private static Telling On(string day) => new(WrittenOn.Of(Day(day)));

    private static PartialDate Date(string date) => PartialDate.Parse(date);

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
