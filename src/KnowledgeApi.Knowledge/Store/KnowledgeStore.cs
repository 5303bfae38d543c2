using System.Diagnostics;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning;
using KnowledgeApi.Knowledge.Seeds;
using KnowledgeApi.Knowledge.Texts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>
/// The base in one SQLite file, derived from the seeds. It is built beside, verified, then swapped in; it is opened
/// read-only; deleting it costs nothing but the next build.
/// </summary>
public sealed class KnowledgeStore
{
    private static readonly string Program = typeof(KnowledgeStore).Module.ModuleVersionId.ToString("N");

    private readonly string _path;
    private readonly string _connectionString;
    private readonly PooledDbContextFactory<KnowledgeContext> _contexts;

    /// <summary>The store of one file, which need not exist yet.</summary>
    /// <param name="path">Path of the file.</param>
    public KnowledgeStore(string path)
    {
        _path = Path.GetFullPath(path);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = _path, Mode = SqliteOpenMode.ReadOnly, Pooling = true }.ToString();
        Options = OptionsFor(_connectionString);
        _contexts = new(Options);
    }

    /// <summary>What finds objects by words.</summary>
    public ISearchIndex Search { get; } = new Fts5SearchIndex();

    /// <summary>How to open the base: read-only, nothing tracked, lists as one JSON parameter.</summary>
    public DbContextOptions<KnowledgeContext> Options { get; }

    /// <summary>Makes sure that the base matches the seeds, the texts and this program. Bad input is reported, never thrown.</summary>
    /// <param name="seedsFolder">The folder of the seeds.</param>
    /// <param name="documentsFolder">The folder of the texts to check citations against; null if there are none.</param>
    /// <param name="force">Builds even if nothing has changed.</param>
    public StoreReport Build(string seedsFolder, string? documentsFolder = null, bool force = false)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var texts = documentsFolder is null ? null : DocumentTexts.Open(documentsFolder);
            if (HashOf(seedsFolder) is not { } seedsHash)
                return Failed(SeedReader.Read(seedsFolder).Problems, clock);
            var hash = CodePointText.HashOf($"{seedsHash} {texts?.Hash} {Program}");
            if (!force && Current() is { } record && record.Hash == hash && BaseFile.FromJson(record.Summary) is { } summary)
                return new(StoreOutcome.Reused, summary.Warnings, summary, clock.Elapsed);

            var seeds = SeedReader.Read(seedsFolder, texts);
            return seeds.Base is null
                ? Failed(seeds.Problems, clock)
                : new(StoreOutcome.Built, seeds.Problems, Swap(seeds.Base, seeds.Conclusions!, seeds.Problems, hash), clock.Elapsed);
        }
        catch (DocumentTextsException exception)
        {
            return Failed([Problem(documentsFolder!, exception.Message)], clock);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException or DbUpdateException)
        {
            return Failed([Problem(_path, $"The base cannot be written: {exception.Message}")], clock);
        }
    }

    /// <summary>Why a base cannot stand where it is to stand, in a sentence fit to print; null if it can, as far as can be seen. Nothing but a base is ever replaced.</summary>
    public string? FindObstacle() => BaseFile.FindObstacle(_path);

    /// <summary>A context of the pool. Dispose it to give it back.</summary>
    public KnowledgeContext CreateContext() => _contexts.CreateDbContext();

    /// <summary>An open, read-only connection of the pool, with the functions queries of the context need. Dispose it to give it back.</summary>
    public SqliteConnection OpenConnection()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        FoldFunction.Register(connection);
        return connection;
    }

    internal static DbContextOptions<KnowledgeContext> OptionsFor(string connectionString) =>
        new DbContextOptionsBuilder<KnowledgeContext>()
            .UseSqlite(connectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .AddInterceptors(FoldFunction.Instance)
            .Options;

    // Null if the folder cannot be read, which the reader reports.
    private static string? HashOf(string seedsFolder)
    {
        try
        {
            return SeedFolder.Open(seedsFolder).Hash;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A base another build of the program wrote is of no use: it may have other tables.
    private BuildRecord? Current() => BaseFile.ReadRecord(_path) is { } record && record.Program == Program ? record : null;

    private StoreSummary Swap(KnowledgeBase knowledge, Conclusions conclusions, IReadOnlyList<SeedProblem> warnings, string hash)
    {
        var summary = StoreSummary.Of(knowledge, conclusions, warnings, hash, DateTime.UtcNow);
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        var beside = $"{_path}.{Guid.NewGuid():N}.new";
        try
        {
            BaseFile.Write(beside, knowledge, conclusions, new() { Key = 1, Hash = hash, Program = Program, BuiltAt = summary.BuiltAt, Summary = BaseFile.ToJson(summary) }, Search);
            File.Move(beside, _path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
        // Connections of the pool still read the file that was replaced.
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        return summary;
    }

    private StoreReport Failed(IReadOnlyList<SeedProblem> problems, Stopwatch clock) =>
        new(StoreOutcome.Failed, problems, Current() is { } record ? BaseFile.FromJson(record.Summary) : null, clock.Elapsed);

    private static SeedProblem Problem(string place, string message) => new(place, 0, 0, message, Severity.Error);
}
