using System.Globalization;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Seeds;
using Spectre.Console;

namespace KnowledgeApi.Commands;

/// <summary>What the commands print.</summary>
internal static class Terminal
{
    private static readonly IAnsiConsole Error = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Says something; what is put into the text is plain, whatever brackets it has.</summary>
    public static void Say(FormattableString text) => AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, text);

    /// <summary>Says what went wrong and what to do next; returns the exit code for it.</summary>
    public static int Fail(string what, string next)
    {
        Error.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{what}[/]");
        Error.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{next}");
        return 1;
    }

    /// <summary>One line for each problem, in the form editors and terminals make links of.</summary>
    public static void WriteProblems(IEnumerable<SeedProblem> problems)
    {
        foreach (var problem in problems)
            Error.WriteLine(problem.ToString(), new Style(problem.Severity == Severity.Error ? Color.Red : Color.Yellow));
    }

    public static void WriteFindings(IReadOnlyCollection<Finding> findings)
    {
        if (findings.Count == 0)
            return;
        var table = new Table().RoundedBorder().Title("What the rules found in the documents").AddColumns("Rule", "Finding");
        foreach (var finding in findings)
            table.AddRow(Markup.Escape(finding.Rule.Name), Markup.Escape(finding.Message));
        AnsiConsole.Write(table);
    }

    public static void WriteAlignments(IReadOnlyDictionary<string, int> alignments) =>
        Say($"Citations: {string.Join(", ", alignments.OrderByDescending(a => a.Value).Select(a => $"{a.Value} {a.Key.ToUpperInvariant()}"))}.");

    public static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
