namespace KnowledgeApi.Knowledge.Model;

/// <summary>
/// Claims that tell the same of the same subject for the same time, and whether they can be true together. Every claim is in
/// exactly one group. A target is never in a group with a result, nor a promised sum with a paid one. A group speaks of all its
/// claims, whenever they were told: `asOf.knownOn` keeps or leaves out groups, but does not judge them anew.
/// </summary>
public sealed class Agreement : IIdentified
{
    /// <summary>Internal number.</summary>
    public long Key { get; init; }

    /// <summary>Short readable name, made of what the claims tell. Unique among groups.</summary>
    public required string Slug { get; init; }

    /// <summary>What the claims tell, in a few words of our own.</summary>
    public required string Label { get; init; }

    /// <summary>Internal number of the subject.</summary>
    public long SubjectKey { get; init; }

    /// <summary>The entity the claims are about.</summary>
    public Entity Subject { get; init; } = null!;

    /// <summary>What is told of the subject.</summary>
    public ClaimProperty Property { get; init; }

    /// <summary>What is measured, if the property is MEASUREMENT.</summary>
    public MeasurementMetric? MeasurementMetric { get; init; }

    /// <summary>What kind of thing happened, if the property is EVENT.</summary>
    public EventKind? EventKind { get; init; }

    /// <summary>How far the money has got, if the property is FUNDING and the claims tell it.</summary>
    public FundingStage? Stage { get; init; }

    /// <summary>Whether the claims speak of facts, intentions, targets ...</summary>
    public Modality Modality { get; init; }

    /// <summary>Whether the claims can be true together.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>The unit of the numbers: a currency, "percent", "persons" ... Null if the claims tell none, and for dates.</summary>
    public string? Unit { get; init; }

    /// <summary>How many claims are in the group.</summary>
    public int Size { get; init; }

    /// <summary>The claims of the group.</summary>
    public List<Claim> Members { get; init; } = [];

    /// <summary>The numbers that all claims allow which tell one. Null if there are none or none is told.</summary>
    public ValueRange? Intersection { get; init; }

    /// <summary>The least range that holds all numbers told. Null if none is told.</summary>
    public ValueRange? Spread { get; init; }

    /// <summary>The days that all claims allow which tell a date. Null if there are none, and for anything but a dated event.</summary>
    public PartialDate? DateIntersection { get; init; }

    /// <summary>The least time that holds all dates told. Null for anything but a dated event.</summary>
    public PartialDate? DateSpread { get; init; }

    /// <summary>The claim to quote first.</summary>
    public Claim QuoteFirst { get; init; } = null!;

    /// <summary>What decided which claim to quote first.</summary>
    public QuoteReason QuoteReason { get; init; }

    /// <summary>Why that claim is to be quoted first, in a sentence of ours.</summary>
    public required string QuoteExplanation { get; init; }

    /// <summary>How many independent sources are behind the claims together. A paper that relays another is not a second one.</summary>
    public int IndependentSources { get; init; }

    /// <summary>
    /// The first day by which two claims that cannot be true together were both public. Null if all agree, or if of no two
    /// such claims both are dated.
    /// </summary>
    public DateOnly? Since { get; init; }
}

/// <summary>Two claims that cannot be true together.</summary>
public sealed class Rivalry
{
    /// <summary>Internal number of the one claim.</summary>
    public long ClaimKey { get; init; }

    /// <summary>The one claim.</summary>
    public Claim Claim { get; init; } = null!;

    /// <summary>Internal number of the other.</summary>
    public long RivalKey { get; init; }

    /// <summary>The other claim.</summary>
    public Claim Rival { get; init; } = null!;
}

/// <summary>A range of numbers; an end that is null is open.</summary>
public sealed record ValueRange
{
    /// <summary>The least number. Null if there is no limit.</summary>
    public decimal? Lower { get; init; }

    /// <summary>Whether the least number itself is in the range. False if there is none.</summary>
    public required bool LowerInclusive { get; init; }

    /// <summary>The greatest number. Null if there is no limit.</summary>
    public decimal? Upper { get; init; }

    /// <summary>Whether the greatest number itself is in the range. False if there is none.</summary>
    public required bool UpperInclusive { get; init; }

    /// <summary>The range of an interval.</summary>
    public static ValueRange Of(Interval interval) => new()
    {
        Lower = interval.Lower,
        LowerInclusive = interval.LowerInclusive,
        Upper = interval.Upper,
        UpperInclusive = interval.UpperInclusive,
    };

    /// <summary>The numbers of the range.</summary>
    public Interval ToInterval() => new(Lower, LowerInclusive, Upper, UpperInclusive);
}

/// <summary>What claims tell of their subject.</summary>
public enum ClaimProperty
{
    /// <summary>How much of a company one owner holds.</summary>
    Stake,

    /// <summary>How much money someone gives someone.</summary>
    Funding,

    /// <summary>Revenue in a fiscal period.</summary>
    Revenue,

    /// <summary>Net income in a fiscal period.</summary>
    NetIncome,

    /// <summary>Something counted or measured.</summary>
    Measurement,

    /// <summary>That something happened and, if it can happen but once, when.</summary>
    Event,

    /// <summary>That a person holds a role.</summary>
    Role,

    /// <summary>That someone said something.</summary>
    Statement,
}

/// <summary>What claims speak of. Claims of different modalities are never compared.</summary>
public enum Modality
{
    /// <summary>What is or was: told as a fact or as hearsay (status ACTUAL or REPORTED).</summary>
    Fact,

    /// <summary>What someone means to do (status ANNOUNCED or PLANNED).</summary>
    Intention,

    /// <summary>What someone aims at.</summary>
    Target,

    /// <summary>What someone expects.</summary>
    Forecast,

    /// <summary>What someone suggests.</summary>
    Proposal,

    /// <summary>What was given up.</summary>
    Abandoned,
}

/// <summary>Whether the claims of a group can be true together.</summary>
public enum Verdict
{
    /// <summary>One claim alone: nothing to compare it with.</summary>
    Single,

    /// <summary>All tell exactly the same.</summary>
    Identical,

    /// <summary>They tell it differently, but any two that speak of the same time leave room for one truth.</summary>
    Consistent,

    /// <summary>At least two cannot be true together.</summary>
    Conflicting,
}

/// <summary>What decides which claim of a group to quote first. The earlier one decides before the later.</summary>
public enum QuoteReason
{
    /// <summary>There is no other.</summary>
    OnlyOne,

    /// <summary>The curators prefer it, or advise against the others.</summary>
    Rank,

    /// <summary>It tells a number or a date, which the others do not.</summary>
    Value,

    /// <summary>It is told outside readers' comments.</summary>
    Section,

    /// <summary>Who tells it: a filing before the party concerned, that before the article, that before what is relayed or unnamed.</summary>
    Attribution,

    /// <summary>It is told as a fact, not as hearsay; as announced, not only as planned.</summary>
    Status,

    /// <summary>It is the most precise.</summary>
    Precision,

    /// <summary>More independent sources tell it.</summary>
    Sources,

    /// <summary>It was told first.</summary>
    Date,

    /// <summary>Nothing else tells them apart: it comes first in the alphabet.</summary>
    Name,
}
