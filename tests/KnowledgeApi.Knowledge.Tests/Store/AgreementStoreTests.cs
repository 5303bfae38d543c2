using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.Sqlite;
using KnowledgeApi.Knowledge.Tests.Reasoning.Agreements;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Knowledge.Tests.Store;

/// <summary>What is concluded stands in the base beside what is stated.</summary>
public sealed class AgreementStoreTests : IClassFixture<AgreementStoreTests.Built>
{
    private readonly Built _built;
    private readonly KnowledgeContext _context;

    public AgreementStoreTests(Built built) => (_built, _context) = (built, built.Snapshot.CreateContext());

    [Fact]
    public void Claims_by_the_verdict_on_their_group() =>
        _context.Claims.Where(claim => claim.Agreement.Verdict == Verdict.Conflicting).Select(claim => claim.Slug).Order().ShouldBe(["a", "b", "c"]);

    [Fact]
    public void The_rivals_of_a_claim() => _context.Claims.Where(claim => claim.Slug == "b").SelectMany(claim => claim.Rivals).Select(rival => rival.Slug).Order().ShouldBe(["a"]);

    [Fact]
    public void A_rival_has_the_claim_as_its_rival() => _context.Claims.Where(claim => claim.Rivals.Any(rival => rival.Slug == "b")).Select(claim => claim.Slug).ShouldBe(["a"]);

    [Fact]
    public void The_claim_to_quote_first_from_either_side()
    {
        _context.Agreements.Where(agreement => agreement.QuoteFirst.Slug == "b").Select(agreement => agreement.Slug).ShouldBe(["stake.beta.alpha"]);
        _context.Claims.Where(claim => claim.QuotedFirstIn != null).Select(claim => claim.Slug).Order().ShouldBe(["b", "founded", "head"]);
    }

    [Fact]
    public void Claims_in_the_order_to_quote_them() =>
        _context.Claims.Where(claim => claim.Agreement.Slug == "stake.beta.alpha").OrderBy(claim => claim.QuotePlace).Select(claim => new { claim.Slug, claim.QuotePlace }).AsEnumerable()
            .Select(claim => $"{claim.QuotePlace} {claim.Slug}").ShouldBe(["0 b", "1 c", "2 a"]);

    [Fact]
    public void Ranges_come_back_as_they_were() => _context.Agreements.Single(agreement => agreement.Slug == "stake.beta.alpha").ShouldSatisfyAllConditions(
        agreement => agreement.Intersection.ShouldBeNull(),
        agreement => agreement.Spread.ShouldBe(new DecimalInterval { Lower = 39.5m, LowerInclusive = true, Upper = 46m, UpperInclusive = true }),
        agreement => agreement.DateSpread.ShouldBeNull());

    [Fact]
    public void Dates_come_back_as_they_were() => _context.Agreements.Single(agreement => agreement.Slug == "founding.beta").ShouldSatisfyAllConditions(
        agreement => agreement.DateSpread.ShouldBe(PartialDate.Parse("2012")),
        agreement => agreement.Spread.ShouldBeNull());

    [Fact]
    public void An_entity_has_a_coverage() => _context.Entities.Where(entity => entity.Coverage.Claims == 3).Select(entity => entity.Slug).ShouldBe(["alpha"]);

    [Fact]
    public void The_whole_base_has_a_coverage() => _context.Coverages.Single(coverage => coverage.Key == Coverage.WholeBase).ShouldSatisfyAllConditions(
        coverage => coverage.EntityKey.ShouldBeNull(),
        coverage => coverage.Claims.ShouldBe(5));

    [Fact]
    public void Sources_are_counted_in_the_base() => _context.Claims.Where(claim => claim.IndependentSources == 1).Count().ShouldBe(5);

    [Fact]
    public void Accepted_findings_are_marked() =>
        _context.Findings.Where(finding => finding.Accepted).Select(finding => new { finding.Slug, finding.AcceptedReason }).ShouldHaveSingleItem()
            .ShouldBe(new { Slug = "claims-conflict.stake.beta.alpha", AcceptedReason = (string?)"Both are kept." });

    [Fact]
    public void A_report_counts_the_verdicts() => _built.Snapshot.Summary.Agreements.ShouldBe(new Dictionary<string, int> { ["SINGLE"] = 2, ["IDENTICAL"] = 0, ["CONSISTENT"] = 0, ["CONFLICTING"] = 1 });

    public sealed class Built : IDisposable
    {
        private readonly TempFolder _folder = new TempFolder().Seed("base.yaml", TempFolder.Base)
            .Seed("a.yaml", SeedClaims.Stake("a", "\"40\"", cited: SeedClaims.Comment("2020-06-01")))
            .Seed("b.yaml", SeedClaims.Stake("b", "\"45\""))
            .Seed("c.yaml", SeedClaims.Stake("c", "{ between: [\"39.5\", \"46\"] }"))
            .Seed("d.yaml", SeedClaims.Roled("head", "Head"))
            .Seed("e.yaml", SeedClaims.Founding("founded", "date: 2012"))
            .Seed("f.yaml", "accepted:\n  - { finding: claims-conflict.stake.beta.alpha, reason: Both are kept. }\n");

        public Built() => Snapshot = _folder.Build();

        public Snapshot Snapshot { get; }

        public void Dispose()
        {
            Snapshot.Dispose();
            _folder.Dispose();
        }
    }
}
