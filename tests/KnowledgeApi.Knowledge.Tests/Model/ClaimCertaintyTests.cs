using System.Globalization;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Tests.Model;

public sealed class ClaimCertaintyTests
{
    [Fact]
    public void What_tells_no_time_possibly_held_on_any_day() => new Event { Slug = "e", Summary = "e" }.CertaintyOn(Day("1900-01-01")).ShouldBe(Certainty.Possible);

    [Theory]
    [InlineData("2011-12-31", null)]
    [InlineData("2012-06-01", Certainty.Possible)]
    [InlineData("2012-12-31", Certainty.Certain)]
    [InlineData("2015-03-19", Certainty.Certain)]
    [InlineData("2015-03-20", null)]
    public void A_stretch_holds_by_its_partial_dates(string day, Certainty? expected) => Stake().CertaintyOn(Day(day)).ShouldBe(expected);

    [Theory]
    [InlineData("2011-12-31", null)]
    [InlineData("2012-06-01", Certainty.Possible)]
    [InlineData("2015-01-13", Certainty.Certain)]
    [InlineData("2015-01-14", Certainty.Possible)]
    [InlineData("2016-01-01", Certainty.Possible)]
    public void Before_its_end_was_told_it_certainly_held_until_it_was_told_itself(string day, Certainty? expected) =>
        Stake().CertaintyOn(Day(day), knownOn: Day("2015-03-20")).ShouldBe(expected);

    [Fact]
    public void What_was_not_reported_yet_did_not_hold_as_far_as_was_known() => Stake().CertaintyOn(Day("2014-06-01"), knownOn: Day("2000-01-01")).ShouldBeNull();

    [Fact]
    public void What_no_dated_source_reports_is_not_known_on_any_day() => new Event { Slug = "e", Summary = "e" }.CertaintyOn(Day("1900-01-01"), knownOn: Day("2020-01-01")).ShouldBeNull();

    [Fact]
    public void Once_its_end_was_told_that_counts() => Stake().CertaintyOn(Day("2016-01-01"), knownOn: Day("2015-03-21")).ShouldBeNull();

    [Theory]
    [InlineData("2015-03-19", Certainty.Certain)]
    [InlineData("2015-01-13", Certainty.Possible)]
    public void An_end_alone_makes_a_day_certain_only_once_it_was_told(string day, Certainty? expected)
    {
        var stake = new Shareholding
        {
            Slug = "s",
            Validity = Period.Stretch(null, PartialDate.Parse("2015-03-20"), Ongoing.No),
            FirstReported = Day("2015-04-01"),
            EndReported = Day("2015-05-01"),
        };

        stake.CertaintyOn(Day(day), knownOn: Day("2015-05-01")).ShouldBe(expected);
        stake.CertaintyOn(Day(day), knownOn: Day("2015-04-30")).ShouldBe(Certainty.Possible);
    }

    [Theory]
    [InlineData("2004-12-31", null)]
    [InlineData("2005-06-01", Certainty.Possible)]
    [InlineData("2008-01-01", Certainty.Certain)]
    [InlineData("2010-05-01", Certainty.Certain)]
    [InlineData("2010-05-02", Certainty.Possible)]
    public void What_is_stated_to_hold_still_certainly_held_from_its_start_to_that_day(string day, Certainty? expected) =>
        Held("2005", null).CertaintyOn(Day(day)).ShouldBe(expected);

    /// <summary>By then both had been reported alike.</summary>
    [Theory]
    [InlineData("2008-01-01")]
    [InlineData("2010-05-02")]
    [InlineData("2017-01-01")]
    public void An_end_that_is_stated_later_changes_nothing_of_what_was_known_before(string day) =>
        Held("2005", "2018").CertaintyOn(Day(day), knownOn: Day("2011-01-01")).ShouldBe(Held("2005", null).CertaintyOn(Day(day), knownOn: Day("2011-01-01")));

    [Theory]
    [InlineData("2010-04-30", Certainty.Possible)]
    [InlineData("2010-05-01", Certainty.Certain)]
    [InlineData("2010-05-02", Certainty.Possible)]
    public void Without_a_start_it_certainly_held_on_the_day_it_is_stated(string day, Certainty? expected) => Held(null, null).CertaintyOn(Day(day)).ShouldBe(expected);

    // Reported in May 2010; its end, if it has one, ten years later.
    private static Shareholding Held(string? start, string? end) => new()
    {
        Slug = "s",
        Validity = Period.Stretch(start is null ? null : PartialDate.Parse(start), end is null ? null : PartialDate.Parse(end), end is null ? Ongoing.Yes : Ongoing.No).StatedOn(Day("2010-05-01")),
        FirstReported = Day("2010-05-01"),
        EndReported = end is null ? null : Day("2020-05-01"),
    };

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    // Stated on 13 January 2015; that it ended on 20 March was reported on the day after.
    private static Shareholding Stake() => new()
    {
        Slug = "s",
        Validity = Period.Stretch(PartialDate.Parse("2012"), PartialDate.Parse("2015-03-20"), Ongoing.No),
        FirstReported = Day("2015-01-13"),
        EndReported = Day("2015-03-21"),
    };
}
