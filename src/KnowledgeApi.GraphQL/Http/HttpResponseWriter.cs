using System.IO.Compression;
using KnowledgeApi.GraphQL.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace KnowledgeApi.GraphQL.Http;

/// <summary>Writes responses: head, body and the compression of the body.</summary>
internal sealed class HttpResponseWriter(GraphQLHttpOptions options)
{
    private static readonly StringValues JsonType = "application/json; charset=utf-8";
    private static readonly StringValues GraphQLType = "application/graphql-response+json; charset=utf-8";
    private static readonly StringValues Vary = "Accept, Accept-Encoding";
    private static readonly StringValues Revalidate = "no-cache";
    private static readonly StringValues DoNotStore = "no-store";

    /// <summary>Writes a response, without its body if only the head is asked for. It may be stored and revalidated by its tag; without a tag it is not to be stored.</summary>
    public async Task WriteAsync(HttpContext context, int status, ResponseFormat format, ReadOnlyMemory<byte> body, string? etag)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.Headers.ContentType = format == ResponseFormat.GraphQLResponse ? GraphQLType : JsonType;
        SetCaching(response, etag);
        var coding = body.Length >= options.CompressionThreshold ? ContentCoding.From(context.Request.Headers.AcceptEncoding) : null;
        response.Headers.ContentEncoding = coding;
        response.ContentLength = coding is null ? body.Length : null;
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        if (coding is null)
        {
            await response.BodyWriter.WriteAsync(body, context.RequestAborted);
            return;
        }

        Stream encoder = coding == ContentCoding.Brotli
            ? new BrotliStream(response.Body, options.CompressionLevel, leaveOpen: true)
            : new GZipStream(response.Body, options.CompressionLevel, leaveOpen: true);
        await using (encoder.ConfigureAwait(false))
            await encoder.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>Writes a response of one error.</summary>
    public async Task WriteErrorAsync(HttpContext context, int status, ResponseFormat format, string code, string message)
    {
        using var buffer = new JsonBuffer();
        ErrorWriter.WriteResponse(buffer, [new GraphQLError(message, code)]);
        await WriteAsync(context, status, format, buffer.WrittenMemory, etag: null);
    }

    /// <summary>Says that what the client has is still right.</summary>
    public static void WriteNotModified(HttpResponse response, string etag)
    {
        response.StatusCode = StatusCodes.Status304NotModified;
        SetCaching(response, etag);
    }

    private static void SetCaching(HttpResponse response, string? etag)
    {
        response.Headers.Vary = Vary;
        response.Headers.CacheControl = etag is null ? DoNotStore : Revalidate;
        response.Headers.ETag = etag;
    }
}

/// <summary>The codings responses can have, and the choice between them.</summary>
internal static class ContentCoding
{
    public const string Brotli = "br";
    public const string GZip = "gzip";

    /// <summary>The coding a client likes best, Brotli if it is all the same to it, or null for none.</summary>
    public static string? From(StringValues acceptEncoding)
    {
        if (!StringWithQualityHeaderValue.TryParseList(acceptEncoding, out var codings))
            return null;
        var brotli = Quality(codings, Brotli);
        var gzip = Quality(codings, GZip);
        var best = Math.Max(brotli, gzip);
        var identity = codings.FirstOrDefault(coding => coding.Value.Equals("identity", StringComparison.OrdinalIgnoreCase));
        if (best <= 0 || identity is not null && (identity.Quality ?? 1) > best)
            return null;
        return brotli >= gzip ? Brotli : GZip;
    }

    private static double Quality(IList<StringWithQualityHeaderValue> codings, string name)
    {
        var any = 0d;
        foreach (var coding in codings)
        {
            if (coding.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
                return coding.Quality ?? 1;
            if (coding.Value == "*")
                any = coding.Quality ?? 1;
        }

        return any;
    }
}
