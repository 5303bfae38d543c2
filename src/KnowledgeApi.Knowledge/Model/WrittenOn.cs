namespace KnowledgeApi.Knowledge.Model;

/// <summary>When a document or a part of it was written: the days that are left by all that limits it.</summary>
/// <param name="Earliest">The first; null if nothing limits it.</param>
/// <param name="Latest">The last; null if nothing limits it.</param>
public readonly record struct WrittenOn(DateOnly? Earliest, DateOnly? Latest)
{
    /// <summary>Whether no day is left.</summary>
    public bool IsEmpty => Latest < Earliest;

    /// <summary>The day, if only one is left.</summary>
    public DateOnly? Day => Earliest == Latest ? Earliest : null;

    /// <summary>One day.</summary>
    public static WrittenOn Of(DateOnly day) => new(day, day);

    /// <summary>When a part of a document was written: by what is said of that part or, if nothing is, by the dates it prints, or else by its first comment.</summary>
    /// <param name="section">The part.</param>
    /// <param name="dates">What the curators found out.</param>
    /// <param name="published">When it was published, as printed.</param>
    /// <param name="updated">When it was last changed, as printed.</param>
    /// <param name="firstComment">The day of its first comment.</param>
    public static WrittenOn Of(Section section, IReadOnlyList<DocumentDate> dates, PrintedDate? published, PrintedDate? updated, DateOnly? firstComment)
    {
        var own = dates.Where(date => date.Section is null || date.Section == section).ToList();
        if (own.Count > 0)
            return own.Aggregate(default(WrittenOn), (left, date) => left.And(date.Earliest, date.Latest));
        var (first, last) = (published is { Misprint: false } ? published : null, updated is { Misprint: false } ? updated : null);
        if (first is null && last is null)
            return new(null, firstComment);
        // What was changed after may be any of it: its last stamp dates no body.
        return new(first?.Earliest, (last ?? first)!.Latest);
    }

    private WrittenOn And(DateOnly? earliest, DateOnly? latest) => new(Earliest > earliest ? Earliest : earliest ?? Earliest, Latest < latest ? Latest : latest ?? Latest);
}
