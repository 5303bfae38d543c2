using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Tests.Kinds;

/// <summary>A base with contracts, built of seeds of their own and served: the kind is added to those there are, as docs/add-a-claim-kind.md does it.</summary>
public sealed class ContractBase : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("contracts-");

    /// <summary>The kinds of the program and contracts.</summary>
    public static KnowledgeKinds Kinds { get; } = new(typeof(Claim).Assembly, typeof(ContractKind.Contract).Assembly);

    public static string Seeds => Path.Combine(Repository.Root, "tests", "ContractKind", "seeds");

    public static string Texts => Path.Combine(Repository.Root, "tests", "ContractKind", "texts");

    public StoreReport Report { get; private set; } = null!;

    public Server Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var store = new KnowledgeStore(TestStores.At(_folder.FullName, Kinds));
        Report = store.Build(Seeds, Texts);
        Report.Problems.ShouldBeEmpty();
        Server = await Server.StartAsync(Report.Snapshot!);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
