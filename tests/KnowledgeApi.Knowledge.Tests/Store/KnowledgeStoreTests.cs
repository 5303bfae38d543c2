using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Knowledge.Tests.Store;

/// <summary>What comes of asking for a base.</summary>
public sealed class KnowledgeStoreTests : IDisposable
{
    private const string Seeds = "shareholdings:\n  - { id: it, status: ACTUAL, owner: alpha, company: beta, share: \"22.2\", validity: { start: 2014, ongoing: YES }, wording: \"22,2 %\", citations: [¤] }\n";

    private readonly List<StoreReport> _reports = [];

    private readonly TempFolder _folder = new TempFolder()
        .Document("text", TempFolder.Text)
        .Seed("base.yaml", TempFolder.Base)
        .Seed("it.yaml", Seeds.Replace("¤", TempFolder.Citation(), StringComparison.Ordinal));

    public void Dispose()
    {
        foreach (var report in _reports)
            report.Snapshot?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_base_is_built_where_there_is_none() => Build(texts: true).ShouldSatisfyAllConditions(
        report => report.Outcome.ShouldBe(StoreOutcome.Built, string.Join('\n', report.Problems)),
        report => report.Snapshot!.Name.ShouldBe(_folder.Store.ReadCurrent()));

    [Fact]
    public void A_report_counts_what_the_base_holds() => Build(texts: true).Snapshot!.Summary.ShouldSatisfyAllConditions(
        summary => summary.Counts["Company"].ShouldBe(2),
        summary => summary.Counts["Shareholding"].ShouldBe(1),
        summary => summary.Counts["Role"].ShouldBe(0),
        summary => summary.Alignments.ShouldBe(new Dictionary<string, int> { ["EXACT"] = 1 }),
        summary => summary.Texts.ShouldBe(1));

    [Fact]
    public void A_claim_comes_back_as_it_went_in()
    {
        using var context = Build(texts: true).Snapshot!.CreateContext();

        var claim = context.Set<Shareholding>().Include(s => s.Owner).Include(s => s.Company).Include(s => s.Citations).ThenInclude(c => c.Document).Single();

        claim.ShouldSatisfyAllConditions(
            s => s.Share!.ToInterval().ShouldBe(new(22.15m, true, 22.25m, false)),
            s => s.Share!.Value.ShouldBe(22.2m),
            s => s.Validity!.Start.ShouldBe(PartialDate.Parse("2014")),
            s => s.Validity!.End.ShouldBeNull(),
            s => s.Validity!.Ongoing.ShouldBe(Ongoing.Yes),
            s => s.FirstReported.ShouldBe(new(2020, 5, 4)),
            s => s.Owner.ShouldBeOfType<Company>().Name.ShouldBe("Alpha"),
            s => s.Citations.ShouldHaveSingleItem().Quote.ShouldBe("Alpha"));
    }

    [Fact]
    public void Texts_are_kept_apart()
    {
        using var context = Build(texts: true).Snapshot!.CreateContext();

        context.Documents.Include(d => d.Text).Single().Text!.Content.ShouldBe(TempFolder.Text);
    }

    [Fact]
    public void Findings_can_be_queried()
    {
        using var context = Build(texts: true).Snapshot!.CreateContext();

        context.Findings.Where(f => f.Rule.Name == "ENTITY_ORPHANED").OrderBy(f => f.Key).Select(f => f.AboutEntity!.Slug).ShouldBe(["gadget", "scheme", "state"]);
    }

    [Fact]
    public void An_unchanged_base_is_used_again()
    {
        var built = Build();

        var again = Build();

        again.Outcome.ShouldBe(StoreOutcome.Reused);
        again.Snapshot!.Name.ShouldBe(built.Snapshot!.Name);
        again.Snapshot.BuiltAt.ShouldBe(built.Snapshot.BuiltAt);
    }

    [Fact]
    public void A_warning_is_told_again_when_the_base_is_used_again()
    {
        File.Delete(Path.Combine(_folder.Documents, "text"));
        Build(texts: true);

        Build(texts: true).Problems.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);
    }

