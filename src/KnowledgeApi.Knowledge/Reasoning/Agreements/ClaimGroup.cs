using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Evidence;

namespace KnowledgeApi.Knowledge.Reasoning.Agreements;

/// <summary>Claims of the same property of the same subject for the same time, and what came of comparing them.</summary>
/// <param name="Slug">Short readable name, unique among the groups of a base.</param>
/// <param name="Label">The same in words.</param>
/// <param name="Claims">The claims, at least one, in the order of the seeds.</param>
public sealed record ClaimGroup(string Slug, string Label, IReadOnlyList<Claim> Claims)
{
    /// <summary>Number of the group: that of its first claim, which is in no other.</summary>
    public long Key => Claims[0].Key;

    /// <summary>Whether the claims can be true together.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The pairs of claims that cannot be true together, each pair once.</summary>
    public required IReadOnlyList<(Claim One, Claim Other)> Rivals { get; init; }

    /// <summary>The unit of the numbers; null if none is stated, and for days.</summary>
    public required string? Unit { get; init; }

    /// <summary>What all claims allow that state a value; null if nothing or none is stated. Dates as numbers of days.</summary>
    public required Interval? Intersection { get; init; }

    /// <summary>The least range that holds all stated values; null if none is stated. Dates as numbers of days.</summary>
    public required Interval? Spread { get; init; }

    /// <summary>The claim to quote first, and why.</summary>
    public required QuoteChoice Quote { get; init; }

    /// <summary>The first day by which two claims that cannot be true together were both public; null if no such two are dated.</summary>
    public DateOnly? Since => Rivals.Select(pair => Later(pair.One.FirstReported, pair.Other.FirstReported)).Min();

    /// <summary>The group as it is stored.</summary>
    public Agreement ToAgreement()
    {
        var first = Claims[0];
        var kind = ClaimDescriptors.Of(first);
        var details = kind.DetailsOf(first);
        // Of days there is no unit; all claims of a group that state a value state one of one sort.
        var dated = Claims.Select(StatedValue.Of).OfType<StatedValue>().Any(value => value.Unit is null);
        return new()
        {
            Key = Key,
            Slug = Slug,
            Label = Label,
            SubjectKey = first.SubjectKey,
            Subject = first.Subject,
            Property = kind.PropertyOf(first),
            MeasurementMetric = details.MeasurementMetric,
            EventKind = details.EventKind,
            Stage = details.Stage,
            Mood = Moods.Of(first.Status),
            Verdict = Verdict,
            Unit = Unit,
            Size = Claims.Count,
            Members = [.. Claims],
            Intersection = Intersection is { } common && !dated ? DecimalInterval.Of(common) : null,
            Spread = Spread is { } hull && !dated ? DecimalInterval.Of(hull) : null,
            DateIntersection = Intersection is { } days && dated ? StatedValue.Date(days) : null,
            DateSpread = Spread is { } time && dated ? StatedValue.Date(time) : null,
            QuoteFirst = Quote.Claim,
            QuoteReason = Quote.Reason,
            QuoteExplanation = Quote.Explanation,
            IndependentSources = Sources.CountIndependent(Claims.SelectMany(claim => claim.Citations).Select(CitedVoice.Of)),
            Since = Since,
        };
    }

    /// <summary>The pairs of claims that cannot be true together as they are stored, each both ways round.</summary>
    public IEnumerable<Rivalry> ToRivalries() => Rivals.SelectMany(pair => new[] { Rivalry(pair.One, pair.Other), Rivalry(pair.Other, pair.One) });

    private static Rivalry Rivalry(Claim claim, Claim rival) => new() { ClaimKey = claim.Key, Claim = claim, RivalKey = rival.Key, Rival = rival };

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null || b is null ? null : a > b ? a : b;
}
