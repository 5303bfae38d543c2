using System.Text.Json;

namespace KnowledgeApi.Tests.Documents;

/// <summary>Comments are asked for with their document, and from the places that are cited of them.</summary>
public sealed class CommentTests : IAsyncLifetime, IDisposable
{
    private readonly SeedFolder _folder = new();
    private Server _server = null!;

    public async Task InitializeAsync()
    {
        _folder.Write(SeedFolder.Valid()
            .Replace("length:", "comments:\n      - { position: 1, posted: 2020-01-12T12:10, author: Ann, span: [0, 35] }\n      - { position: 2, posted: 2020-01-12T12:20, reply-to: 1, span: [35, 61] }\n    comment-count: 2\n    section: Clouds\n    length:", StringComparison.Ordinal)
            .Replace("document: opening", "document: opening\n        section: COMMENT", StringComparison.Ordinal));
        _server = await Server.StartAsync(_folder);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_document_has_its_comments_in_their_order()
    {
        var document = (await QueryAsync("""{ document(by: { slug: "opening" }) { label articleSection commentCount comments { position author posted replyTo { position } citations { nodes { slug } } } } }""")).GetProperty("document");

        document.GetRawText().ShouldBe(
            """{"label":"Doors open","articleSection":"Clouds","commentCount":2,"comments":[{"position":1,"author":"Ann","posted":"2020-01-12T12:10:00","replyTo":null,"citations":{"nodes":[]}},{"position":2,"author":null,"posted":"2020-01-12T12:20:00","replyTo":{"position":1},"citations":{"nodes":[{"slug":"beta-alpha-40.1"}]}}]}""");
    }

    [Theory]
    [InlineData("{ comment: { position: { eq: 2 } } }", 1)]
    [InlineData("{ comment: { replyTo: { author: { eq: \"ann\" } } } }", 1)]
    [InlineData("{ comment: { author: { neq: null } } }", 0)]
    public async Task Citations_are_found_by_their_comment(string where, int count) =>
        (await QueryAsync($"{{ citations(where: {where}) {{ totalCount nodes {{ comment {{ position }} posted }} }} }}")).GetProperty("citations").GetProperty("totalCount").GetInt32().ShouldBe(count);

    [Fact]
    public async Task The_first_comments_may_be_asked_for() =>
        (await QueryAsync("{ documents { nodes { comments(first: 1) { position } } } }")).GetProperty("documents").GetProperty("nodes")[0].GetProperty("comments").GetRawText().ShouldBe("""[{"position":1}]""");

    private Task<JsonElement> QueryAsync(string query) => _server.QueryAsync(query);
}
