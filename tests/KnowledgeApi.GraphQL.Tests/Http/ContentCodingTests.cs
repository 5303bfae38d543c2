using System.IO.Compression;
using System.Text;
using KnowledgeApi.GraphQL.Http;
using KnowledgeApi.GraphQL.Responses;
using static KnowledgeApi.GraphQL.Tests.Harness.GraphQLServer;

namespace KnowledgeApi.GraphQL.Tests.Http;

/// <summary>Compressed requests and responses.</summary>
public sealed class ContentCodingTests : HttpTests
{
    private const string LargeUrl = "/graphql?query=%7Blarge%7D";

    private protected override GraphQLHttpOptions Options => new() { MaxRequestBytes = 20_000 };

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("BR")]
    [InlineData("identity")]
    public async Task Compressed_requests_are_read(string coding) =>
        (await Server.PostAsync(Encode(Query, coding), coding: coding)).ShouldBeAnswered();

    [Theory]
    [InlineData("zstd")]
    [InlineData("compress")]
    [InlineData("gzip, br")]
    public async Task Requests_in_other_codings_are_refused(string coding)
    {
        var answer = await Server.PostAsync(Encoding.UTF8.GetBytes(Query), coding: coding);
        answer.ShouldBeRefused(415, ErrorCodes.UnsupportedMediaType);
        answer.Headers.GetValues("Accept-Encoding").ShouldBe(["br, gzip, deflate"]);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Requests_not_in_the_coding_they_claim_are_refused(string coding) =>
        (await Server.PostAsync(Encoding.UTF8.GetBytes(Query), coding: coding)).ShouldBeRefused(400, ErrorCodes.BadRequest);

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task The_limit_holds_for_the_decoded_body(string coding)
    {
        var bomb = Encode(Query.PadRight(10_000_000), coding);
        bomb.Length.ShouldBeLessThan(20_000);
        (await Server.PostAsync(bomb, coding: coding)).ShouldBeRefused(413, ErrorCodes.RequestTooLarge);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip, br;q=0.5", "gzip")]
    [InlineData("*", "br")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("identity;q=0.5, gzip", "gzip")]
    public async Task Large_responses_are_compressed_as_the_client_likes_best(string accept, string coding)
    {
        var answer = await Server.SendAsync(HttpMethod.Get, LargeUrl, ("Accept-Encoding", accept));
        answer.Status.ShouldBe(200);
        answer.ContentHeaders.ContentEncoding.ShouldBe([coding]);
        answer.Body.Length.ShouldBeLessThan(1_000);
        Decode(answer.Body, coding).Length.ShouldBeGreaterThan(StubExecutor.LargeLength);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("identity")]
    [InlineData("deflate")]
    [InlineData("gzip;q=0, br;q=0")]
    [InlineData("gzip;q=0.5, identity")]
    [InlineData("*;q=0")]
    public async Task Large_responses_stay_plain_for_other_clients(string? accept)
    {
        var answer = await Server.SendAsync(HttpMethod.Get, LargeUrl, ("Accept-Encoding", accept));
        answer.ContentHeaders.ContentEncoding.ShouldBeEmpty();
        answer.ContentHeaders.ContentLength.ShouldBe(answer.Body.Length);
        answer.Body.Length.ShouldBeGreaterThan(StubExecutor.LargeLength);
    }

    [Fact]
    public async Task Small_responses_are_not_compressed() =>
        (await Server.SendAsync(HttpMethod.Get, "/graphql?query=%7B__typename%7D", ("Accept-Encoding", "br"))).ContentHeaders.ContentEncoding.ShouldBeEmpty();

    private static byte[] Encode(string text, string coding)
    {
        using var result = new MemoryStream();
        using (var encoder = coding.ToUpperInvariant() switch
        {
            "BR" => new BrotliStream(result, CompressionLevel.Optimal),
            "DEFLATE" => new ZLibStream(result, CompressionLevel.SmallestSize),
            "IDENTITY" => (Stream)result,
            _ => new GZipStream(result, CompressionLevel.SmallestSize),
        })
            encoder.Write(Encoding.UTF8.GetBytes(text));
        return result.ToArray();
    }

    private static byte[] Decode(byte[] bytes, string coding)
    {
        using var source = new MemoryStream(bytes);
        using Stream decoder = coding == "br" ? new BrotliStream(source, CompressionMode.Decompress) : new GZipStream(source, CompressionMode.Decompress);
        using var result = new MemoryStream();
        decoder.CopyTo(result);
        return result.ToArray();
    }
}
