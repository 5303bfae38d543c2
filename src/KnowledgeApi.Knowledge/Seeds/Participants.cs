using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>The entities that take part in one claim, each once.</summary>
internal sealed class Participants(Reading reading)
{
    private readonly List<(Entity Entity, Part Part)> _parts = [];

    /// <summary>Adds an entity, if there is one, and returns it; a second part of the same entity is reported.</summary>
    public T? Add<T>(T? entity, Part part, Place place)
        where T : Entity
    {
        if (entity is null)
            return null;
        var taken = _parts.Find(taken => taken.Entity == entity);
        if (taken.Entity is null)
            _parts.Add((entity, part));
        else
            reading.Error(place, $"\"{entity.Slug}\" takes part twice, as {Store.Screaming.Name(taken.Part)} and as {Store.Screaming.Name(part)}. Expected one part for each entity.");
        return entity;
    }

    public void AttachTo(Claim claim)
    {
        foreach (var (entity, part) in _parts)
        {
            var participation = new Participation { ClaimKey = claim.Key, Claim = claim, EntityKey = entity.Key, Entity = entity, Part = part, Ordinal = claim.Participants.Count + 1 };
            claim.Participants.Add(participation);
            claim.Entities.Add(entity);
            entity.Participations.Add(participation);
            entity.Claims.Add(claim);
        }
    }
}
