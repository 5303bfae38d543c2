namespace KnowledgeApi.Knowledge.Model;

/// <summary>The claim that something happened or is to happen.</summary>
public sealed class Event : Claim
{
    /// <summary>What kind of thing happened.</summary>
    public EventKind Kind { get; init; }

    /// <summary>What happened, in a few words of our own.</summary>
    public required string Summary { get; init; }

    /// <summary>When. Null if not told.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>When it happened by general knowledge, where no document tells. No claim of a document: only the rules use it.</summary>
    public PartialDate? KnownDate { get; init; }

    /// <summary>Internal number of the cause.</summary>
    public long? CauseKey { get; init; }

    /// <summary>The event this one is told to follow from. Told by the document, not concluded by us.</summary>
    public Event? Cause { get; init; }

    /// <summary>The events that are told to follow from this one.</summary>
    public List<Event> Consequences { get; init; } = [];

    /// <inheritdoc/>
    public override string ToLabel() => Summary;
}

/// <summary>What kind of thing happened.</summary>
public enum EventKind
{
    /// <summary>A company or a body is founded.</summary>
    Founding,

    /// <summary>A product, an offer or a scheme starts.</summary>
    Launch,

    /// <summary>Someone buys a company or a stake.</summary>
    Acquisition,

    /// <summary>Someone sells a company or a stake.</summary>
    Sale,

    /// <summary>Companies become one.</summary>
    Merger,

    /// <summary>Someone leaves a project.</summary>
    Withdrawal,

    /// <summary>Parties agree to work together.</summary>
    Partnership,

    /// <summary>A person takes up a role.</summary>
    Appointment,

    /// <summary>A person leaves a role.</summary>
    Departure,

    /// <summary>Parties negotiate.</summary>
    Negotiation,

    /// <summary>Something is announced.</summary>
    Announcement,

    /// <summary>A public call for projects.</summary>
    CallForProjects,

    /// <summary>Someone applies or makes an offer.</summary>
    Bid,

    /// <summary>An authority or a company decides.</summary>
    Decision,

    /// <summary>Who owns what changes.</summary>
    OwnershipChange,

    /// <summary>Users or systems move elsewhere.</summary>
    Migration,

    /// <summary>Something is advertised or sponsored.</summary>
    Advertising,

    /// <summary>Someone objects in public.</summary>
    Criticism,

    /// <summary>Profit is reached, missed or put off.</summary>
    Profitability,

    /// <summary>Something kept secret becomes known.</summary>
    Disclosure,

    /// <summary>Something else; the title tells what.</summary>
    Other,
}
