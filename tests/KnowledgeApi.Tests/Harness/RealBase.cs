using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Tests.Harness;

/// <summary>The base of the real seeds, with the documents' texts where this machine has them. It is built once in a run and only read.</summary>
public static class RealBase
{
    private static readonly Lazy<KnowledgeStore> Built = new(Build);
    private static readonly Lazy<Task<Server>> Started = new(() => Server.StartAsync(Store));

    public static KnowledgeStore Store => Built.Value;

    /// <summary>One server for all tests that only ask.</summary>
    public static Task<Server> ServerAsync() => Started.Value;

    private static KnowledgeStore Build()
    {
        var folder = Directory.CreateTempSubdirectory("knowledge-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var store = new KnowledgeStore(TestStores.At(folder));
        var report = store.Build(Repository.Seeds, Repository.Documents);
        report.Problems.Where(problem => problem.Severity == Severity.Error).ShouldBeEmpty();
        report.Snapshot!.Dispose();
        return store;
    }
}
