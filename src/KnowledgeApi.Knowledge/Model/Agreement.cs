namespace KnowledgeApi.Knowledge.Model;

/// <summary>
/// Claims that answer the same question about one subject and one time, with the verdict on whether they can all be true. Every claim is in exactly one
/// agreement; facts, plans, targets and forecasts are kept apart.
/// </summary>
public sealed class Agreement : IIdentified
{
    /// <summary>Internal number.</summary>
    public long Key { get; init; }

    /// <summary>Readable unique name of the agreement, such as "revenue.cloudwatt.2014".</summary>
    public required string Slug { get; init; }

    /// <summary>What the claims state, in a few words, such as "Cloudwatt: revenue 2014".</summary>
    public required string Label { get; init; }

    /// <summary>Internal number of the subject.</summary>
    public long SubjectKey { get; init; }

    /// <summary>The entity the claims are about.</summary>
    public Entity Subject { get; init; } = null!;

    /// <summary>The property of the subject that the claims state.</summary>
    public ClaimProperty Property { get; init; }

    /// <summary>What is measured. Null unless `property` is MEASUREMENT.</summary>
    public MeasurementMetric? MeasurementMetric { get; init; }

    /// <summary>The kind of event. Null unless `property` is EVENT.</summary>
    public EventKind? EventKind { get; init; }

    /// <summary>Whether the money is set aside, promised or paid. Null unless `property` is FUNDING and the claims state a stage.</summary>
    public FundingStage? Stage { get; init; }

    /// <summary>Whether the claims state facts, intentions, targets or forecasts.</summary>
    public Mood Mood { get; init; }

    /// <summary>Whether the claims can all be true.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>The unit of the numbers: an ISO 4217 currency, "percent", "persons". Null for dates and where no claim states a number.</summary>
    public string? Unit { get; init; }

    /// <summary>The number of claims.</summary>
    public int Size { get; init; }

    /// <summary>The claims, each as its documents state it.</summary>
    public List<Claim> Members { get; init; } = [];

    /// <summary>The numbers that every claim with a number allows. Null if there is none.</summary>
    public DecimalInterval? Intersection { get; init; }

    /// <summary>The smallest range that holds all stated numbers. Null if no number is stated.</summary>
    public DecimalInterval? Spread { get; init; }

    /// <summary>The days that every claim with a date allows. Null if there is none; dated events only.</summary>
    public PartialDate? DateIntersection { get; init; }

    /// <summary>The shortest time that holds all stated dates. Null except for dated events.</summary>
    public PartialDate? DateSpread { get; init; }

    /// <summary>The claim to quote if only one is quoted.</summary>
    public Claim QuoteFirst { get; init; } = null!;

    /// <summary>The criterion that selected the claim to quote first.</summary>
    public QuoteReason QuoteReason { get; init; }

    /// <summary>Why that claim is quoted first, as a sentence.</summary>
    public required string QuoteExplanation { get; init; }

    /// <summary>The number of independent sources behind the claims. A paper that relays another one adds none.</summary>
    public int IndependentSources { get; init; }

    /// <summary>The first day by which two conflicting claims were both public. Null without a conflict, and where dates are missing.</summary>
    public DateOnly? Since { get; init; }
}

/// <summary>Two claims that cannot both be true.</summary>
public sealed class Rivalry
{
    /// <summary>Internal number of the one claim.</summary>
    public long ClaimKey { get; init; }

    /// <summary>One of the claims.</summary>
    public Claim Claim { get; init; } = null!;

    /// <summary>Internal number of the other.</summary>
    public long RivalKey { get; init; }

    /// <summary>The other claim.</summary>
    public Claim Rival { get; init; } = null!;
}

/// <summary>A range of numbers. An end that is null is open.</summary>
public sealed record DecimalInterval
{
    /// <summary>The smallest number. Null if the range is open below.</summary>
    public decimal? Lower { get; init; }

    /// <summary>Whether `lower` itself belongs to the range. False if `lower` is null.</summary>
    public required bool LowerInclusive { get; init; }

    /// <summary>The greatest number. Null if the range is open above.</summary>
    public decimal? Upper { get; init; }

    /// <summary>Whether `upper` itself belongs to the range. False if `upper` is null.</summary>
    public required bool UpperInclusive { get; init; }

    /// <summary>The range of an interval.</summary>
    public static DecimalInterval Of(Interval interval) => new()
    {
        Lower = interval.Lower,
        LowerInclusive = interval.LowerInclusive,
        Upper = interval.Upper,
        UpperInclusive = interval.UpperInclusive,
    };

    /// <summary>The numbers of the range.</summary>
    public Interval ToInterval() => new(Lower, LowerInclusive, Upper, UpperInclusive);
}

/// <summary>What claims are about: facts, or what someone intends, aims at or expects. Claims of different moods are never compared.</summary>
public enum Mood
{
    /// <summary>What is or was, stated as fact or hearsay (status ACTUAL or REPORTED).</summary>
    Fact,

    /// <summary>What someone intends to do (status ANNOUNCED or PLANNED).</summary>
    Intention,

    /// <summary>What someone aims at.</summary>
    Target,

    /// <summary>What someone expects.</summary>
    Forecast,

    /// <summary>What someone proposes.</summary>
    Proposal,

    /// <summary>What was given up.</summary>
    Abandoned,
}

/// <summary>Whether the claims of an agreement can all be true.</summary>
public enum Verdict
{
    /// <summary>A single claim, with nothing to compare.</summary>
    Single,

    /// <summary>All claims state exactly the same.</summary>
    Identical,

    /// <summary>The claims differ, but all of them can be true.</summary>
    Consistent,

    /// <summary>At least two claims cannot both be true.</summary>
    Conflicting,
}

/// <summary>Criteria that select the claim to quote first. An earlier criterion outweighs all later ones.</summary>
public enum QuoteReason
{
    /// <summary>It is the only claim.</summary>
    OnlyOne,

    /// <summary>The curators of this base prefer it, or deprecate the others.</summary>
    Rank,

    /// <summary>It states a number or a date; the others do not.</summary>
    Value,

    /// <summary>It appears outside readers' comments.</summary>
    Section,

    /// <summary>Its source is closest to the matter: an official filing, then the party itself, then the article, then what is relayed or unnamed.</summary>
    Attribution,

    /// <summary>It is stated as fact rather than hearsay, or as announced rather than planned.</summary>
    Status,

    /// <summary>It is the most precise.</summary>
    Precision,

    /// <summary>It has the most independent sources.</summary>
    Sources,

    /// <summary>It was reported first.</summary>
    Date,

    /// <summary>It comes first in alphabetical order; nothing else separates the claims.</summary>
    Name,
}
