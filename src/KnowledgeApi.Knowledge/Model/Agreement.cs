namespace KnowledgeApi.Knowledge.Model;

/// <summary>
/// Claims that answer the same question, with the verdict on whether they can all be true: those of one property, subject, time and mood, or those the
/// curators joined under a question. Every claim is in exactly one agreement.
/// </summary>
public sealed class Agreement : IIdentified
{
    /// <summary>Internal number.</summary>
    public long Key { get; init; }

    /// <summary>Readable unique name of the agreement, such as "revenue.cloudwatt.2014".</summary>
    public required string Slug { get; init; }

    /// <summary>What the claims state, in a few words, such as "Cloudwatt: revenue 2014", or the question the curators named.</summary>
    public required string Label { get; init; }

    /// <summary>Short name of the question that the curators named for these claims. Null if they named none.</summary>
    public string? Question { get; init; }

    /// <summary>Why the answers to a named question do or do not meet.</summary>
    public string? Note { get; init; }

    /// <summary>Internal number of the subject.</summary>
    public long SubjectKey { get; init; }

    /// <summary>The entity the claims are about; of a named question, that of the claim quoted first, as are `property` and all that follows from it.</summary>
    public Entity Subject { get; init; } = null!;

    /// <summary>The property of the subject that the claims state.</summary>
    public ClaimProperty Property { get; init; }

    /// <summary>What is measured. Null unless `property` is MEASUREMENT.</summary>
    public MeasurementMetric? MeasurementMetric { get; init; }

    /// <summary>The kind of event. Null unless `property` is EVENT.</summary>
    public EventKind? EventKind { get; init; }

    /// <summary>Whether the money is set aside, promised or paid. Null unless `property` is FUNDING and the claims state a stage.</summary>
    public FundingStage? Stage { get; init; }

    /// <summary>Whether the claims state facts, intentions, targets or forecasts. Null if a named question joins several moods.</summary>
    public Mood? Mood { get; init; }

    /// <summary>Whether the claims can all be true. Deprecated ones do not count.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>Whether the claims conflict only by how words such as "about" or "a few" are read: a weaker conflict.</summary>
    public bool HingesOnReading { get; init; }

    /// <summary>Whether readers of the documents find different answers: the claims conflict, or differ in more than their qualification.</summary>
    public bool IsDisagreement { get; init; }

    /// <summary>The differences, each a bit of its place in the enumeration.</summary>
    public int DifferenceBits { get; init; }

    /// <summary>What was compared, and why the rest was not, in a sentence or two.</summary>
    public required string Comparison { get; init; }

    /// <summary>The unit of the numbers: an ISO 4217 currency, "percent", "persons". Null for dates and where no claim states a number.</summary>
    public string? Unit { get; init; }

    /// <summary>The number of claims.</summary>
    public int Size { get; init; }

    /// <summary>The claims, each as its documents state it.</summary>
    public List<Claim> Members { get; init; } = [];

    /// <summary>The numbers that every claim with a number of this unit allows. Null if there is none.</summary>
    public DecimalInterval? Intersection { get; init; }

    /// <summary>The smallest range that holds all stated numbers of this unit. Null if no number is stated.</summary>
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

    /// <summary>The first day by which two conflicting claims, or a claim and what contradicts it, were both public. Null without a conflict, and where dates are missing.</summary>
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
    /// <summary>A single claim that is not deprecated, with nothing to compare.</summary>
    Single,

    /// <summary>All claims state exactly the same: value, time, status and all who take part.</summary>
    Identical,

    /// <summary>The claims differ, and nothing that was compared excludes any of them. Where no two state a value, that is all it says: `comparison` tells what was compared.</summary>
    Consistent,

    /// <summary>At least two claims cannot both be true, or a document contradicts one.</summary>
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

    /// <summary>It is stated as fact rather than plan or hearsay, or as announced rather than planned.</summary>
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
