using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeApi.Knowledge.Kinds;

/// <inheritdoc cref="Shareholding"/>
internal sealed class ShareholdingDescriptor() : ClaimDescriptor<Shareholding>(Keys)
{
    private static readonly MappingDefinition Keys = new("shareholding", "A claim that someone holds, held or is to hold a stake in a company.");
    private static readonly SeedKey<Located> Owner = Keys.Required("owner", SeedTypes.Reference, "The one who holds the stake.");
    private static readonly SeedKey<Located> Company = Keys.Required("company", SeedTypes.Reference, "The company the stake is in.");
    private static readonly SeedKey<Share> Share = Keys.Optional("share", ShareKeys.Type, "How large it is; null if not stated.");
    private static readonly SeedKey<Interest?> Interest = Keys.Optional("interest", SeedTypes.Enumeration<Interest>(), "How it is held. DIRECT if left out.");
    private static readonly SeedKey<ShareBasis?> Basis = Keys.Optional("basis", SeedTypes.Enumeration<ShareBasis>(), "What it is a percentage of. UNSTATED if left out.");

    public override string Section => "shareholdings";

    public override string Description => "Who owns how much of whom.";

    public override IReadOnlyList<(string Name, string Description)> Properties => [("STAKE", "The stake of one owner in a company.")];

    public override bool Happens => false;

    public override bool Lasts => true;

    protected override Shareholding? BuildClaim(ClaimSeed seed)
    {
        var owner = seed.Entity(Owner, ParticipantRole.Owner);
        var company = seed.Entity<Organisation>(Company, ParticipantRole.Company);
        var (share, interest, basis) = (seed.Get(Share), seed.Get(Interest), seed.Get(Basis));
        if (owner is null || company is null)
            return null;
        var claim = new Shareholding
        {
            Slug = seed.Slug,
            Core = seed.Core,
            SubjectKey = company.Key,
            Subject = company,
            OwnerKey = owner.Key,
            Owner = owner,
            CompanyKey = company.Key,
            Company = company,
            Share = share is null ? null : share with { Wording = seed.Core.Wording },
            Interest = interest ?? Model.Interest.Direct,
            Basis = basis ?? ShareBasis.Unstated,
        };
        owner.Holdings.Add(claim);
        company.Shareholders.Add(claim);
        return claim;
    }

    protected override void Map(EntityTypeBuilder<Shareholding> claim)
    {
        claim.HasOne(s => s.Owner).WithMany(e => e.Holdings).HasForeignKey(s => s.OwnerKey);
        claim.HasOne(s => s.Company).WithMany(c => c.Shareholders).HasForeignKey(s => s.CompanyKey);
        claim.Property(s => s.CompanyKey).HasColumnName("Shareholding_CompanyKey");
        claim.ComplexProperty(s => s.Share);
    }

    protected override PropertyKey KeyOf(Shareholding claim)
    {
        var (how, words) = claim.Interest switch
        {
            Model.Interest.Direct => ("", ""),
            Model.Interest.Indirect => ("indirect", ", held indirectly"),
            _ => ("unknown", ", whether direct or not"),
        };
        return PropertyKey.Of($"{claim.Company.Name}: stake of {claim.Owner.Name}{words}", "stake", claim.Company.Slug, claim.Owner.Slug, how);
    }

    protected override StatedValue? ValueOf(Shareholding claim) => StatedValue.Of(claim.Share, StatedValue.Percent);

    protected override bool AreComparable(Shareholding a, Shareholding b) => Comparison.SameBasis(a.Basis, b.Basis) && Comparison.SameTime(a.Validity, b.Validity);

    // Of the capital one may hold less than of the votes, and what is not stated may be either.
    protected override bool CanConflict(Shareholding a, Shareholding b) => a.Basis == b.Basis;

    protected override IEnumerable<Quality> QualitiesOf(Shareholding claim)
    {
        if (claim.Interest != Model.Interest.Unknown)
            yield return Quality.Of("interest", claim.Interest);
        if (claim.Basis != ShareBasis.Unstated)
            yield return Quality.Of("basis", claim.Basis);
    }

    protected override string? HeadingOf(Shareholding claim) => "Stake";

    protected override string? SummaryOf(Shareholding claim) => null;

    protected override IEnumerable<string?> WordingsOf(Shareholding claim) => [claim.Share?.Wording];
}
