using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Agreements;

/// <summary>In which mood claims speak: facts are never compared with plans.</summary>
internal static class Moods
{
    /// <summary>The mood of claims of a status.</summary>
    public static Mood Of(ClaimStatus status) => status switch
    {
        ClaimStatus.Actual or ClaimStatus.Reported => Mood.Fact,
        ClaimStatus.Announced or ClaimStatus.Planned => Mood.Intention,
        ClaimStatus.Target => Mood.Target,
        ClaimStatus.Forecast => Mood.Forecast,
        ClaimStatus.Proposed => Mood.Proposal,
        ClaimStatus.Abandoned => Mood.Abandoned,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Is no status."),
    };

    /// <summary>What a claim states of what and in which mood: only claims of one such key are compared.</summary>
    public static PropertyKey KeyOf(Claim claim)
    {
        var key = ClaimDescriptors.Of(claim).KeyOf(claim);
        var mood = Of(claim.Status);
        return mood == Mood.Fact ? key : new($"{key.Slug}.{EnumNames.Name(mood).ToLowerInvariant()}", $"{key.Label} ({EnumNames.Words(mood)})");
    }
}
