using System.Globalization;
using System.Text;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.SeedFormat;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Commands;

/// <summary>
/// Keeps the base of a running server up to date. Once a second it looks whether another process has made another base current, which is then served, and whether the seeds or
/// texts have changed, of which a base is built or, unless that is wanted, which is said once.
/// </summary>
/// <param name="store">The bases.</param>
/// <param name="settings">Where seeds and texts are.</param>
/// <param name="bases">The base in service.</param>
/// <param name="builds">Whether to build.</param>
internal sealed class BaseKeeper(KnowledgeStore store, KnowledgeSettings settings, BaseHost bases, bool builds)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // Saving takes a moment, and several files may be saved: only what has stayed for a while is looked at.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(200);

    // What was there when the base in service was built: taken before that, so that no change is missed.
    private string _built = StampOf(settings);
    private SnapshotName? _strange;
    private string? _said;

    private readonly RefusedBase _refused = new();

    /// <summary>Looks until it is stopped. Nothing that goes wrong here ends a server that has a base.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
                await LookAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            Follow(cancellation);
            var now = StampOf(settings);
            if (now == _built)
                return;
            await Task.Delay(Settling, cancellation);
            if (StampOf(settings) == now)
                OnChange(now, cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            SayOnce(fault.Message, () => Terminal.Fail($"A newer base cannot be served: {fault.Message}", "The one in service stays."));
        }
    }

    private void OnChange(string now, CancellationToken cancellation)
    {
        (_built, _strange) = (now, null);
        // Other files than seeds and texts may have changed, and these may be the same as before.
        if (store.FindInputs(settings.Seeds, settings.Documents) is { } inputs && inputs == bases.Name?.Inputs)
            return;
        if (!builds)
        {
            Terminal.Say($"The seeds or texts have changed. The base in service stays; start again to have the new one, or start with [bold]--watch[/].");
            return;
        }

        Terminal.Say($"The seeds or texts have changed.");
        Build(cancellation);
    }

    private void Build(CancellationToken cancellation)
    {
        var report = store.Build(settings.Seeds, settings.Documents, cancellation: cancellation);
        Terminal.WriteProblems(report.Problems, settings.Seeds);
        if (report.Outcome != StoreOutcome.Failed)
        {
            Serve(report.Snapshot!);
            return;
        }

        report.Snapshot?.Dispose();
        Terminal.Fail("The knowledge base was not rebuilt: the previous one stays in service.", "Mend the problems above and save again.");
    }

    /// <summary>
    /// Serves what another process has built of the same seeds and texts, be it the base in service written anew. Of others it may say what this server was not given to say.
    /// </summary>
    private void Follow(CancellationToken cancellation)
    {
        if (store.ReadCurrent() is not { } name || name == _strange)
            return;
        var builtAt = store.FindBuiltAt(name);
        if (bases.Serves(name, builtAt) || _refused.Is(name, builtAt))
            return;
        var isSame = name == bases.Name;
        if (!isSame && name.Inputs != store.FindInputs(settings.Seeds, settings.Documents))
        {
            _strange = name;
            Terminal.Say($"Another base is current by now, {name.ToString()}, made of other seeds or texts, or by another build of the program. The one in service stays.");
            return;
        }

        var problems = new List<SeedProblem>();
        if (store.OpenCurrent(problems) is { } snapshot)
        {
            // A server that lags behind the one that was asked first may have the same as before.
            if (!Serve(snapshot))
                _refused.Add(name, builtAt);
            return;
        }

        _refused.Add(name, builtAt);
        if (!SayOnce($"{name.Content} {builtAt:O}", () => Terminal.WriteProblems(problems, settings.Seeds)) || !isSame)
            return;
        if (builds)
            Build(cancellation);
        else
            Terminal.Say($"The base in service was opened before that, and stays. Start again to have it built anew, or start with [bold]--watch[/].");
    }

    /// <summary>Says what is found again every second once.</summary>
    private bool SayOnce(string what, Action say)
    {
        if (what == _said)
            return false;
        _said = what;
        say();
        return true;
    }

    /// <summary>Puts a base into service, unless it is; then false.</summary>
    private bool Serve(Snapshot snapshot)
    {
        if (bases.Serves(snapshot.Name, snapshot.BuiltAt))
        {
            snapshot.Dispose();
            return false;
        }

        var what = snapshot.Name == bases.Name ? "the same base, written anew" : "another base";
        bases.Serve(snapshot);
        _said = null;
        Terminal.Say($"Serving {what}: {snapshot.Name.ToString()}.");
        return true;
    }

    /// <summary>Changes whenever a file comes, goes or is written, except those of the bases, which may be kept in there; nothing is read.</summary>
    private static string StampOf(KnowledgeSettings settings)
    {
        var stamp = new StringBuilder();
        var bases = BaseStores.FolderOf(settings.Database) is { } kept ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(kept)) + Path.DirectorySeparatorChar : null;
        foreach (var folder in new[] { settings.Seeds, settings.Documents }.OfType<string>())
        {
            try
            {
                foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
                    .Where(file => bases is null || !file.FullName.StartsWith(bases, StringComparison.Ordinal))
                    .OrderBy(file => file.FullName, StringComparer.Ordinal))
                    stamp.Append(CultureInfo.InvariantCulture, $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}\n");
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                stamp.Append(folder).Append(" cannot be read\n");
            }
        }

        return CodePointText.HashOf(stamp.ToString());
    }
}
