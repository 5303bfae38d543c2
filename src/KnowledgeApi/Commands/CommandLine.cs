using System.CommandLine;
using KnowledgeApi.Hosting;

namespace KnowledgeApi.Commands;

/// <summary>The commands of the program; without one it serves.</summary>
public static class CommandLine
{
    /// <summary>Runs the command that the arguments name. The exit code is 0 if all went well, 1 if not.</summary>
    public static Task<int> InvokeAsync(string[] args) => Create().Parse(args).InvokeAsync();

    private static RootCommand Create()
    {
        var options = new CommonOptions();
        var serve = ServeCommand.Create(options);
        var root = new RootCommand("KnowledgeApi: what press documents say about companies, every answer cited. Without a command it serves.")
        {
            serve,
            CheckCommand.Create(options),
            CiteCommand.Create(options),
            SchemaCommand.Create(),
        };
        foreach (var option in serve.Options)
            root.Options.Add(option);
        root.Action = serve.Action;
        return root;
    }
}

/// <summary>The options that several commands share.</summary>
internal sealed class CommonOptions
{
    public Option<string?> Seeds { get; } = new("--seeds") { Description = "The folder of the seeds [default: seeds here, or beside the program]", HelpName = "DIR" };

    public Option<string?> Documents { get; } = new("--documents") { Description = "The folder of the documents' texts, to check and quote citations [default: $KNOWLEDGE_DOCUMENTS]", HelpName = "DIR" };

    public Option<string?> Database { get; } = new("--database") { Description = "The file of the database, which is derived from the seeds [default: data/knowledge.db]", HelpName = "FILE" };

    /// <summary>The settings: what the command line says, else the environment and appsettings.json, else the defaults.</summary>
    public KnowledgeSettings Read(ParseResult parsed)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(Given(parsed))
            .Build();
        return KnowledgeSettings.Read(configuration);
    }

    private IEnumerable<KeyValuePair<string, string?>> Given(ParseResult parsed)
    {
        foreach (var option in new[] { Seeds, Documents, Database })
        {
            if (parsed.GetResult(option) is { Implicit: false } && parsed.GetValue(option) is { } value)
                yield return new($"KNOWLEDGE_{option.Name[2..].ToUpperInvariant()}", value);
        }
    }
}
