using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeApi.Knowledge.Kinds;

/// <inheritdoc cref="Statement"/>
internal sealed class StatementDescriptor() : ClaimDescriptor<Statement>(Keys)
{
    private static readonly MappingDefinition Keys = new("statement", "A claim that someone said something about someone.");
    private static readonly SeedKey<Located> Speaker = Keys.Optional("speaker", SeedTypes.Reference, "The one who speaks; null if unnamed.");
    private static readonly SeedKey<string> SpeakerDescribed = Keys.Optional("speaker-described", SeedTypes.Line, "Who speaks, in your own words, if unnamed.");
    private static readonly SeedKey<IReadOnlyList<Located>> About = Keys.Required("about", new ListType<Located>(SeedTypes.Reference, 1), "Whom or what it is about; never the speaker.");
    private static readonly SeedKey<string> Summary = Keys.Required("summary", SeedTypes.Prose, "What is said, in one or two sentences of your own.");
    private static readonly SeedKey<StatementModality?> Modality = Keys.Optional("modality", SeedTypes.Enumeration<StatementModality>(), "How the speaker means it. ASSERTION if left out.");
    private static readonly SeedKey<Medium?> Medium = Keys.Optional("medium", SeedTypes.Enumeration<Medium>(), "Where it was said; null if not stated.");
    private static readonly SeedKey<PartialDate> Date = Keys.Optional("date", DateKeys.Type, "When it was said; null if not stated.");

    public override string Section => "statements";

    public override string Description => "Who said what about whom.";

    public override IReadOnlyList<(string Name, string Description)> Properties => [("STATEMENT", "Something that someone said.")];

    public override bool Happens => true;

    protected override Statement? BuildClaim(ClaimSeed seed)
    {
        var speaker = seed.Entity(Speaker, ParticipantRole.Speaker);
        var described = seed.Get(SpeakerDescribed);
        if (!seed.Has(Speaker) && !seed.Has(SpeakerDescribed))
            seed.Error("A statement by no one. Expected \"speaker\", or \"speaker-described\" if the speaker is not named.");
        var about = seed.Entities(About, ParticipantRole.About);
        var (summary, date) = (seed.Get(Summary), seed.Get(Date));
        var (modality, medium) = (seed.Get(Modality) ?? StatementModality.Assertion, seed.Get(Medium));
        if (about is not [{ } subject, ..] || summary is null)
            return null;
        var core = seed.CoreAt(date);
        var claim = new Statement
        {
            Slug = seed.Slug,
            Core = core with { IsFact = core.IsFact && modality == StatementModality.Assertion },
            SubjectKey = subject.Key,
            Subject = subject,
            SpeakerKey = speaker?.Key,
            Speaker = speaker,
            SpeakerDescribed = described,
            Summary = summary,
            Modality = modality,
            Medium = medium,
            Date = date,
        };
        speaker?.StatementsMade.Add(claim);
        return claim;
    }

    protected override void Map(EntityTypeBuilder<Statement> claim)
    {
        claim.HasOne(s => s.Speaker).WithMany(e => e.StatementsMade).HasForeignKey(s => s.SpeakerKey);
        claim.ComplexProperty(s => s.Date, value => value.Prefix("Statement_Date"));
    }

    protected override PropertyKey KeyOf(Statement claim) => PropertyKey.Of($"{claim.Subject.Name}: statement of {SpeakerOf(claim)}", "statement", claim.Slug);

    protected override StatedValue? ValueOf(Statement claim) => null;

    protected override bool AreComparable(Statement a, Statement b) => Comparison.SameTime(a.Validity, b.Validity);

    protected override IEnumerable<Quality> QualitiesOf(Statement claim) => [Quality.Of("modality", claim.Modality)];

    protected override string? HeadingOf(Statement claim) => claim.Medium is { } medium ? EnumNames.Heading(medium) : null;

    protected override string? SummaryOf(Statement claim) => claim.Summary;

    protected override IEnumerable<string?> WordingsOf(Statement claim) => [];

    private static string? SpeakerOf(Statement claim) => claim.Speaker?.Name ?? claim.SpeakerDescribed;
}
