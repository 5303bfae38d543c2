using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeApi.Knowledge.Kinds;

/// <inheritdoc cref="FinancialFigure"/>
internal sealed class FinancialFigureDescriptor() : ClaimDescriptor<FinancialFigure>(Keys)
{
    private static readonly MappingDefinition Keys = new("financial figure", "A claim that a company earned or is to earn so much.");
    private static readonly SeedKey<Located> Company = Keys.Required("company", SeedTypes.Reference, "The company the figure is of, or the programme that was to become one.");
    private static readonly SeedKey<FinancialConcept?> Concept = Keys.Required("concept", SeedTypes.Enumeration<FinancialConcept>(), "Revenue or net income.");
    private static readonly SeedKey<Amount> Amount = Keys.Optional("amount", AmountKeys.Type, "How much, in a currency; a loss is negative; null if not stated.");
    private static readonly SeedKey<PartialDate> FiscalPeriod = Keys.Optional("fiscal-period", DateKeys.Type, "The fiscal period the figure is for.");
    private static readonly SeedKey<bool> Cumulative = Keys.Optional("cumulative", SeedTypes.Flag, "True if it is the sum over several years.");

    public override string Section => "financial-figures";

    public override string Description => "Revenue and net income.";

    public override IReadOnlyList<(string Name, string Description)> Properties =>
    [
        (EnumNames.Name(FinancialConcept.Revenue), "Revenue of a fiscal period."),
        (EnumNames.Name(FinancialConcept.NetIncome), "Net income of a fiscal period."),
    ];

    public override bool Happens => false;

    protected override FinancialFigure? BuildClaim(ClaimSeed seed)
    {
        var company = seed.Entity<Organisation>(Company, ParticipantRole.Company);
        var (concept, period, cumulative) = (seed.Get(Concept), seed.Get(FiscalPeriod), seed.Get(Cumulative));
        // Income may be a loss.
        var amount = seed.Money(Amount, fromZero: concept == FinancialConcept.Revenue);
        if (company is null || concept is null)
            return null;
        var claim = new FinancialFigure
        {
            Slug = seed.Slug,
            Core = seed.CoreAt(period),
            SubjectKey = company.Key,
            Subject = company,
            CompanyKey = company.Key,
            Company = company,
            Concept = concept.Value,
            Amount = amount,
            FiscalPeriod = period,
            Cumulative = cumulative,
        };
        company.FinancialFigures.Add(claim);
        return claim;
    }

    protected override void Map(EntityTypeBuilder<FinancialFigure> claim)
    {
        claim.HasOne(f => f.Company).WithMany(c => c.FinancialFigures).HasForeignKey(f => f.CompanyKey);
        claim.ComplexProperty(f => f.Amount, value => value.Prefix("FinancialFigure_Amount"));
        claim.ComplexProperty(f => f.FiscalPeriod);
    }

    protected override PropertyKey KeyOf(FinancialFigure claim)
    {
        // However it is spelt, the same days are the same period.
        var period = claim.FiscalPeriod is { } fiscal ? PartialDate.Between(fiscal.Earliest, fiscal.Latest).Edtf : null;
        var words = EnumNames.Words(claim.Concept);
        return PropertyKey.Of(
            $"{claim.Company.Name}: {words}{(period is null ? "" : $" {period}")}{(claim.Cumulative ? ", all years together" : "")}",
            words.Replace(' ', '-'), claim.Company.Slug, period?.Replace("..", "open", StringComparison.Ordinal).Replace('/', '-') ?? "", claim.Cumulative ? "cumulative" : "");
    }

    protected override ClaimProperty PropertyOf(FinancialFigure claim) => new(EnumNames.Name(claim.Concept));

    protected override StatedValue? ValueOf(FinancialFigure claim) => StatedValue.Of(claim.Amount, claim.Amount?.Currency);

    // The fiscal period is part of the key.
    protected override bool AreComparable(FinancialFigure a, FinancialFigure b) => true;

    protected override IEnumerable<Quality> QualitiesOf(FinancialFigure claim) => [new("years", claim.Cumulative ? "all together" : "one")];

    protected override string? HeadingOf(FinancialFigure claim) => $"{EnumNames.Heading(claim.Concept)}{(claim.FiscalPeriod is { } period ? $" {period.Edtf}" : "")}";

    protected override string? SummaryOf(FinancialFigure claim) => null;

    protected override IEnumerable<string?> WordingsOf(FinancialFigure claim) => [claim.Amount?.Wording];

    // Even hearsay of the results of a fiscal period comes after it.
    protected override DateOnly? EarliestReportOf(FinancialFigure claim) => claim.FiscalPeriod is { } period ? period.Latest : base.EarliestReportOf(claim);
}
