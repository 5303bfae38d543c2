namespace KnowledgeApi.Knowledge.Tests;

/// <summary>Where the repository and the documents beside it are.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Seeds => Path.Combine(Root, "seeds");

    /// <summary>The folder of the source documents: told by the environment, else beside the repository; null if there is none.</summary>
    public static string? Documents
    {
        get
        {
            var told = Environment.GetEnvironmentVariable("KNOWLEDGE_DOCUMENTS");
            if (!string.IsNullOrEmpty(told))
                return told;
            var beside = Path.GetFullPath(Path.Combine(Root, "..", "shared", "documents"));
            return Directory.Exists(beside) ? beside : null;
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KnowledgeApi.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests are not run inside the repository.");
    }
}
