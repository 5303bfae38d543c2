using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeApi.Knowledge.Kinds;

/// <inheritdoc cref="Measurement"/>
internal sealed class MeasurementDescriptor() : ClaimDescriptor<Measurement>(Keys)
{
    private static readonly MappingDefinition Keys = new("measurement", "A claim that something countable or measurable has or is to have some size.");
    private static readonly SeedKey<Located> Subject = Keys.Required("subject", SeedTypes.Reference, "The entity that is measured.");
    private static readonly SeedKey<MeasurementMetric?> Metric = Keys.Required("metric", SeedTypes.Enumeration<MeasurementMetric>(), "What is counted or measured.");
    private static readonly SeedKey<Amount> Quantity = Keys.Optional("quantity", AmountKeys.Type, "How much or how many; null if not stated.");

    // A company has many prices and many kinds of space at once, and a rank for each list; OTHER is of no one kind.
    private static readonly MeasurementMetric[] SeveralAtOnce = [MeasurementMetric.Price, MeasurementMetric.Storage, MeasurementMetric.Ranking, MeasurementMetric.Other];

    public override string Section => "measurements";

    public override string Description => "What was counted or measured.";

    public override IReadOnlyList<(string Name, string Description)> Properties => [("MEASUREMENT", "A count or measure, such as a headcount.")];

    public override bool Happens => false;

    public override bool Lasts => true;

    protected override Measurement? BuildClaim(ClaimSeed seed)
    {
        var subject = seed.Entity(Subject, ParticipantRole.Subject);
        var metric = seed.Get(Metric);
        // OTHER may be a change, which can be negative.
        var quantity = seed.Quantity(Quantity, fromZero: metric is not MeasurementMetric.Other);
        if (subject is null || metric is null)
            return null;
        var claim = new Measurement
        {
            Slug = seed.Slug,
            Core = seed.Core,
            SubjectKey = subject.Key,
            Subject = subject,
            MeasuredKey = subject.Key,
            Metric = metric.Value,
            Quantity = quantity,
        };
        subject.Measurements.Add(claim);
        return claim;
    }

    protected override void Map(EntityTypeBuilder<Measurement> claim)
    {
        claim.HasOne<Entity>().WithMany(e => e.Measurements).HasForeignKey(m => m.MeasuredKey);
        claim.ComplexProperty(m => m.Quantity);
    }

    protected override PropertyKey KeyOf(Measurement claim)
    {
        var metric = EnumNames.Words(claim.Metric);
        if (!SeveralAtOnce.Contains(claim.Metric))
            return PropertyKey.Of($"{claim.Subject.Name}: {metric}", metric.Replace(' ', '-'), claim.Subject.Slug);
        var what = claim is { Metric: MeasurementMetric.Other, Quantity.Unit: { } unit } ? unit.Replace('-', ' ') : metric;
        return PropertyKey.Of($"{claim.Subject.Name}: {what}", "measurement", claim.Slug);
    }

    protected override AgreementDetails DetailsOf(Measurement claim) => new() { MeasurementMetric = claim.Metric };

    protected override StatedValue? ValueOf(Measurement claim) => StatedValue.Of(claim.Quantity, claim.Quantity?.Unit);

    protected override bool AreComparable(Measurement a, Measurement b) => Comparison.SameTime(a.Validity, b.Validity);

    protected override string? HeadingOf(Measurement claim) => claim.Metric == MeasurementMetric.Other ? claim.Quantity?.Unit.Replace('-', ' ') : EnumNames.Heading(claim.Metric);

    protected override string? SummaryOf(Measurement claim) => null;

    protected override IEnumerable<string?> WordingsOf(Measurement claim) => [claim.Quantity?.Wording];
}
