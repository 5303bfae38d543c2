using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Agreements;

/// <summary>In which mood claims speak: facts are never compared with plans.</summary>
internal static class Mood
{
    /// <summary>The modality of claims of a status.</summary>
    public static Modality Of(ClaimStatus status) => status switch
    {
        ClaimStatus.Actual or ClaimStatus.Reported => Modality.Fact,
        ClaimStatus.Announced or ClaimStatus.Planned => Modality.Intention,
        ClaimStatus.Target => Modality.Target,
        ClaimStatus.Forecast => Modality.Forecast,
        ClaimStatus.Proposed => Modality.Proposal,
        ClaimStatus.Abandoned => Modality.Abandoned,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Is no status."),
    };

    /// <summary>What a claim states of what and in which mood: only claims of one such key are compared.</summary>
    public static PropertyKey KeyOf(Claim claim)
    {
        var key = ClaimDescriptors.Of(claim).KeyOf(claim);
        var modality = Of(claim.Status);
        return modality == Modality.Fact ? key : new($"{key.Slug}.{EnumNames.Name(modality).ToLowerInvariant()}", $"{key.Label} ({EnumNames.Words(modality)})");
    }
}
