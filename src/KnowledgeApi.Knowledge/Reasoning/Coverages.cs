using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning;

/// <summary>How well claims are borne out, as it is stored.</summary>
public static class Coverages
{
    /// <summary>The coverage of the whole base, then that of each entity.</summary>
    public static IEnumerable<Coverage> Of(Tallies tallies) => tallies.Entities.Select(entity => entity.Claims.ToCoverage(entity.Key)).Prepend(tallies.All.ToCoverage(null));
}
