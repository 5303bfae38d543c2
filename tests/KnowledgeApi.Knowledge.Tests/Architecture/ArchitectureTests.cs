using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Tests.Architecture;

/// <summary>A folder is a namespace, arrows between folders run one way, and each database has one room.</summary>
public sealed partial class ArchitectureTests
{
    private const string Root = "KnowledgeApi.Knowledge";

    private static readonly string Source = Path.Combine(Repository.Root, "src", Root);
    private static readonly string TestSource = Path.Combine(Repository.Root, "tests", $"{Root}.Tests");
    private static readonly Lazy<FolderGraph> Graph = new(() => FolderGraph.Of(typeof(Claim).Assembly, Root, Source));
    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Types = new(() => new ArchLoader().LoadAssemblies(typeof(Claim).Assembly).Build());

    [Fact]
    public void Folders_form_no_circle() => Graph.Value.Circles().ShouldBeEmpty();

    /// <summary>Nor do the folders right below the root, each with all that is in it.</summary>
    [Fact]
    public void Rooms_form_no_circle() => Graph.Value.Circles(folder => folder.Split('.')[0]).ShouldBeEmpty();

    [Fact]
    public void A_folder_is_a_namespace() => FolderGraph.Misplaced(Root, Source).ShouldBeEmpty();

    [Fact]
    public void The_engine_and_the_program_are_strangers() => Graph.Value.Outside.Where(name => name.StartsWith("KnowledgeApi", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void The_model_knows_nothing_but_the_framework() =>
        Uses(room => room == $"{Root}.Model", used => !Framework().IsMatch(used)).ShouldBeEmpty();

    [Fact]
    public void Sqlite_has_one_room() => Uses(room => room != $"{Root}.Store.Sqlite", used => Sqlite().IsMatch(used)).ShouldBeEmpty();

    /// <summary>SQLite must be seen where it is, else the test before says nothing.</summary>
    [Fact]
    public void Sqlite_is_found_in_its_room() => Uses(room => room == $"{Root}.Store.Sqlite", used => Sqlite().IsMatch(used)).ShouldContain("SqliteSnapshot uses SQLitePCL.raw");

    [Fact]
    public void Sqlite_is_used_by_name_in_its_room_only() => Directory
        .EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
        .Select(file => (Path: Path.GetRelativePath(Source, file), Text: File.ReadAllText(file)))
        .Where(file => !file.Path.StartsWith("obj", StringComparison.Ordinal) && UsesSqlite().IsMatch(file.Text))
        .Select(file => Path.GetDirectoryName(file.Path))
        .Distinct()
        .ShouldBe([Path.Combine("Store", "Sqlite")]);

    [Fact]
    public void PostgreSql_has_one_room() => Uses(room => room != $"{Root}.Store.PostgreSql", used => used.StartsWith("Npgsql", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void PostgreSql_is_found_in_its_room() =>
        Uses(room => room == $"{Root}.Store.PostgreSql", used => used.StartsWith("Npgsql", StringComparison.Ordinal)).ShouldContain("CopyBuffer uses Npgsql.NpgsqlConnection");

    /// <summary>Which types of some folders use which types of some namespaces.</summary>
    private static IReadOnlyList<string> Uses(Func<string, bool> from, Func<string, bool> to) =>
    [
        .. Types.Value.Types.Where(type => from(type.Namespace.FullName))
            .SelectMany(type => type.Dependencies.Select(dependency => dependency.Target).Where(target => target is not GenericParameter && to(target.FullName)).Select(target => $"{type.Name} uses {target.FullName}"))
            .Distinct(),
    ];

    [GeneratedRegex(@"^(Microsoft\.Data\.Sqlite|SQLitePCL)\.|\.Sqlite\w+Extensions$")]
    private static partial Regex Sqlite();

    [GeneratedRegex(@"^(System\.|KnowledgeApi\.Knowledge\.Model\.|Microsoft\.CodeAnalysis\.|<)")]
    private static partial Regex Framework();

    [GeneratedRegex(@"^using (Microsoft\.Data\.Sqlite|SQLitePCL)|\bUseSqlite\b|\bPRAGMA\b|\bfts5\b", RegexOptions.Multiline)]
    private static partial Regex UsesSqlite();
}
