using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Evidence;

namespace KnowledgeApi.Knowledge.Reasoning.Agreements;

/// <summary>Claims of the same property of the same subject for the same time, or that answer one question, and what came of comparing them.</summary>
/// <param name="Slug">Short readable name, unique among the groups of a base.</param>
/// <param name="Label">The same in words.</param>
/// <param name="Claims">The claims, at least one, in the order of the seeds.</param>
public sealed record ClaimGroup(string Slug, string Label, IReadOnlyList<Claim> Claims)
{
    /// <summary>Number of the group: that of its first claim, which is in no other.</summary>
    public long Key => Claims[0].Key;

    /// <summary>The question they answer; null if the curators named none.</summary>
    internal Question? Question { get; init; }

    /// <summary>Whether the claims can be true together.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The pairs of claims that cannot be true together, each pair once.</summary>
    public required IReadOnlyList<(Claim One, Claim Other)> Rivals { get; init; }

    /// <summary>The places in which a document states the opposite of a claim.</summary>
    public required IReadOnlyList<Citation> Contradictions { get; init; }

    /// <summary>In what the claims differ.</summary>
    public required IReadOnlyList<Difference> Differences { get; init; }

    /// <summary>Whether the claims conflict only by how words are read.</summary>
    public required bool HingesOnReading { get; init; }

    /// <summary>What was compared, and why the rest was not.</summary>
    public required string Comparison { get; init; }

    /// <summary>Whether the values are days.</summary>
    public required bool IsDated { get; init; }

    /// <summary>Whether readers find different answers: more than others' words for one.</summary>
    public bool IsDisagreement => Verdict == Verdict.Conflicting || Differences.Any(difference => Question is not null || difference != Difference.Qualification);

    /// <summary>The unit of the numbers; null if none is stated, and for days.</summary>
    public required string? Unit { get; init; }

    /// <summary>What all claims allow that state a value; null if nothing or none is stated. Dates as numbers of days.</summary>
    public required Interval? Intersection { get; init; }

    /// <summary>The least range that holds all stated values; null if none is stated. Dates as numbers of days.</summary>
    public required Interval? Spread { get; init; }

    /// <summary>The claim to quote first, and why.</summary>
    public required QuoteChoice Quote { get; init; }

    /// <summary>The place of each claim in the order in which they are to be quoted; 0 is that of the first.</summary>
    public IReadOnlyDictionary<Claim, int> QuotePlaces => QuoteChoice.Order(Claims).Select((claim, place) => (claim, place)).ToDictionary(each => each.claim, each => each.place);

    /// <summary>The first day by which two claims that cannot be true together, or one and what contradicts it, were both public; null if no such two are dated.</summary>
    public DateOnly? Since => Rivals.Select(pair => Later(pair.One.FirstReported, pair.Other.FirstReported))
        .Concat(Contradictions.Select(citation => Later(citation.Claim!.FirstReported, citation.Reported)))
        .Min();

    /// <summary>The group as it is stored.</summary>
    public Agreement ToAgreement()
    {
        var first = Quote.Claim;
        var kind = ClaimDescriptors.Of(first);
        var details = kind.DetailsOf(first);
        var mood = Moods.Of(first.Status);
        return new()
        {
            Key = Key,
            Slug = Slug,
            Label = Label,
            Question = Question?.Slug,
            Note = Question?.Note,
            SubjectKey = first.SubjectKey,
            Subject = first.Subject,
            Property = kind.PropertyOf(first),
            MeasurementMetric = details.MeasurementMetric,
            EventKind = details.EventKind,
            Stage = details.Stage,
            Mood = Claims.All(claim => Moods.Of(claim.Status) == mood) ? mood : null,
            Verdict = Verdict,
            HingesOnReading = HingesOnReading,
            IsDisagreement = IsDisagreement,
            DifferenceBits = Differences.Sum(difference => 1 << (int)difference),
            Comparison = Comparison,
            Unit = Unit,
            Size = Claims.Count,
            Members = [.. Claims],
            Intersection = Intersection is { } common && !IsDated ? DecimalInterval.Of(common) : null,
            Spread = Spread is { } hull && !IsDated ? DecimalInterval.Of(hull) : null,
            DateIntersection = Intersection is { } days && IsDated ? StatedValue.Date(days) : null,
            DateSpread = Spread is { } time && IsDated ? StatedValue.Date(time) : null,
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
