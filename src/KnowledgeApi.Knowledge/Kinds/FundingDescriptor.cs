using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeApi.Knowledge.Kinds;

/// <inheritdoc cref="Funding"/>
internal sealed class FundingDescriptor() : ClaimDescriptor<Funding>(Keys)
{
    private static readonly MappingDefinition Keys = new("funding", "A claim that money is set aside, promised, paid or offered.");
    private static readonly SeedKey<Located> Funder = Keys.Optional("funder", SeedTypes.Reference, "The one who gives; null if several do or no one is named.");
    private static readonly SeedKey<Located> Recipient = Keys.Optional("recipient", SeedTypes.Reference, "The one who is given; null if several are or no one is named.");
    private static readonly SeedKey<Amount> Amount = Keys.Optional("amount", AmountKeys.Type, "How much; null if not stated.");
    private static readonly SeedKey<Instrument?> Instrument = Keys.Optional("instrument", SeedTypes.Enumeration<Instrument>(), "In what form. UNSTATED if left out.");
    private static readonly SeedKey<FundingStage?> Stage = Keys.Optional("stage", SeedTypes.Enumeration<FundingStage>(), "How far the money has got; null if left open.");

    public override string Section => "fundings";

    public override string Description => "Money promised, committed or paid.";

    public override IReadOnlyList<(string Name, string Description)> Properties => [("FUNDING", "Money that one party gives to another.")];

    public override bool Happens => false;

    protected override Funding? BuildClaim(ClaimSeed seed)
    {
        var funder = seed.Entity(Funder, ParticipantRole.Funder);
        var recipient = seed.Entity(Recipient, ParticipantRole.Recipient);
        var amount = seed.Money(Amount);
        var (instrument, stage) = (seed.Get(Instrument), seed.Get(Stage));
        if (seed.Subject(recipient ?? funder, Funder, Recipient) is not { } subject)
            return null;
        var claim = new Funding
        {
            Slug = seed.Slug,
            Core = seed.Core,
            SubjectKey = subject.Key,
            Subject = subject,
            FunderKey = funder?.Key,
            Funder = funder,
            RecipientKey = recipient?.Key,
            Recipient = recipient,
            Amount = amount,
            Instrument = instrument ?? Model.Instrument.Unstated,
            Stage = stage,
        };
        funder?.FundingsGiven.Add(claim);
        recipient?.FundingsReceived.Add(claim);
        return claim;
    }

    protected override void Map(EntityTypeBuilder<Funding> claim)
    {
        claim.HasOne(f => f.Funder).WithMany(e => e.FundingsGiven).HasForeignKey(f => f.FunderKey);
        claim.HasOne(f => f.Recipient).WithMany(e => e.FundingsReceived).HasForeignKey(f => f.RecipientKey);
        claim.ComplexProperty(f => f.Amount, value => value.Prefix("Funding_Amount"));
    }

    protected override PropertyKey KeyOf(Funding claim)
    {
        var funders = PropertyKey.Having(claim, ParticipantRole.Funder);
        var recipients = PropertyKey.Having(claim, ParticipantRole.Recipient);
        var (stage, verb) = claim.Stage switch
        {
            FundingStage.Envelope => ("envelope", "set aside by"),
            FundingStage.Committed => ("committed", "promised by"),
            FundingStage.Paid => ("paid", "paid by"),
            _ => ("", "from"),
        };
        // A sum between no one and no one is like no other sum.
        return funders.Count + recipients.Count == 0
            ? PropertyKey.Of($"{claim.Subject.Name}: money {verb} someone", "funding", claim.Slug)
            : PropertyKey.Of(
                $"{PropertyKey.Names(recipients, "For anyone")}: money {verb} {PropertyKey.Names(funders, "someone")}",
                "funding", PropertyKey.Slugs(recipients, "anyone"), PropertyKey.Slugs(funders, "someone"), stage);
    }

    // Money may be set aside or promised for what is yet to be founded.
    protected override bool PresupposesIn(Funding claim, ParticipantRole role) =>
        role == ParticipantRole.Funder || role == ParticipantRole.Recipient && claim.Stage == FundingStage.Paid;

    protected override AgreementDetails DetailsOf(Funding claim) => new() { Stage = claim.Stage };

    protected override StatedValue? ValueOf(Funding claim) => StatedValue.Of(claim.Amount, claim.Amount?.Currency);

    protected override bool AreComparable(Funding a, Funding b) =>
        (a.Instrument == b.Instrument || a.Instrument == Model.Instrument.Unstated || b.Instrument == Model.Instrument.Unstated) && Comparison.SameTime(a.Validity, b.Validity);

    protected override IEnumerable<Quality> QualitiesOf(Funding claim)
    {
        if (claim.Stage is { } stage)
            yield return Quality.Of("stage", stage);
        if (claim.Instrument != Model.Instrument.Unstated)
            yield return Quality.Of("instrument", claim.Instrument);
    }

    protected override string? HeadingOf(Funding claim) => claim.Stage is { } stage ? $"Funding, {EnumNames.Words(stage)}" : "Funding";

    protected override string? SummaryOf(Funding claim) => null;

    protected override IEnumerable<string?> WordingsOf(Funding claim) => [claim.Amount?.Wording];
}
