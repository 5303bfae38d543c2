using KnowledgeApi.ContractKind;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.Sqlite;
using KnowledgeApi.Knowledge.Tests.Kinds.Unfinished;
using Microsoft.Data.Sqlite;

namespace KnowledgeApi.Knowledge.Tests.Kinds;

/// <summary>No kind leaves anything out.</summary>
public sealed class DescriptorTests
{
    public static TheoryData<string> Sections => [.. KnowledgeKinds.Standard.Claims.Select(kind => kind.Section), .. KnowledgeKinds.Standard.Entities.Select(kind => kind.Section)];

    [Fact]
    public void Nothing_is_left_out_of_the_kinds_there_are() => KindGaps.Of(KnowledgeKinds.Standard).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_left_out_of_a_kind_that_is_added() => KindGaps.Of(new(typeof(Claim).Assembly, typeof(Contract).Assembly)).ShouldBeEmpty();

    [Fact]
    public void All_that_an_unfinished_kind_leaves_out_is_told() => KindGaps.Of(new(typeof(Claim).Assembly, typeof(Rumour).Assembly)).Where(gap => gap.StartsWith(nameof(Rumour), StringComparison.Ordinal) || gap.StartsWith(nameof(Promise), StringComparison.Ordinal)).ShouldBe(
    [
        "Rumour has no descriptor.",
        "Promise.Deed has no key \"deed\" in the seeds.",
        "Promise.Hope is not stored.",
        "Promise.Hope has no key \"hope\" in the seeds.",
        "Promise has the column Statement_Date_Edtf, which is that of another kind.",
        "Promise has the section \"roles\", which is that of another kind.",
        "Promise states the property STAKE, which is that of another kind.",
        "Promise is not described, itself or its properties.",
    ]);

    [Fact]
    public void A_class_without_a_descriptor_is_told() => Should.Throw<InvalidOperationException>(() => ClaimDescriptors.Of(typeof(Rumour))).Message.ShouldContain("class RumourDescriptor");

    [Fact]
    public void Every_financial_concept_is_a_property() =>
        EnumNames.All<FinancialConcept>().Except(KnowledgeKinds.Standard.Properties.Select(property => property.Property.Name)).ShouldBeEmpty();

    [Fact]
    public void Every_kind_is_counted()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base);

        using var snapshot = folder.Build();

        snapshot.Summary.Counts.Keys.ShouldBe([.. KnowledgeKinds.Standard.Classes.Select(type => type.Name), nameof(Document), nameof(Citation), nameof(Agreement), nameof(Finding)], ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void A_section_is_explained_to_authors(string section) =>
        File.ReadAllText(Path.Combine(Repository.Root, "seeds", "README.md")).ShouldContain($"`{section}`");
}
