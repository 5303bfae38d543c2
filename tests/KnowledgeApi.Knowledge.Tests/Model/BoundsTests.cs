using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Tests.Model;

public sealed class BoundsTests
{
    [Fact]
    public void A_printed_number_stands_for_all_that_round_to_it() =>
        Bounds.Read(Comparator.Exactly, 225_000_000, 1_000_000).ShouldBe(new(224_500_000, true, 225_500_000, false));

    [Fact]
    public void A_loss_rounds_away_from_zero() =>
        Bounds.Read(Comparator.Exactly, -29_242_500, 1).ShouldBe(new(-29_242_500.5m, false, -29_242_499.5m, true));

    [Fact]
    public void A_printed_zero_is_zero() => Bounds.Read(Comparator.Exactly, 0, 1).ShouldBe(Interval.Point(0));

    [Fact]
    public void Without_a_unit_a_number_is_itself() => Bounds.Read(Comparator.Exactly, 17).ShouldBe(Interval.Point(17));

    [Fact]
    public void About_is_a_tenth_to_either_side() => Bounds.Read(Comparator.About, 90).ShouldBe(Interval.Closed(81, 99));

    [Fact]
    public void About_a_loss_is_in_order() => Bounds.Read(Comparator.About, -90).ShouldBe(Interval.Closed(-99, -81));

    [Fact]
    public void A_few_millions_are_two_to_ten() => Bounds.Read(Comparator.OrderOf, 1_000_000).ShouldBe(new(2_000_000, true, 10_000_000, false));

    [Fact]
    public void Nearly_falls_short_of_the_number() => Bounds.Read(Comparator.Nearly, 400).ShouldBe(new(360, true, 400, false));

    [Fact]
    public void Nearly_a_loss_falls_short_of_it() => Bounds.Read(Comparator.Nearly, -400).ShouldBe(new(-400, false, -360, true));

    [Fact]
    public void Barely_reaches_the_number_at_most() => Bounds.Read(Comparator.Barely, 400).ShouldBe(Interval.Closed(360, 400));

    [Fact]
    public void Barely_a_loss_reaches_it_at_most() => Bounds.Read(Comparator.Barely, -400).ShouldBe(Interval.Closed(-400, -360));

    [Theory]
    [InlineData("persons", true)]
    [InlineData("machines", true)]
    [InlineData("hourglasses", true)]
    [InlineData("percent", false)]
    [InlineData("hours-a-week", false)]
    [InlineData("gigabytes", false)]
    public void Things_are_counted_and_measures_are_not(string unit, bool isCounted) => Quantity.IsCounted(unit).ShouldBe(isCounted);

    [Fact]
    public void Less_than_leaves_the_other_end_open() => Bounds.Read(Comparator.LessThan, 2).ShouldBe(new(null, false, 2, false));

    [Fact]
    public void At_most_includes_the_number() => Bounds.Read(Comparator.AtMost, 2).ShouldBe(new(null, false, 2, true));

    [Fact]
    public void More_than_excludes_the_number() => Bounds.Read(Comparator.MoreThan, 2).ShouldBe(new(2, false, null, false));

    [Fact]
    public void At_least_includes_the_number() => Bounds.Read(Comparator.AtLeast, 2).ShouldBe(new(2, true, null, false));

    [Fact]
    public void Between_has_no_single_number() => Should.Throw<ArgumentOutOfRangeException>(() => Bounds.Read(Comparator.Between, 2));
}
