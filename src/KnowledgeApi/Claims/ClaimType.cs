using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Claims;

/// <inheritdoc cref="Claim"/>
[InterfaceType<Claim>]
public static class ClaimType
{
    /// <summary>How certain it is that the claim held on a day; null if it did not. A claim that tells no time possibly held on any day.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="on">The day.</param>
    public static Certainty? GetCertainty([Parent(nameof(Claim.Validity))] Claim claim, DateOnly on) => claim.CertaintyOn(on);
}
