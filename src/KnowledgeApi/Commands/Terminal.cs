using System.Globalization;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Seeds;
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

    /// <summary>Shows that something is going on while it is.</summary>
    public static T Wait<T>(string what, Func<T> work) => Output.Status().Start(what, _ => work());

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

    public static void WriteFindings(IReadOnlyCollection<Finding> findings)
    {
        if (findings.Count == 0)
            return;
        var table = new Table().RoundedBorder().Title("What the rules found in the documents").AddColumns("Rule", "Finding");
        foreach (var finding in findings)
            table.AddRow(Markup.Escape(finding.Rule.Name), Markup.Escape(finding.Message));
        Show(table);
    }

    public static void WriteAlignments(IReadOnlyDictionary<string, int> alignments) =>
        Say($"Citations: {string.Join(", ", alignments.OrderByDescending(a => a.Value).Select(a => $"{a.Value} {a.Key}"))}.");

    /// <summary>A console that, into a file or a pipe, writes plain lines as long as they are.</summary>
    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect });
        if (redirected)
            console.Profile.Width = 1_000;
        return console;
    }

    public static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
