using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Agreements;

/// <summary>
/// The kinds of events that happen once to those they happen to, so that two tellings are of one event and its date can be
/// compared. Events of other kinds can happen again and again: nothing but a reader can tell which are the same.
/// </summary>
public static class OnceOnly
{
    /// <summary>Each kind, with the parts of those who together make out the one event.</summary>
    public static IReadOnlyDictionary<EventKind, IReadOnlyList<Part>> Kinds { get; } = new Dictionary<EventKind, IReadOnlyList<Part>>
    {
        // Whoever founds it, a thing is founded once.
        [EventKind.Founding] = [Part.Subject],
        [EventKind.Launch] = [Part.Subject, Part.Product],
        [EventKind.Merger] = [Part.Subject, Part.Target],
        // One company may be bought many times, but by one buyer once.
        [EventKind.Acquisition] = [Part.Target, Part.Buyer],
    };

    /// <summary>Those who make out the event, by part; null if it is of a kind that happens again or lacks one of them.</summary>
    public static IReadOnlyList<(Part Part, Entity Entity)>? Identify(Event @event)
    {
        if (!Kinds.TryGetValue(@event.Kind, out var parts))
            return null;
        var entities = @event.Participants
            .Where(participation => parts.Contains(participation.Part))
            .Select(participation => (participation.Part, participation.Entity))
            .OrderBy(pair => pair.Part).ThenBy(pair => pair.Entity.Slug, StringComparer.Ordinal)
            .ToList();
        // A launch names a subject or a product, a merger subjects or a target; an acquisition must name both sides.
        var complete = @event.Kind == EventKind.Acquisition ? parts.All(part => entities.Exists(pair => pair.Part == part)) : entities.Count > 0;
        return complete ? entities : null;
    }
}
