using System.ComponentModel;

namespace KnowledgeApi.Knowledge.Model;

/// <summary>A point in time on two axes: what held on one day, according to what was public by another. Either day may be left out.</summary>
public sealed record AsOf
{
    /// <summary>Keeps what held on this day, such as "2013-06-01". What ended on a day no longer held on it; a claim without a time possibly held on any day.</summary>
    public DateOnly? ValidOn { get; init; }

    /// <summary>Keeps what a dated document or comment had reported by the end of this day. Claims known only from undated documents are left out.</summary>
    public DateOnly? KnownOn { get; init; }

    /// <summary>How certain it must be that a claim held on `validOn`.</summary>
    [DefaultValue(Certainty.Possible)]
    public Certainty Certainty { get; init; } = Certainty.Possible;
}

/// <summary>How certain it is that something held on a day. Dates are often known only by year, season or month.</summary>
public enum Certainty
{
    /// <summary>It held on that day, whatever the exact dates are.</summary>
    Certain,

    /// <summary>It may have held on that day, depending on the exact dates.</summary>
    Possible,
}
