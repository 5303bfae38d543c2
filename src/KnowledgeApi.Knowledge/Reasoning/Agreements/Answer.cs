using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Agreements;

/// <summary>A claim as the answer to a question: what can be set beside other answers, whatever kind of claim it is.</summary>
internal sealed class Answer
{
    // Those who do something, as against those to whom it is done. Who speaks, and of whom, is no part of an answer.
    private static readonly ParticipantRole[] Acting =
    [
        ParticipantRole.Actor, ParticipantRole.Owner, ParticipantRole.Funder, ParticipantRole.Person, ParticipantRole.Buyer, ParticipantRole.Seller, ParticipantRole.Founder,
        ParticipantRole.Partner, ParticipantRole.Critic, ParticipantRole.Authority, ParticipantRole.Customer, ParticipantRole.Competitor,
    ];

    private static readonly ParticipantRole[] Concerned =
        [ParticipantRole.Subject, ParticipantRole.Company, ParticipantRole.Recipient, ParticipantRole.Organisation, ParticipantRole.Target, ParticipantRole.Product];

    private readonly ClaimDescriptor _kind;

    public Answer(Claim claim)
    {
        (Claim, _kind) = (claim, ClaimDescriptors.Of(claim));
        Mood = Moods.Of(claim.Status);
        Stated = _kind.ValueOf(claim);
        (Actors, Others) = (Having(Acting), Having(Concerned));
        var details = _kind.DetailsOf(claim);
        Matter = claim is Statement ? null : $"{_kind.PropertyOf(claim).Name} {details.EventKind} {details.MeasurementMetric}";
        // What happens has its date for a value, even where the kinds do not compare it because it may happen again.
        Value = Stated ?? (details.EventKind is not null && claim.Validity?.At is { } date ? StatedValue.Of(date) : null);
        Qualities = [.. _kind.QualitiesOf(claim), Quality.Of("status", claim.Status), .. Stated?.Comparator is { } comparator ? [Quality.Of("comparator", comparator)] : (Quality[])[]];
    }

    public Claim Claim { get; }

    public Mood Mood { get; }

    /// <summary>The value that is compared; null if the claim states none.</summary>
    public StatedValue? Stated { get; }

    /// <summary>The same, or the date of an event of any kind.</summary>
    public StatedValue? Value { get; }

    /// <summary>The numbers of those who act.</summary>
    public IReadOnlyList<long> Actors { get; }

    /// <summary>The numbers of those to whom it happens.</summary>
    public IReadOnlyList<long> Others { get; }

    /// <summary>What the claim states of what sort; null for statements, which say so in words only.</summary>
    public string? Matter { get; }

    /// <summary>How it is stated.</summary>
    public IReadOnlyList<Quality> Qualities { get; }

    /// <summary>Whether the time of the claim is when something happened, not merely a time at which it was so.</summary>
    public bool Happens => _kind.Happens;

    /// <summary>All that two claims that state the same have in common, however they are worded.</summary>
    public (StatedValue?, string?, string, string) Sameness => (
        Stated,
        Claim.Validity is { } time ? $"{Told(time.At)?.Edtf} {Told(time.Start)?.Edtf} {Told(time.End)?.Edtf} {time.Ongoing}" : null,
        string.Join(' ', Claim.Participants.Select(participation => $"{participation.Role}:{participation.EntityKey}").Order(StringComparer.Ordinal)),
        // What someone said is the same only if it is one claim.
        $"{(Matter is null ? Claim.Slug : Matter)} {string.Join(' ', Qualities)}");

    /// <summary>Whether two answers to a question of which one alone can be true are different ones. Facts are never set against plans, but all against what was given up.</summary>
    public static bool Exclude(Answer a, Answer b) => ExcludeWithoutValues(a, b) || a.Mood == b.Mood && AreApart(a, b);

    /// <summary>Whether two claims that cannot be true together could be, if words that leave it open were read more widely.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    /// <param name="exclusive">Whether they answer a question of which one answer alone can be true.</param>
    public static bool HingesOnReading(Answer a, Answer b, bool exclusive) =>
        AreApart(a, b) && a.Value!.Value.WidestReading.Overlaps(b.Value!.Value.WidestReading) && !(exclusive && ExcludeWithoutValues(a, b));

    /// <summary>A date as a document tells it; null for one that the curators inferred.</summary>
    public static PartialDate? Told(PartialDate? date) => date is { Inferred: null } ? date : null;

    /// <summary>Whether two answers state values of one sort that have nothing in common.</summary>
    public static bool AreApart(Answer a, Answer b) =>
        a.Value is { } one && b.Value is { } other && one.Unit == other.Unit && !one.Range.Overlaps(other.Range);

    private static bool ExcludeWithoutValues(Answer a, Answer b) =>
        a.Mood == Mood.Abandoned != (b.Mood == Mood.Abandoned)
        || a.Mood == b.Mood && (AreOthers(a.Actors, b.Actors) || a.Matter is not null && b.Matter is not null && a.Matter != b.Matter);

    // Who names fewer of them does not deny the rest.
    private static bool AreOthers(IReadOnlyList<long> a, IReadOnlyList<long> b) => a.Except(b).Any() && b.Except(a).Any();

    private List<long> Having(ParticipantRole[] roles) =>
        Claim is Statement ? [] : [.. Claim.Participants.Where(participation => roles.Contains(participation.Role)).Select(participation => participation.EntityKey).Distinct().Order()];
}
