using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Kinds;

/// <summary>
/// The kinds of events that happen once to those they happen to, so that two claims are of one event and its date can be
/// compared. Events of other kinds can happen again and again: only a reader can judge which are the same.
/// </summary>
public static class OnceOnly
{
    /// <summary>Each kind, with the parts of those who together make out the one event.</summary>
    public static IReadOnlyDictionary<EventKind, IReadOnlyList<ParticipantRole>> Kinds { get; } = new Dictionary<EventKind, IReadOnlyList<ParticipantRole>>
    {
        // Whoever founds it, a thing is founded once.
        [EventKind.Founding] = [ParticipantRole.Subject],
        [EventKind.Launch] = [ParticipantRole.Subject, ParticipantRole.Product],
        [EventKind.Merger] = [ParticipantRole.Subject, ParticipantRole.Target],
        // One company may be bought many times, but by one buyer once.
        [EventKind.Acquisition] = [ParticipantRole.Target, ParticipantRole.Buyer],
    };

    /// <summary>Those who make out the event, by part; null if it is of a kind that happens again or lacks one of them.</summary>
    public static IReadOnlyList<(ParticipantRole Role, Entity Entity)>? Identify(Event @event)
    {
        if (!Kinds.TryGetValue(@event.Kind, out var roles))
            return null;
        var entities = @event.Participants
            .Where(participation => roles.Contains(participation.Role))
            .Select(participation => (participation.Role, participation.Entity))
            .OrderBy(pair => pair.Role).ThenBy(pair => pair.Entity.Slug, StringComparer.Ordinal)
            .ToList();
        // A launch names a subject or a product, a merger subjects or a target; an acquisition must name both sides.
        var complete = @event.Kind == EventKind.Acquisition ? roles.All(role => entities.Exists(pair => pair.Role == role)) : entities.Count > 0;
        return complete ? entities : null;
    }
}
