using System.CommandLine;
using KnowledgeApi.Knowledge.Generation;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Commands;

/// <summary><c>generate</c>: seeds of any size, to try things out with.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var companies = new Option<int>("--companies") { Description = "How many companies; each has 13 claims and 20 citations on average", HelpName = "N", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "The same number makes the same seeds, on every machine", HelpName = "S", DefaultValueFactory = _ => 1 };
        var output = new Option<string>("--output") { Description = "The folder to write into, empty or not there yet", HelpName = "DIR", Required = true };
        var format = new Option<string>("--format") { Description = "JSON Lines, or YAML as people write it", HelpName = "jsonl|yaml", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "yaml");
        var command = new Command("generate", "Write seeds of made-up companies, as many as you like, for tests and measurements.")
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
        if (FindObstacle(output) is { } obstacle)
            return Terminal.Fail(obstacle, "Give a folder that is empty or not there yet with --output DIR.");
        using var interrupted = new CancellationTokenSource();
        Console.CancelKeyPress += Interrupt;
        try
        {
            var isNew = !Directory.Exists(output);
            Directory.CreateDirectory(output);
            return Write(companies, seed, output, format, isNew, interrupted.Token);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Terminal.Fail($"The seeds cannot be written: {fault.Message}", "Make room or give another folder with --output DIR.");
        }
        finally
        {
            Console.CancelKeyPress -= Interrupt;
        }

        void Interrupt(object? sender, ConsoleCancelEventArgs press)
        {
            press.Cancel = true;
            interrupted.Cancel();
        }
    }

    private static int Write(int companies, ulong seed, string output, SeedFileFormat format, bool isNew, CancellationToken interrupted)
    {
        try
        {
            var written = Terminal.Progress("Writing seeds", progress => SeedGenerator.Write(companies, seed, output, format, progress, interrupted));
            Terminal.Say($"Written to {output}: {string.Join(", ", written.Select(section => $"{section.Value} {section.Key}"))}.");
            return 0;
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            if (isNew)
                Directory.Delete(output);
            if (fault is IOException)
                throw;
            return Terminal.Fail("Interrupted: nothing is left behind.", "Run it again to have the seeds.");
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
