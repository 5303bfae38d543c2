using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Agreements;
using KnowledgeApi.Knowledge.Reasoning.Rules;

namespace KnowledgeApi.Knowledge.Reasoning;

/// <summary>Counts how well claims are borne out.</summary>
public static class Coverages
{
    /// <summary>The coverage of the whole base, then that of each entity.</summary>
    public static IReadOnlyList<Coverage> Of(Premises premises)
    {
        var conflicting = premises.Groups.Where(group => group.Verdict == Verdict.Conflicting).SelectMany(group => group.Claims).ToHashSet();
        return [Count(null, premises.Claims, conflicting), .. premises.Entities.Select(entity => Count(entity, entity.Claims, conflicting))];
    }

    private static Coverage Count(Entity? entity, IReadOnlyCollection<Claim> claims, HashSet<Claim> conflicting) => new()
    {
        Key = entity?.Key ?? Coverage.WholeBase,
        EntityKey = entity?.Key,
        Entity = entity,
        Claims = claims.Count,
        Cited = claims.Count(claim => claim.Citations.Count > 0),
        Verified = claims.Count(claim => claim.Citations.Exists(citation => citation.Alignment is Alignment.Exact or Alignment.Normalized)),
        Conflicting = claims.Count(conflicting.Contains),
        SingleSource = claims.Count(claim => claim.IndependentSources == 1),
        CommentsOnly = claims.Count(claim => Support(claim).Any() && Support(claim).All(citation => citation.Section == Section.Comment)),
        Undated = claims.Count(claim => claim.Validity is null),
        Unreported = claims.Count(claim => claim.FirstReported is null),
    };

    private static IEnumerable<Citation> Support(Claim claim) => claim.Citations.Where(citation => citation.Stance == Stance.Supports);
}
