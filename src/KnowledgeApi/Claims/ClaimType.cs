using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Claims;

/// <inheritdoc cref="Claim"/>
[InterfaceType<Claim>]
public static class ClaimType
{
    /// <summary>The time the claim speaks of: the fiscal period of a figure, the date of an event. Null if none is stated.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="asOf">As known then.</param>
    [BindMember(nameof(Claim.Validity))]
    public static Period? GetValidity([Parent(nameof(Claim.Validity), nameof(Claim.EndReported), nameof(Claim.Times))] Claim claim, AsOf? asOf = null) =>
        asOf?.KnownOn is { } known && claim.Validity is { } validity ? validity.KnownOn(known, claim.EndReported).With(claim.Times, new(known)) : claim.Validity;

    /// <summary>The first day by which the end of `validity` was public. Null if no dated source states an end.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="asOf">As known then.</param>
    [BindMember(nameof(Claim.EndReported))]
    public static DateOnly? GetEndReported([Parent(nameof(Claim.EndReported))] Claim claim, AsOf? asOf = null) =>
        claim.EndReported > asOf?.KnownOn ? null : claim.EndReported;

    /// <summary>How certain it is that the claim held on a day; null if it cannot have. Without a stated time it possibly held on any day.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="on">The day.</param>
    /// <param name="knownOn">Only what had been reported by the end of this day counts; everything if left out.</param>
    /// <param name="asOf">As known then.</param>
    public static Certainty? GetCertainty(
        [Parent(nameof(Claim.Times), nameof(Claim.FirstReported), nameof(Claim.ReportedFrom))] Claim claim, DateOnly on, DateOnly? knownOn = null, AsOf? asOf = null) =>
        claim.CertaintyOn(on, knownOn is null ? asOf?.ToKnownBy() ?? default : new(knownOn));
}
