using System.Globalization;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;

namespace KnowledgeApi.Knowledge.Kinds;

/// <summary>A claim as its seed has it: what a descriptor builds it of. What is wrong is reported when it is asked for.</summary>
/// <param name="map">What is written.</param>
/// <param name="slug">The id of the claim.</param>
/// <param name="core">What all kinds of claims have, read already.</param>
/// <param name="known">What the seed may refer to.</param>
/// <param name="diagnostics">Where problems go.</param>
internal sealed class ClaimSeed(SeedMap map, string slug, ClaimCore core, KnownThings known, SeedDiagnostics diagnostics)
{
    public string Slug => slug;

    /// <summary>What all kinds of claims have.</summary>
    public ClaimCore Core => core;

    /// <summary>Those that take part, as far as they have been asked for.</summary>
    public Participants Participants { get; } = new(diagnostics);

    /// <summary>The value of a key; nothing if it is not there or wrong.</summary>
    public T? Get<T>(SeedKey<T> key) => map.Get(key);

    /// <summary>Whether a key is there with a value.</summary>
    public bool Has(ISeedKey key) => map.Has(key.Name);

    /// <summary>What all kinds of claims have, of a claim that speaks of the time of its own date unless its validity says more.</summary>
    public ClaimCore CoreAt(PartialDate? date) => core with { Validity = core.Validity ?? (date is null ? null : Period.Moment(date)) };

    /// <summary>The entity of a key, which takes part.</summary>
    public Entity? Entity(SeedKey<Located> key, ParticipantRole role) => Participants.Add(known.Entities.Find(map.Get(key)), role, map.LocationOf(key.Name));

    /// <summary>The entity of a key, which takes part and must be of one class.</summary>
    public T? Entity<T>(SeedKey<Located> key, ParticipantRole role)
        where T : Entity => Participants.Add(known.Entities.Find<T>(map.Get(key), known.Kinds.Describe<T>()), role, map.LocationOf(key.Name));

    /// <summary>The entities of a key, which all take part.</summary>
    public IReadOnlyList<Entity?> Entities(SeedKey<IReadOnlyList<Located>> key, ParticipantRole role) =>
        [.. (map.Get(key) ?? []).Select(reference => Participants.Add(known.Entities.Find(reference), role, reference.Location))];

    /// <summary>The claim of a key, which must be of one class.</summary>
    public T? Claim<T>(SeedKey<Located> key, string expected)
        where T : Claim => known.Claims.Find<T>(map.Get(key), expected);

    /// <summary>The subject of a claim: one that is named by a key of its own, else the participant with the role SUBJECT, else the first.</summary>
    /// <param name="named">The one that is named; null if none is.</param>
    /// <param name="keys">The keys that could have named it.</param>
    public Entity? Subject(Entity? named, params ISeedKey[] keys)
    {
        if (named is not null)
            return named;
        var participants = map.Get(ClaimKeys.Participants) ?? [];
        var subject = participants.FirstOrDefault(participant => participant.Get(ParticipantKeys.Role) == ParticipantRole.Subject) ?? (participants.Count > 0 ? participants[0] : null);
        if (subject is not null)
            return known.Entities.Find(subject.Get(ParticipantKeys.Entity));
        if (!keys.Any(Has))
            Error("A claim about no one. Expected at least one entity among its participants.");
        return null;
    }

    /// <summary>A sum of money.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="fromZero">True if it cannot be negative, as a price cannot: then its range is cut at zero.</param>
    public Money? Money(SeedKey<Amount> key, bool fromZero = true)
    {
        var amount = map.Get(key);
        if (amount is not { Currency: null })
            return (fromZero ? FromZero(amount, key) : amount)?.ToMoney(core.Wording);
        Error(key, "A sum of money without \"currency\". Expected a currency code of ISO 4217 in capitals, such as EUR.");
        return null;
    }

    /// <summary>A number of things, or of a currency.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="fromZero">True if it cannot be negative.</param>
    public Quantity? Quantity(SeedKey<Amount> key, bool fromZero = true) => (fromZero ? FromZero(map.Get(key), key) : map.Get(key))?.ToQuantity(core.Wording);

    private Amount? FromZero(Amount? amount, SeedKey<Amount> key)
    {
        if (amount is null)
            return null;
        if (amount.Interval.Intersection(Interval.FromZero) is { } range)
            return amount with { Interval = range };
        Error(key, $"{EnumNames.Heading(amount.Comparator)} {amount.Value?.ToString(CultureInfo.InvariantCulture) ?? "two numbers"}, which this cannot be. Expected words that allow zero or more.");
        return null;
    }

    /// <summary>Reports a problem of the value of a key.</summary>
    public void Error(ISeedKey key, string message) => diagnostics.Error(map.LocationOf(key.Name), message);

    /// <summary>Reports a problem of the whole claim.</summary>
    public void Error(string message) => diagnostics.Error(map.Location, message);
}

/// <summary>What seeds may refer to.</summary>
internal sealed record KnownThings(KnowledgeKinds Kinds, Registry<Entity> Entities, Registry<Claim> Claims);
