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

    private readonly RefusedBase _refused = new();

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
            if (store.ReadCurrent() is not { } name)
                return null;
            var builtAt = store.FindBuiltAt(name);
            return bases.Serves(name, builtAt) || _refused.Is(name, builtAt) ? null : Serve(name, builtAt);
        }
        catch (Exception fault)
        {
            SayOnce(fault.Message, () => Terminal.Fail($"The current base cannot be looked at: {fault.Message}", bases.Name is null ? "It is tried again." : "The one in service stays."));
            return null;
        }
    }

    /// <summary>Serves another base than the one before, or the same that has been written anew.</summary>
    private Snapshot? Serve(SnapshotName name, DateTime? builtAt)
    {
        var problems = new List<SeedProblem>();
        if (store.OpenCurrent(problems) is not { } snapshot)
        {
            _refused.Add(name, builtAt);
            SayOnce($"{name.Content} {builtAt:O}", () =>
            {
                Terminal.WriteProblems(problems, place);
                if (problems.Count == 0)
                    Terminal.Say($"The base {name.ToString()} was written by another build of the program. It is not served.");
            });
            return null;
        }

        if (bases.Serves(snapshot.Name, snapshot.BuiltAt))
        {
            // A server that lags behind the one that was asked first.
            _refused.Add(name, builtAt);
            snapshot.Dispose();
            return null;
        }

        var before = bases.Name;
        bases.Serve(snapshot);
        _said = null;
        if (before is not null)
            Terminal.Say($"Serving {(snapshot.Name == before ? "the same base, written anew" : "another base")}: {snapshot.Name.ToString()}.");
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
