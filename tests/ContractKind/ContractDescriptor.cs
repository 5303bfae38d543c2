using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeApi.ContractKind;

/// <inheritdoc cref="Contract"/>
internal sealed class ContractDescriptor() : ClaimDescriptor<Contract>(Keys)
{
    private static readonly MappingDefinition Keys = new("contract", "A claim that someone orders goods or services from someone else.");
    private static readonly SeedKey<Located> Customer = Keys.Required("customer", SeedTypes.Reference, "The one who orders and pays.");
    private static readonly SeedKey<Located> Supplier = Keys.Required("supplier", SeedTypes.Reference, "The one who delivers.");
    private static readonly SeedKey<string> Purpose = Keys.Required("purpose", SeedTypes.Line, "What is ordered, in a few words of your own.");
    private static readonly SeedKey<Amount> Amount = Keys.Optional("amount", AmountKeys.Type, "The price of it all; null if not stated.");
    private static readonly SeedKey<PartialDate> Signed = Keys.Optional("signed", SeedTypes.Date, "When it was signed; null if not stated.");

    public override string Section => "contracts";

    public override string Description => "Who orders what from whom.";

    public override IReadOnlyList<(string Name, string Description)> Properties => [("CONTRACT", "An order of one customer from one supplier.")];

    public override bool Happens => true;

    protected override Contract? BuildClaim(ClaimSeed seed)
    {
        var customer = seed.Entity(Customer, ParticipantRole.Customer);
        var supplier = seed.Entity(Supplier, ParticipantRole.Seller);
        var (purpose, amount, signed) = (seed.Get(Purpose), seed.Money(Amount), seed.Get(Signed));
        if (customer is null || supplier is null || purpose is null)
            return null;
        return new Contract
        {
            Slug = seed.Slug,
            Core = seed.CoreAt(signed),
            SubjectKey = supplier.Key,
            Subject = supplier,
            CustomerKey = customer.Key,
            Customer = customer,
            SupplierKey = supplier.Key,
            Supplier = supplier,
            Purpose = purpose,
            Amount = amount,
            Signed = signed,
        };
    }

    protected override void Map(EntityTypeBuilder<Contract> claim)
    {
        claim.HasOne(c => c.Customer).WithMany().HasForeignKey(c => c.CustomerKey);
        claim.HasOne(c => c.Supplier).WithMany().HasForeignKey(c => c.SupplierKey);
        claim.ComplexProperty(c => c.Amount, value => value.Prefix("Contract_Amount"));
        claim.ComplexProperty(c => c.Signed, value => value.Prefix("Contract_Signed"));
    }

    protected override PropertyKey KeyOf(Contract claim) => PropertyKey.Of(
        $"{claim.Supplier.Name}: order of {claim.Customer.Name}, {claim.Purpose}",
        "contract", claim.Supplier.Slug, claim.Customer.Slug, PropertyKey.Words(claim.Purpose));

    protected override StatedValue? ValueOf(Contract claim) => StatedValue.Of(claim.Amount, claim.Amount?.Currency);

    protected override bool AreComparable(Contract a, Contract b) => Comparison.SameTime(a.Validity, b.Validity);

    protected override string? HeadingOf(Contract claim) => null;

    protected override string? SummaryOf(Contract claim) => claim.Purpose;

    protected override IEnumerable<string?> WordingsOf(Contract claim) => [claim.Amount?.Wording];
}
