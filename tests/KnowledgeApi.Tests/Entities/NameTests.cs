namespace KnowledgeApi.Tests.Entities;

/// <summary>A name, brand or division that is an entity of its own leads to it.</summary>
public sealed class NameTests : IAsyncLifetime, IDisposable
{
    private readonly SeedFolder _folder = new();
    private Server _server = null!;

    public async Task InitializeAsync()
    {
        var valid = SeedFolder.Valid();
        var citation = valid[valid.IndexOf("- document: opening", StringComparison.Ordinal)..].Split('\n').Select(line => line.Trim(' ', '-')).ToList();
        _folder.Write(valid.Replace("    name: Alpha", $"    name: Alpha\n    names: [{{ name: Alpha Services, kind: DIVISION, refers-to: beta, citations: [{{ {string.Join(", ", citation)} }}] }}]", StringComparison.Ordinal));
        _server = await Server.StartAsync(_folder);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Both_ways_lead_to_the_other() =>
        (await _server.QueryAsync("""{ a: entity(by: { slug: "alpha" }) { names { text kind refersTo { slug } } nameOf { text } } b: entity(by: { slug: "beta" }) { nameOf { text entity { slug } } } }""")).GetRawText()
            .ShouldBe("""{"a":{"names":[{"text":"Alpha Services","kind":"DIVISION","refersTo":{"slug":"beta"}}],"nameOf":[]},"b":{"nameOf":[{"text":"Alpha Services","entity":{"slug":"alpha"}}]}}""");

    [Theory]
    [InlineData("Alpha", "alpha")]
    [InlineData("Beta", "beta")]
    [InlineData("alpha services", "beta")]
    public async Task Who_asks_by_such_a_name_means_what_it_refers_to(string name, string slug) =>
        (await _server.QueryAsync("query ($name: String) { company(by: { name: $name }) { slug } }", new { name })).GetProperty("company").GetProperty("slug").GetString().ShouldBe(slug);
}
