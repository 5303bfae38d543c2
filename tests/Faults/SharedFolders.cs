namespace KnowledgeApi.Faults;

/// <summary>Two servers have one folder: with one port between them one serves and the other goes, with two ports both serve the same.</summary>
internal sealed class SharedFolders : Fault
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    public override string Name => "shared-folders";

    public override async Task RunAsync(Run run)
    {
        var times = run.Choose(1, 5);
        await run.RepeatAsync(times, _ => TakenPortAsync(run));
        await run.RepeatAsync(times, _ => OnePortAsync(run));
        await run.RepeatAsync(times, _ => TwoPortsAsync(run));
    }

    /// <summary>A second server comes to the port of the first, with other seeds: nothing changes.</summary>
    private static async Task TakenPortAsync(Run run)
    {
        using var place = new Place();
        var port = Server.FreePort();
        using var first = Server.Start(place, port);
        await first.ReadyAsync();
        var before = place.Fingerprint();
        place.Save(1);
        using var second = Server.Start(place, port);
        while (!second.HasExited)
            await run.Answers.ExpectAsync(first, 0);
        ExpectRefused(second, await second.EndAsync(Soon));
        FaultException.ThrowUnless(place.Fingerprint() == before, "A server without an address has changed the folder.");
        await run.Answers.ExpectAsync(first, 0);
    }

    /// <summary>Two servers come to one port at once: one gets it.</summary>
    private static async Task OnePortAsync(Run run)
    {
        using var place = new Place();
        var port = Server.FreePort();
        using var one = Server.Start(place, port);
        using var other = Server.Start(place, port);
        await one.UntilAsync(() => one.HasExited || other.HasExited, "Both listen at one port");
        var (stays, goes) = one.HasExited ? (other, one) : (one, other);
        ExpectRefused(goes, await goes.EndAsync(Soon));
        await stays.ReadyAsync();
        await run.Answers.ExpectAsync(stays, 0);
        place.ExpectClean();
    }

    /// <summary>Two servers come to two ports at once, and follow what is saved.</summary>
    private static async Task TwoPortsAsync(Run run)
    {
        using var place = new Place();
        using var one = Server.Start(place, "--watch");
        using var other = Server.Start(place);
        foreach (var server in new[] { one, other })
        {
            await server.ReadyAsync();
            await run.Answers.ExpectAsync(server, 0);
        }

        place.ExpectClean();
        place.Save(1);
        foreach (var server in new[] { one, other })
        {
            await server.PrintsAsync("Serving another base");
            await run.Answers.ExpectAsync(server, 1);
        }
    }

    private static void ExpectRefused(Server server, int code) =>
        FaultException.ThrowUnless(code == 1 && server.Printed.Contains("listens at", StringComparison.Ordinal), $"The server without an address ended with {code} and printed\n{server.Printed}");
}
