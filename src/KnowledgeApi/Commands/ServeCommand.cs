using System.CommandLine;
using System.Globalization;
using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Nodes;
using Spectre.Console;

namespace KnowledgeApi.Commands;

/// <summary><c>serve</c>: builds the base if the seeds have changed, and answers queries.</summary>
internal static class ServeCommand
{
    public static Command Create(CommonOptions options)
    {
        var urls = new Option<string?>("--urls") { Description = $"Where to listen [default: {KnowledgeServer.DefaultUrl}]", HelpName = "URLS" };
        var rebuild = new Option<bool>("--rebuild") { Description = "Build the base even if nothing has changed" };
        var command = new Command("serve", "Build the knowledge base if the seeds have changed, and serve it (the default).")
        {
            options.Seeds,
            options.Documents,
            options.Database,
            urls,
            rebuild,
        };
        command.SetAction((parsed, cancellation) => RunAsync(options.Read(parsed), parsed.GetValue(urls), parsed.GetValue(rebuild), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(KnowledgeSettings settings, string? urls, bool rebuild, CancellationToken cancellation)
    {
        var store = new KnowledgeStore(settings.Database);
        var report = Terminal.Wait("Reading the seeds and checking every citation ...", () => store.Build(settings.Seeds, settings.Documents, rebuild));
        Terminal.WriteProblems(report.Problems, settings.Seeds);
        if (report.Outcome == StoreOutcome.Failed)
        {
            if (!report.Usable)
                return Terminal.Fail("The knowledge base was not built.", "Mend the problems above; \"check\" lists them all.");
            Terminal.Fail("The knowledge base was not rebuilt: the previous one stays in service.", "Mend the problems above and start again.");
        }

        SpareThreads();
        await using var app = KnowledgeServer.Create(store, report.Summary!.Hash, urls);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException e)
        {
            return Terminal.Fail($"The server could not start: {e.Message}", "Choose another address with --urls http://127.0.0.1:PORT.");
        }

        WriteWelcome(settings, report, app.Urls);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    /// <summary>SQLite keeps a thread busy for as long as a statement runs. With one for each connection there are others for what needs no statement.</summary>
    private static void SpareThreads()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(workers + ReadPool.DefaultSize, ports);
    }

    private static void WriteWelcome(KnowledgeSettings settings, StoreReport report, IEnumerable<string> urls)
    {
        var summary = report.Summary!;
        var how = report.Outcome == StoreOutcome.Built ? "built now" : $"built {summary.BuiltAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC";
        var table = new Table().RoundedBorder().Title($"Knowledge base, {how}").AddColumn("What").AddColumn(new TableColumn("Count").RightAligned());
        foreach (var (what, count) in summary.Counts)
            table.AddRow(KindName.Heading(what), count.ToString(CultureInfo.InvariantCulture));
        Terminal.Show(table);
        Terminal.WriteAlignments(summary.Alignments);
        if (settings.Documents is null)
            Terminal.Say($"Quotes are not shown: give the folder of the texts with [bold]--documents DIR[/] to see and check them.");
        foreach (var url in urls)
            Terminal.Say($"Open [bold]{url}/graphql[/] in a browser to explore, or send queries to it with POST.");
        Terminal.Say($"Press Ctrl+C to stop.");
    }
}
