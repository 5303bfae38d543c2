using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Knowledge.Tests.Store;

/// <summary>What the API asks of the base in LINQ can be told in SQL, and means the same.</summary>
public sealed class QueryTests : IClassFixture<QueryTests.Built>
{
    private readonly KnowledgeContext _context;

    public QueryTests(Built built) => _context = built.Snapshot.CreateContext();

    [Fact]
    public void A_value_of_a_claim_cast_to_its_kind() =>
        Slugs(_context.Claims.Where(c => ((Shareholding)c).Share!.Lower > 22m)).ShouldBe(["stake-a", "stake-b"]);

    [Fact]
    public void A_cast_to_another_kind_is_null() =>
        Slugs(_context.Claims.Where(c => ((Funding)c).Amount!.Lower > 1m)).ShouldBe(["money"]);

    [Fact]
    public void A_value_object_that_is_not_there() => Slugs(_context.Set<Shareholding>().Where(s => s.Share == null)).ShouldBe(["stake-c"]);

    [Fact]
    public void A_start_inside_a_validity() =>
        Slugs(_context.Claims.Where(c => c.Validity!.Start!.Earliest >= new DateOnly(2014, 1, 1))).ShouldBe(["stake-b"]);

    [Fact]
    public void What_possibly_held_on_a_day()
    {
        var day = new DateOnly(2013, 6, 1);

        Slugs(_context.Set<Shareholding>().Where(c => c.Validity != null && (c.Validity.Earliest == null || c.Validity.Earliest <= day) && (c.Validity.Latest == null || day <= c.Validity.Latest)))
            .ShouldBe(["stake-a"]);
    }

    [Fact]
    public void Amounts_order_as_numbers() =>
        Slugs(_context.Set<FinancialFigure>().OrderByDescending(f => f.Amount!.Lower), sort: false).ShouldBe(["revenue-10m", "revenue-9m", "loss"]);

    [Fact]
    public void An_amount_below_zero() => Slugs(_context.Set<FinancialFigure>().Where(f => f.Amount!.Upper < 0m)).ShouldBe(["loss"]);

    [Fact]
    public void A_number_greater_than_any_that_can_be_stored() => Slugs(_context.Set<FinancialFigure>().Where(f => f.Amount!.Lower < decimal.MaxValue)).Count.ShouldBe(3);

    [Fact]
    public void Events_through_participations() =>
        _context.Entities.Where(e => e.Claims.OfType<Event>().Any(v => v.Date!.Latest < new DateOnly(2013, 1, 1))).Select(e => e.Slug).ShouldBe(["beta"]);

    [Fact]
    public void A_navigation_of_a_derived_class() => _context.Set<Company>().Where(c => c.Shareholders.Any(s => s.Owner.Slug == "state")).Select(c => c.Slug).ShouldBe(["beta"]);

    [Fact]
    public void A_navigation_to_a_derived_class() => Slugs(_context.Claims.Where(c => ((Role)c).Person.NameFolded.StartsWith("ad"))).ShouldBe(["head"]);

    [Fact]
    public void Text_without_case_and_accents_in_any_column() =>
        Slugs(_context.Claims.Where(c => Folding.Fold(c.Wording!).Contains("societe"))).ShouldBe(["head"]);

    [Fact]
    public void The_skip_navigation_to_authors() => _context.Documents.Where(d => d.Authors.Any(a => a.Slug == "ada")).Select(d => d.Slug).ShouldBe(["doc"]);

    [Fact]
    public void A_list_is_one_parameter()
    {
        var keys = new long[] { 1, 2, 3 };
        using var command = _context.Claims.Where(c => keys.Contains(c.Key)).Select(c => c.Slug).CreateDbCommand();

        command.Parameters.Count.ShouldBe(1);
        command.CommandText.ShouldContain(PostgreSqlServer.IsChosen ? "= ANY (@keys)" : "json_each");
    }

    [Fact]
    public void Names_page_by_their_sort_key() =>
        _context.Set<Company>().OrderBy(c => c.NameSortKey).ThenBy(c => c.Key).Select(c => c.Name).ShouldBe(["Alpha", "Beta", "Écru", "Zeta"]);

    private static List<string> Slugs(IQueryable<Claim> claims, bool sort = true)
    {
        var slugs = claims.Select(c => c.Slug).ToList();
        if (sort)
            slugs.Sort(StringComparer.Ordinal);
        return slugs;
    }

    public sealed class Built : IDisposable
    {
        private readonly TempFolder _folder = new TempFolder().Seed("base.yaml", TempFolder.Base).Seed("it.yaml", $$"""
            companies:
              - { id: zeta, name: Zeta }
              - { id: ecru, name: Écru }
            shareholdings:
              - { id: stake-a, status: ACTUAL, owner: alpha, company: beta, share: "44.4", validity: { start: 2012-23, end: 2014-04 }, citations: [{{TempFolder.Citation()}}] }
              - { id: stake-b, status: ACTUAL, owner: state, company: beta, share: "33", validity: { start: 2014-04 }, citations: [{{TempFolder.Citation()}}] }
              - { id: stake-c, status: PLANNED, owner: scheme, company: beta, citations: [{{TempFolder.Citation()}}] }
            fundings:
              - { id: money, status: ACTUAL, recipient: beta, amount: { order-of: "1000000", currency: EUR }, citations: [{{TempFolder.Citation()}}] }
            financial-figures:
              - { id: revenue-9m, status: ACTUAL, company: beta, concept: REVENUE, amount: { exactly: "9000000", currency: EUR }, citations: [{{TempFolder.Citation()}}] }
              - { id: revenue-10m, status: ACTUAL, company: beta, concept: REVENUE, amount: { exactly: "10000000", currency: EUR }, citations: [{{TempFolder.Citation()}}] }
              - { id: loss, status: ACTUAL, company: beta, concept: NET_INCOME, amount: { exactly: "-500", currency: EUR }, citations: [{{TempFolder.Citation()}}] }
            roles:
              - { id: head, status: ACTUAL, person: ada, job-title: Head, wording: Chef de la SOCIÉTÉ, citations: [{{TempFolder.Citation()}}] }
            events:
              - { id: start, status: ACTUAL, kind: LAUNCH, date: 2012, summary: It starts, participants: [{ entity: beta, role: SUBJECT }], citations: [{{TempFolder.Citation()}}] }
            """);

        public Built() => Snapshot = _folder.Build();

        public Snapshot Snapshot { get; }

        public void Dispose()
        {
            Snapshot.Dispose();
            _folder.Dispose();
        }
    }
}
