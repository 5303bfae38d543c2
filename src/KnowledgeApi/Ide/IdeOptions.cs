namespace KnowledgeApi.Ide;

/// <summary>Where the IDE's files are and what a new document in it starts with.</summary>
public sealed record IdeOptions
{
    /// <summary>
    /// The folder of the npm package, holding its <c>index.html</c>. The build puts it beside the program. Without it a
    /// page says how to get it.
    /// </summary>
    public string Folder { get; init; } = Path.Combine(AppContext.BaseDirectory, "ide");

    /// <summary>What the IDE is told the service is called.</summary>
    public string Title { get; init; } = "KnowledgeApi";

    /// <summary>The GraphQL text every new document starts with, such as a first example; null for an empty one.</summary>
    public string? ExampleDocument { get; init; }

    /// <summary>Whether the package is there.</summary>
    public bool IsInstalled => File.Exists(Path.Combine(Folder, "index.html"));
}