    [Fact]
    public void Changed_seeds_are_built_anew()
    {
        Build();
        _folder.Seed("more.yaml", "companies:\n  - { id: one, name: One }\n");

        Build().ShouldSatisfyAllConditions(
            report => report.Outcome.ShouldBe(StoreOutcome.Built),
            report => report.Snapshot!.Summary.Counts["Company"].ShouldBe(3));
    }

    [Fact]
    public void Texts_that_come_or_go_are_built_anew()
    {
        Build(texts: true);

        Build().Outcome.ShouldBe(StoreOutcome.Built);
    }

    [Fact]
    public void A_build_can_be_forced()
    {
        Build();

        Build(force: true).Outcome.ShouldBe(StoreOutcome.Built);
    }

    [Fact]
    public void The_same_seeds_give_the_same_base_to_the_byte()
    {
        using var elsewhere = new TempFolder();
        var other = elsewhere.Store.Build(_folder.Seeds);
        _reports.Add(other);

        Build().Snapshot!.Name.ShouldBe(other.Snapshot!.Name);
    }

    [Fact]
    public void Bad_seeds_leave_the_previous_base()
    {
        var built = Build();
        _folder.Seed("more.yaml", "companies:\n  - { id: one }\n");

        var report = Build();

        report.Outcome.ShouldBe(StoreOutcome.Failed);
        report.Problems.ShouldHaveSingleItem().File.ShouldBe("more.yaml");
        report.Snapshot!.Name.ShouldBe(built.Snapshot!.Name);
    }

    [Fact]
    public void Bad_seeds_do_not_leave_a_base_with_texts_to_who_gave_none()
    {
        Build(texts: true);
        _folder.Seed("more.yaml", "companies:\n  - { id: one }\n");

        Build().Snapshot.ShouldBeNull();
    }

    [Fact]
    public void Bad_seeds_without_a_previous_base_leave_nothing_to_query()
    {
        _folder.Seed("more.yaml", "companies:\n  - { id: one }\n");

        Build().Snapshot.ShouldBeNull();
        _folder.Store.ReadCurrent().ShouldBeNull();
    }

    [Fact]
    public void A_missing_documents_folder_is_an_error()
    {
        var missing = Path.Combine(_folder.Documents, "none");

        var report = _folder.Store.Build(_folder.Seeds, missing);

        report.Outcome.ShouldBe(StoreOutcome.Failed);
        report.Problems.ShouldHaveSingleItem().File.ShouldBe(missing);
    }

    [Fact]
    public void A_missing_seeds_folder_is_an_error()
    {
        var report = _folder.Store.Build(Path.Combine(_folder.Seeds, "none"));

        report.Outcome.ShouldBe(StoreOutcome.Failed);
        report.Problems.ShouldHaveSingleItem().Message.ShouldContain("cannot be read");
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_an_error()
    {
        var report = new KnowledgeStore(new SnapshotFolder(Path.Combine(_folder.Seeds, "base.yaml", "data"))).Build(_folder.Seeds);

        report.Outcome.ShouldBe(StoreOutcome.Failed);
        report.Problems.ShouldHaveSingleItem().Message.ShouldContain("cannot be written");
    }

    [Fact]
    public void A_build_that_is_stopped_leaves_what_there_was()
    {
        Build();
        var before = Files();
        _folder.Seed("more.yaml", "companies:\n  - { id: one, name: One }\n");

        Should.Throw<OperationCanceledException>(() => _folder.Store.Build(_folder.Seeds, cancellation: new(canceled: true)));
        Files().ShouldBe(before);
    }

    private StoreReport Build(bool texts = false, bool force = false)
    {
        var report = _folder.Store.Build(_folder.Seeds, texts ? _folder.Documents : null, force);
        _reports.Add(report);
        return report;
    }

    private string[] Files() => PostgreSqlServer.IsChosen ? [_folder.Store.ReadCurrent()!.ToString()] : [.. Directory.EnumerateFiles(_folder.Database, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
