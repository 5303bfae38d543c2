using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Evidence;
using KnowledgeApi.Knowledge.SeedFormat;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>Builds claims: what they have in common itself, the rest by the descriptors of their kinds.</summary>
internal sealed class ClaimBuilder(SeedSections sections, SeedDiagnostics diagnostics, Registry<Entity> entities, CitationBuilder citations)
{
    private readonly Registry<Claim> _claims = new("claim", diagnostics);
    private readonly Dictionary<string, Located> _prerequisites = [];

    public IReadOnlyList<Claim> Build(IReadOnlyList<SeedMap> files)
    {
        var items = new List<Item>();
        foreach (var file in files)
        {
            foreach (var (kind, section) in sections.Claims)
            {
                foreach (var map in file.Get(section) ?? [])
                    items.Add(Declare(map, kind, items.Count + 1));
            }
        }

        // A claim that another refers to is built before that one.
        foreach (var item in items.OrderBy(Depth))
            Add(item);
        return [.. _claims.All.OrderBy(claim => claim.Key)];
    }

    private Item Declare(SeedMap map, ClaimDescriptor kind, long key)
    {
        var id = map.Get(ClaimKeys.Id);
        if (id is not null && !_claims.Declare(id))
            id = null;
        if (id is not null && kind.PrerequisiteOf(map) is { } prerequisite)
            _prerequisites[id.Text] = prerequisite;
        return new(map, id, kind, key);
    }

    // How many claims lie before one; a circle ends where it would close and is reported there.
    private int Depth(Item item)
    {
        if (item.Id is null)
            return 0;
        var id = item.Id.Text;
        var seen = new HashSet<string> { id };
        var depth = 0;
        while (_prerequisites.TryGetValue(id, out var before))
        {
            depth++;
            if (!seen.Add(before.Text))
            {
                diagnostics.Error(before.Location, $"The {item.Kind.Mapping.Name} \"{before.Text}\" is its own cause, by way of others or at once. Expected causes that come to an end.");
                break;
            }
            id = before.Text;
        }
        return depth;
    }

    private void Add(Item item)
    {
        var failures = diagnostics.Failures;
        var map = item.Map;
        var unbound = citations.Read(map.Get(ClaimKeys.Citations) ?? []);
        var seed = new ClaimSeed(map, item.Id?.Text ?? "", ReadCore(map, item.Key, unbound), new(sections.Kinds, entities, _claims), diagnostics);
        var claim = item.Kind.Build(seed);
        foreach (var participant in map.Get(ClaimKeys.Participants) ?? [])
            if (participant.Get(ParticipantKeys.Role) is { } role)
                seed.Participants.Add(entities.Find(participant.Get(ParticipantKeys.Entity)), role, participant.LocationOf("entity"));
        if (claim is null || item.Id is null || diagnostics.Failures > failures)
        {
            diagnostics.FailedElsewhere();
            return;
        }
        _claims.Add(item.Id.Text, claim);
        claim.Subject.ClaimsAbout.Add(claim);
        seed.Participants.AttachTo(claim);
        citations.Add(unbound, claim);
    }

    private ClaimCore ReadCore(SeedMap map, long key, List<CitationBuilder.UnboundCitation> unbound)
    {
        var reported = unbound.Where(citation => citation.Voice.Stance == Stance.Supports).Select(citation => citation.Reported).Where(day => day is not null).ToList();
        var core = new ClaimCore(
            key,
            map.Get(ClaimKeys.Status) ?? ClaimStatus.Actual,
            map.Get(ClaimKeys.Validity),
            reported.Min(),
            reported.Max(),
            EndReported(map, unbound, reported.Min()),
            map.Get(ClaimKeys.Wording),
            map.Get(ClaimKeys.Rank) ?? ClaimRank.Normal,
            map.Get(ClaimKeys.RankReason),
            map.Get(ClaimKeys.Note),
            Sources.CountIndependent(unbound.Select(citation => citation.Voice)));
        CheckRank(map, core.Rank);
        return core;
    }

    // The end is reported with the rest unless a citation says that it is stated there.
    private DateOnly? EndReported(SeedMap map, List<CitationBuilder.UnboundCitation> unbound, DateOnly? firstReported)
    {
        var hasEnd = map.Get(ClaimKeys.Validity)?.End is not null;
        var places = unbound.FindAll(citation => citation.StatesEnd);
        if (places.Count > 0 && !hasEnd)
            diagnostics.Error(map.LocationOf("citations"), "A citation with \"states-end\", but the validity has no end. Expected it only where \"validity\" has \"end\".");
        return !hasEnd ? null : places.Count == 0 ? firstReported : places.Min(citation => citation.Reported);
    }

    private void CheckRank(SeedMap map, ClaimRank rank)
    {
        if (rank != ClaimRank.Normal && !map.Has("rank-reason"))
            diagnostics.Error(map.LocationOf("rank"), $"The rank {EnumNames.Name(rank)} without \"rank-reason\". Expected the reason in words.");
        if (rank == ClaimRank.Normal && map.Has("rank-reason"))
            diagnostics.Error(map.LocationOf("rank-reason"), "\"rank-reason\" with the rank NORMAL. Expected it only with PREFERRED or DEPRECATED.");
    }

    private sealed record Item(SeedMap Map, Located? Id, ClaimDescriptor Kind, long Key);
}
