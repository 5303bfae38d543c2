using System.Diagnostics;

namespace KnowledgeApi.Tests.Harness;

/// <summary>A run of the real program, as a user starts it.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it printed to standard output.</param>
/// <param name="Errors">What it printed to standard error.</param>
public sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs the program to its end.</summary>
    public static Task<ProgramRun> RunAsync(params string[] arguments) => RunAsync([], arguments);

    /// <summary>Runs the program to its end with more in its environment.</summary>
    public static Task<ProgramRun> RunAsync(Dictionary<string, string> environment, params string[] arguments) => WaitAsync(Start(environment, arguments));

    /// <summary>Waits for a process and reads what it prints.</summary>
    public static async Task<ProgramRun> WaitAsync(Process started)
    {
        using var process = started;
        using var deadline = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
        var errors = process.StandardError.ReadToEndAsync(deadline.Token);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }

        return new ProgramRun(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts the program without the settings of this machine.</summary>
    public static Process Start(params string[] arguments) => Start([], arguments);

    /// <summary>Starts dotnet in the clone's root without the settings of this machine.</summary>
    public static Process StartDotnet(IEnumerable<string> arguments, Dictionary<string, string>? environment = null, string? folder = null)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Repository.Root,
        };
        foreach (var variable in start.Environment.Keys.Where(name => name.StartsWith("KNOWLEDGE_", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(variable);
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static Process Start(Dictionary<string, string> environment, string[] arguments) =>
        StartDotnet([Path.Combine(AppContext.BaseDirectory, "KnowledgeApi.dll"), .. arguments], environment);
}
