namespace KnowledgeApi.Knowledge.Model;

/// <summary>
/// One assertion made by at least one document. A different value, precision, period or status makes a different claim: claims that disagree stand side
/// by side and are never merged.
/// </summary>
public abstract class Claim : ISearchable
{
    /// <summary>Internal number: the place of the claim in the seeds. Not stable between builds.</summary>
    public long Key { get; init; }

    /// <summary>Readable unique name of the claim, such as "cloudwatt-orange-100". Stable between builds.</summary>
    public required string Slug { get; init; }

    /// <summary>Whether the claim is stated as a fact, as hearsay, as a plan, as a target ...</summary>
    public ClaimStatus Status { get; init; }

    /// <summary>
    /// Whether its status is ACTUAL or REPORTED and, of a statement, its modality ASSERTION. Lists give only such claims unless asked by name.
    /// </summary>
    public bool IsFact { get; init; }

    /// <summary>The time the claim speaks of: the fiscal period of a figure, the date of an event. Null if none is stated.</summary>
    public Period? Validity { get; set; }

    /// <summary>The first day by which the claim was public. Null if no source is dated.</summary>
    public DateOnly? FirstReported { get; init; }

    /// <summary>The first day on which the claim may have been public. Null if nothing limits it.</summary>
    public DateOnly? ReportedFrom { get; init; }

    /// <summary>The last day on which the claim was reported. Null if no source is dated.</summary>
    public DateOnly? LastReported { get; init; }

    /// <summary>The first day by which the end of `validity` was public. Null if no dated source states an end.</summary>
    public DateOnly? EndReported { get; init; }

    /// <summary>What is known of the days on which it held.</summary>
    public ClaimTimes Times { get; set; } = ClaimTimes.None;

    /// <summary>The same, each by itself, to select claims by.</summary>
    public List<ClaimTime> TimeRows { get; init; } = [];

    /// <summary>The figure, name or date as printed, such as "44,4 %".</summary>
    public string? Wording { get; init; }

    /// <summary>How the curators of this base rank the claim among its rivals.</summary>
    public ClaimRank Rank { get; init; }

    /// <summary>The reason for a rank other than NORMAL.</summary>
    public string? RankReason { get; init; }

    /// <summary>Remark by the curators of this base on an ambiguity, a misprint or a conditional mood.</summary>
    public string? Note { get; init; }

    /// <summary>Internal number of the subject.</summary>
    public long SubjectKey { get; init; }

    /// <summary>The entity the claim is mainly about: the company of a stake, the recipient of money, the person in a role.</summary>
    public Entity Subject { get; init; } = null!;

    /// <summary>The spans of documents that the claim rests on; at least one.</summary>
    public List<Citation> Citations { get; init; } = [];

    /// <summary>The entities that take part, each with its role.</summary>
    public List<Participation> Participants { get; init; } = [];

    /// <summary>The entities that take part.</summary>
    public List<Entity> Entities { get; init; } = [];

    /// <summary>Findings of the rules about the claim.</summary>
    public List<Finding> Findings { get; init; } = [];

    /// <summary>The number of independent sources: who relays another adds none, and a speaker counts once.</summary>
    public int IndependentSources { get; init; }

    /// <summary>Internal number of the group.</summary>
    public long AgreementKey { get; init; }

    /// <summary>The claims that answer the same question, this one included, with the verdict on them.</summary>
    public Agreement Agreement { get; init; } = null!;

    /// <summary>Its place in the order in which the claims of the group are to be quoted: 0 for the first.</summary>
    public int QuotePlace { get; init; }

    /// <summary>Internal number of the group in which it is quoted first.</summary>
    public long? QuotedFirstInKey { get; init; }

    /// <summary>The agreement in which this claim is quoted first. Null if another claim is.</summary>
    public Agreement? QuotedFirstIn { get; init; }

    /// <summary>The claims that cannot be true together with this one.</summary>
    public List<Claim> Rivals { get; init; } = [];

    /// <summary>The question it answers; null if the curators named none.</summary>
    internal Question? Question { get; init; }

    /// <summary>What it says, in a few words, such as "Thales in Cloudwatt: 22,2%".</summary>
    public abstract string ToLabel();

    /// <summary>What someone or something has, with the wording if there is one.</summary>
    protected string WithWording(string what) => Wording is null ? what : $"{what}: {Wording}";

    /// <summary>How certain it is that the claim held on a day; null if it cannot have, or was not reported yet.</summary>
    /// <param name="day">The day.</param>
    /// <param name="known">What had been reported by when.</param>
    public Certainty? CertaintyOn(DateOnly day, KnownBy known = default) => known.Includes(FirstReported, ReportedFrom) ? Times.On(day, known) : null;

    /// <summary>Enters what is known of the days on which it held.</summary>
    internal void SetTimes(ClaimTimes times)
    {
        TimeRows.Clear();
        TimeRows.AddRange(times.Rows.Select((row, i) => row with { ClaimKey = Key, Ordinal = i + 1 }));
        Times = times;
        Validity = Validity?.With(times);
    }

    /// <summary>Sets what all kinds of claims have in common.</summary>
    internal ClaimCore Core
    {
        init
        {
            Key = value.Key;
            Status = value.Status;
            IsFact = value.IsFact;
            Validity = value.Validity;
            FirstReported = value.FirstReported;
            ReportedFrom = value.ReportedFrom;
            LastReported = value.LastReported;
            EndReported = value.EndReported;
            Wording = value.Wording;
            Rank = value.Rank;
            RankReason = value.RankReason;
            Note = value.Note;
            IndependentSources = value.IndependentSources;
            Question = value.Question;
        }
    }
}

/// <summary>What all kinds of claims have in common, apart from the slug.</summary>
internal sealed record ClaimCore(
    long Key,
    ClaimStatus Status,
    Period? Validity,
    DateOnly? FirstReported,
    DateOnly? ReportedFrom,
    DateOnly? LastReported,
    DateOnly? EndReported,
    string? Wording,
    ClaimRank Rank,
    string? RankReason,
    string? Note,
    int IndependentSources,
    Question? Question = null)
{
    /// <summary>Whether it is stated as a fact or as hearsay.</summary>
    public bool IsFact { get; init; } = Status is ClaimStatus.Actual or ClaimStatus.Reported;
}

/// <summary>How a claim is stated.</summary>
public enum ClaimStatus
{
    /// <summary>Stated as a fact.</summary>
    Actual,

    /// <summary>Stated as hearsay or in the conditional mood.</summary>
    Reported,

    /// <summary>Officially announced, not yet done.</summary>
    Announced,

    /// <summary>An intention or a plan.</summary>
    Planned,

    /// <summary>An aim with a number or a date.</summary>
    Target,

    /// <summary>An expectation.</summary>
    Forecast,

    /// <summary>Proposed by someone, not decided.</summary>
    Proposed,

    /// <summary>Given up.</summary>
    Abandoned,
}

/// <summary>How the curators, the people who maintain this base, prefer a claim to its rivals: ranks as in Wikibase. Other ranks than NORMAL have a reason.</summary>
public enum ClaimRank
{
    /// <summary>Preferred to its rivals.</summary>
    Preferred,

    /// <summary>Neither preferred nor deprecated.</summary>
    Normal,

    /// <summary>Known to be wrong or superseded, kept because a document states it.</summary>
    Deprecated,
}
