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

    [Fact]
    public void A_third_is_rounded_outward_to_what_can_be_stored() => Share.OfFraction(1, 3).ToInterval().ShouldBe(Interval.Closed(33.3333m, 33.3334m));

    [Fact]
    public void A_half_is_exact() => Share.OfFraction(1, 2).ToInterval().ShouldBe(Interval.Point(50));

    [Fact]
    public void A_third_agrees_with_its_decimals() => Share.OfFraction(1, 3).ToInterval().Overlaps(Printed(33.3m, 0.1m)).ShouldBeTrue();

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
