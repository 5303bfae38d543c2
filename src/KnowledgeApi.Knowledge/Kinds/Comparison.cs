using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Kinds;

/// <summary>What claims must have in common for their values to be compared.</summary>
internal static class Comparison
{
    /// <summary>Whether two periods overlap and need not follow each other. A time that is not stated is that of any.</summary>
    public static bool SameTime(Period? a, Period? b) =>
        a is null || b is null || a.PossiblyOverlaps(b) && !a.MayBeFollowedBy(b) && !b.MayBeFollowedBy(a);

    /// <summary>
    /// Whether one may have been over when the other began, by the days on which both are stated to hold still: then other values contradict nothing. What states no such day is of any time.
    /// </summary>
    public static bool MayFollow(Claim a, Claim b) => MayFollow(a.Validity, a.Times, b.Validity, b.Times);

    /// <summary>The same by the times of two claims and what is known of their days.</summary>
    public static bool MayFollow(Period? a, ClaimTimes timesOfA, Period? b, ClaimTimes timesOfB) =>
        IsOver(a) || IsOver(b) || a is { Ongoing: Ongoing.Yes } && b is { Ongoing: Ongoing.Yes } && (Follows(timesOfA, timesOfB) || Follows(timesOfB, timesOfA));

    // On some day, nobody says which.
    private static bool IsOver(Period? period) => period is { Ongoing: Ongoing.No, End: null };

    // It held on some day from the first on which its last document can have been written, and the other on some day by which its first was.
    private static bool Follows(ClaimTimes before, ClaimTimes after) =>
        before.Rows.Where(row => row.Type == ClaimTimeType.Stated).Max(row => row.From) < after.Rows.Where(row => row.Type == ClaimTimeType.Stated).Min(row => row.To);

    /// <summary>Whether two shares can be of the same: both of capital, both of votes, or of what is not stated.</summary>
    public static bool SameBasis(ShareBasis a, ShareBasis b) => a == b || a == ShareBasis.Unstated || b == ShareBasis.Unstated;
}
