using System.Diagnostics;

namespace KnowledgeApi.Faults;

/// <summary>Ctrl+C while a base is built ends the program soon, and leaves nothing behind.</summary>
internal sealed class Interrupts : Fault
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    public override string Name => "interrupts";

    public override async Task RunAsync(Run run)
    {
        if (OperatingSystem.IsWindows())
        {
            run.Note = "skipped: there are no signals";
            return;
        }

        using var place = new Place();
        await Server.BuildAsync(place);
        var longest = TimeSpan.Zero;
        await run.RepeatAsync(run.Choose(1, 20), async i =>
        {
            place.Save(1 + i % 2);
            using var server = Server.Start(place);
            await Moments.WaitForBuildAsync(place, server);
            var clock = Stopwatch.StartNew();
            server.Interrupt();
            await server.EndAsync(Soon);
            longest = clock.Elapsed > longest ? clock.Elapsed : longest;
            place.ExpectClean();
        });
        run.Note = $"ended after at most {longest.TotalMilliseconds:F0} ms";
    }
}
