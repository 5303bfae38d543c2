using System.CommandLine;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Store.PostgreSql;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Commands;

/// <summary>The commands of the program; without one it serves.</summary>
public static class CommandLine
{
    private const string Program = "KnowledgeApi";

    /// <summary>Runs the command that the arguments name. The exit code is 0 if all went well, 1 if not.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="kinds">The kinds of entities and claims that seeds may hold and answers have; the usual ones if left out.</param>
    public static async Task<int> InvokeAsync(string[] args, KnowledgeKinds? kinds = null)
    {
        try
        {
            var parsed = Create(kinds ?? KnowledgeKinds.Standard).Parse(args);
            // The server ends by itself when asked to, and a build half done leaves nothing behind: the library need not wait for either.
            return FindMistake(parsed) is var (what, next)
                ? Terminal.Fail(what, next)
                : await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (UnusableSettingException fault)
        {
            return Terminal.Fail(fault.Message, fault.Next);
        }
        catch (Exception fault)
        {
            // A mistake of ours, not of the caller's: what a report needs is kept, out of the way.
            var trace = Path.Combine(Path.GetTempPath(), $"{Program}-{Guid.NewGuid():N}.txt");
            await File.WriteAllTextAsync(trace, fault.ToString());
            return Terminal.Fail($"{Program} came upon something it did not expect: {fault.Message}", $"Please report it with {trace}.");
        }
    }

    /// <summary>The program's commands, each with its options.</summary>
    internal static RootCommand Create(KnowledgeKinds kinds)
    {
        var options = new CommonOptions(kinds);
        var serve = ServeCommand.Create(options);
        var root = new RootCommand("KnowledgeApi: what press documents say about companies, every answer cited. Without a command it serves.")
        {
            serve,
            BuildCommand.Create(options),
            CheckCommand.Create(options),
            CiteCommand.Create(options),
            SchemaCommand.Create(options),
            DisagreementsCommand.Create(options),
            GenerateCommand.Create(),
        };
        foreach (var option in serve.Options)
            root.Options.Add(option);
        root.Action = serve.Action;
        return root;
    }

    /// <summary>What is wrong with the arguments, in one sentence, and what to do next; null if nothing is.</summary>
    private static (string What, string Next)? FindMistake(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0)
            return null;
        var command = parsed.CommandResult.Command;
        var called = command is RootCommand ? "" : $"{command.Name} ";
        var help = $"{Program} {called}--help lists what there is.";
        if (parsed.UnmatchedTokens is not [var stranger, ..])
            return (parsed.Errors[0].Message, help);
        // Left without quotes or behind a misspelt option: there may be a password in it.
        if (PostgreSqlAddress.IsAddress(stranger))
            return ("The address of a database is given without --database, or without quotes.", $"Write --database 'ADDRESS'. {help}");
        if (stranger.StartsWith('-'))
            return ($"There is no option {stranger}{(called.Length > 0 ? $" of {command.Name}" : "")}.{Nearest.Hint(stranger, command.Options.Select(option => option.Name))}", help);
        return command is RootCommand
            ? ($"There is no command {stranger}.{Nearest.Hint(stranger, command.Subcommands.Select(each => each.Name))}", help)
            : ($"{command.Name} cannot do anything with \"{stranger}\".", $"{help} Words with blanks between them go into quotes.");
    }
}

/// <summary>The options that several commands share.</summary>
/// <param name="kinds">The kinds of entities and claims that seeds may hold.</param>
internal sealed class CommonOptions(KnowledgeKinds kinds)
{
    /// <summary>The kinds of entities and claims that seeds may hold.</summary>
    public KnowledgeKinds Kinds => kinds;

    public Option<string?> Seeds { get; } = new("--seeds") { Description = "The folder of the seeds [default: seeds here, or else in the program's clone]", HelpName = "DIR" };

    public Option<string?> Documents { get; } = new("--documents") { Description = "The folder of the documents' texts, to check and quote citations [default: $KNOWLEDGE_DOCUMENTS]", HelpName = "DIR" };

    public Option<string?> Database { get; } = new("--database") { Description = "The folder of the bases built from the seeds, or the address of a PostgreSQL database for them, postgresql://user:password@host/database [default: data beside the seeds]", HelpName = "DIR" };

    /// <summary>The settings: what the command line says, else the environment and appsettings.json, else the defaults.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="needsSeeds">Whether folders of seeds and texts have to be there.</param>
    /// <exception cref="UnusableSettingException">What is said cannot be.</exception>
    public KnowledgeSettings Read(ParseResult parsed, bool needsSeeds = true)
    {
        var settings = KnowledgeSettings.Read(ProgramSettings.Read(Given(parsed)));
        if (!needsSeeds)
            return settings;
        CheckFolder("seeds", settings.Seeds, "Give it with --seeds DIR.");
        if (settings.Documents is { } documents)
            CheckFolder("documents", documents, "Give the folder of the texts with --documents DIR, or leave it out: answers are complete without.");
        return settings;
    }

    private static void CheckFolder(string what, string path, string next)
    {
        try
        {
            using var entries = Directory.EnumerateFileSystemEntries(path).GetEnumerator();
            entries.MoveNext();
        }
        catch (UnauthorizedAccessException)
        {
            throw new UnusableSettingException($"This account may not read the folder of {what} at {path}.", next);
        }
        catch (IOException)
        {
            var here = Path.IsPathRooted(path) ? "" : $" Paths start from {Directory.GetCurrentDirectory()}.";
            throw new UnusableSettingException(File.Exists(path) ? $"The {what} must be a folder, but {path} is a file." : $"There is no folder of {what} at {path}.", next + here);
        }
    }

    private IEnumerable<KeyValuePair<string, string?>> Given(ParseResult parsed)
    {
        foreach (var option in new[] { Seeds, Documents, Database })
        {
            if (parsed.GetResult(option) is not { Implicit: false } || parsed.GetValue(option) is not { } value)
                continue;
            if (string.IsNullOrWhiteSpace(value))
                throw new UnusableSettingException($"{option.Name} is given nothing.", $"Write {option.Name} {option.HelpName}, or leave it out for the default.");
            yield return new($"KNOWLEDGE_{option.Name[2..].ToUpperInvariant()}", value);
        }
    }
}
