using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Ownership;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.Sqlite;
using KnowledgeApi.Knowledge.Tests.Reasoning.Ownership;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Knowledge.Tests.Store;

/// <summary>Walks through a base of companies that own each other at random, much smaller than the one of the benchmark.</summary>
public sealed class StakeReaderTests : IDisposable
{
    private const int Companies = 400;

    private readonly string _connectionString = $"Data Source=stakes-{Guid.NewGuid():N};Mode=Memory;Cache=Shared";
    private readonly SqliteConnection _connection;
    private readonly List<Shareholding> _stakes = [];
    private readonly StakeReader _reader;
    private int _statements;
    private string _lastSql = "";
    private string _lastParameter = "";

    public StakeReaderTests()
    {
        _connection = new(_connectionString);
        _connection.Open();
        SqliteTextFunctions.Register(_connection);
        // Stakes alone: what claims must have besides is of no interest here.
        using var context = new KnowledgeContext(SqliteOptions.Of($"{_connectionString};Foreign Keys=False", KnowledgeKinds.Standard));
        context.Database.EnsureCreated();
        var random = new Random(4);
        for (var key = 1; key <= Companies; key++)
            context.Add(new Company { Key = key, Slug = $"c{key}", Name = $"Company {key}", NameFolded = $"company {key}", NameSortKey = $"{key:0000}" });
        foreach (var (owner, company) in Enumerable.Range(0, 3 * Companies).Select(_ => (random.Next(1, Companies + 1), random.Next(1, Companies + 1))).Distinct())
        {
            _stakes.Add(new()
            {
                Key = _stakes.Count + 1,
                Slug = $"stake-{_stakes.Count + 1}",
                SubjectKey = company,
                OwnerKey = owner,
                CompanyKey = company,
                Interest = Interest.Direct,
                Basis = random.Next(3) == 0 ? ShareBasis.Capital : ShareBasis.Unstated,
                Rank = ClaimRank.Normal,
                Share = random.Next(5) == 0 ? null : Share.Of(Comparator.Exactly, random.Next(1, 30), 1),
                Validity = random.Next(3) == 0 ? null : PeriodOf(2000 + random.Next(20)),
                FirstReported = random.Next(3) == 0 ? null : new DateOnly(2020, 1, 1).AddDays(random.Next(100)),
            });
        }

        foreach (var stake in _stakes)
            stake.SetTimes(StakeTimes.Always);
        context.AddRange(_stakes);
        context.SaveChanges();
        _reader = new(context, RunAsync);
    }

    public void Dispose() => _connection.Dispose();

    [Theory]
    [InlineData(WalkDirection.Up)]
    [InlineData(WalkDirection.Down)]
    public async Task A_walk_takes_one_statement_a_level(WalkDirection direction)
    {
        for (var depth = 1; depth <= 8; depth++)
        {
            _statements = 0;
            await _reader.WalkAsync([Root(1)], direction, new(), depth, 10_000, default);

            _statements.ShouldBe(depth);
        }
    }

    [Fact]
    public async Task Walks_from_many_take_one_statement_a_level_together()
    {
        await _reader.WalkAsync([.. Enumerable.Range(1, 50).Select(Root)], WalkDirection.Up, new(), 5, 10_000, default);

        _statements.ShouldBeInRange(1, 5);
    }

    [Theory]
    [InlineData(WalkDirection.Up, "IX_Claims_Shareholding_CompanyKey")]
    [InlineData(WalkDirection.Down, "IX_Claims_OwnerKey")]
    public async Task Stakes_are_found_by_their_index(WalkDirection direction, string index)
    {
        await _reader.WalkAsync([Root(1)], direction, new(), 1, 10_000, default);

        await using var command = _connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {_lastSql}";
        command.Parameters.AddWithValue(_lastParameter, "[1]");
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
            plan.Add(reader.GetString(3));

        plan.ShouldContain(step => step.Contains(index, StringComparison.Ordinal));
        plan.ShouldNotContain(step => step.Contains("IX_Claims_Type", StringComparison.Ordinal) || step == "SCAN c", string.Join('\n', plan));
    }

    [Fact]
    public async Task What_is_read_is_what_is_stored()
    {
        var graph = (await _reader.WalkAsync([Root(1)], WalkDirection.Up, new(), 100, 10_000, default))[0];

        foreach (var company in graph.Nodes)
        {
            var stored = _stakes.Where(stake => stake.CompanyKey == company).Select(StakeClaim.Of).ToList();
            var read = graph.Index.HoldersOf(company)!.Stakes.SelectMany(stake => stake.Claims).OrderBy(claim => claim.Key);
            read.Select(Plain).ShouldBe(stored.Select(Plain));
        }

        graph.Index.PartyOf(1).ShouldBe(new Party(1, "c1", "Company 1", "Company"));
    }

    [Fact]
    public async Task Walks_together_find_what_each_finds_alone()
    {
        var roots = Enumerable.Range(1, 20).Select(Root).ToList();
        var together = await _reader.WalkAsync(roots, WalkDirection.Up, new(), 3, 30, default);
        for (var i = 0; i < roots.Count; i++)
        {
            var alone = (await _reader.WalkAsync([roots[i]], WalkDirection.Up, new(), 3, 30, default))[0];
            together[i].Nodes.ShouldBe(alone.Nodes);
            together[i].Stakes.Select(stake => (stake.Owner, stake.Company, stake.Share)).ShouldBe(alone.Stakes.Select(stake => (stake.Owner, stake.Company, stake.Share)));
        }
    }

    [Fact]
    public async Task A_company_found_from_above_has_the_owners_it_has_from_below()
    {
        var down = (await _reader.WalkAsync([Root(1)], WalkDirection.Down, new(), 2, 10_000, default))[0];
        var companies = down.Nodes.Skip(1).ToList();
        companies.ShouldNotBeEmpty();
        foreach (var company in companies)
            down.Index.HoldersOf(company)!.Stakes.Select(stake => (stake.Owner, stake.Share)).ShouldBe(
                Holders.Of(company, _stakes.Where(stake => stake.CompanyKey == company).Select(StakeClaim.Of), new()).Stakes.Select(stake => (stake.Owner, stake.Share)));
    }

    [Fact]
    public async Task It_stops_when_no_one_waits_any_more()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => _reader.WalkAsync([Root(1)], WalkDirection.Up, new(), 8, 10_000, cancelled.Token));
    }

    // A moment, a stretch, a stretch that ended.
    private static Period PeriodOf(int year) => (year % 3) switch
    {
        0 => Period.Moment(PartialDate.Parse($"{year}")),
        1 => Period.Stretch(PartialDate.Parse($"{year}"), null, Ongoing.Unstated),
        _ => Period.Stretch(PartialDate.Parse($"{year}"), PartialDate.Parse($"{year + 3}-06"), Ongoing.No),
    };

    private static Party Root(int key) => new(key, $"c{key}", $"Company {key}", "Company");

    private static (long, string, Interval?, ShareBasis, DateOnly?, Period?) Plain(StakeClaim claim) =>
        (claim.Key, claim.Slug, claim.Stated, claim.Basis, claim.FirstReported, claim.Validity);

    private async Task RunAsync(SqlText statement, Action<System.Data.Common.DbDataReader> read, CancellationToken cancellation)
    {
        _statements++;
        (_lastSql, _lastParameter) = (statement.Text, statement.Parameters[0].Key);
        await using var command = _connection.CreateCommand();
        command.CommandText = statement.Text;
        foreach (var (name, value) in statement.Parameters)
            command.Parameters.AddWithValue(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            read(reader);
    }
}
