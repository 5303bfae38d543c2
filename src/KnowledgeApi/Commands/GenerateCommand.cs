using System.CommandLine;
using System.Runtime.InteropServices;
using KnowledgeApi.Knowledge.Generation;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Commands;

/// <summary><c>generate</c>: seeds of many companies, to try things out with.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var companies = new Option<int>("--companies") { Description = $"How many companies, at most {SeedGenerator.MostCompanies}; each has 13 claims and 20 citations on average", HelpName = "N", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "The same number makes the same seeds, on every machine", HelpName = "S", DefaultValueFactory = _ => 1 };
        var output = new Option<string>("--output") { Description = "The folder to write into, empty or not there yet", HelpName = "DIR", Required = true };
        var format = new Option<string>("--format") { Description = "JSON Lines, or YAML as people write it", HelpName = "jsonl|yaml", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "yaml");
        var command = new Command("generate", "Write seeds of made-up companies for tests and measurements.")
        {
            companies,
            seed,
            output,
            format,
        };
        command.SetAction(parsed => Run(parsed.GetValue(companies), parsed.GetValue(seed), parsed.GetValue(output)!, parsed.GetValue(format) == "yaml" ? SeedFileFormat.Yaml : SeedFileFormat.Jsonl));
        return command;
    }

    private static int Run(int companies, ulong seed, string output, SeedFileFormat format)
    {
        if (companies is < 1 or > SeedGenerator.MostCompanies)
            return Terminal.Fail($"--companies {companies} is too {(companies < 1 ? "few" : "many")}.", $"Give a number from 1 to {SeedGenerator.MostCompanies}.");
        using var interrupted = new CancellationTokenSource();
        using var byUser = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var bySystem = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
        try
        {
            return FindObstacle(output) is { } obstacle
                ? Terminal.Fail(obstacle, "Give a folder that is empty or not there yet with --output DIR.")
                : Write(companies, seed, output, format, interrupted.Token);
        }
        catch (OperationCanceledException)
        {
            return Terminal.Fail("Interrupted: nothing is left behind.", "Run it again to have the seeds.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Terminal.Fail($"The seeds cannot be written: {fault.Message}", "Make room or give another folder with --output DIR.");
        }

        // What is half written is cleared away before the process ends.
        void Interrupt(PosixSignalContext signal)
        {
            signal.Cancel = true;
            interrupted.Cancel();
        }
    }

    private static int Write(int companies, ulong seed, string output, SeedFileFormat format, CancellationToken interrupted)
    {
        var made = FindMissingFolders(output);
        try
        {
            Directory.CreateDirectory(output);
            var written = Terminal.Progress("Writing seeds", progress => SeedGenerator.Write(companies, seed, output, format, progress, interrupted));
            Terminal.Say($"Written to {output}: {string.Join(", ", written.Select(section => $"{section.Value} {section.Key}"))}.");
            return 0;
        }
        catch
        {
            Remove(made);
            throw;
        }
    }

    /// <summary>The folder and those above it that are not there yet, the deepest first.</summary>
    private static List<string> FindMissingFolders(string output)
    {
        var missing = new List<string>();
        for (var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(output)); folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
            missing.Add(folder);
        return missing;
    }

    private static void Remove(IEnumerable<string> folders)
    {
        try
        {
            foreach (var folder in folders.Where(Directory.Exists))
                Directory.Delete(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Another has put something there since, and keeps it; the fault that ended the writing is the one to tell.
        }
    }

    private static string? FindObstacle(string output)
    {
        if (string.IsNullOrWhiteSpace(output))
            return "--output is given nothing.";
        if (File.Exists(output))
            return $"{output} is a file, not a folder.";
        return Directory.Exists(output) && Directory.EnumerateFileSystemEntries(output).Any() ? $"{output} is not empty." : null;
    }
}
