using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Commands;

/// <summary><c>build</c>: builds the base if the seeds have changed, and ends. Servers of the same place follow.</summary>
internal static class BuildCommand
{
    public static Command Create(CommonOptions options)
    {
        var rebuild = new Option<bool>("--rebuild") { Description = "Build the base even if nothing has changed" };
        var command = new Command("build", "Build the knowledge base if the seeds have changed, without serving it.")
        {
            options.Seeds,
            options.Documents,
            options.Database,
            rebuild,
        };
        command.SetAction(parsed => Run(options.Kinds, options.Read(parsed), parsed.GetValue(rebuild)));
        return command;
    }

    private static int Run(KnowledgeKinds kinds, KnowledgeSettings settings, bool rebuild)
    {
        var store = new KnowledgeStore(BaseStores.Open(settings.Database, kinds));
        if (store.FindObstacle(settings.Seeds, settings.Documents, rebuild) is { } obstacle)
            return Terminal.Fail(obstacle, BaseStores.Another(settings.Database));
        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        StoreReport report;
        try
        {
            report = Terminal.Wait(show => store.Build(settings.Seeds, settings.Documents, rebuild, show, stop.Token));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Terminal.Fail("Stopped.", "Nothing has changed.");
        }

        using var snapshot = report.Snapshot;
        Terminal.WriteProblems(report.Problems, settings.Seeds);
        if (report.Outcome == StoreOutcome.Failed)
            return Terminal.Fail("The knowledge base was not built.", "Mend the problems above; \"check\" lists them all.");
        var what = report.Outcome == StoreOutcome.Built ? "Built" : "Nothing has changed:";
        var seconds = report.Duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        Terminal.Say($"{what} {snapshot!.Name.ToString()} in {store.Location}, {seconds} s.");
        return 0;

        // What is half done is cleared away before the process ends.
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
