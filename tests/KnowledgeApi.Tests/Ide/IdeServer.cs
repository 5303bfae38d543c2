using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace KnowledgeApi.Tests.Ide;

/// <summary>The program on the real seeds, at an address that a browser can reach.</summary>
public sealed class IdeServer : IAsyncLifetime
{
    /// <summary>How the answer to the example begins: the editor shows no more of it than fits on the screen.</summary>
    public const string AnswerStart = """{"data":{"company":{"name":"Cloudwatt","shareholders":{"nodes":[{"owner":{"name":"Orange"}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("ide-").FullName;
    private WebApplication? _app;

    /// <summary>Where it listens: this machine, a free port.</summary>
    public Uri Address { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var store = new KnowledgeStore(new SqliteDatabase(Path.Combine(_folder, "knowledge.db")));
        var report = store.Build(Repository.Seeds);
        _app = KnowledgeServer.Create(store, report.Summary!.Hash, "http://127.0.0.1:0", builder => builder.Logging.ClearProviders());
        await _app.StartAsync();
        Address = new Uri(_app.Urls.First());
    }

    public async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
