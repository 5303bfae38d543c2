namespace KnowledgeApi.Knowledge.Model;

/// <summary>
/// One thing in its place on a timeline: something that happened, began, ended, held, is expected or was told. A claim has an
/// entry for each time it speaks of and for each day on which a document told it; the two are never mixed.
/// </summary>
public sealed class TimelineEntry : IIdentified
{
    /// <summary>Internal number: the place on the timeline of the whole base.</summary>
    public long Key { get; init; }

    /// <summary>The slug of the claim, the kind and a number. Unique among entries.</summary>
    public required string Slug { get; init; }

    /// <summary>What it tells of the claim.</summary>
    public TimelineEntryType Type { get; init; }

    /// <summary>What the claim says, in a few words, such as "Thales in Cloudwatt: 22,2%".</summary>
    public required string Label { get; init; }

    /// <summary>
    /// When, as precisely as it is told and no more. An entry stands at the first day its date can mean, or at the last if that alone is told;
    /// entries whose dates overlap may have come in either order. Null if no time is told: such entries stand at the end.
    /// </summary>
    public PartialDate? Date { get; init; }

    /// <summary>The first day by which this was told. The end of something may be told later than the rest. Null if nothing that tells it is dated.</summary>
    public DateOnly? Reported { get; init; }

    /// <summary>Internal number of the claim.</summary>
    public long DerivedFromKey { get; init; }

    /// <summary>The claim it is an entry of.</summary>
    public Claim DerivedFrom { get; init; } = null!;

    /// <summary>Internal number of the citation.</summary>
    public long? CitationKey { get; init; }

    /// <summary>Where it was told. Null unless the kind is REPORTED.</summary>
    public Citation? Citation { get; init; }

    /// <summary>The entities that take part in the claim.</summary>
    public List<Entity> Entities { get; init; } = [];
}

/// <summary>What an entry of a timeline tells of its claim.</summary>
public enum TimelineEntryType
{
    /// <summary>What is claimed as a fact began.</summary>
    Began,

    /// <summary>An event took place, or a statement was made.</summary>
    Happened,

    /// <summary>What is claimed as a fact held at this time; nothing is said of before and after.</summary>
    Held,

    /// <summary>The time an announcement, a plan, an aim or a forecast looks to. Nothing is said of whether it came to be.</summary>
    Expected,

    /// <summary>What is claimed as a fact ended.</summary>
    Ended,

    /// <summary>A document or a comment had told it by this day.</summary>
    Reported,

    /// <summary>The claim tells no time.</summary>
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
