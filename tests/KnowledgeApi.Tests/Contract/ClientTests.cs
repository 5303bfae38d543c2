using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace KnowledgeApi.Tests.Contract;

/// <summary>The contract as the tools of typed clients see it: <c>tests/clients/run</c>.</summary>
public sealed class ClientTests
{
    [ClientFact]
    public void Contract_and_examples_follow_the_rules_that_linters_recommend() => Run("lint");

    [ClientFact]
    public void One_selection_may_ask_for_the_fields_of_all_kinds() => Run("merge");

    [ClientFact]
    public void What_breaks_clients_stands_in_the_changelog() => Run("compare");

    [ClientFact]
    public void Code_generated_from_contract_and_examples_compiles() => Run("codegen");

    private static void Run(string step)
    {
        var (exitCode, output) = ClientFactAttribute.Run(step);

        exitCode.ShouldBe(0, output);
    }
}

/// <summary>A test that runs tools of Node.js, which are installed when they are missing. It is skipped, with the reason, where they cannot be had.</summary>
internal sealed class ClientFactAttribute([CallerMemberName] string test = "") : ConditionalFactAttribute(Missing.Value, test)
{
    private static readonly Lazy<string?> Missing = new(FindMissing);

    /// <summary>Runs a step of <c>tests/clients/run</c>.</summary>
    public static (int ExitCode, string Output) Run(string step)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "tests", "clients", "run"), [step]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    private static string? FindMissing()
    {
        if (Array.Find(["bash", "node", "npm"], command => !IsOnPath(command)) is { } missing)
            return $"{missing} is not on the path: install Node.js 20.19 or later with npm.";
        return Run("install").ExitCode == 0 ? null : "The tools could not be installed (is the network there?): see `tests/clients/run install`.";
    }

    private static bool IsOnPath(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, command)));
}
