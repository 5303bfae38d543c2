using KnowledgeApi.GraphQL.Http;
using KnowledgeApi.GraphQL.Responses;
using static KnowledgeApi.GraphQL.Tests.Harness.GraphQLServer;

namespace KnowledgeApi.GraphQL.Tests.Http;

public sealed class TrustedDocumentTests : HttpTests
{
    private const string Text = "query Trusted { __typename }";

    private static readonly string HashId = $"sha256:{PersistedQueryTests.Hash(Text)}";

    private protected override GraphQLHttpOptions Options => new() { OnlyTrusted = true };

    private protected override ITrustedDocuments Trusted => new Documents();

    [Fact]
    public async Task A_trusted_document_is_run_by_its_name() => (await Server.PostAsync("""{"documentId":"trusted"}""")).ShouldBeAnswered();

    [Fact]
    public async Task A_trusted_document_is_run_by_its_hash() => (await Server.PostAsync($$$"""{"documentId":"{{{HashId}}}"}""")).ShouldBeAnswered();

    [Fact]
    public async Task A_trusted_document_is_run_by_get() => (await Server.GetAsync("documentId=trusted&operationName=Trusted")).ShouldBeAnswered();

    [Fact]
    public async Task A_trusted_document_is_known_as_a_persisted_query() => (await Server.PostAsync(PersistedQueryTests.ByHash(Text))).ShouldBeAnswered();

    [Fact]
    public async Task The_text_of_a_trusted_document_is_trusted() => (await Server.PostAsync($$$"""{"query":"{{{Text}}}"}""")).ShouldBeAnswered();

    [Theory]
    [InlineData(Json)]
    [InlineData(GraphQLResponse)]
    public async Task Any_other_text_is_refused(string accept)
    {
        (await Server.PostAsync(Query, accept)).ShouldBeRefused(403, ErrorCodes.DocumentNotTrusted);
        Server.Executor.Executions.ShouldBe(0);
    }

    [Fact]
    public async Task No_query_is_learnt_beside_the_trusted_ones() =>
        (await Server.PostAsync(PersistedQueryTests.ByHash("{ __typename }"))).Code.ShouldBe(ErrorCodes.PersistedQueryNotSupported);

    [Theory]
    [InlineData(GraphQLResponse, 400)]
    [InlineData(Json, 200)]
    public async Task An_unknown_identifier_is_not_found(string accept, int status) =>
        (await Server.PostAsync("""{"documentId":"unknown"}""", accept)).ShouldBeRefused(status, ErrorCodes.DocumentNotFound);

    [Fact]
    public async Task An_identifier_beside_a_query_is_refused() =>
        (await Server.PostAsync($$$"""{"documentId":"trusted","query":"{{{Text}}}"}""")).ShouldBeRefused(400, ErrorCodes.BadRequest);

    [Fact]
    public async Task A_server_without_trusted_documents_finds_none()
    {
        await using var server = await StartAsync();
        (await server.PostAsync("""{"documentId":"trusted"}""")).Code.ShouldBe(ErrorCodes.DocumentNotFound);
    }

    private sealed class Documents : ITrustedDocuments
    {
        public string? Find(string documentId) => documentId == "trusted" || documentId == HashId ? Text : null;
    }
}
