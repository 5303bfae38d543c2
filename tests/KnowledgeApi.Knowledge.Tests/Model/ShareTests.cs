using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Tests.Model;

public sealed class ShareTests
{
    [Fact]
    public void A_share_is_as_precise_as_it_is_printed() => Share.Of(Comparator.Exactly, 22.2m, 0.1m).ToInterval().ShouldBe(new(22.15m, true, 22.25m, false));

    [Fact]
    public void The_same_stake_at_two_precisions_is_consistent() => Printed(22, 1).Overlaps(Printed(22.2m, 0.1m)).ShouldBeTrue();

    [Fact]
    public void Neighbours_of_one_precision_are_not() => Printed(22.2m, 0.1m).Overlaps(Printed(22.3m, 0.1m)).ShouldBeFalse();

    [Fact]
    public void The_whole_is_never_more_than_the_whole() => Printed(100, 1).ShouldBe(new(99.5m, true, 100, true));

    [Fact]
    public void A_share_at_most_starts_at_nothing() => Share.Of(Comparator.AtMost, 33).ToInterval().ShouldBe(Interval.Closed(0, 33));

    [Fact]
    public void A_share_of_at_most_nothing_is_nothing() => Share.Of(Comparator.AtMost, 0).ToInterval().ShouldBe(Interval.Point(0));

    [Fact]
    public void A_majority_ends_at_the_whole() => Share.Of(Comparator.MoreThan, 50).ToInterval().ShouldBe(new(50, false, 100, true));

    [Theory]
    [InlineData(1, 3, 32.5, 33.5)]
    [InlineData(2, 3, 66.5, 67.5)]
    [InlineData(1, 2, 49.5, 50.5)]
    [InlineData(1, 8, 12.5, 13.5)]
    [InlineData(7, 100, 6.5, 7.5)]
    public void A_fraction_in_passing_is_what_rounds_to_its_percent(int numerator, int denominator, double lower, double upper) =>
        Share.OfFraction(numerator, denominator).ToInterval().ShouldBe(new((decimal)lower, true, (decimal)upper, false));

    [Theory]
    [InlineData(33, 1)]
    [InlineData(33.3, 0.1)]
    [InlineData(33.3333, 0.0001)]
    public void A_third_agrees_with_its_decimals(double value, double unit) => Share.OfFraction(1, 3).ToInterval().Overlaps(Printed((decimal)value, (decimal)unit)).ShouldBeTrue();

    [Fact]
    public void A_third_is_not_35_percent() => Share.OfFraction(1, 3).ToInterval().Overlaps(Printed(35, 1)).ShouldBeFalse();

    [Fact]
    public void The_whole_is_exact() => Share.OfFraction(1, 1).ToInterval().ShouldBe(Interval.Point(100));

    [Fact]
    public void Nothing_is_exact() => Share.OfFraction(0, 1).ToInterval().ShouldBe(Interval.Point(0));

    [Fact]
    public void Counted_parts_are_exact_but_for_what_can_be_stored() => Share.OfFraction(500, 1500).ToInterval().ShouldBe(Interval.Closed(33.3333m, 33.3334m));

    [Fact]
    public void A_few_percent_are_no_number() => Share.Of(Comparator.OrderOf, 1).ShouldSatisfyAllConditions(
        share => share.Value.ShouldBeNull(),
        share => share.ToInterval().ShouldBe(new(2, true, 10, false)));

    [Fact]
    public void Nearly_half_is_less() => Share.Of(Comparator.Nearly, 50).ToInterval().ShouldBe(new(45, true, 50, false));

    [Fact]
    public void A_fraction_keeps_its_form() => Share.OfFraction(1, 3).Fraction.ShouldBe("1/3");

    [Theory]
    [InlineData(-1)]
    [InlineData(100.5)]
    public void A_share_lies_between_nothing_and_all(double percent) => Should.Throw<ArgumentOutOfRangeException>(() => Share.Of(Comparator.Exactly, (decimal)percent));

    [Fact]
    public void A_range_is_in_order() => Should.Throw<ArgumentOutOfRangeException>(() => Share.Between(23, 22));

    [Fact]
    public void A_fraction_is_at_most_one() => Should.Throw<ArgumentOutOfRangeException>(() => Share.OfFraction(4, 3));

    private static Interval Printed(decimal value, decimal unit) => Share.Of(Comparator.Exactly, value, unit).ToInterval();
}
