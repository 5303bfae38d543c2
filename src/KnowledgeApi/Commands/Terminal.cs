using System.Globalization;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;
using KnowledgeApi.Knowledge.Seeds;
using KnowledgeApi.Knowledge.Store;
using Spectre.Console;

namespace KnowledgeApi.Commands;

/// <summary>What the commands print.</summary>
internal static class Terminal
{
    private static readonly IAnsiConsole Output = Create(Console.Out, Console.IsOutputRedirected);
    private static readonly IAnsiConsole Error = Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>Says something; what is put into the text is plain, whatever brackets it has.</summary>
    public static void Say(FormattableString text) => Output.MarkupLineInterpolated(CultureInfo.InvariantCulture, text);

    /// <summary>Shows a table.</summary>
    public static void Show(Table table) => Output.Write(table);

    /// <summary>Shows how far a build is while it goes on: a bar for each stage.</summary>
    /// <param name="work">Builds, and says how far it is.</param>
    /// <param name="intoFiles">Whether a file or a pipe gets a line for each stage; if not, nothing.</param>
    public static T Wait<T>(Func<Action<BuildProgress>, T> work, bool intoFiles = true)
    {
        BuildStage? stage = null;
        if (Console.IsOutputRedirected)
            return work(intoFiles ? WriteStage : _ => { });
        return Bar().Start(context =>
        {
            ProgressTask? task = null;
            return work(progress =>
            {
                if (progress.Stage != stage)
                    task = context.AddTask(Markup.Escape(progress.What), maxValue: 1);
                stage = progress.Stage;
                task!.IsIndeterminate = progress.Share is null;
                task.Value = progress.Share ?? 0;
            });
        });

        void WriteStage(BuildProgress progress)
        {
            if (progress.Stage != stage)
                Say($"{progress.What} ...");
            stage = progress.Stage;
        }
    }

    /// <summary>Shows how far something is while it goes on; on a terminal only, since a bar in a file is of no use.</summary>
    /// <param name="what">What goes on.</param>
    /// <param name="work">Does it, and says which share is done, from 0 to 1.</param>
    public static T Progress<T>(string what, Func<Action<double>?, T> work)
    {
        if (Console.IsOutputRedirected)
            return work(null);
        return Bar().Start(context =>
        {
            var task = context.AddTask(Markup.Escape(what), maxValue: 1);
            return work(share => task.Value = share);
        });
    }

    private static Progress Bar() => Output.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());

    /// <summary>Says what went wrong and what to do next; returns the exit code for it.</summary>
    public static int Fail(string what, string next)
    {
        Error.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{what}[/]");
        Error.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{next}");
        return 1;
    }

    /// <summary>One line for each problem, in the form editors and terminals make links of.</summary>
    public static void WriteProblems(IEnumerable<SeedProblem> problems, string seeds)
    {
        foreach (var problem in problems)
        {
            var file = Path.Combine(seeds, problem.File);
            // Never wrapped: a broken line is no link.
            Console.Error.WriteLine(File.Exists(file) ? problem with { File = file } : problem);
        }
    }

    /// <summary>What the rules found: first what is open, the most serious first, then what is accepted, with the reason.</summary>
    /// <param name="findings">The findings, or the first of them.</param>
    /// <param name="count">How many there are.</param>
    public static void WriteFindings(IReadOnlyCollection<Finding> findings, int count)
    {
        var open = findings.Where(finding => !finding.Accepted).OrderByDescending(finding => finding.Severity).ToList();
        if (open.Count > 0)
        {
            var table = new Table().RoundedBorder().Title("What the rules found in the documents").AddColumns("Finding", "Severity", "What");
            foreach (var finding in open)
                table.AddRow(Markup.Escape(finding.Slug), EnumNames.Name(finding.Severity), Markup.Escape(finding.Message));
            Show(table);
        }
        var accepted = findings.Where(finding => finding.Accepted).ToList();
        if (accepted.Count > 0)
        {
            var table = new Table().RoundedBorder().BorderStyle(Style.Parse("dim")).Title("[dim]Found and accepted[/]").AddColumns("[dim]Finding[/]", "[dim]What[/]", "[dim]Why it is accepted[/]");
            foreach (var finding in accepted)
                table.AddRow($"[dim]{Markup.Escape(finding.Slug)}[/]", $"[dim]{Markup.Escape(finding.Message)}[/]", $"[dim]{Markup.Escape(finding.AcceptedReason!)}[/]");
            Show(table);
        }

        if (count > findings.Count)
            Say($"Of {count} findings the first {findings.Count} are shown.");
    }

    /// <summary>How many groups of claims have what verdict.</summary>
    public static void WriteAgreements(IReadOnlyDictionary<string, int> agreements) =>
        Say($"{TypeWords.Count(agreements.Values.Sum(), "group")} of claims that state the same{string.Concat(agreements.Where(a => a.Value > 0).Select((a, i) => $"{(i == 0 ? ": " : ", ")}{a.Value} {a.Key}"))}.");

    /// <summary>How many citations have what verdict; without texts, that none was looked for and nothing is amiss.</summary>
    /// <param name="alignments">The numbers by verdict.</param>
    /// <param name="documents">The folder of the texts; null if there is none.</param>
    public static void WriteAlignments(IReadOnlyDictionary<string, int> alignments, string? documents)
    {
        var missing = alignments.GetValueOrDefault(EnumNames.Name(Alignment.Unchecked));
        if (documents is null)
        {
            Say($"The documents' texts are not here, which is normal: answers are complete, but quotes are null and {TypeWords.Count(alignments.Values.Sum(), "citation")} cannot be checked.");
            Say($"Whoever has the texts gives their folder with [bold]--documents DIR[/].");
            return;
        }

        Say($"Citations: {string.Join(", ", alignments.OrderByDescending(a => a.Value).Select(a => $"{a.Value} {a.Key}"))}.");
        if (missing > 0)
            Say($"UNCHECKED are those of documents whose text is not in {documents}; their answers are complete, only quotes are null.");
    }

    /// <summary>A console that, into a file or a pipe, writes plain lines as long as they are.</summary>
    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect });
        if (redirected)
            console.Profile.Width = 1_000;
        return console;
    }
}
