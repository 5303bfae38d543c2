using System.ComponentModel;

namespace KnowledgeApi.Knowledge.Model;

/// <summary>
/// A point in time on two axes: what held on one day, according to what was public by another. Either day may be left out. It counts for all fields below the one it is given to, too,
/// unless they are given their own.
/// </summary>
public sealed record AsOf
{
    /// <summary>Keeps what held on this day, such as "2013-06-01". What ended on a day no longer held on it; a claim without a time possibly held on any day.</summary>
    public DateOnly? ValidOn { get; init; }

    /// <summary>Keeps what a dated document or comment had reported by the end of this day. Claims known only from undated documents are left out.</summary>
    public DateOnly? KnownOn { get; init; }

    /// <summary>How certain it must be that a claim held on `validOn`.</summary>
    [DefaultValue(Certainty.Possible)]
    public Certainty Certainty { get; init; } = Certainty.Possible;

    /// <summary>Whether a claim must certainly have been public by `knownOn`, or may have been: the day of a document is often known only within limits.</summary>
    [DefaultValue(Certainty.Certain)]
    public Certainty KnownCertainty { get; init; } = Certainty.Certain;

    /// <summary>What had been reported by when.</summary>
    public KnownBy ToKnownBy() => new(KnownOn, KnownCertainty);
}

/// <summary>How certain it is that something held on a day.</summary>
public enum Certainty
{
    /// <summary>It held on that day by all readings, and a document bears that out.</summary>
    Certain,

    /// <summary>It was stated before and is not known to have ended: the last known state, carried forward.</summary>
    LastKnown,

    /// <summary>It may have held: nothing excludes it.</summary>
    Possible,
}
