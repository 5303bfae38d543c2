namespace KnowledgeApi.Knowledge.Model;

/// <summary>
/// One assertion that at least one document makes. The same thing told with another value, another printed precision,
/// another period or another status is another claim: claims that disagree stand side by side and are never merged.
/// </summary>
public abstract class Claim : ISearchable
{
    /// <summary>Internal number: the place of the claim in the seeds. Not stable between builds.</summary>
    public long Key { get; init; }

    /// <summary>Short stable name for addresses and references. Unique among claims.</summary>
    public required string Slug { get; init; }

    /// <summary>Whether it is told as a fact, as hearsay, as a plan, as an aim ...</summary>
    public ClaimStatus Status { get; init; }

    /// <summary>The time it speaks of. For figures the fiscal period and for events the date, unless the text says more. Null if no time is told.</summary>
    public Period? Validity { get; init; }

    /// <summary>The first day by which it was public, by the dates of its documents and comments. Not the day it began to hold. Null if none is dated.</summary>
    public DateOnly? FirstReported { get; init; }

    /// <summary>The last day by which it was told again, by the dates of its documents and comments. Null if none is dated.</summary>
    public DateOnly? LastReported { get; init; }

    /// <summary>
    /// The first day by which its end was told, which may be later than the rest of it: before that day no one could know that it would end.
    /// Null if no end is told, or by nothing that is dated.
    /// </summary>
    public DateOnly? EndReported { get; init; }

    /// <summary>The figure, name or date as printed: eight words at most, never a sentence.</summary>
    public string? Wording { get; init; }

    /// <summary>Whether the curators prefer it to its rivals or advise against it.</summary>
    public ClaimRank Rank { get; init; }

    /// <summary>Why the rank is not NORMAL.</summary>
    public string? RankReason { get; init; }

    /// <summary>What a reader must know, in our own words: an ambiguity, a misprint, a conditional mood.</summary>
    public string? Note { get; init; }

    /// <summary>Internal number of the subject.</summary>
    public long SubjectKey { get; init; }

    /// <summary>The entity it is mainly about: the company of a stake, the recipient of money, the person of a role ...</summary>
    public Entity Subject { get; init; } = null!;

    /// <summary>Where it is said: at least one place.</summary>
    public List<Citation> Citations { get; init; } = [];

    /// <summary>The entities that take part and the part of each.</summary>
    public List<Participation> Participants { get; init; } = [];

    /// <summary>The entities that take part.</summary>
    public List<Entity> Entities { get; init; } = [];

    /// <summary>What the rules found about it.</summary>
    public List<Finding> Findings { get; init; } = [];

    /// <summary>How many independent sources tell it. A paper that relays another is not a second one, and two that quote one speaker are one source.</summary>
    public int IndependentSources { get; init; }

    /// <summary>Internal number of the group.</summary>
    public long AgreementKey { get; init; }

    /// <summary>The claims that tell the same of the same subject, this one included, and whether they can be true together.</summary>
    public Agreement Agreement { get; init; } = null!;

    /// <summary>Internal number of the group in which it is quoted first.</summary>
    public long? QuotedFirstInKey { get; init; }

    /// <summary>Its group, if it is the claim to quote first in it. Null if another is.</summary>
    public Agreement? QuotedFirstIn { get; init; }

    /// <summary>The claims of its group that it cannot be true together with.</summary>
    public List<Claim> Rivals { get; init; } = [];

    /// <summary>What it says, in a few words, such as "Thales in Cloudwatt: 22,2%".</summary>
    public abstract string ToLabel();

    /// <summary>What someone or something has, with the wording if there is one.</summary>
    protected string WithWording(string what) => Wording is null ? what : $"{what}: {Wording}";

    /// <summary>Whether a dated document or comment had told it by the end of a day.</summary>
    public bool IsKnownOn(DateOnly day) => FirstReported <= day;

    /// <summary>How certain it is that it held on a day; null if it did not. A claim that tells no time possibly held on any day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="knownOn">
    /// By what had been told by this day; null for all that has been told since. While its end was not told, it certainly held until it was told itself,
    /// and possibly after.
    /// </param>
    public Certainty? CertaintyOn(DateOnly day, DateOnly? knownOn = null) => Period.CertaintyOn(day, Validity, knownOn, FirstReported, EndReported);

    /// <summary>Sets what all kinds of claims have in common.</summary>
    internal ClaimCore Core
    {
        init
        {
            Key = value.Key;
            Status = value.Status;
            Validity = value.Validity;
            FirstReported = value.FirstReported;
            LastReported = value.LastReported;
            EndReported = value.EndReported;
            Wording = value.Wording;
            Rank = value.Rank;
            RankReason = value.RankReason;
            Note = value.Note;
            IndependentSources = value.IndependentSources;
        }
    }
}

/// <summary>What all kinds of claims have in common, apart from the slug.</summary>
internal sealed record ClaimCore(
    long Key,
    ClaimStatus Status,
    Period? Validity,
    DateOnly? FirstReported,
    DateOnly? LastReported,
    DateOnly? EndReported,
    string? Wording,
    ClaimRank Rank,
    string? RankReason,
    string? Note,
    int IndependentSources);

/// <summary>How a claim is told.</summary>
public enum ClaimStatus
{
    /// <summary>Told as a fact by its source.</summary>
    Actual,

    /// <summary>Told as hearsay or in the conditional mood.</summary>
    Reported,

    /// <summary>Officially announced, not yet done.</summary>
    Announced,

    /// <summary>An intention or a scheme.</summary>
    Planned,

    /// <summary>An aim with a number or a date.</summary>
    Target,

    /// <summary>An expectation.</summary>
    Forecast,

    /// <summary>Suggested by someone, not decided.</summary>
    Proposed,

    /// <summary>Given up.</summary>
    Abandoned,
}

/// <summary>How the curators rank a claim among its rivals. Nothing is ranked without a reason in words.</summary>
public enum ClaimRank
{
    /// <summary>To be preferred to its rivals.</summary>
    Preferred,

    /// <summary>As good as any other.</summary>
    Normal,

    /// <summary>Known to be wrong or superseded; kept because a document says it.</summary>
    Deprecated,
}
