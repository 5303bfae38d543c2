using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Agreements;

namespace KnowledgeApi.Knowledge.Reasoning.Ownership;

/// <summary>
/// What someone holds of a company itself, not through others, by all claims that count. Facts decide before plans are asked. Of these the claims that certainly held on the day decide alone
/// if there are any; else those stated before that are not known to have ended, carried forward; else those that possibly held. What is stated is what all that decide allow, or if they
/// conflict whatever any of them allows; of what only possibly held, whatever any allows. A claim without a size leaves the word to those with one.
/// The share is what is stated, or from 0 to 100 if nothing is; but from 0 if the stake may not have been held at all on the day, or no
/// claim says that it is held directly: the part held directly then may be nothing.
/// </summary>
public sealed class Stake
{
    private Stake(IReadOnlyList<StakeClaim> claims, Certainty certainty, Verdict agreement, Interval? stated, bool isDirect)
    {
        (Owner, Company, Claims, Certainty, Agreement, Stated, IsDirect) = (claims[0].Owner, claims[0].Company, claims, certainty, agreement, stated, isDirect);
        Share = ShareRange.Of(stated ?? Whole);
        if (certainty == Certainty.Possible || !isDirect)
            Share = Share.From(0);
    }

    private static Interval Whole { get; } = Interval.Closed(0, 100);

    /// <summary>Internal number of the owner.</summary>
    public long Owner { get; }

    /// <summary>Internal number of the company.</summary>
    public long Company { get; }

    /// <summary>The claims: those that decide, then those their groups quote first, then those stated as facts, the precise, the often cited.</summary>
    public IReadOnlyList<StakeClaim> Claims { get; }

    /// <summary>How certain it is that it was held on the day: as certain as the claims that decide.</summary>
    public Certainty Certainty { get; }

    /// <summary>When it was last stated to be held, up to the day asked for. Null if it never was, or may have ended since.</summary>
    public PartialDate? LastStated { get; private init; }

    /// <summary>How its claims go together. Compared are those of one time, one basis and one mood, as everywhere (<see cref="AgreementFinder"/>).</summary>
    public Verdict Agreement { get; }

    /// <summary>The percent that the claims that decide state, if it was held and held directly. Null if none states a size.</summary>
    public Interval? Stated { get; }

    /// <summary>The percent it can have been, as far as the other owners leave room for it.</summary>
    public ShareRange Share { get; internal set; }

    /// <summary>Whether the size is stated with a least and a greatest value, by claims that do not conflict.</summary>
    public bool IsPrecise { get; private init; }

    /// <summary>Whether it is stated that the owner itself holds it.</summary>
    public bool IsDirect { get; }

    /// <summary>Whether it is made of claims about capital and claims about votes.</summary>
    public bool MixesBases { get; private init; }

    /// <summary>The stake that claims of one owner and company, at least one, make.</summary>
    internal static Stake Of(IReadOnlyCollection<StakeClaim> claims, OwnershipQuestion question)
    {
        var mood = claims.Min(claim => Moods.Of(claim.Status));
        List<StakeClaim> alike = [.. claims.Where(claim => Moods.Of(claim.Status) == mood)];
        var certainty = alike.Min(question.CertaintyOf)!.Value;
        var deciding = alike.FindAll(claim => question.CertaintyOf(claim) == certainty);
        var sized = deciding.FindAll(claim => claim.Stated is not null);
        var isDirect = deciding.Exists(claim => claim.Interest == Interest.Direct);
        var common = sized.Aggregate((Interval?)Whole, (range, claim) => range?.Intersection(Percent(claim)));
        var stated = sized.Count == 0 ? (Interval?)null
            : certainty != Certainty.Possible && common is not null ? common
            : sized.Select(Percent).Aggregate((a, b) => a.Hull(b));
        return new([.. Order(claims, deciding)], certainty, Compare(certainty == Certainty.LastKnown ? deciding : alike), stated, isDirect)
        {
            LastStated = deciding.Select(question.LastStatedOf).OfType<PartialDate>().MaxBy(date => (date.Latest, date.Earliest)),
            IsPrecise = certainty != Certainty.Possible && common is not null && isDirect && sized.Exists(claim => claim.Stated is { Lower: not null, Upper: not null }),
            MixesBases = alike.Exists(claim => claim.Basis == ShareBasis.Capital) && alike.Exists(claim => claim.Basis == ShareBasis.Votes),
        };
    }

    private static Interval Percent(StakeClaim claim) => claim.Stated!.Value.Intersection(Whole) ?? Interval.Point(claim.Stated.Value.Lower > 100 ? 100 : 0);

    private static IEnumerable<StakeClaim> Order(IReadOnlyCollection<StakeClaim> claims, List<StakeClaim> deciding) => claims
        .OrderByDescending(deciding.Contains)
        .ThenByDescending(claim => claim.IsQuotedFirst)
        .ThenBy(claim => claim.Status)
        .ThenBy(claim => claim.Stated is { } stated ? (stated.Upper ?? 100) - (stated.Lower ?? 0) : decimal.MaxValue)
        .ThenByDescending(claim => claim.Citations)
        .ThenBy(claim => claim.Key);

    private static Verdict Compare(List<StakeClaim> claims)
    {
        if (claims.Count == 1)
            return Verdict.Single;
        if (claims.Exists(a => claims.Exists(b => AreApart(a, b) && Comparison.SameTime(a.Validity, b.Validity) && !Comparison.MayFollow(a.Validity, a.Times, b.Validity, b.Times))))
            return Verdict.Conflicting;
        return claims.TrueForAll(claim => claim.Stated == claims[0].Stated) ? Verdict.Identical : Verdict.Consistent;
    }

    private static bool AreApart(StakeClaim a, StakeClaim b) =>
        a.Stated is not null && b.Stated is not null && !Percent(a).Overlaps(Percent(b)) && a.Basis == b.Basis;
}
