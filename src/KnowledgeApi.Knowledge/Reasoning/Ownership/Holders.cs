using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Ownership;

/// <summary>
/// Who holds a company, by all claims that count. The owners together hold at most the whole, which narrows the stake of each
/// to what the others leave. Where even the least that is stated of all is more than the whole, some claim is wrong and no one knows
/// which: each stake then may be less than stated, by as much as all of them exceed the whole.
/// </summary>
public sealed class Holders
{
    // The last decimal that is computed.
    private const decimal Least = 0.0001m;

    private Holders(long company, IReadOnlyList<Stake> stakes, IReadOnlyList<StakeClaim> superseded, IReadOnlyList<StakeClaim> indirect, IReadOnlyList<StakeClaim> undated)
    {
        (Company, Stakes, Superseded, Indirect, Undated) = (company, stakes, superseded, indirect, undated);
        var held = stakes.Where(stake => stake.Certainty != Certainty.Possible).ToList();
        IsComplete = held.Count > 0 && held.TrueForAll(stake => stake.IsPrecise) && held.Aggregate(Interval.Point(0), (sum, stake) => Plus(sum, stake.Stated!.Value)).Contains(100);
        IsOver100 = Narrow();
        // For what is only possible there is no room left.
        Stakes = [.. stakes.Where(stake => stake.Certainty != Certainty.Possible || stake.Share.Upper > 0)];
        // What the narrowed stakes leave: the most is what their least leaves.
        Remainder = Together.Rest();
    }

    /// <summary>Internal number of the company.</summary>
    public long Company { get; }

    /// <summary>What each owner holds itself, by owner.</summary>
    public IReadOnlyList<Stake> Stakes { get; }

    /// <summary>The claims that are not carried forward because what was stated later stands instead.</summary>
    public IReadOnlyList<StakeClaim> Superseded { get; }

    /// <summary>The claims of stakes that are stated as held through others: kept apart, for such stakes are made of others.</summary>
    public IReadOnlyList<StakeClaim> Indirect { get; }

    /// <summary>The claims left out only because no one knows when they were published.</summary>
    public IReadOnlyList<StakeClaim> Undated { get; }

    /// <summary>Whether the stakes that were held, or are carried forward, are all of stated size and make the whole within the precision they are printed with. What only possibly was held leaves it so.</summary>
    public bool IsComplete { get; }

    /// <summary>Whether the stakes are more than the whole, by the least that is stated of each.</summary>
    public bool IsOver100 { get; }

    /// <summary>What is held by owners that no claim names, in percent.</summary>
    public ShareRange Remainder { get; }

    /// <summary>The holders by the claims of one company.</summary>
    public static Holders Of(long company, IEnumerable<StakeClaim> claims, OwnershipQuestion question)
    {
        var admitted = claims.Where(question.Admits).ToList();
        var known = admitted.FindAll(question.Knows);
        var superseded = known.FindAll(claim => claim.Interest != Interest.Indirect && question.IsSuperseded(claim));
        var stakes = known.Except(superseded).Where(claim => claim.Interest != Interest.Indirect).GroupBy(claim => claim.Owner).OrderBy(group => group.Key).Select(group => Stake.Of([.. group], question));
        return new(
            company,
            [.. stakes],
            [.. superseded.OrderBy(claim => claim.Key)],
            [.. known.Where(claim => claim.Interest == Interest.Indirect).OrderBy(claim => claim.Key)],
            question.AsOf.KnownOn is null ? [] : [.. admitted.Where(claim => claim.FirstReported is null).OrderBy(claim => claim.Key)]);
    }

    private ShareRange Together => Stakes.Aggregate(ShareRange.None, (all, stake) => all.Plus(stake.Share));

    private bool Narrow()
    {
        var least = Together;
        if (least.IsMoreThan(100))
        {
            // "More than 50 %" twice is more than the whole, by nobody knows how little.
            var excess = Math.Max(least.Lower - 100, Least);
            foreach (var stake in Stakes)
                stake.Share = stake.Share.From(Math.Max(0, stake.Share.Lower - excess));
        }

        // What is less certain takes no room from what is more so.
        foreach (var (stake, others) in Stakes.Select(stake => (stake, Others(stake))).ToList())
            stake.Share = stake.Share.To(100 - others.Lower, others.LowerInclusive);

        return least.IsMoreThan(100);
    }

    private ShareRange Others(Stake stake) =>
        Stakes.Where(other => other != stake && other.Certainty <= stake.Certainty).Aggregate(ShareRange.None, (all, other) => all.Plus(other.Share));

    private static Interval Plus(Interval a, Interval b) =>
        new(a.Lower + b.Lower, a.LowerInclusive && b.LowerInclusive, a.Upper + b.Upper, a.UpperInclusive && b.UpperInclusive);
}
