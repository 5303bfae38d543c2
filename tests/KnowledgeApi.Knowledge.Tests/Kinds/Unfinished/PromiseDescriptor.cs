using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KnowledgeApi.Knowledge.Tests.Kinds.Unfinished;

/// <inheritdoc cref="Promise"/>
internal sealed class PromiseDescriptor() : ClaimDescriptor<Promise>(new MappingDefinition("promise", ""))
{
    public override string Section => "roles";

    public override string Description => "";

    public override IReadOnlyList<(string Name, string Description)> Properties => [("STAKE", "")];

    public override bool Happens => false;

    protected override Promise? BuildClaim(ClaimSeed seed) => null;

    protected override void Map(EntityTypeBuilder<Promise> claim) => claim.Property(promise => promise.Deed).HasColumnName("Statement_Date_Edtf");

    protected override PropertyKey KeyOf(Promise claim) => PropertyKey.Of("", "promise");

    protected override StatedValue? ValueOf(Promise claim) => null;

    protected override bool AreComparable(Promise a, Promise b) => false;

    protected override string? HeadingOf(Promise claim) => null;

    protected override string? SummaryOf(Promise claim) => null;

    protected override IEnumerable<string?> WordingsOf(Promise claim) => [];
}
