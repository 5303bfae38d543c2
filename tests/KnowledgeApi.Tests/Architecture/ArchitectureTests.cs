using KnowledgeApi.Hosting;

namespace KnowledgeApi.Tests.Architecture;

/// <summary>The program's folders form layers: each can be read knowing only those below it.</summary>
public sealed class ArchitectureTests
{
    private const string Program = "KnowledgeApi";

    private static readonly string Source = Path.Combine(Repository.Root, "src", Program);
    private static readonly Lazy<FolderGraph> Graph = new(() => FolderGraph.Of(typeof(KnowledgeServer).Assembly, Program, Source));

    [Fact]
    public void Folders_form_no_circle() => Graph.Value.Circles().ShouldBeEmpty();

    [Fact]
    public void Every_folder_with_code_is_looked_at() => Directory
        .EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Source, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.'))
        .Where(folder => folder != "." && folder.Split('.')[0] is not ("bin" or "obj"))
        .Except(Graph.Value.Folders)
        .ShouldBeEmpty();

    [Fact]
    public void A_folder_is_a_namespace() => FolderGraph.Misplaced(Program, Source).ShouldBeEmpty();
}
