using System.Diagnostics;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.SeedFormat;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Commands;

/// <summary>Serves what becomes current, whichever process has built it. Requests in flight end on the base they began with.</summary>
/// <param name="store">The bases.</param>
/// <param name="place">Where they are, for messages.</param>
/// <param name="bases">The base in service.</param>
internal sealed class BaseFollower(KnowledgeStore store, string place, BaseHost bases)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // To open a base is to read all of it: one that cannot be served is not tried every second.
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(30);

    private (SnapshotName Name, long Time)? _refused;
    private string? _said;

    /// <summary>Looks once a second until it is stopped. Nothing that goes wrong here ends a server that has a base.</summary>
    /// <param name="onFirst">Told of the first base that is served.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task RunAsync(Action<Snapshot> onFirst, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Interval);
        do
        {
            var isFirst = bases.Name is null;
            if (Look() is { } snapshot && isFirst)
                onFirst(snapshot);
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    /// <summary>Serves the current base, unless it is served already or cannot be.</summary>
    private Snapshot? Look()
    {
        try
        {
            return store.ReadCurrent() is not { } name || name == bases.Name || (_refused is var (refused, time) && refused == name && Stopwatch.GetElapsedTime(time) < BetweenTries) ? null : Serve(name);
        }
        catch (Exception fault)
        {
            SayOnce(fault.Message, () => Terminal.Fail($"The current base cannot be looked at: {fault.Message}", bases.Name is null ? "It is tried again." : "The one in service stays."));
            return null;
        }
    }

    /// <summary>Serves another base than the one before.</summary>
    private Snapshot? Serve(SnapshotName name)
    {
        var problems = new List<SeedProblem>();
        if (store.OpenCurrent(problems) is not { } snapshot)
        {
            _refused = (name, Stopwatch.GetTimestamp());
            SayOnce(name.Content, () =>
            {
                Terminal.WriteProblems(problems, place);
                if (problems.Count == 0)
                    Terminal.Say($"The base {name.ToString()} was written by another build of the program. It is not served.");
            });
            return null;
        }

        if (snapshot.Name == bases.Name)
        {
            snapshot.Dispose();
            return null;
        }

        var isFirst = bases.Name is null;
        bases.Serve(snapshot);
        _said = null;
        if (!isFirst)
            Terminal.Say($"Serving another base: {snapshot.Name.ToString()}.");
        return snapshot;
    }

    /// <summary>Says what is found again every second once.</summary>
    private void SayOnce(string what, Action say)
    {
        if (what == _said)
            return;
        _said = what;
        say();
    }
}
