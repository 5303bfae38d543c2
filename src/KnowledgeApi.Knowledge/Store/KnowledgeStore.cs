using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;
using KnowledgeApi.Knowledge.Seeds;
using KnowledgeApi.Knowledge.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>
/// A base derived from the seeds. It is built beside, verified, then swapped in; it is only read; deleting it costs nothing
/// but the next build.
/// </summary>
/// <param name="database">Where it is kept.</param>
public sealed class KnowledgeStore(IKnowledgeDatabase database)
{
    private readonly PooledDbContextFactory<KnowledgeContext> _contexts = new(database.Options);
    private readonly KnowledgeKinds _kinds = KindsOption.Of(database.Options);

    /// <summary>The kinds of entities and claims it holds.</summary>
    public KnowledgeKinds Kinds => _kinds;

    /// <summary>What finds objects by words.</summary>
    public ISearchIndex Search => database.Search;

    /// <summary>How contexts read the base.</summary>
    public DbContextOptions<KnowledgeContext> Options => database.Options;

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
            var seeds = SeedFolder.Open(seedsFolder);
            var hash = CodePointText.HashOf($"{seeds.Hash} {texts?.Hash} {_kinds.Program}");
            if (!force && Current() is { } record && record.Hash == hash && SummaryOf(record) is { } summary)
                return new(StoreOutcome.Reused, summary.Warnings, summary, clock.Elapsed);

            var read = SeedReader.Read(seeds, texts, _kinds);
            return read.Base is null
                ? Failed(read.Problems, clock)
                : new(StoreOutcome.Built, read.Problems, Write(read, hash), clock.Elapsed);
        }
        catch (DocumentTextsException exception)
        {
            return Failed([Problem(documentsFolder!, exception.Message)], clock);
        }
        catch (SeedFolderException exception)
        {
            return Failed([exception.Problem], clock);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or StoreException)
        {
            return Failed([Problem(database.Location, $"The base cannot be written: {exception.Message}")], clock);
        }
    }

    /// <inheritdoc cref="IKnowledgeDatabase.FindObstacle"/>
    public string? FindObstacle() => database.FindObstacle();

    /// <summary>A context of the pool. Dispose it to give it back.</summary>
    public KnowledgeContext CreateContext() => _contexts.CreateDbContext();

    /// <inheritdoc cref="IKnowledgeDatabase.OpenConnection"/>
    public DbConnection OpenConnection() => database.OpenConnection();

    /// <inheritdoc cref="IKnowledgeDatabase.Interrupt"/>
    public void Interrupt(DbConnection connection) => database.Interrupt(connection);

    // A base another build of the program wrote is of no use: it may have other tables.
    private BuildRecord? Current() => database.ReadRecord() is { } record && record.Program == _kinds.Program ? record : null;

    private StoreSummary Write(SeedResult read, string hash)
    {
        var (knowledge, conclusions) = (read.Base!, read.Conclusions!);
        var summary = StoreSummary.Of(_kinds, knowledge, conclusions, read.Problems, hash, DateTime.UtcNow);
        var record = new BuildRecord { Key = 1, Hash = hash, Program = _kinds.Program, BuiltAt = summary.BuiltAt, Summary = JsonSerializer.Serialize(summary) };
        database.Replace(context => BaseWriter.Write(context, knowledge, conclusions, record, database.Search));
        return summary;
    }

    private static StoreSummary? SummaryOf(BuildRecord record) => JsonSerializer.Deserialize<StoreSummary>(record.Summary);

    private StoreReport Failed(IReadOnlyList<SeedProblem> problems, Stopwatch clock) =>
        new(StoreOutcome.Failed, problems, Current() is { } record ? SummaryOf(record) : null, clock.Elapsed);

    private static SeedProblem Problem(string place, string message) => new(place, 0, 0, message, Severity.Error);
}
