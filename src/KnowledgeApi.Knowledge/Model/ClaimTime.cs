namespace KnowledgeApi.Knowledge.Model;

/// <summary>
/// What is known of some days of a claim, and since when: that it certainly held on them, that it was stated to have held by then, or that it cannot have held.
/// All answers about days come from these, whether one claim is asked or a list is read.
/// </summary>
public sealed record ClaimTime
{
    /// <summary>Internal number of the claim.</summary>
    public long ClaimKey { get; init; }

    /// <summary>Which it is of the claim, from 1.</summary>
    public long Ordinal { get; init; }

    /// <summary>What is known of the days.</summary>
    public required ClaimTimeType Type { get; init; }

    /// <summary>The first of the days. Null if there is none.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last of the days. Null if there is none.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The first day by which this was certainly public. Null if no dated source states it: then it counts only if no day of knowledge is asked for.</summary>
    public DateOnly? KnownFrom { get; init; }

    /// <summary>The first day on which this may have been public. Null if nothing limits it.</summary>
    public DateOnly? PossiblyKnownFrom { get; init; }

    /// <summary>The first day on which this no longer counts, because more was known. Null if it counts for good.</summary>
    public DateOnly? KnownUntil { get; init; }

    /// <summary>Whether a day is one of the days.</summary>
    public bool Contains(DateOnly day) => !(day < From) && !(day > To);
}

/// <summary>What is known of days.</summary>
public enum ClaimTimeType
{
    /// <summary>The claim certainly held on each of them.</summary>
    Certain,

    /// <summary>On one of them the claim was stated to hold, or to have held by then.</summary>
    Stated,

    /// <summary>The claim may have ended by each of them: what was stated before is not carried forward to it.</summary>
    MayHaveEnded,

    /// <summary>On each of them something stands that was stated later and cannot be true together with the claim: it is not carried forward to them.</summary>
    Superseded,

    /// <summary>The claim held on none of them.</summary>
    Excluded,
}
