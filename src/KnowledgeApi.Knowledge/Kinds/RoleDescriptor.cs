using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeApi.Knowledge.Kinds;

/// <inheritdoc cref="Role"/>
internal sealed class RoleDescriptor() : ClaimDescriptor<Role>(Keys)
{
    private static readonly MappingDefinition Keys = new("role", "A claim that a person holds, held or is to hold a role.");
    private static readonly SeedKey<Located> Person = Keys.Required("person", SeedTypes.Reference, "The person.");
    private static readonly SeedKey<Located> Organisation = Keys.Optional("organisation", SeedTypes.Reference, "The organisation; null if the text names none.");
    private static readonly SeedKey<string> JobTitle = Keys.Required("job-title", SeedTypes.Line, "The title of the role in English.");

    public override string Section => "roles";

    public override string Description => "Who holds which role where.";

    public override IReadOnlyList<(string Name, string Description)> Properties => [("ROLE", "A role of a person.")];

    public override bool Happens => false;

    public override bool Lasts => true;

    protected override Role? BuildClaim(ClaimSeed seed)
    {
        var person = seed.Entity<Person>(Person, ParticipantRole.Person);
        var organisation = seed.Entity<Organisation>(Organisation, ParticipantRole.Organisation);
        if (person is null || seed.Get(JobTitle) is not { } jobTitle)
            return null;
        var claim = new Role
        {
            Slug = seed.Slug,
            Core = seed.Core,
            SubjectKey = person.Key,
            Subject = person,
            PersonKey = person.Key,
            Person = person,
            OrganisationKey = organisation?.Key,
            Organisation = organisation,
            JobTitle = jobTitle,
        };
        person.Roles.Add(claim);
        organisation?.Roles.Add(claim);
        return claim;
    }

    protected override void Map(EntityTypeBuilder<Role> claim)
    {
        claim.HasOne(r => r.Person).WithMany(p => p.Roles).HasForeignKey(r => r.PersonKey);
        claim.HasOne(r => r.Organisation).WithMany(o => o.Roles).HasForeignKey(r => r.OrganisationKey);
    }

    protected override PropertyKey KeyOf(Role claim) => PropertyKey.Of(
        $"{claim.Person.Name}: {claim.JobTitle}{(claim.Organisation is null ? "" : $", {claim.Organisation.Name}")}",
        "role", claim.Person.Slug, claim.Organisation?.Slug ?? "nowhere", PropertyKey.Words(claim.JobTitle));

    // That a role is held is all there is to compare.
    protected override StatedValue? ValueOf(Role claim) => null;

    protected override bool AreComparable(Role a, Role b) => Comparison.SameTime(a.Validity, b.Validity);

    protected override string? HeadingOf(Role claim) => claim.JobTitle;

    protected override string? SummaryOf(Role claim) => null;

    protected override IEnumerable<string?> WordingsOf(Role claim) => [];
}
