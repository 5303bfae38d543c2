namespace KnowledgeApi.Knowledge.Model;

/// <summary>The claim that something happened or is to happen.</summary>
public sealed class Event : Claim
{
    /// <summary>The kind of event.</summary>
    public EventKind Kind { get; init; }

    /// <summary>What happened, in a few words.</summary>
    public required string Summary { get; init; }

    /// <summary>The date of the event. Null if not stated.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>The generally known date of an event that no document dates. It is not a claim; only the rules that check the base use it.</summary>
    public PartialDate? KnownDate { get; init; }

    /// <summary>Internal number of the cause.</summary>
    public long? CauseKey { get; init; }

    /// <summary>The event that a document states as the cause of this one.</summary>
    public Event? Cause { get; init; }

    /// <summary>The events that documents state as consequences of this one.</summary>
    public List<Event> Consequences { get; init; } = [];

    /// <inheritdoc/>
    public override string ToLabel() => Summary;
}

/// <summary>Kinds of events.</summary>
public enum EventKind
{
    /// <summary>An organisation is founded.</summary>
    Founding,

    /// <summary>A product, an offer or a programme starts.</summary>
    Launch,

    /// <summary>A company or a stake is bought.</summary>
    Acquisition,

    /// <summary>A company or a stake is sold.</summary>
    Sale,

    /// <summary>Organisations merge.</summary>
    Merger,

    /// <summary>A party leaves a project.</summary>
    Withdrawal,

    /// <summary>Parties agree to work together.</summary>
    Partnership,

    /// <summary>A person takes up a role.</summary>
    Appointment,

    /// <summary>A person leaves a role.</summary>
    Departure,

    /// <summary>Parties negotiate.</summary>
    Negotiation,

    /// <summary>An announcement is made.</summary>
    Announcement,

    /// <summary>A public call for projects opens.</summary>
    CallForProjects,

    /// <summary>A party applies or makes an offer.</summary>
    Bid,

    /// <summary>An authority or a company decides.</summary>
    Decision,

    /// <summary>The ownership of an organisation changes.</summary>
    OwnershipChange,

    /// <summary>Users or systems move elsewhere.</summary>
    Migration,

    /// <summary>Something is advertised or sponsored.</summary>
    Advertising,

    /// <summary>Someone objects in public.</summary>
    Criticism,

    /// <summary>Profit is reached, missed or postponed.</summary>
    Profitability,

    /// <summary>Something secret becomes known.</summary>
    Disclosure,

    /// <summary>An organisation ceases to exist.</summary>
    Dissolution,

    /// <summary>Another kind of event; see its summary.</summary>
    Other,
}
