using FsCheck;
using FsCheck.Fluent;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Evidence;

namespace KnowledgeApi.Knowledge.Tests.Reasoning.Evidence;

/// <summary>What holds of the days of any claim.</summary>
public sealed class ClaimDaysLaws
{
    private static readonly DateOnly First = new(2014, 1, 1);

    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 60).Select(First.AddDays);

    private static readonly Gen<PartialDate?> Dates =
        from kind in Gen.Choose(0, 9)
        from day in Days
        from length in Gen.Choose(0, 20)
        select kind switch
        {
            < 3 => null,
            < 5 => PartialDate.Day(day),
            < 7 => PartialDate.Between(day, day.AddDays(length)),
            7 => PartialDate.Between(null, day),
            8 => PartialDate.Between(day, null),
            _ => PartialDate.Day(day) with { Inferred = "read" },
        };

    private static readonly Gen<Period?> Periods =
        from kind in Gen.Choose(0, 5)
        from one in Dates
        from other in Dates
        from ongoing in Gen.Elements(Enum.GetValues<Ongoing>())
        select kind switch
        {
            0 => null,
            1 when one is not null => Period.Moment(one),
            _ => Period.Stretch(one, other, other is not null && ongoing == Ongoing.Yes ? Ongoing.No : ongoing),
        };

    private static readonly Gen<Telling> Tellings =
        from kind in Gen.Choose(0, 5)
        from day in Days
        from length in Gen.Choose(0, 9)
        from past in Gen.Choose(0, 4)
        select new Telling(kind switch { 0 => default, 1 => new(null, day), 2 => new(day, day.AddDays(length)), _ => WrittenOn.Of(day) }, past == 0);

    private static readonly Gen<ClaimEvidence> Claims =
        from status in Gen.Elements(Enum.GetValues<ClaimStatus>())
        from happens in Gen.Elements(true, false)
        from made in Gen.Elements(true, false)
        from validity in Periods
        from count in Gen.Choose(1, 4)
        from tellings in Tellings.ListOf(count)
        from apart in Gen.Elements(true, false)
        from end in Days
        select new ClaimEvidence
        {
            Status = status,
            Happens = happens,
            IsMadeWhereItStands = happens && made,
            Validity = validity,
            Tellings = [.. tellings],
            IsEndApart = validity?.End is not null && apart,
            EndKnown = validity?.End is null ? null : apart ? end : tellings.Select(telling => telling.Known).Min(),
        };

    /// <summary>Either a text in the present tense was written on the day, or the stated ends or such a text after a stated start leave no other reading.</summary>
    [Fact]
    public void No_claim_is_certain_on_a_day_that_no_text_bears() => Check(from claim in Claims from day in Days select (claim, day), asked =>
    {
        var (claim, day) = asked;
        if (new ClaimTimes(ClaimDays.Of(claim)).On(day) != Certainty.Certain)
            return true;
        var start = claim.Validity is { Start: { Inferred: null } stated } ? stated.Latest : null;
        return claim.Status == ClaimStatus.Actual && (
            claim.Tellings.Any(telling => (!telling.IsPast || claim.IsMadeWhereItStands) && telling.Written.Day == day)
            || claim.Tellings.Any(telling => !telling.IsPast && start <= day && day <= telling.Written.Earliest)
            || IsBetweenStatedEnds(claim.Validity!, day));
    });

    [Fact]
    public void What_is_certain_is_not_excluded() => Check(from claim in Claims from day in Days select (claim, day), asked =>
    {
        var (claim, day) = asked;
        var times = new ClaimTimes(ClaimDays.Of(claim));
        return times.On(day) is not null || !times.Rows.Any(row => row.Type == ClaimTimeType.Certain && row.Contains(day)) || times.Rows.Any(row => row.Type == ClaimTimeType.Excluded && row.Contains(day));
    });

    /// <summary>A telling that is certainly public only after a day changes nothing of what was known on it.</summary>
    [Fact]
    public void More_knowledge_never_makes_a_past_answer_differ() => Check(from claim in Claims from later in Tellings from day in Days from known in Days select (claim, later, day, known), asked =>
    {
        var (claim, later, day, known) = asked;
        if (later.Known is null || later.Known <= known || claim.Tellings.All(telling => telling.Known is null) || !claim.IsEndApart && claim.Validity?.End is not null)
            return true;
        var more = claim with { Tellings = [.. claim.Tellings, later] };
        return new ClaimTimes(ClaimDays.Of(more)).On(day, new(known)) == new ClaimTimes(ClaimDays.Of(claim)).On(day, new(known)) || claim.Known > known;
    });

    [Fact]
    public void A_foundation_stated_later_never_makes_a_past_answer_differ() =>
        Check(from before in (from date in Dates from day in Days select (date, day)).ListOf() from date in Dates from stated in Days from day in Days from known in Days select (before, date, stated, day, known), asked =>
        {
            var (before, date, stated, day, known) = asked;
            if (date is null || stated <= known)
                return true;
            var tellings = before.Where(one => one.date is not null).Select(one => new ExistenceTelling(one.date!, false, one.day)).ToList();
            return new ClaimTimes(new Existence([.. tellings, new(date, false, stated)]).Excluded).On(day, new(known)) == new ClaimTimes(new Existence(tellings).Excluded).On(day, new(known));
        });

    private static void Check<T>(Gen<T> values, Func<T, bool> law) => Prop.ForAll(Arb.From(values), law).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    private static bool IsBetweenStatedEnds(Period validity, DateOnly day) => validity switch
    {
        { At: { Inferred: null } at } => at.Earliest == day && at.Latest == day,
        { Start: { Inferred: null } start, End: { Inferred: null } end } => start.Latest <= day && (day < end.Earliest || start.Earliest == day),
        { Start: { Inferred: null } start } => start.Earliest == day && start.Latest == day,
        { End: { Inferred: null } end } => end.Earliest == day.AddDays(1) && end.Latest == end.Earliest,
        _ => false,
    };
}
