using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.Tests.Examples;

/// <summary>One of the examples in docs/examples.</summary>
/// <param name="Name">The name of its file, which is also that of its operation.</param>
/// <param name="Text">The document.</param>
public sealed record Example(string Name, string Text)
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<Example> All { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.graphql").Order(StringComparer.Ordinal).Select(file => Named(Path.GetFileNameWithoutExtension(file)))];

    /// <summary>Those whose page size is a variable.</summary>
    public static IEnumerable<Example> Paged => All.Where(example => example.Operation.VariableDefinitions.Any(v => v.Variable.Name.Value == "first"));

    internal DocumentNode Document => Parser.ParseDocument(Text);

    internal OperationDefinitionNode Operation => Document.Definitions.OfType<OperationDefinitionNode>().Single();

    private static string Folder => Path.Combine(Repository.Root, "docs", "examples");

    public static Example Named(string name) => new(name, File.ReadAllText(Path.Combine(Folder, name + ".graphql")));
}
