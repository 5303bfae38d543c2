namespace KnowledgeApi.Testing;

/// <summary>The clone the tests run in, and the documents beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Seeds => Path.Combine(Root, "seeds");

    /// <summary>
    /// The folder of the documents' texts: what <c>KNOWLEDGE_DOCUMENTS</c> names, else <c>../shared/documents</c>. Null where there is none
    /// or the variable is set to nothing.
    /// </summary>
    public static string? Documents { get; } = FindDocuments();

    private static string? FindDocuments()
    {
        if (Environment.GetEnvironmentVariable("KNOWLEDGE_DOCUMENTS") is { } named)
            return named.Length > 0 ? named : null;
        var beside = Path.GetFullPath(Path.Combine(Root, "..", "shared", "documents"));
        return Directory.Exists(beside) ? beside : null;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "KnowledgeApi.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests must run in a clone of the repository.");
    }
}
