using System.Diagnostics;

namespace KnowledgeApi.Faults;

/// <summary>A server that builds is killed at any moment: the base is the old or the new one, whole, and the next start serves what the seeds say.</summary>
internal sealed class Kills : Fault
{
    public override string Name => "kills";

    public override async Task RunAsync(Run run)
    {
        using var place = new Place();
        var clock = Stopwatch.StartNew();
        await Server.BuildAsync(place);
        var startup = clock.Elapsed;
        var (inBuild, published) = (0, 0);
        await run.RepeatAsync(run.Choose(5, 50), async i =>
        {
            var (before, state) = (File.ReadAllText(place.Current), 1 + i % 2);
            place.Save(state);
            using (var killed = Server.Start(place))
            {
                // One half at any moment from the first on, one half while it writes.
                if (i % 2 == 0)
                    await Moments.WaitAsync(startup);
                else
                    await Moments.WaitForBuildAsync(place, killed);
                killed.Kill();
                await killed.EndAsync(TimeSpan.FromSeconds(10));
            }

            place.ExpectWhole();
            if (Directory.Exists(place.Building))
                inBuild++;
            if (File.ReadAllText(place.Current) != before)
                published++;
            using var next = Server.Start(place);
            await next.ReadyAsync();
            await run.Answers.ExpectAsync(next, state);
            if (next.Printed.Contains("built now", StringComparison.Ordinal))
                place.ExpectClean();
        });
        place.Save(0);
        await Server.BuildAsync(place);
        place.ExpectClean();
        run.Note = $"{inBuild} while it wrote, {published} with the new base current";
    }
}
