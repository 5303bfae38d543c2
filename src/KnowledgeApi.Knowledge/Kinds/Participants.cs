using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;

namespace KnowledgeApi.Knowledge.Kinds;

/// <summary>The entities that take part in one claim, each once.</summary>
internal sealed class Participants(SeedDiagnostics diagnostics)
{
    private readonly List<(Entity Entity, ParticipantRole Role)> _roles = [];

    /// <summary>Adds an entity, if there is one, and returns it; a second role of the same entity is reported.</summary>
    public T? Add<T>(T? entity, ParticipantRole role, SourceLocation location)
        where T : Entity
    {
        if (entity is null)
            return null;
        var taken = _roles.Find(taken => taken.Entity == entity);
        if (taken.Entity is null)
            _roles.Add((entity, role));
        else
            diagnostics.Error(location, $"\"{entity.Slug}\" takes part twice, as {EnumNames.Name(taken.Role)} and as {EnumNames.Name(role)}. Expected one role for each entity.");
        return entity;
    }

    public void AttachTo(Claim claim)
    {
        foreach (var (entity, role) in _roles)
        {
            var participation = new Participation { ClaimKey = claim.Key, Claim = claim, EntityKey = entity.Key, Entity = entity, Role = role, Ordinal = claim.Participants.Count + 1 };
            claim.Participants.Add(participation);
            claim.Entities.Add(entity);
            entity.Participations.Add(participation);
            entity.Claims.Add(claim);
        }
    }
}
