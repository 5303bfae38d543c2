using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeApi.Knowledge.Kinds;

/// <inheritdoc cref="Event"/>
internal sealed class EventDescriptor() : ClaimDescriptor<Event>(Keys)
{
    private static readonly MappingDefinition Keys = new("event", "A claim that something happened or is to happen.");
    private static readonly SeedKey<EventKind?> Kind = Keys.Required("kind", SeedTypes.Enumeration<EventKind>(), "What kind of thing happened.");
    private static readonly SeedKey<PartialDate> Date = Keys.Optional("date", DateKeys.Type, "When; null if not stated.");
    private static readonly SeedKey<PartialDate> KnownDate = Keys.Optional("known-date", SeedTypes.Date, "When it happened by general knowledge, where no document says; only the rules use it.");
    private static readonly SeedKey<string> Summary = Keys.Required("summary", SeedTypes.Line, "What happened, in a few words of your own.");
    private static readonly SeedKey<Located> Cause = Keys.Optional("cause", SeedTypes.Reference, "The event the text says this one follows from.");

    // These come before a foundation as well, or are one.
    private static readonly EventKind[] Beforehand =
    [
        EventKind.Founding, EventKind.Decision, EventKind.CallForProjects, EventKind.Bid, EventKind.Partnership, EventKind.Announcement, EventKind.Negotiation, EventKind.Criticism, EventKind.Disclosure,
    ];

    public override string Section => "events";

    public override string Description => "What happened or is to happen.";

    public override IReadOnlyList<(string Name, string Description)> Properties => [("EVENT", "An event and, if it can happen only once, its date.")];

    public override bool Happens => true;

    public override (string Entity, PartialDate Date, bool IsEnd)? ExistenceOf(SeedMap map) =>
        map.Get(Kind) is EventKind.Founding or EventKind.Dissolution && map.Get(ClaimKeys.Status) == ClaimStatus.Actual && map.Get(ClaimKeys.Rank) != ClaimRank.Deprecated
        && (map.Get(Date) ?? map.Get(ClaimKeys.Validity)?.At) is { } date
        && (map.Get(ClaimKeys.Participants) ?? []).FirstOrDefault(participant => participant.Get(ParticipantKeys.Role) == ParticipantRole.Subject)?.Get(ParticipantKeys.Entity) is { } entity
            ? (entity.Text, date, map.Get(Kind) == EventKind.Dissolution)
            : null;

    public override Located? PrerequisiteOf(SeedMap map) => map.Get(Cause);

    protected override Event ShortOf(Event claim) => new()
    {
        Key = claim.Key,
        Slug = claim.Slug,
        Kind = claim.Kind,
        Summary = "",
        Validity = claim.Validity,
        Date = claim.Date,
        KnownDate = claim.KnownDate,
        CauseKey = claim.CauseKey,
        Cause = claim.Cause,
        Citations = claim.Citations.ConvertAll(citation => new Citation { Key = citation.Key, Slug = "", Sha256 = "" }),
    };

    protected override Event? BuildClaim(ClaimSeed seed)
    {
        var cause = seed.Claim<Event>(Cause, "an event");
        var (kind, date, summary) = (seed.Get(Kind), seed.Get(Date), seed.Get(Summary));
        var known = seed.Get(KnownDate);
        if (known is not null && date is not null)
            seed.Error(KnownDate, "A \"known-date\" beside a \"date\". Expected it only where no document dates the event.");
        if (seed.Subject(null) is not { } subject || kind is null || summary is null)
            return null;
        var claim = new Event
        {
            Slug = seed.Slug,
            Core = seed.CoreAt(date),
            SubjectKey = subject.Key,
            Subject = subject,
            Kind = kind.Value,
            Summary = summary,
            Date = date,
            KnownDate = known,
            CauseKey = cause?.Key,
            Cause = cause,
        };
        return claim;
    }

    protected override void Map(EntityTypeBuilder<Event> claim)
    {
        claim.HasOne(e => e.Cause).WithMany(e => e.Consequences).HasForeignKey(e => e.CauseKey);
        claim.ComplexProperty(e => e.Date, value => value.Prefix("Event_Date"));
        claim.ComplexProperty(e => e.KnownDate);
    }

    protected override PropertyKey KeyOf(Event claim)
    {
        if (OnceOnly.Identify(claim) is not { } parties)
            return PropertyKey.Of(claim.Summary, "event", claim.Slug);
        var kind = EnumNames.Words(claim.Kind);
        var buyers = parties.Where(pair => pair.Role == ParticipantRole.Buyer).Select(pair => pair.Entity).ToList();
        var others = parties.Where(pair => pair.Role != ParticipantRole.Buyer).Select(pair => pair.Entity).ToList();
        return PropertyKey.Of(
            $"{PropertyKey.Names(others)}: {kind}{(buyers.Count > 0 ? $" by {PropertyKey.Names(buyers)}" : "")}",
            kind.Replace(' ', '-'), PropertyKey.Slugs(others), PropertyKey.Slugs(buyers));
    }

    protected override bool PresupposesIn(Event claim, ParticipantRole role) =>
        role == ParticipantRole.Target && claim.Kind != EventKind.Criticism || role is (ParticipantRole.Subject or ParticipantRole.Target) && !Beforehand.Contains(claim.Kind);

    protected override AgreementDetails DetailsOf(Event claim) => new() { EventKind = claim.Kind };

    protected override StatedValue? ValueOf(Event claim) => claim.Date is { } date && OnceOnly.Identify(claim) is not null ? StatedValue.Of(date) : null;

    // The date is what is stated, not when it holds.
    protected override bool AreComparable(Event a, Event b) => true;

    protected override string? HeadingOf(Event claim) => claim.Summary;

    protected override string? SummaryOf(Event claim) => null;

    protected override IEnumerable<string?> WordingsOf(Event claim) => [];
}
