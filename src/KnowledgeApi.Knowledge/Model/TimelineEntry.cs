namespace KnowledgeApi.Knowledge.Model;

/// <summary>
/// One entry of a timeline: something happened, began, held, ended, is expected or was reported. A claim has an entry for each time it states and for
/// each day on which it was reported.
/// </summary>
public sealed class TimelineEntry : IIdentified
{
    /// <summary>Internal number: the place on the timeline of the whole base.</summary>
    public long Key { get; init; }

    /// <summary>Readable unique name of the entry, such as "cloudwatt-orange-100.began.1".</summary>
    public required string Slug { get; init; }

    /// <summary>What the entry states of its claim.</summary>
    public TimelineEntryType Type { get; init; }

    /// <summary>What the claim says, in a few words, such as "Thales in Cloudwatt: 22,2%".</summary>
    public required string Label { get; init; }

    /// <summary>The date, as precise as it is stated. Entries are ordered by the first day it can mean; those without a date come last.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>The first day by which this was public. Null if no source is dated.</summary>
    public DateOnly? Reported { get; init; }

    /// <summary>Internal number of the claim.</summary>
    public long DerivedFromKey { get; init; }

    /// <summary>The claim the entry is derived from.</summary>
    public Claim DerivedFrom { get; init; } = null!;

    /// <summary>Internal number of the citation.</summary>
    public long? CitationKey { get; init; }

    /// <summary>Where it was reported. Null unless `type` is REPORTED.</summary>
    public Citation? Citation { get; init; }

    /// <summary>The entities that take part in the claim.</summary>
    public List<Entity> Entities { get; init; } = [];
}

/// <summary>What an entry of a timeline states of its claim.</summary>
public enum TimelineEntryType
{
    /// <summary>The start of what the claim states as a fact.</summary>
    Began,

    /// <summary>An event took place, or a statement was made.</summary>
    Happened,

    /// <summary>A time at which what the claim states as a fact held; nothing is stated of before and after.</summary>
    Held,

    /// <summary>The time that an announcement, a plan, a target or a forecast refers to.</summary>
    Expected,

    /// <summary>The end of what the claim states as a fact.</summary>
    Ended,

    /// <summary>A document or comment had reported it by this day.</summary>
    Reported,

    /// <summary>The claim states no time.</summary>
    Undated,
}

/// <summary>An entry stands on the timeline of an entity.</summary>
public sealed class TimelineEntryEntity
{
    /// <summary>Internal number of the entity.</summary>
    public long EntityKey { get; init; }

    /// <summary>The entity.</summary>
    public Entity Entity { get; init; } = null!;

    /// <summary>Internal number of the entry.</summary>
    public long EntryKey { get; init; }

    /// <summary>The entry.</summary>
    public TimelineEntry Entry { get; init; } = null!;
}
