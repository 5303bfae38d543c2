using System.Net.Http.Json;
using System.Text.Json;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.Store;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;

namespace KnowledgeApi.Tests.Hosting;

public sealed class LimitSettingsTests : IDisposable
{
    private readonly SeedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("GraphQL:Parser:MaxTokens", "3", "DOCUMENT_LIMIT_EXCEEDED")]
    [InlineData("GraphQL:Validation:MaxFields", "1", "DOCUMENT_LIMIT_EXCEEDED")]
    [InlineData("GraphQL:Execution:MaxPlanFields", "1", "DOCUMENT_LIMIT_EXCEEDED")]
    [InlineData("GraphQL:Http:MaxQueryLength", "5", "REQUEST_TOO_LARGE")]
    public async Task A_bound_of_the_engine_is_a_setting(string setting, string value, string code)
    {
        var store = new KnowledgeStore(_folder.Database);
        var report = store.Build(_folder.Seeds);
        await using var app = KnowledgeServer.Create(store, report.Summary!.Hash, configure: builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Configuration.AddInMemoryCollection([new(setting, value)]);
        });
        await app.StartAsync();

        using var response = await app.GetTestClient().PostAsJsonAsync("/graphql", new { query = "{ companies { totalCount } }" });

        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe(code);
    }
}
