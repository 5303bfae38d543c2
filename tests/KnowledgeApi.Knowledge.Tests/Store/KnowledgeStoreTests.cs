using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Knowledge.Tests.Store;

public sealed class KnowledgeStoreTests : IDisposable
{
    private const string Seeds = "shareholdings:\n  - { id: it, status: ACTUAL, owner: alpha, company: beta, share: \"22.2\", validity: { start: 2014, ongoing: YES }, wording: \"22,2 %\", citations: [¤] }\n";

    private readonly TempFolder _folder = new TempFolder()
        .Document("text", TempFolder.Text)
        .Seed("base.yaml", TempFolder.Base)
        .Seed("it.yaml", Seeds.Replace("¤", TempFolder.Citation(), StringComparison.Ordinal));

    private KnowledgeStore Store => new(new SqliteDatabase(_folder.Database));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public void A_base_is_built_where_there_is_none()
    {
        var report = Store.Build(_folder.Seeds, _folder.Documents);

        report.Outcome.ShouldBe(StoreOutcome.Built, string.Join('\n', report.Problems));
        File.Exists(_folder.Database).ShouldBeTrue();
    }

    [Fact]
    public void What_builds_that_were_ended_half_way_left_is_cleared_away_once_it_is_old()
    {
        var (old, young) = ($"{_folder.Database}.old.new", $"{_folder.Database}.young.new");
        Directory.CreateDirectory(Path.GetDirectoryName(old)!);
        File.WriteAllText(old, "");
        File.WriteAllText(young, "");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-2));

        Store.Build(_folder.Seeds, _folder.Documents);

        (File.Exists(old), File.Exists(young)).ShouldBe((false, true));
    }

    [Fact]
    public void A_report_counts_what_the_base_holds() => Store.Build(_folder.Seeds, _folder.Documents).Summary!.ShouldSatisfyAllConditions(
        summary => summary.Counts["Company"].ShouldBe(2),
        summary => summary.Counts["Shareholding"].ShouldBe(1),
        summary => summary.Counts["Role"].ShouldBe(0),
        summary => summary.Alignments.ShouldBe(new Dictionary<string, int> { ["EXACT"] = 1 }),
        summary => summary.Texts.ShouldBe(1));

    [Fact]
    public void A_claim_comes_back_as_it_went_in()
    {
        Store.Build(_folder.Seeds, _folder.Documents);
        using var context = Store.CreateContext();

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
        Store.Build(_folder.Seeds, _folder.Documents);
        using var context = Store.CreateContext();

        context.Documents.Include(d => d.Text).Single().Text!.Content.ShouldBe(TempFolder.Text);
    }

    [Fact]
    public void Findings_can_be_queried()
    {
        Store.Build(_folder.Seeds, _folder.Documents);
        using var context = Store.CreateContext();

        context.Findings.Where(f => f.Rule.Name == "ENTITY_ORPHANED").OrderBy(f => f.Key).Select(f => f.AboutEntity!.Slug).ShouldBe(["gadget", "scheme", "state"]);
    }

    [Fact]
    public void An_unchanged_base_is_used_again()
    {
        var built = Store.Build(_folder.Seeds, _folder.Documents);

        var again = Store.Build(_folder.Seeds, _folder.Documents);

        again.Outcome.ShouldBe(StoreOutcome.Reused);
        again.Summary!.BuiltAt.ShouldBe(built.Summary!.BuiltAt);
        again.Summary.Counts.ShouldBe(built.Summary.Counts);
    }

    [Fact]
    public void A_warning_is_told_again_when_the_base_is_used_again()
    {
        File.Delete(Path.Combine(_folder.Documents, "text"));
        Store.Build(_folder.Seeds, _folder.Documents);

        Store.Build(_folder.Seeds, _folder.Documents).Problems.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);
    }

    [Fact]
    public void Changed_seeds_are_built_anew()
    {
        Store.Build(_folder.Seeds);
        _folder.Seed("more.yaml", "companies:\n  - { id: one, name: One }\n");

        Store.Build(_folder.Seeds).ShouldSatisfyAllConditions(
            report => report.Outcome.ShouldBe(StoreOutcome.Built),
            report => report.Summary!.Counts["Company"].ShouldBe(3));
    }

    [Fact]
    public void Texts_that_come_or_go_are_built_anew()
    {
        Store.Build(_folder.Seeds, _folder.Documents);

        Store.Build(_folder.Seeds).Outcome.ShouldBe(StoreOutcome.Built);
    }

    [Fact]
    public void A_build_can_be_forced()
    {
        Store.Build(_folder.Seeds);

        Store.Build(_folder.Seeds, force: true).Outcome.ShouldBe(StoreOutcome.Built);
    }

    [Fact]
    public void A_deleted_base_is_built_anew()
    {
        Store.Build(_folder.Seeds);
        File.Delete(_folder.Database);

        Store.Build(_folder.Seeds).Outcome.ShouldBe(StoreOutcome.Built);
    }

    [Fact]
    public void Something_else_in_its_place_is_replaced()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.Database)!);
        File.WriteAllText(_folder.Database, "not a database");

        Store.Build(_folder.Seeds).Outcome.ShouldBe(StoreOutcome.Built);
    }

    [Fact]
    public void Bad_seeds_leave_the_previous_base_untouched()
    {
        var built = Store.Build(_folder.Seeds);
        var bytes = File.ReadAllBytes(_folder.Database);
        _folder.Seed("more.yaml", "companies:\n  - { id: one }\n");

        var report = Store.Build(_folder.Seeds);

        report.Outcome.ShouldBe(StoreOutcome.Failed);
        report.Problems.ShouldHaveSingleItem().File.ShouldBe("more.yaml");
        report.Usable.ShouldBeTrue();
        report.Summary!.BuiltAt.ShouldBe(built.Summary!.BuiltAt);
        File.ReadAllBytes(_folder.Database).ShouldBe(bytes);
    }

    [Fact]
    public void Bad_seeds_without_a_previous_base_leave_nothing_to_query()
    {
        _folder.Seed("more.yaml", "companies:\n  - { id: one }\n");

        var report = Store.Build(_folder.Seeds);

        report.Usable.ShouldBeFalse();
        File.Exists(_folder.Database).ShouldBeFalse();
    }

    [Fact]
    public void A_missing_documents_folder_is_an_error()
    {
        var missing = Path.Combine(_folder.Documents, "none");

        var report = Store.Build(_folder.Seeds, missing);

        report.Outcome.ShouldBe(StoreOutcome.Failed);
        report.Problems.ShouldHaveSingleItem().File.ShouldBe(missing);
    }

    [Fact]
    public void A_missing_seeds_folder_is_an_error()
    {
        var report = Store.Build(Path.Combine(_folder.Seeds, "none"));

        report.Outcome.ShouldBe(StoreOutcome.Failed);
        report.Problems.ShouldHaveSingleItem().Message.ShouldContain("cannot be read");
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_an_error()
    {
        var report = new KnowledgeStore(new SqliteDatabase(Path.Combine(_folder.Seeds, "base.yaml", "knowledge.db"))).Build(_folder.Seeds);

        report.Outcome.ShouldBe(StoreOutcome.Failed);
        report.Problems.ShouldHaveSingleItem().Message.ShouldContain("cannot be written");
    }

    [Fact]
    public void Nothing_is_left_beside_the_base()
    {
        Store.Build(_folder.Seeds);

        Directory.EnumerateFiles(Path.GetDirectoryName(_folder.Database)!).ShouldBe([_folder.Database]);
    }

    [Fact]
    public void Open_readers_keep_their_base_while_another_is_swapped_in()
    {
        Store.Build(_folder.Seeds);
        var store = Store;
        using var before = store.CreateContext();
        before.Database.OpenConnection();
        _folder.Seed("more.yaml", "companies:\n  - { id: one, name: One }\n");

        store.Build(_folder.Seeds);

        before.Set<Company>().Count().ShouldBe(2);
        using var after = store.CreateContext();
        after.Set<Company>().Count().ShouldBe(3);
    }

    [Fact]
    public void The_base_is_opened_read_only()
    {
        Store.Build(_folder.Seeds);
        using var connection = Store.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM Claims";

        Should.Throw<SqliteException>(() => command.ExecuteNonQuery()).SqliteErrorCode.ShouldBe(8);
    }

    [Fact]
    public void Every_connection_can_fold()
    {
        Store.Build(_folder.Seeds);
        using var connection = Store.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT fold('SOCIÉTÉ')";

        command.ExecuteScalar().ShouldBe("societe");
    }
}
