using System.Diagnostics;
using System.Text.Json;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;
using KnowledgeApi.Knowledge.Seeds;
using KnowledgeApi.Knowledge.Streams;
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

    /// <summary>How many claims are in memory together, about.</summary>
    internal int PieceSize { get; init; } = SeedGraph.PieceSize;

    /// <summary>
    /// Why a base of seeds and texts cannot be had there, in a sentence fit to print; null if it can, as far as can be seen. Where the current one is right nothing has to be written.
    /// </summary>
    /// <param name="seedsFolder">The folder of the seeds.</param>
    /// <param name="documentsFolder">The folder of the texts; null if there are none.</param>
    /// <param name="force">Whether it is built even if nothing has changed.</param>
    public string? FindObstacle(string seedsFolder, string? documentsFolder, bool force) =>
        snapshots.FindObstacle() is { } obstacle && (force || !IsUpToDate(seedsFolder, documentsFolder)) ? obstacle : null;

    private bool IsUpToDate(string seedsFolder, string? documentsFolder)
    {
        try
        {
            return snapshots.ReadCurrent() is { } name && name.Inputs == FindInputs(seedsFolder, documentsFolder);
        }
        catch (Exception exception) when (exception is StoreException or SnapshotDamagedException)
        {
            return false;
        }
    }

    /// <inheritdoc cref="ISnapshotStore.ReadCurrent"/>
    public SnapshotName? ReadCurrent() => snapshots.ReadCurrent();

    /// <inheritdoc cref="ISnapshotStore.FindBuiltAt"/>
    public DateTime? FindBuiltAt(SnapshotName name) => snapshots.FindBuiltAt(name);

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
        for (var tries = 1; ; tries++)
        {
            try
            {
                return BuildOnce(seedsFolder, documentsFolder, force, problems, clock, new(progress, cancellation), cancellation);
            }
            catch (SeedFolderException exception) when (exception.HasChanged && tries < MaxTries)
            {
                // Somebody is at them.
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
                or InvalidDataException or SnapshotGoneException or SnapshotDamagedException or ScratchException)
            {
                return Failed([.. problems, Problem(snapshots.Location, $"The base cannot be written: {exception.Message}")], documentsFolder, clock);
            }
        }
    }

    /// <summary>What a base of seeds and texts would be made from now, as <see cref="SnapshotName.Inputs"/> has it; null if they cannot be read.</summary>
    /// <param name="seedsFolder">The folder of the seeds.</param>
    /// <param name="documentsFolder">The folder of the texts; null if there are none.</param>
    public string? FindInputs(string seedsFolder, string? documentsFolder)
    {
        try
        {
            return HashOf(SeedFolder.OpenAtRest(seedsFolder), documentsFolder is null ? null : DocumentTexts.Open(documentsFolder));
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
        try
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
            }
        }
        catch (Exception exception) when (exception is SnapshotGoneException or SnapshotDamagedException)
        {
            problems.Add(Problem(snapshots.Location, exception.Message, Severity.Warning));
        }

        return null;
    }

    private StoreReport BuildOnce(string seedsFolder, string? documentsFolder, bool force, List<SeedProblem> problems, Stopwatch clock, BuildWatch watch, CancellationToken cancellation)
    {
        problems.Clear();
        var texts = documentsFolder is null ? null : DocumentTexts.Open(documentsFolder);
        var seeds = SeedFolder.OpenAtRest(seedsFolder);
        var inputs = HashOf(seeds, texts);
        if (!force && OpenCurrent(problems, name => name.Inputs == inputs) is { } current)
        {
            snapshots.ClearLeftOvers();
            return Reused(current, problems, clock);
        }

        using var turn = snapshots.TakeTurn(() => watch.Report(BuildStage.Waiting), cancellation);
        if (!force && problems.Count == 0 && OpenCurrent(problems, name => name.Inputs == inputs) is { } builtMeanwhile)
            return Reused(builtMeanwhile, problems, clock);
        using var scratch = new Scratch(snapshots.Scratch);
        var diagnostics = new SeedDiagnostics();
        using var graph = new SeedGraph(new(Kinds), diagnostics, texts, scratch, PieceSize);
        graph.Check(seeds, share => watch.Report(BuildStage.Reading, share), share => watch.Report(BuildStage.Checking, share), cancellation);
        if (diagnostics.Failures > 0)
            return Failed([.. problems, .. diagnostics.Problems(seeds.Location)], documentsFolder, clock);
        try
        {
            var snapshot = snapshots.Build(inputs, Write, cancellation);
            return new(StoreOutcome.Built, [.. problems, .. diagnostics.Problems(seeds.Location)], snapshot, clock.Elapsed);
        }
        catch (SeedsRefusedException)
        {
            return Failed([.. problems, .. diagnostics.Problems(seeds.Location)], documentsFolder, clock);
        }

        void Write(SnapshotWriter writer)
        {
            using var builder = new BaseBuilder(Kinds, graph, diagnostics, writer, scratch, watch);
            builder.Write(counts => new()
            {
                Key = 1,
                Inputs = inputs,
                Program = Kinds.Program,
                Summary = JsonSerializer.Serialize(counts.ToSummary(Kinds, diagnostics.Problems(seeds.Location))),
            });
            if (diagnostics.Failures > 0)
                throw new SeedsRefusedException();
        }
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

    // What is accepted but not found is known last.
    private sealed class SeedsRefusedException : Exception;

    private static SeedProblem Problem(string place, string message, Severity severity = Severity.Error) => new(place, 0, 0, message, severity);
}
