using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning;
using static KnowledgeApi.Knowledge.Tests.Reasoning.Agreements.SeedClaims;

namespace KnowledgeApi.Knowledge.Tests.Reasoning;

public sealed class CoverageTests
{
    private static readonly IReadOnlyList<Coverage> Coverages = Reasoner.Conclude(Read(
        Stake("one", "\"40\"", "validity: { at: 2014 }"),
        Stake("two", "\"45\"", "validity: { at: 2014 }", cited: Comment("2020-06-01")),
        Stake("three", "\"10\"", owner: "state", cited: $"{Citation("attribution: ORGANISATION, by: beta")}, {Citation("attribution: ORGANISATION, by: state")}"),
        Roled("four", "Head"))).Coverages;

    [Fact]
    public void The_whole_base_is_counted() => Of(null).ShouldSatisfyAllConditions(
        all => all.Claims.ShouldBe(4),
        all => all.Cited.ShouldBe(4),
        all => all.Verified.ShouldBe(0),
        all => all.Conflicting.ShouldBe(2),
        all => all.SingleSource.ShouldBe(3),
        all => all.CommentsOnly.ShouldBe(1),
        all => all.Undated.ShouldBe(2),
        all => all.Unreported.ShouldBe(0));

    [Fact]
    public void Each_entity_is_counted_by_the_claims_it_takes_part_in() =>
        Coverages.Where(coverage => coverage.Entity is not null).ToDictionary(coverage => coverage.Entity!.Slug, coverage => (coverage.Claims, coverage.Conflicting))
            .ShouldBe(new Dictionary<string, (int, int)>
            {
                ["alpha"] = (2, 2),
                ["beta"] = (4, 2),
                ["state"] = (1, 0),
                ["scheme"] = (0, 0),
                ["gadget"] = (0, 0),
                ["paper"] = (0, 0),
                ["ada"] = (1, 0),
            }, ignoreOrder: true);

    [Fact]
    public void What_was_found_in_a_text_is_verified()
    {
        using var folder = new TempFolder().Document("text", TempFolder.Text).Seed("base.yaml", TempFolder.Base).Seed("it.yaml", Stake("it", "\"40\""));

        Reasoner.Conclude(folder.Read(texts: true).Base!).Coverages[0].Verified.ShouldBe(1);
    }

    [Fact]
    public void What_no_dated_document_tells_is_unreported()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base.Replace("date: 2020-05-04,", "date: 2020-05-04, misprint: true,", StringComparison.Ordinal)).Seed("it.yaml", Stake("it", "\"40\""));

        Reasoner.Conclude(folder.Read().Base!).Coverages[0].Unreported.ShouldBe(1);
    }

    private static Coverage Of(string? entity) => Coverages.Single(coverage => coverage.Entity?.Slug == entity);
}
