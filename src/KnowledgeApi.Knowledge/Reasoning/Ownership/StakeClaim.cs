using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Ownership;

/// <summary>What reasoning about ownership needs to know of a claim of a stake.</summary>
/// <param name="Key">Internal number of the claim.</param>
/// <param name="Owner">Internal number of the owner.</param>
/// <param name="Company">Internal number of the company.</param>
public sealed record StakeClaim(long Key, long Owner, long Company)
{
    /// <summary>The short stable name of the claim.</summary>
    public string Slug { get; init; } = "";

    /// <summary>The percent it allows. Null if it states no size.</summary>
    public Interval? Stated { get; init; }

    /// <summary>Whether the stake is held directly.</summary>
    public Interest Interest { get; init; }

    /// <summary>What the percentage is of.</summary>
    public ShareBasis Basis { get; init; } = ShareBasis.Unstated;

    /// <summary>Whether it is stated as a fact, as hearsay, as a plan ...</summary>
    public ClaimStatus Status { get; init; }

    /// <summary>How the curators rank it.</summary>
    public ClaimRank Rank { get; init; } = ClaimRank.Normal;

    /// <summary>The time it speaks of. Null if it states none.</summary>
    public Period? Validity { get; init; }

    /// <summary>The first day by which it was public. Null if none of its sources is dated.</summary>
    public DateOnly? FirstReported { get; init; }

    /// <summary>The first day on which it may have been public. Null if nothing limits it.</summary>
    public DateOnly? ReportedFrom { get; init; }

    /// <summary>What is known of the days on which it held.</summary>
    public ClaimTimes Times { get; init; } = ClaimTimes.None;

    /// <summary>The size as printed. Null if none is.</summary>
    public string? Wording { get; init; }

    /// <summary>Whether it is the claim to quote first of the claims it agrees or disagrees with.</summary>
    public bool IsQuotedFirst { get; init; }

    /// <summary>How many places say it.</summary>
    public int Citations { get; init; }

    /// <summary>What reasoning needs of a claim of the base.</summary>
    public static StakeClaim Of(Shareholding claim) => new(claim.Key, claim.OwnerKey, claim.CompanyKey)
    {
        Slug = claim.Slug,
        Stated = claim.Share?.ToInterval(),
        Interest = claim.Interest,
        Basis = claim.Basis,
        Status = claim.Status,
        Rank = claim.Rank,
        Validity = claim.Validity,
        FirstReported = claim.FirstReported,
        ReportedFrom = claim.ReportedFrom,
        Times = claim.Times,
        Wording = claim.Share?.Wording,
        IsQuotedFirst = claim.QuotedFirstInKey is not null,
        Citations = claim.Citations.Count(citation => citation.Stance == Stance.Supports),
    };
}

/// <summary>Someone who owns or is owned, as pictures and messages name them.</summary>
/// <param name="Key">Internal number of the entity.</param>
/// <param name="Slug">Its short stable name.</param>
/// <param name="Name">The name this base uses for it.</param>
/// <param name="Kind">Its class by its C# name, such as PublicBody.</param>
public sealed record Party(long Key, string Slug, string Name, string Kind);

/// <summary>Which claims of stakes count: as of when, of what, stated how.</summary>
public sealed record OwnershipQuestion
{
    private static readonly IReadOnlySet<ClaimStatus> Facts = new HashSet<ClaimStatus> { ClaimStatus.Actual, ClaimStatus.Reported };

    /// <summary>What held when, and known by when.</summary>
    public AsOf AsOf { get; init; } = new();

    /// <summary>Stakes of capital, or of votes; claims that do not say which always count. Null for any.</summary>
    public ShareBasis? Basis { get; init; }

    /// <summary>The statuses that count: facts and hearsay, unless said otherwise. Hearsay is possible at most, and plans are not ownership.</summary>
    public IReadOnlySet<ClaimStatus> Statuses { get; init; } = Facts;

    /// <summary>The day that is asked for: that of knowledge if no other is, and else the end of time, which is the last known state.</summary>
    public DateOnly Day => AsOf.ValidOn ?? AsOf.KnownOn ?? DateOnly.MaxValue;

    /// <summary>Whether a claim counts, apart from when it was known.</summary>
    public bool Admits(StakeClaim claim) =>
        Statuses.Contains(claim.Status)
        && claim.Rank != ClaimRank.Deprecated
        && (Basis is null || claim.Basis == Basis || claim.Basis == ShareBasis.Unstated)
        && CertaintyOf(claim) <= AsOf.Certainty;

    /// <summary>Whether a claim had been reported.</summary>
    public bool Knows(StakeClaim claim) => AsOf.ToKnownBy().Includes(claim.FirstReported, claim.ReportedFrom);

    /// <summary>How certain it is that a claim held on the day asked for; null if it did not.</summary>
    public Certainty? CertaintyOf(StakeClaim claim) => claim.Times.On(Day, AsOf.ToKnownBy());

    /// <summary>Whether something else stands on the day asked for that was stated later.</summary>
    public bool IsSuperseded(StakeClaim claim) => CertaintyOf(claim) != Certainty.Certain && claim.Times.IsSuperseded(Day, AsOf.ToKnownBy());

    /// <summary>When a claim was last stated to hold up to the day asked for; null if it never was, or does not stand any more.</summary>
    public PartialDate? LastStatedOf(StakeClaim claim) => claim.Times.LastStated(Day, AsOf.ToKnownBy());
}
