using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Agreements;

namespace KnowledgeApi.Knowledge.Tests.Reasoning.Agreements;

public sealed class SupersessionTests
{
    private static readonly Company Alpha = Named(1), Beta = Named(2), Gamma = Named(3), Held = Named(9);
    private static readonly DateOnly January = new(2015, 1, 12);
    private static readonly DateOnly March = new(2015, 3, 20);

    [Fact]
    public void Another_share_stated_later_stands_from_then_on() => Of(Stake(Alpha, 20, January), Stake(Alpha, 30, March)).ShouldSatisfyAllConditions(
        claims => claims[0].Times.On(March.AddDays(-1)).ShouldBe(Certainty.LastKnown),
        claims => claims[0].Times.On(March).ShouldBe(Certainty.Possible),
        claims => claims[1].Times.On(March).ShouldNotBe(Certainty.Possible));

    [Fact]
    public void The_same_share_in_other_words_stands_beside_it() => Of(Stake(Alpha, 22, January, step: 1), Stake(Alpha, 22.2m, March, step: 0.1m))[0].Times.On(March).ShouldBe(Certainty.LastKnown);

    [Fact]
    public void What_is_stated_again_stands_again() => Of(Stake(Alpha, 20, January, March.AddDays(10)), Stake(Alpha, 30, March)).ShouldSatisfyAllConditions(
        claims => claims[0].Times.On(March).ShouldBe(Certainty.Possible),
        claims => claims[0].Times.On(March.AddDays(10)).ShouldNotBe(Certainty.Possible),
        claims => claims[1].Times.On(March.AddDays(10)).ShouldBe(Certainty.Possible));

    [Fact]
    public void Before_it_is_known_that_something_else_stands_it_is_carried_forward() => Of(Stake(Alpha, 20, January), Stake(Alpha, 30, March))[0].Times.ShouldSatisfyAllConditions(
        times => times.On(March, new(March.AddDays(-1))).ShouldBe(Certainty.LastKnown),
        times => times.On(March, new(March)).ShouldBe(Certainty.Possible));

    [Fact]
    public void Stakes_that_make_the_whole_leave_no_room_for_other_owners() => Of(Stake(Alpha, 33, January), Stake(Beta, 60, March), Stake(Gamma, 40, March))[0].Times.ShouldSatisfyAllConditions(
        times => times.On(March.AddDays(-1)).ShouldBe(Certainty.LastKnown),
        times => times.On(March).ShouldBe(Certainty.Possible));

    [Fact]
    public void Stakes_that_leave_something_leave_the_other_owners() => Of(Stake(Alpha, 33, January), Stake(Beta, 60, March))[0].Times.On(March).ShouldBe(Certainty.LastKnown);

    [Fact]
    public void Two_texts_of_one_day_do_not_supersede_each_other() => Of(Stake(Alpha, 20, March), Stake(Alpha, 30, March)).ShouldAllBe(claim => claim.Times.On(March) != Certainty.Possible);

    [Fact]
    public void What_is_certain_on_a_day_stays_certain()
    {
        var certain = Stake(Alpha, 20, January);
        certain.SetTimes(new([.. certain.Times.Rows, new() { Type = ClaimTimeType.Certain, From = January, To = March, KnownFrom = January }]));

        Of(certain, Stake(Alpha, 30, March))[0].Times.On(March).ShouldBe(Certainty.Certain);
    }

    private static Company Named(long key) => new() { Key = key, Slug = $"c{key}", Name = $"C{key}", NameFolded = $"c{key}", NameSortKey = $"{key}" };

    private static Claim[] Of(params Claim[] claims)
    {
        Supersession.Enter(claims);
        return claims;
    }

    // Stated on each of the days.
    private static Shareholding Stake(Company owner, decimal share, params DateOnly[] days) => Stake(owner, share, 0, days);

    private static Shareholding Stake(Company owner, decimal share, DateOnly day, decimal step) => Stake(owner, share, step, [day]);

    private static Shareholding Stake(Company owner, decimal share, decimal step, DateOnly[] days)
    {
        var stake = new Shareholding { Slug = "", Owner = owner, OwnerKey = owner.Key, Company = Held, CompanyKey = Held.Key, Subject = Held, SubjectKey = Held.Key, Interest = Interest.Direct, Share = step == 0 ? Share.Of(Comparator.Exactly, share) : Share.Of(Comparator.Exactly, share, step) };
        stake.SetTimes(new([.. days.Select(day => new ClaimTime { Type = ClaimTimeType.Stated, From = day, To = day, KnownFrom = day, PossiblyKnownFrom = day })]));
        return stake;
    }
}
