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
        var all = tellings.OrderBy(telling => telling.Known ?? DateOnly.MaxValue).ToList();
        Excluded = [.. Steps(all.FindAll(telling => !telling.IsEnd), isEnd: false), .. Steps(all.FindAll(telling => telling.IsEnd), isEnd: true)];
    }

    /// <summary>The days on which it did not exist.</summary>
    public IReadOnlyList<ClaimTime> Excluded { get; }

    private static IEnumerable<ClaimTime> Steps(List<ExistenceTelling> tellings, bool isEnd)
    {
        var bounds = new List<(DateOnly Day, DateOnly? Known)>();
        foreach (var telling in tellings)
        {
            // An open date excludes nothing, whatever others say.
            var day = (isEnd ? telling.Date.Latest : telling.Date.Earliest) ?? (isEnd ? DateOnly.MaxValue : DateOnly.MinValue);
            if (bounds.Count == 0 || (isEnd ? day > bounds[^1].Day : day < bounds[^1].Day))
                bounds.Add((day, telling.Known));
        }

        for (var i = 0; i < bounds.Count; i++)
        {
            var (day, known) = bounds[i];
            if (day == (isEnd ? DateOnly.MaxValue : DateOnly.MinValue))
                continue;
            yield return new()
            {
                Type = ClaimTimeType.Excluded,
                From = isEnd ? day.AddDays(1) : null,
                To = isEnd ? null : day.AddDays(-1),
                KnownFrom = known,
                PossiblyKnownFrom = known,
                // What replaces it may be public on an unknown day: then it is so for all reports only.
                KnownUntil = i + 1 == bounds.Count ? null : bounds[i + 1].Known ?? DateOnly.MaxValue,
            };
        }
    }
}
