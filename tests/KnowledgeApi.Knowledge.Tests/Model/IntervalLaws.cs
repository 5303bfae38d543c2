using FsCheck;
using FsCheck.Fluent;
using Interval = KnowledgeApi.Knowledge.Model.Interval;

namespace KnowledgeApi.Knowledge.Tests.Model;

public sealed class IntervalLaws
{
    // Few numbers, so that bounds often meet.
    private static readonly Gen<Interval> Intervals =
        from low in Gen.Choose(-4, 5)
        from high in Gen.Choose(-4, 5)
        from lowClosed in ArbMap.Default.GeneratorFor<bool>()
        from highClosed in ArbMap.Default.GeneratorFor<bool>()
        let lower = low == 5 ? (decimal?)null : Math.Min(low, high)
        let upper = high == 5 ? (decimal?)null : Math.Max(low, high)
        select lower is not null && lower == upper ? Interval.Point(lower.Value) : new Interval(lower, lowClosed, upper, highClosed);

    private static readonly Gen<(Interval A, Interval B)> Pairs = from a in Intervals from b in Intervals select (a, b);

    private static readonly Gen<(Interval A, decimal Value)> WithValues = from a in Intervals from twice in Gen.Choose(-11, 11) select (a, twice / 2m);

    // Numbers dense enough to tell any two of the intervals above apart.
    private static readonly decimal[] Numbers = [.. Enumerable.Range(-24, 49).Select(i => i / 4m)];

    [Fact]
    public void Intersection_holds_what_both_hold() => Check(Pairs, pair =>
        Numbers.All(n => (pair.A.Intersection(pair.B)?.Contains(n) ?? false) == (pair.A.Contains(n) && pair.B.Contains(n))));

    [Fact]
    public void Intersection_does_not_depend_on_order() => Check(Pairs, pair => pair.A.Intersection(pair.B) == pair.B.Intersection(pair.A));

    [Fact]
    public void Overlap_means_a_number_in_common() => Check(Pairs, pair =>
        pair.A.Overlaps(pair.B) == Numbers.Any(n => pair.A.Contains(n) && pair.B.Contains(n)));

    [Fact]
    public void An_interval_contains_its_intersections() => Check(Pairs, pair =>
        pair.A.Intersection(pair.B) is not { } common || pair.A.Contains(common) && pair.B.Contains(common));

    [Fact]
    public void A_hull_contains_both() => Check(Pairs, pair => pair.A.Hull(pair.B).Contains(pair.A) && pair.A.Hull(pair.B).Contains(pair.B));

    [Fact]
    public void Containing_means_holding_all_numbers() => Check(Pairs, pair =>
        !pair.A.Contains(pair.B) || Numbers.All(n => !pair.B.Contains(n) || pair.A.Contains(n)));

    [Fact]
    public void Certainly_less_means_apart_and_in_order() => Check(Pairs, pair =>
        pair.A.CertainlyLessThan(pair.B) == (!pair.A.Overlaps(pair.B) && pair.A.PossiblyLessThan(Some(pair.B))));

    [Fact]
    public void What_is_certain_is_possible() => Check(WithValues, x =>
        (!x.A.CertainlyLessThan(x.Value) || x.A.PossiblyLessThan(x.Value))
        && (!x.A.CertainlyAtMost(x.Value) || x.A.PossiblyAtMost(x.Value))
        && (!x.A.CertainlyGreaterThan(x.Value) || x.A.PossiblyGreaterThan(x.Value))
        && (!x.A.CertainlyAtLeast(x.Value) || x.A.PossiblyAtLeast(x.Value)));

    [Fact]
    public void Certainly_less_holds_for_every_number() => Check(WithValues, x =>
        x.A.CertainlyLessThan(x.Value) == Numbers.Where(x.A.Contains).All(n => n < x.Value));

    [Fact]
    public void Possibly_at_least_holds_for_some_number() => Check(WithValues, x =>
        x.A.PossiblyAtLeast(x.Value) == Numbers.Where(x.A.Contains).Any(n => n >= x.Value));

    [Fact]
    public void An_interval_without_numbers_is_refused() => Should.Throw<ArgumentException>(() => new Interval(2, true, 1, true));

    [Fact]
    public void A_point_with_an_excluded_end_is_refused() => Should.Throw<ArgumentException>(() => new Interval(1, true, 1, false));

    private static decimal Some(Interval interval) => Numbers.Last(interval.Contains);

    private static void Check<T>(Gen<T> values, Func<T, bool> law) =>
        Prop.ForAll(Arb.From(values), law).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}
