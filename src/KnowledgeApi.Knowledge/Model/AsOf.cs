using System.ComponentModel;

namespace KnowledgeApi.Knowledge.Model;

/// <summary>
/// A point on two axes of time: what held on one day, according to what had been published by another. Either may be left out. Claims are judged by
/// their validity and the dates of their documents, entities and agreements by their claims, documents and citations by the day they were public.
/// </summary>
public sealed record AsOf
{
    /// <summary>
    /// Only claims that held on this day: certainly, or at least possibly, as `certainty` says. A claim that tells no time
    /// possibly held on any day. Periods are half-open: what ended on a day did not hold on it.
    /// </summary>
    public DateOnly? ValidOn { get; init; }

    /// <summary>
    /// Only claims that some dated document or comment had told by the end of this day. Claims of documents without a date are left out:
    /// no one knows when they were published.
    /// </summary>
    public DateOnly? KnownOn { get; init; }

    /// <summary>With `validOn`: the least certainty with which a claim must have held on that day.</summary>
    [DefaultValue(Certainty.Possible)]
    public Certainty Certainty { get; init; } = Certainty.Possible;
}

/// <summary>How certain it is that something held on a day, where dates are told as years, seasons or months, or not at all.</summary>
public enum Certainty
{
    /// <summary>It held on that day by all readings.</summary>
    Certain,

    /// <summary>It held on that day by at least one reading, but not by all.</summary>
    Possible,
}
