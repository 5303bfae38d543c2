using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Claims;

/// <inheritdoc cref="Claim"/>
[InterfaceType<Claim>]
public static class ClaimType
{
    /// <summary>How certain it is that the claim held on a day; null if it cannot have. Without a stated time it possibly held on any day.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="on">The day.</param>
    /// <param name="knownOn">Only what had been reported by the end of this day counts; everything if left out.</param>
    public static Certainty? GetCertainty([Parent(nameof(Claim.Times), nameof(Claim.FirstReported), nameof(Claim.ReportedFrom))] Claim claim, DateOnly on, DateOnly? knownOn = null) =>
        claim.CertaintyOn(on, new(knownOn));
}
