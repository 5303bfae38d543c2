using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Kinds;

/// <summary>What claims must have in common for their values to be compared.</summary>
internal static class Comparison
{
    /// <summary>Whether two periods overlap and need not follow each other. A time that is not stated is that of any.</summary>
    public static bool SameTime(Period? a, Period? b) =>
        a is null || b is null || a.PossiblyOverlaps(b) && !a.MayBeFollowedBy(b) && !b.MayBeFollowedBy(a);

    /// <summary>Whether two shares can be of the same: both of capital, both of votes, or of what is not stated.</summary>
    public static bool SameBasis(ShareBasis a, ShareBasis b) => a == b || a == ShareBasis.Unstated || b == ShareBasis.Unstated;
}
