using System.Diagnostics;

namespace KnowledgeApi.Testing;

/// <summary>The reference implementation of GraphQL, in <c>tests/conformance</c>.</summary>
internal static class GraphQLJs
{
    private static readonly Lazy<string?> Lacking = new(FindMissing);

    /// <summary>The folder <c>tests/conformance</c>.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "conformance");

    /// <summary>The documents that were once disagreed upon.</summary>
    public static string Regressions { get; } = Path.Combine(Folder, "regressions");

    /// <summary>What is missing and how to get it; null where all is there.</summary>
    public static string? Missing => Lacking.Value;

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

    /// <summary>
    /// What it makes of the kept documents and of as many that are generated, half of them spoilt: a line of JSON each, with the members
    /// <c>name</c>, <c>query</c>, <c>operationName</c>, <c>variables</c> and <c>expected</c>.
    /// </summary>
    public static string[] Judge(string sdl, int seed, int count) => InFolder(folder =>
    {
        var (schema, lines) = (Path.Combine(folder, "schema.graphql"), Path.Combine(folder, "lines.json"));
        File.WriteAllText(schema, sdl);
        var (succeeded, output) = Run("node", "reference.mjs", schema, $"{seed}", $"{count}", Regressions, lines);
        return succeeded ? File.ReadAllLines(lines) : throw new InvalidOperationException(output);
    });

    /// <summary>Does something with a folder of its own.</summary>
    public static T InFolder<T>(Func<string, T> action)
    {
        var folder = Directory.CreateTempSubdirectory("conformance-").FullName;
        try
        {
            return action(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? FindMissing()
    {
        if (!IsOnPath("node"))
            return "Node.js is not on the path: install version 20 or later to compare with graphql-js.";
        if (Directory.Exists(Path.Combine(Folder, "node_modules", "graphql")))
            return null;
        if (!IsOnPath("npm"))
            return $"npm is not on the path, and graphql-js is not in {Folder}.";
        var (succeeded, _) = Run("npm", "ci", "--no-progress");
        return succeeded ? null : $"graphql-js could not be installed: see `npm ci` in {Folder}.";
    }

    private static bool IsOnPath(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, command)));
}
