using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace KnowledgeApi.GraphQL.Tests.Conformance;

/// <summary>A test against graphql-js. It is skipped, with the reason, where Node.js or the package cannot be had.</summary>
internal sealed class ReferenceFactAttribute([CallerMemberName] string test = "") : ConditionalFactAttribute(Missing.Value, test)
{
    private static readonly Lazy<string?> Missing = new(FindMissing);

    /// <summary>The folder <c>tests/conformance</c>, found from where the tests run.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "conformance");

    /// <summary>Runs a command in the folder; what it wrote, and whether it ended well.</summary>
    public static (bool Succeeded, string Output) Run(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode == 0, output + errors.Result);
    }

    private static string? FindMissing()
    {
        if (!IsOnPath("node"))
            return "Node.js is not on the path: install version 20 or later to compare with graphql-js.";
        if (Directory.Exists(Path.Combine(Folder, "node_modules", "graphql")))
            return null;
        if (!IsOnPath("npm"))
            return $"npm is not on the path, and graphql-js is not in {Folder}.";
        var (succeeded, _) = Run("npm", "install", "--no-audit", "--no-fund", "--no-progress");
        return succeeded ? null : $"graphql-js could not be installed: see `npm install` in {Folder}.";
    }

    private static bool IsOnPath(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, command)));
}
