using System.Diagnostics;
using System.Text.Json;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;
using KnowledgeApi.Knowledge.Seeds;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>Bases derived from seeds. Each is a snapshot: built beside, verified, then made current; deleting it costs nothing but the next build.</summary>
/// <param name="snapshots">Where they are kept.</param>
public sealed class KnowledgeStore(ISnapshotStore snapshots)
{
    // While one is opened another may become current and the first be cleared away; that this happens over and over again is a fault.
    private const int MaxTries = 10;

    /// <summary>The kinds of entities and claims that bases hold.</summary>
    public KnowledgeKinds Kinds => snapshots.Kinds;

    /// <inheritdoc cref="ISnapshotStore.Location"/>
    public string Location => snapshots.Location;

    /// <inheritdoc cref="ISnapshotStore.FindObstacle"/>
    public string? FindObstacle() => snapshots.FindObstacle();

    /// <inheritdoc cref="ISnapshotStore.ReadCurrent"/>
    public SnapshotName? ReadCurrent() => snapshots.ReadCurrent();

    /// <summary>Makes sure that there is a base which matches the seeds, the texts and this program, and opens it. Bad input is reported, never thrown.</summary>
    /// <param name="seedsFolder">The folder of the seeds.</param>
    /// <param name="documentsFolder">The folder of the texts to check citations against; null if there are none.</param>
    /// <param name="force">Builds even if nothing has changed.</param>
    /// <param name="progress">Told how far the build is.</param>
    /// <param name="cancellation">Stops; nothing is left behind.</param>
    public StoreReport Build(string seedsFolder, string? documentsFolder = null, bool force = false, Action<BuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        var clock = Stopwatch.StartNew();
        var problems = new List<SeedProblem>();
        try
        {
            var texts = documentsFolder is null ? null : DocumentTexts.Open(documentsFolder);
            var seeds = SeedFolder.Open(seedsFolder);
            var inputs = HashOf(seeds, texts);
            if (!force && OpenCurrent(problems, name => name.Inputs == inputs) is { } current)
                return Reused(current, problems, clock);

            using var turn = snapshots.TakeTurn(() => progress?.Invoke(new(BuildStage.Waiting)), cancellation);
            if (!force && problems.Count == 0 && OpenCurrent(problems, name => name.Inputs == inputs) is { } builtMeanwhile)
                return Reused(builtMeanwhile, problems, clock);
            progress?.Invoke(new(BuildStage.Reading));
            var read = SeedReader.Read(seeds, texts, Kinds, cancellation);
            problems.AddRange(read.Problems);
            cancellation.ThrowIfCancellationRequested();
            return read.Base is null
                ? Failed(problems, documentsFolder, clock)
                : new(StoreOutcome.Built, problems, Write(read, inputs, progress, cancellation), clock.Elapsed);
        }
        catch (DocumentTextsException exception)
        {
            return Failed([.. problems, Problem(documentsFolder!, exception.Message)], documentsFolder, clock);
        }
        catch (SeedFolderException exception)
        {
            return Failed([.. problems, exception.Problem], documentsFolder, clock);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or StoreException
            or InvalidDataException or SnapshotGoneException or SnapshotDamagedException)
        {
            return Failed([.. problems, Problem(snapshots.Location, $"The base cannot be written: {exception.Message}")], documentsFolder, clock);
        }
    }

    /// <summary>What a base of seeds and texts would be made from now, as <see cref="SnapshotName.Inputs"/> has it; null if they cannot be read.</summary>
    /// <param name="seedsFolder">The folder of the seeds.</param>
    /// <param name="documentsFolder">The folder of the texts; null if there are none.</param>
    public string? FindInputs(string seedsFolder, string? documentsFolder)
    {
        try
        {
            return HashOf(SeedFolder.Open(seedsFolder), documentsFolder is null ? null : DocumentTexts.Open(documentsFolder));
        }
        catch (Exception exception) when (exception is SeedFolderException or DocumentTextsException)
        {
            return null;
        }
    }

    /// <summary>Opens the current base; null if there is none that this build of the program can read.</summary>
    /// <param name="problems">Told what is wrong with it.</param>
    public Snapshot? OpenCurrent(ICollection<SeedProblem> problems)
    {
        // Another build of the program may have other tables.
        if (OpenCurrent(problems, _ => true) is not { } snapshot)
            return null;
        if (snapshot.Record.Program == Kinds.Program)
            return snapshot;
        snapshot.Dispose();
        return null;
    }

    private string HashOf(SeedFolder seeds, DocumentTexts? texts) => CodePointText.HashOf($"{seeds.Hash} {texts?.Hash} {Kinds.Program}");

    private Snapshot? OpenCurrent(ICollection<SeedProblem> problems, Func<SnapshotName, bool> isMeant)
    {
        for (var tries = 1; snapshots.ReadCurrent() is { } name && isMeant(name); tries++)
        {
            try
            {
                return snapshots.Open(name);
            }
            catch (SnapshotGoneException) when (tries < MaxTries && snapshots.ReadCurrent() != name)
            {
            }
            catch (Exception exception) when (exception is SnapshotGoneException or SnapshotDamagedException)
            {
                problems.Add(Problem(snapshots.Location, exception.Message, Severity.Warning));
                return null;
            }
        }

        return null;
    }

    private Snapshot Write(SeedResult read, string inputs, Action<BuildProgress>? progress, CancellationToken cancellation)
    {
        var (knowledge, conclusions) = (read.Base!, read.Conclusions!);
        var summary = StoreSummary.Of(Kinds, knowledge, conclusions, read.Problems);
        var record = new BuildRecord { Key = 1, Inputs = inputs, Program = Kinds.Program, Summary = JsonSerializer.Serialize(summary) };
        return snapshots.Build(inputs, writer => BaseWriter.Write(writer, knowledge, conclusions, record, progress, cancellation), cancellation);
    }

    private static StoreReport Reused(Snapshot snapshot, List<SeedProblem> problems, Stopwatch clock) =>
        new(StoreOutcome.Reused, [.. problems, .. snapshot.Summary.Warnings], snapshot, clock.Elapsed);

    private StoreReport Failed(List<SeedProblem> problems, string? documentsFolder, Stopwatch clock)
    {
        Snapshot? previous = null;
        try
        {
            previous = OpenCurrent(problems);
            // Who gave no texts must not quote them.
            if (documentsFolder is null && previous?.Summary.Texts > 0)
            {
                previous.Dispose();
                previous = null;
            }
        }
        catch (StoreException)
        {
            // Why is among the problems already.
        }

        return new(StoreOutcome.Failed, problems, previous, clock.Elapsed);
    }

    private static SeedProblem Problem(string place, string message, Severity severity = Severity.Error) => new(place, 0, 0, message, severity);
}
