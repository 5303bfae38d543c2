using System.Text.RegularExpressions;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Architecture;

/// <summary>The engine's folders form layers, and it is a stranger to the knowledge, the program and any one database.</summary>
public sealed partial class ArchitectureTests
{
    private const string Engine = "KnowledgeApi.GraphQL";
    private const string Samples = "KnowledgeApi.GraphQL.Tests.Architecture.Samples";

    private static readonly string EngineSource = Path.Combine(Repository.Root, "src", "KnowledgeApi.GraphQL");
    private static readonly Lazy<FolderGraph> Graph = new(() => FolderGraph.Of(typeof(Schema).Assembly, Engine, EngineSource));

    [Fact]
    public void Folders_form_no_circle() => Graph.Value.Circles().ShouldBeEmpty();

    [Fact]
    public void Every_folder_is_looked_at() => Graph.Value.Folders.ShouldBe(
        Directory.GetDirectories(EngineSource, "*", SearchOption.AllDirectories)
            .Select(folder => Path.GetRelativePath(EngineSource, folder).Replace(Path.DirectorySeparatorChar, '.'))
            .Where(folder => folder.Split('.')[0] is not ("bin" or "obj")),
        ignoreOrder: true);

    [Fact]
    public void A_folder_is_a_namespace() => FolderGraph.Misplaced(Engine, EngineSource).ShouldBeEmpty();

    [Fact]
    public void The_knowledge_and_the_program_are_strangers() =>
        Graph.Value.Outside.Where(name => name.StartsWith("KnowledgeApi", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void No_database_is_known_by_its_types() => Graph.Value.Outside.Where(name => NamesADatabase().IsMatch(name)).ShouldBeEmpty();

    [Fact]
    public void No_database_is_known_by_its_words() => Directory
        .EnumerateFiles(EngineSource, "*.cs*", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Where(file => NamesADatabase().IsMatch(File.ReadAllText(file)))
        .ShouldBeEmpty();

    /// <summary>The other tests are worth something only if a circle is found, whatever way its folders know each other.</summary>
    [Fact]
    public void A_circle_is_found_and_told() => SamplesGraph().Circles().ShouldBe(
    [
        "Barns -> Roofs (Barn.cs has using KnowledgeApi.GraphQL.Tests.Architecture.Samples.Roofs;), Roofs -> Barns (Roof.cs has using KnowledgeApi.GraphQL.Tests.Architecture.Samples.Barns;)",
        "Eggs -> Hens (Egg uses Hen), Hens -> Eggs (Hen uses Egg)",
    ]);

    [Fact]
    public void A_database_is_found_where_there_is_one() => SamplesGraph().Outside.Where(name => NamesADatabase().IsMatch(name)).ShouldBe(["Microsoft.Data.Sqlite"]);

    private static FolderGraph SamplesGraph() => FolderGraph.Of(
        typeof(ArchitectureTests).Assembly, Samples, Path.Combine(Repository.Root, "tests", "KnowledgeApi.GraphQL.Tests", "Architecture", "Samples"));

    [GeneratedRegex("sqlite|npgsql|postgres|sqlclient|mysql", RegexOptions.IgnoreCase)]
    private static partial Regex NamesADatabase();
}
