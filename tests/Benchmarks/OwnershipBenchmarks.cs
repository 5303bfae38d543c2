using BenchmarkDotNet.Attributes;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Ownership;
using KnowledgeApi.Knowledge.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Benchmarks;

/// <summary>One company among 100,000 that own each other at random by 300,000 stakes, cycles and all: its owners to depth 8.</summary>
[MemoryDiagnoser]
public class OwnershipBenchmarks : IDisposable
{
    private const int Companies = 100_000;
    private const int StakesEach = 3;
    private const int Depth = 8;

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"ownership-{Companies}x{StakesEach}-1.db");
    private ReadPool _pool = null!;
    private StakeReader _reader = null!;
    private OwnershipGraph _graph = null!;
    private long _owner;
    private int _statements;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        var options = Options($"Data Source={_path}");
        if (!File.Exists(_path))
        {
            // Beside first: a base that was cut short is no base.
            File.Delete(_path + ".new");
            Fill(Options($"Data Source={_path}.new;Pooling=False;Foreign Keys=False"));
            File.Move(_path + ".new", _path);
        }

        _pool = new ReadPool(() =>
        {
            var connection = new SqliteConnection($"Data Source={_path};Mode=ReadOnly");
            connection.Open();
            return connection;
        });
        _pool.Executing += _ => _statements++;
        await using var context = new KnowledgeContext(options);
        _reader = new StakeReader(context, (statement, read, cancellation) => _pool.RunAsync(statement.Text, statement.Parameters, read, cancellation));
        _graph = await WalkAsync(Depth);
        _owner = _graph.Nodes.Last(node => _graph.DepthOf(node) == Depth - 1);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var share = Share();
        Console.WriteLine($"// Depth {Depth}: {_statements} statements, {_graph.Count} entities, {_graph.Stakes.Count()} stakes, {_graph.Cycles.Count} cycles, the greatest of {_graph.Cycles.Max(cycle => cycle.Count)}; share {share.Text}, first {clock.ElapsedMilliseconds} ms, {Paths()} paths.");
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _pool?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reading and putting together, one statement a level.</summary>
    [Benchmark]
    public async Task<int> WalkToDepth8() => (await WalkAsync(Depth)).Count;

    [Benchmark]
    public async Task<int> WalkToDepth4() => (await WalkAsync(4)).Count;

    /// <summary>Finding the paths of an owner seven stakes away, all being read.</summary>
    [Benchmark]
    public int Paths() => OwnershipPaths.Find(_graph, _owner, _graph.Root, Depth, 100).Paths.Count;

    /// <summary>Its effective share, all being read.</summary>
    [Benchmark]
    public ShareRange Share() => new OwnershipAnswers(_graph).ShareOf(_owner);

    private static DbContextOptions<KnowledgeContext> Options(string connectionString) => new DbContextOptionsBuilder<KnowledgeContext>()
        .UseSqlite(connectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .Options;

    private static void Fill(DbContextOptions<KnowledgeContext> options)
    {
        using (var context = new KnowledgeContext(options))
            context.Database.EnsureCreated();
        foreach (var keys in Enumerable.Range(1, Companies).Chunk(10_000))
            Save(keys.Select(key => new Company { Key = key, Slug = $"c{key}", Name = $"Company {key}", NameFolded = $"company {key}", NameSortKey = $"{key:000000}" }));
        var random = new Random(1);
        var stakes = Enumerable.Range(1, Companies).SelectMany(company => Enumerable.Range(0, StakesEach).Select(_ => (Company: company, Owner: random.Next(1, Companies + 1)))).Distinct();
        foreach (var chunk in stakes.Select((stake, i) => (stake.Company, stake.Owner, Key: i + 1L)).Chunk(10_000))
        {
            Save(chunk.Select(stake => new Shareholding
            {
                Key = stake.Key,
                Slug = $"s{stake.Key}",
                Rank = ClaimRank.Normal,
                SubjectKey = stake.Company,
                OwnerKey = stake.Owner,
                CompanyKey = stake.Company,
                Share = KnowledgeApi.Knowledge.Model.Share.Of(Comparator.Exactly, random.Next(5, 33), 1),
                Validity = Period.Stretch(PartialDate.Parse("2000"), null, Ongoing.Yes),
            }));
        }

        void Save(IEnumerable<object> rows)
        {
            using var context = new KnowledgeContext(options);
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            context.AddRange(rows);
            context.SaveChanges();
        }
    }

    private async Task<OwnershipGraph> WalkAsync(int depth) =>
        (await _reader.WalkAsync([new(1, "c1", "Company 1", "Company")], WalkDirection.Up, new(), depth, 10_000, default))[0];
}
