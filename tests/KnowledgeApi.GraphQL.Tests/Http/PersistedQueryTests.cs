using System.Security.Cryptography;
using System.Text;
using KnowledgeApi.GraphQL.Http;
using KnowledgeApi.GraphQL.Responses;
using static KnowledgeApi.GraphQL.Tests.Harness.GraphQLServer;

namespace KnowledgeApi.GraphQL.Tests.Http;

/// <summary>Automatic persisted queries.</summary>
public sealed class PersistedQueryTests : HttpTests
{
    private const string Text = "{ __typename }";

    private protected override GraphQLHttpOptions Options => new() { MaxPersistedQueries = 2 };

    [Theory]
    [InlineData(GraphQLResponse, 400)]
    [InlineData(Json, 200)]
    public async Task An_unknown_hash_is_answered_in_the_words_of_the_protocol(string accept, int status)
    {
        var answer = await Server.PostAsync(ByHash(Text), accept);
        answer.ShouldBeRefused(status, ErrorCodes.PersistedQueryNotFound);
        answer.Message.ShouldBe("PersistedQueryNotFound");
    }

    [Fact]
    public async Task A_query_that_came_with_its_hash_is_known_by_it()
    {
        (await Server.PostAsync(WithHash(Text, Hash(Text)))).ShouldBeAnswered();
        (await Server.PostAsync(ByHash(Text))).ShouldBeAnswered();
        Server.Executor.Last!.Query.ShouldBe(Text);
    }

    [Fact]
    public async Task A_known_query_may_be_asked_for_by_get()
    {
        await Server.PostAsync(WithHash(Text, Hash(Text).ToUpperInvariant()));
        var extensions = Uri.EscapeDataString(Extension(Hash(Text)));
        (await Server.GetAsync($"extensions={extensions}")).ShouldBeAnswered();
    }

    [Fact]
    public async Task A_mutation_by_hash_and_get_is_refused()
    {
        const string Mutation = "mutation { __typename }";
        await Server.PostAsync(WithHash(Mutation, Hash(Mutation)));
        var extensions = Uri.EscapeDataString(Extension(Hash(Mutation)));
        (await Server.GetAsync($"extensions={extensions}")).Status.ShouldBe(405);
    }

    [Fact]
    public async Task A_wrong_hash_is_refused_and_nothing_is_remembered()
    {
        (await Server.PostAsync(WithHash("{ large }", Hash(Text)))).ShouldBeRefused(400, ErrorCodes.PersistedQueryHashMismatch);
        (await Server.PostAsync(ByHash(Text))).Code.ShouldBe(ErrorCodes.PersistedQueryNotFound);
    }

    [Fact]
    public async Task A_query_that_did_not_run_is_not_remembered()
    {
        const string Invalid = "{ fieldThatIsNotThere }";
        await Server.PostAsync(WithHash(Invalid, Hash(Invalid)));
        (await Server.PostAsync(ByHash(Invalid))).Code.ShouldBe(ErrorCodes.PersistedQueryNotFound);
    }

    [Fact]
    public async Task The_query_unused_for_longest_is_forgotten_first()
    {
        string[] texts = ["{ __typename }", "{ __typename  }", "{ __typename   }"];
        await Server.PostAsync(WithHash(texts[0], Hash(texts[0])));
        await Server.PostAsync(WithHash(texts[1], Hash(texts[1])));
        await Server.PostAsync(ByHash(texts[0]));
        await Server.PostAsync(WithHash(texts[2], Hash(texts[2])));
        (await Server.PostAsync(ByHash(texts[0]))).ShouldBeAnswered();
        (await Server.PostAsync(ByHash(texts[1]))).Code.ShouldBe(ErrorCodes.PersistedQueryNotFound);
        (await Server.PostAsync(ByHash(texts[2]))).ShouldBeAnswered();
    }

    [Fact]
    public void The_memory_is_bounded_by_size_too()
    {
        var memory = new PersistedQueries(maxQueries: 100, maxCharacters: 10);
        memory.Add("a", "12345");
        memory.Add("b", "12345");
        memory.Add("c", "1");
        memory.Find("a").ShouldBeNull();
        memory.Find("b").ShouldBe("12345");
        memory.Add("d", "longer than ten characters");
        memory.Find("d").ShouldBeNull();
    }

    [Theory]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("""{"version":2,"sha256Hash":"0000000000000000000000000000000000000000000000000000000000000000"}""")]
    [InlineData("""{"version":"1","sha256Hash":"0000000000000000000000000000000000000000000000000000000000000000"}""")]
    [InlineData("""{"version":1}""")]
    [InlineData("""{"version":1,"sha256Hash":1}""")]
    [InlineData("""{"version":1,"sha256Hash":"abc"}""")]
    [InlineData("""{"version":1,"sha256Hash":"g000000000000000000000000000000000000000000000000000000000000000"}""")]
    public async Task A_malformed_extension_is_refused(string extension) =>
        (await Server.PostAsync($$$"""{"query":"{ __typename }","extensions":{"persistedQuery":{{{extension}}}}}""")).ShouldBeRefused(400, ErrorCodes.BadRequest);

    [Fact]
    public async Task A_server_that_does_not_learn_says_so()
    {
        await using var server = await StartAsync(new GraphQLHttpOptions { LearnPersistedQueries = false });
        (await server.PostAsync(WithHash(Text, Hash(Text)))).ShouldBeAnswered();
        var answer = await server.PostAsync(ByHash(Text), GraphQLResponse);
        answer.ShouldBeRefused(400, ErrorCodes.PersistedQueryNotSupported);
        answer.Message.ShouldBe("PersistedQueryNotSupported");
    }

    internal static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    internal static string ByHash(string text) => $$"""{"extensions":{{Extension(Hash(text))}} }""";

    private static string WithHash(string text, string hash) => $$"""{"query":"{{text}}","extensions":{{Extension(hash)}} }""";

    private static string Extension(string hash) => $$"""{"persistedQuery":{"version":1,"sha256Hash":"{{hash}}"} }""";
}
