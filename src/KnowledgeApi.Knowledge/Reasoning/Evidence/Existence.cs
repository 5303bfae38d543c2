using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Evidence;

/// <summary>When something was founded or dissolved, by one document.</summary>
/// <param name="Date">When.</param>
/// <param name="IsEnd">Whether it was dissolved.</param>
/// <param name="Known">The first day by which this was certainly public; null if unknown.</param>
public readonly record struct ExistenceTelling(PartialDate Date, bool IsEnd, DateOnly? Known);

/// <summary>
/// Since when and until when something can have existed, by the widest of what had been stated: a second document may have it founded earlier, never later. What was known on a day does
/// not change by what is stated after it.
/// </summary>
public sealed class Existence
{
    /// <summary>What is known by some tellings.</summary>
    public Existence(IEnumerable<ExistenceTelling> tellings)
    {
        var all = tellings.ToList();
        Excluded =
        [
            .. ExcludedDays.Before(all.Where(telling => !telling.IsEnd).Select(telling => (telling.Date.Earliest, telling.Known))),
            .. ExcludedDays.After(all.Where(telling => telling.IsEnd).Select(telling => (telling.Date.Latest, telling.Known))),
        ];
    }

    /// <summary>The days on which it did not exist.</summary>
    public IReadOnlyList<ClaimTime> Excluded { get; }
}

/// <summary>Days that are excluded by the widest of several bounds, as far as each was known: what is stated later widens what is possible from then on.</summary>
internal static class ExcludedDays
{
    /// <summary>The days before the first of some days.</summary>
    /// <param name="firsts">Each day with the first by which it was certainly public; a null day excludes nothing.</param>
    public static IEnumerable<ClaimTime> Before(IEnumerable<(DateOnly? Day, DateOnly? Known)> firsts) =>
        Steps(firsts.Select(first => (Day: first.Day ?? DateOnly.MinValue, first.Known)), (day, widest) => day < widest)
            .Where(step => step.Day > DateOnly.MinValue).Select(step => Row(null, step.Day.AddDays(-1), step.Known, step.Until));

    /// <summary>The days after the last of some days.</summary>
    /// <param name="lasts">Each day with the first by which it was certainly public; a null day excludes nothing.</param>
    public static IEnumerable<ClaimTime> After(IEnumerable<(DateOnly? Day, DateOnly? Known)> lasts) =>
        Steps(lasts.Select(last => (Day: last.Day ?? DateOnly.MaxValue, last.Known)), (day, widest) => day > widest)
            .Where(step => step.Day < DateOnly.MaxValue).Select(step => Row(step.Day.AddDays(1), null, step.Known, step.Until));

    private static IEnumerable<(DateOnly Day, DateOnly? Known, DateOnly? Until)> Steps(IEnumerable<(DateOnly Day, DateOnly? Known)> bounds, Func<DateOnly, DateOnly, bool> isWider)
    {
        var steps = new List<(DateOnly Day, DateOnly? Known)>();
        foreach (var bound in bounds.OrderBy(bound => bound.Known ?? DateOnly.MaxValue))
        {
            if (steps.Count == 0 || isWider(bound.Day, steps[^1].Day))
                steps.Add(bound);
        }

        // What replaces a step may be public on an unknown day: then it is so for all reports only.
        return steps.Select((step, i) => (step.Day, step.Known, i + 1 == steps.Count ? (DateOnly?)null : steps[i + 1].Known ?? DateOnly.MaxValue));
    }

    private static ClaimTime Row(DateOnly? from, DateOnly? to, DateOnly? known, DateOnly? until) =>
        new() { Type = ClaimTimeType.Excluded, From = from, To = to, KnownFrom = known, PossiblyKnownFrom = known, KnownUntil = until };
}
