using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Ownership;

/// <summary>How the tellings of one stake go together, by the ranges their words allow. Tellings of times that do not meet are not compared.</summary>
public enum StakeAgreement
{
    /// <summary>One claim alone tells of it.</summary>
    Single,

    /// <summary>All tell the same.</summary>
    Identical,

    /// <summary>They tell it differently, but one share can be meant by all.</summary>
    Consistent,

    /// <summary>No share can be meant by all.</summary>
    Conflicting,
}

/// <summary>
/// What someone holds of a company itself, not through others, by all claims that count. The claims that certainly held on the day
/// decide alone if there are any: the share is what all of them allow, or if they conflict whatever any of them allows.
/// Otherwise those that possibly held decide: the share is from 0, for it may not have been held at all, to the most any of them allows.
/// A claim without a size leaves the word to those with one, and if there are none the share is from 0 to 100. Where it is
/// not told whether a stake is held through others, the part held directly may be nothing, so it is from 0 as well.
/// </summary>
public sealed class Stake
{
    private Stake(long owner, long company, IReadOnlyList<StakeClaim> claims, Certainty certainty, StakeAgreement agreement, Interval told)
    {
        (Owner, Company, Claims, Certainty, Agreement, Told) = (owner, company, claims, certainty, agreement, told);
        Share = ShareRange.Of(told);
    }

    /// <summary>Internal number of the owner.</summary>
    public long Owner { get; }

    /// <summary>Internal number of the company.</summary>
    public long Company { get; }

    /// <summary>The claims, the one to quote first before the others: deciding, precise, told as a fact, often cited.</summary>
    public IReadOnlyList<StakeClaim> Claims { get; }

    /// <summary>POSSIBLE if none of its claims certainly held on the day.</summary>
    public Certainty Certainty { get; }

    /// <summary>How its claims go together.</summary>
    public StakeAgreement Agreement { get; }

    /// <summary>The percent the claims allow.</summary>
    public Interval Told { get; }

    /// <summary>The percent the claims allow, and the other owners leave room for.</summary>
    public ShareRange Share { get; internal set; }

    /// <summary>Whether any claim that decides tells a size.</summary>
    public bool IsSized { get; private init; }

    /// <summary>Whether the size is told with a least and a greatest value, by claims that do not conflict.</summary>
    public bool IsPrecise { get; private init; }

    /// <summary>Whether it is told that the owner itself holds it.</summary>
    public bool IsDirect { get; private init; }

    /// <summary>Whether it is made of claims about capital and claims about votes.</summary>
    public bool MixesBases { get; private init; }

    /// <summary>The stake that claims of one owner and company, at least one, make.</summary>
    internal static Stake Of(IReadOnlyCollection<StakeClaim> claims, OwnershipQuestion question)
    {
        var certain = claims.Where(claim => question.CertaintyOf(claim) == Certainty.Certain).ToHashSet();
        var certainty = certain.Count > 0 ? Certainty.Certain : Certainty.Possible;
        var deciding = certain.Count > 0 ? certain : [.. claims];
        var sized = deciding.Where(claim => claim.Told is not null).ToList();
        var isDirect = deciding.Any(claim => claim.Interest == Interest.Direct);
        var (told, isHull) = Combine(sized, certainty);
        var first = claims.First();
        return new(first.Owner, first.Company, [.. Order(claims, deciding)], certainty, Compare(claims), told)
        {
            IsSized = sized.Count > 0,
            IsPrecise = !isHull && certainty == Certainty.Certain && isDirect && sized.Exists(claim => claim.Told is { Lower: not null, Upper: not null }),
            IsDirect = isDirect,
            MixesBases = claims.Any(claim => claim.Basis == ShareBasis.Capital) && claims.Any(claim => claim.Basis == ShareBasis.Votes),
        };
    }

    private static (Interval Told, bool IsHull) Combine(List<StakeClaim> sized, Certainty certainty)
    {
        if (sized.Count == 0)
            return (Interval.Closed(0, 100), false);
        var ranges = sized.ConvertAll(Allowed);
        var hull = ranges.Aggregate((a, b) => a.Hull(b));
        if (certainty == Certainty.Possible)
            return (hull.Hull(Interval.Point(0)), true);
        var common = ranges.Aggregate((Interval?)ranges[0], (a, b) => a?.Intersection(b));
        return (common ?? hull, common is null);
    }

    private static Interval Allowed(StakeClaim claim)
    {
        var told = claim.Told!.Value;
        var percent = told.Intersection(Interval.Closed(0, 100)) ?? Interval.Point(told.Lower > 100 ? 100 : 0);
        return claim.Interest == Interest.Direct ? percent : percent.Hull(Interval.Point(0));
    }

    private static IEnumerable<StakeClaim> Order(IReadOnlyCollection<StakeClaim> claims, HashSet<StakeClaim> deciding) => claims
        .OrderByDescending(deciding.Contains)
        .ThenBy(claim => claim.Told is { } told ? (told.Upper ?? 100) - (told.Lower ?? 0) : decimal.MaxValue)
        .ThenBy(claim => claim.Status)
        .ThenByDescending(claim => claim.Citations)
        .ThenBy(claim => claim.Key);

    private static StakeAgreement Compare(IReadOnlyCollection<StakeClaim> claims)
    {
        if (claims.Count == 1)
            return StakeAgreement.Single;
        var all = claims.ToList();
        if (all.Exists(a => all.Exists(b => Conflict(a, b))))
            return StakeAgreement.Conflicting;
        return all.TrueForAll(claim => claim.Told == all[0].Told) ? StakeAgreement.Identical : StakeAgreement.Consistent;
    }

    private static bool Conflict(StakeClaim a, StakeClaim b) =>
        a.Told is not null && b.Told is not null && !Allowed(a).Overlaps(Allowed(b))
        && (a.Validity is null || b.Validity is null || a.Validity.PossiblyOverlaps(b.Validity));
}
