using System.CommandLine;
using System.Globalization;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.Hosting;
using KnowledgeApi.Ide;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;
using Spectre.Console;

namespace KnowledgeApi.Commands;

/// <summary><c>serve</c>: builds the base if the seeds have changed, and answers queries.</summary>
internal static class ServeCommand
{
    public static Command Create(CommonOptions options)
    {
        var urls = new Option<string?>("--urls") { Description = $"Where to listen [default: {ListenAddresses.Default}]", HelpName = "URLS" };
        var rebuild = new Option<bool>("--rebuild") { Description = "Build the base even if nothing has changed" };
        var watch = new Option<bool>("--watch") { Description = "Build and serve a new base whenever the seeds or texts are saved" };
        var follow = new Option<bool>("--follow") { Description = "Build nothing: serve the base that is current, and each one that others make current; no seeds are needed" };
        var command = new Command("serve", "Build the knowledge base if the seeds have changed, and serve it (the default).")
        {
            options.Seeds,
            options.Documents,
            options.Database,
            urls,
            rebuild,
            watch,
            follow,
        };
        command.SetAction((parsed, _) =>
        {
            var mode = new ServeMode(parsed.GetValue(rebuild), parsed.GetValue(watch), parsed.GetValue(follow));
            return RunAsync(options.Kinds, options.Read(parsed, needsSeeds: !mode.Follow), parsed.GetValue(urls), mode);
        });
        return command;
    }

    /// <summary>Which base is served: one that is built if need be, even if nothing has changed or whenever something changes, or else the one that others build.</summary>
    private sealed record ServeMode(bool Rebuild, bool Watch, bool Follow);

    private static async Task<int> RunAsync(KnowledgeKinds kinds, KnowledgeSettings settings, string? urls, ServeMode mode)
    {
        if (mode.Follow && (mode.Rebuild || mode.Watch))
            return Terminal.Fail("--follow builds nothing, so it cannot go with --rebuild or --watch.", "Leave one of them out.");
        // What can be seen to be wrong is said now, not after a build.
        var configuration = ProgramSettings.Read();
        ProgramSettings.Check(configuration);
        var addresses = ListenAddresses.Of(urls, configuration);
        ListenAddresses.Check(addresses);
        var store = new KnowledgeStore(BaseStores.Open(settings.Database, kinds));
        // Who follows waits for a database, too.
        if (!mode.Follow && store.FindObstacle(settings.Seeds, settings.Documents, mode.Rebuild) is { } obstacle)
            return Terminal.Fail(obstacle, BaseStores.Another(settings.Database));

        SpareThreads();
        await using var app = KnowledgeServer.Create(addresses);
        try
        {
            // Whoever cannot have the address must not touch the base of who has it.
            await app.StartAsync();
        }
        catch (IOException fault)
        {
            // Taken since it was looked at.
            ListenAddresses.Check(addresses);
            return Terminal.Fail($"The server cannot listen at {addresses}: {fault.Message}", "Choose another address with --urls http://127.0.0.1:PORT.");
        }

        var (bases, stopping) = (app.Services.GetRequiredService<BaseHost>(), app.Lifetime.ApplicationStopping);
        try
        {
            if (mode.Follow)
            {
                bases.Progress = "The knowledge base is not there yet. It is built by another process.";
                Terminal.Say($"Waiting for a base in {store.Location}.");
                await new BaseFollower(store, store.Location, bases).RunAsync(snapshot => WriteWelcome(settings, snapshot, isNew: false, app.Urls), stopping);
            }

            var keeper = new BaseKeeper(store, settings, bases, mode.Watch);
            if (Build(store, settings, mode.Rebuild, bases, stopping) is not { } report)
                return 1;
            WriteWelcome(settings, report.Snapshot!, report.Outcome == StoreOutcome.Built, app.Urls);
            await keeper.RunAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Terminal.Say($"Stopped.");
        }

        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Puts a base into service, built anew if need be; null if there is none to serve.</summary>
    private static StoreReport? Build(KnowledgeStore store, KnowledgeSettings settings, bool rebuild, BaseHost bases, CancellationToken stopping)
    {
        var report = Terminal.Wait(show => store.Build(settings.Seeds, settings.Documents, rebuild, Show(show), stopping));
        Terminal.WriteProblems(report.Problems, settings.Seeds);
        if (report.Snapshot is null)
        {
            Terminal.Fail("The knowledge base was not built.", "Mend the problems above; \"check\" lists them all.");
            return null;
        }

        if (report.Outcome == StoreOutcome.Failed)
            Terminal.Fail("The knowledge base was not rebuilt: the previous one is served.", "Mend the problems above and start again.");
        bases.Serve(report.Snapshot);
        // Building takes more memory than serving ever will.
        if (report.Outcome == StoreOutcome.Built)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return report;

        // Here, and to those who ask before there is a base.
        Action<BuildProgress> Show(Action<BuildProgress> show) => progress =>
        {
            bases.Progress = $"The knowledge base is not there yet. {progress}.";
            show(progress);
        };
    }

    /// <summary>A statement of SQLite keeps a thread busy for as long as it runs. With one for each connection there are others for what needs no statement.</summary>
    private static void SpareThreads()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(workers + ReadPool.DefaultSize, ports);
    }

    private static void WriteWelcome(KnowledgeSettings settings, Snapshot snapshot, bool isNew, IEnumerable<string> urls)
    {
        var summary = snapshot.Summary;
        var how = isNew ? "built now" : $"built {snapshot.BuiltAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC";
        var table = new Table().RoundedBorder().Title($"Knowledge base, {how}").AddColumn("What").AddColumn(new TableColumn("Count").RightAligned());
        foreach (var (what, count) in summary.Counts)
            table.AddRow(TypeWords.Heading(what), count.ToString(CultureInfo.InvariantCulture));
        Terminal.Show(table);
        Terminal.WriteAlignments(summary.Alignments, settings.Documents);
        if (!new IdeOptions().IsInstalled)
        {
            Terminal.Say($"The IDE for browsers is not here, since the build found no Node.js or could not reach npm. Queries work without it.");
            Terminal.Say($"To get it, install Node.js 20 or later and build again: [bold]dotnet run --project src/KnowledgeApi[/] does.");
        }

        foreach (var url in urls)
            Terminal.Say($"Open [bold]{url}/graphql[/] in a browser to explore, or send queries to it with POST.");
        Terminal.Say($"Press Ctrl+C to stop.");
    }
}
