using System.CommandLine;
using System.Globalization;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.Hosting;
using KnowledgeApi.Ide;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.Sqlite;
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
        var command = new Command("serve", "Build the knowledge base if the seeds have changed, and serve it (the default).")
        {
            options.Seeds,
            options.Documents,
            options.Database,
            urls,
            rebuild,
            watch,
        };
        command.SetAction((parsed, _) => RunAsync(options.Kinds, options.Read(parsed), parsed.GetValue(urls), parsed.GetValue(rebuild), parsed.GetValue(watch)));
        return command;
    }

    private static async Task<int> RunAsync(KnowledgeKinds kinds, KnowledgeSettings settings, string? urls, bool rebuild, bool watch)
    {
        // What can be seen to be wrong is said now, not after a build.
        var configuration = ProgramSettings.Read();
        ProgramSettings.Check(configuration);
        var addresses = ListenAddresses.Of(urls, configuration);
        ListenAddresses.Check(addresses);
        var store = new KnowledgeStore(new SnapshotFolder(settings.Database, kinds));
        if (store.FindObstacle() is { } obstacle)
            return Terminal.Fail(obstacle, "Name another folder with --database DIR; what is in it is derived from the seeds, so it may be anywhere.");

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
            var keeper = new BaseKeeper(store, settings, bases, watch);
            if (Build(store, settings, rebuild, bases, stopping) is not { } report)
                return 1;
            WriteWelcome(settings, report, app.Urls);
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
        return report;

        // Here, and to those who ask before there is a base.
        Action<BuildProgress> Show(Action<BuildProgress> show) => progress =>
        {
            bases.Progress = $"The knowledge base is not there yet. {progress}.";
            show(progress);
        };
    }

    /// <summary>SQLite keeps a thread busy for as long as a statement runs. With one for each connection there are others for what needs no statement.</summary>
    private static void SpareThreads()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(workers + ReadPool.DefaultSize, ports);
    }

    private static void WriteWelcome(KnowledgeSettings settings, StoreReport report, IEnumerable<string> urls)
    {
        var (snapshot, summary) = (report.Snapshot!, report.Snapshot!.Summary);
        var how = report.Outcome == StoreOutcome.Built ? "built now" : $"built {snapshot.BuiltAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC";
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
