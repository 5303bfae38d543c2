using System.Runtime.CompilerServices;

namespace KnowledgeApi.Tests.Harness;

/// <summary>Files of the repository that tests read.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Seeds => Path.Combine(Root, "seeds");

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "KnowledgeApi.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests must run from a clone of the repository.");
    }
}
