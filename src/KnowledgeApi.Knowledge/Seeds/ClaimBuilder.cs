using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Evidence;
using KnowledgeApi.Knowledge.SeedFormat;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>Builds claims: what they have in common itself, the rest by the descriptors of their kinds.</summary>
/// <param name="sections">The sections of seed files.</param>
/// <param name="diagnostics">Where problems go.</param>
/// <param name="entities">The entities that claims may be about.</param>
/// <param name="claims">The claims that others may name.</param>
/// <param name="questions">The questions that claims may answer.</param>
/// <param name="citations">Builds their citations.</param>
/// <param name="existences">Since when and until when entities existed, by their ids.</param>
internal sealed class ClaimBuilder(
    SeedSections sections, SeedDiagnostics diagnostics, Registry<Entity> entities, Registry<Claim> claims, Registry<Question> questions, CitationBuilder citations, IReadOnlyDictionary<string, Existence> existences)
{
    /// <summary>Builds a claim and enters it with those it is about; null if something is missing or wrong, which is reported.</summary>
    /// <param name="item">Its seed.</param>
    /// <param name="firstCitation">The number of its first citation.</param>
    public Claim? Build(SeedItem item, long firstCitation)
    {
        var failures = diagnostics.Failures;
        var kind = sections.Claims[item.Kind].Kind;
        var map = new SeedMap(item.Node, kind.Mapping, diagnostics);
        var unbound = citations.Read(map.Get(ClaimKeys.Citations) ?? []);
        var seed = new ClaimSeed(map, item.Id?.Text ?? "", ReadCore(map, item.Key, unbound), new(sections.Kinds, entities, claims), diagnostics);
        var claim = kind.Build(seed);
        foreach (var participant in map.Get(ClaimKeys.Participants) ?? [])
            if (participant.Get(ParticipantKeys.Role) is { } role)
                seed.Participants.Add(entities.Find(participant.Get(ParticipantKeys.Entity)), role, participant.LocationOf("entity"));
        if (claim is null || item.Id is null || diagnostics.Failures > failures)
        {
            diagnostics.FailedElsewhere();
            return null;
        }

        claim.Subject.ClaimsAbout.Add(claim);
        seed.Participants.AttachTo(claim);
        CitationBuilder.Add(unbound, claim, firstCitation);
        SetTimes(claim, kind, unbound);
        return claim;
    }

    // A statement is made, whatever it states.
    private void SetTimes(Claim claim, ClaimDescriptor kind, List<CitationBuilder.UnboundCitation> unbound)
    {
        var evidence = new ClaimEvidence
        {
            Status = claim is Statement ? ClaimStatus.Actual : claim.Status,
            IsDeprecated = claim.Rank == ClaimRank.Deprecated,
            Happens = kind.Happens,
            Lasts = kind.Lasts,
            IsMadeWhereItStands = claim is Statement && unbound.TrueForAll(citation => citation.Voice is { Stance: not Stance.Supports } or { Attribution: Attribution.Article or Attribution.ReaderComment }),
            Validity = claim.Validity,
            Tellings = [.. unbound.Where(citation => citation is { Voice.Stance: Stance.Supports, StatesEnd: false }).Select(citation => new Telling(citation.Written, citation.IsPast))],
            EndKnown = claim.EndReported,
            IsEndApart = unbound.Exists(citation => citation.StatesEnd),
        };
        var rows = ClaimDays.Of(evidence).Concat(kind.ExistingIn(claim).Select(entity => existences.GetValueOrDefault(entity.Slug)).OfType<Existence>().SelectMany(existence => existence.Excluded));
        claim.SetTimes(new([.. rows.Distinct()]));
    }

    private ClaimCore ReadCore(SeedMap map, long key, List<CitationBuilder.UnboundCitation> unbound)
    {
        var supporting = unbound.FindAll(citation => citation.Voice.Stance == Stance.Supports);
        var reported = supporting.ConvertAll(citation => citation.Written.Latest).FindAll(day => day is not null);
        var core = new ClaimCore(
            key,
            map.Get(ClaimKeys.Status) ?? ClaimStatus.Actual,
            map.Get(ClaimKeys.Validity),
            reported.Min(),
            supporting.Exists(citation => citation.Written.Earliest is null) ? null : supporting.Min(citation => citation.Written.Earliest),
            reported.Max(),
            EndReported(map, unbound, reported.Min()),
            map.Get(ClaimKeys.Wording),
            map.Get(ClaimKeys.Rank) ?? ClaimRank.Normal,
            map.Get(ClaimKeys.RankReason),
            map.Get(ClaimKeys.Note),
            Sources.CountIndependent(unbound.Select(citation => citation.Voice)),
            questions.Find(map.Get(ClaimKeys.Question)));
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
        return !hasEnd ? null : places.Count == 0 ? firstReported : places.Min(citation => citation.Written.Latest);
    }

    private void CheckRank(SeedMap map, ClaimRank rank)
    {
        if (rank != ClaimRank.Normal && !map.Has("rank-reason"))
            diagnostics.Error(map.LocationOf("rank"), $"The rank {EnumNames.Name(rank)} without \"rank-reason\". Expected the reason in words.");
        if (rank == ClaimRank.Normal && map.Has("rank-reason"))
            diagnostics.Error(map.LocationOf("rank-reason"), "\"rank-reason\" with the rank NORMAL. Expected it only with PREFERRED or DEPRECATED.");
    }
}
