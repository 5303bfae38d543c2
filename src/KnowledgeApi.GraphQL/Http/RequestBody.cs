using System.Buffers;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace KnowledgeApi.GraphQL.Http;

/// <summary>The bytes of a request body, decoded, in a rented array that goes back when this is disposed.</summary>
internal sealed class RequestBody : IDisposable
{
    private const int UsualSize = 4 * 1024;

    /// <summary>No more is rented on the strength of a Content-Length alone.</summary>
    private const int MaxFirstSize = 64 * 1024;

    private byte[] _bytes;
    private int _length;

    private RequestBody(int size) => _bytes = ArrayPool<byte>.Shared.Rent(size);

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, _length);

    /// <summary>Reads a body to its end.</summary>
    /// <exception cref="RequestRefusedException">It is longer than the limit, as sent or decoded, or its coding is unknown or broken.</exception>
    public static async ValueTask<RequestBody> ReadAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        if (request.ContentLength > limit)
            throw TooLarge(limit);
        var coding = Coding(request.Headers.ContentEncoding);

        // One byte more than announced, so that the read that finds the end needs no larger array.
        var body = new RequestBody((int)Math.Min(request.ContentLength ?? UsualSize, MaxFirstSize) + 1);
        try
        {
            if (coding is null)
                await body.FillAsync(request.Body, limit, cancellation, request.ContentLength);
            else
                await body.DecodeAsync(request.Body, coding, limit, cancellation);
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _length = 0;
    }

    private static Func<Stream, Stream>? Coding(StringValues header) => header.ToString() switch
    {
        "" => null,
        var name when Is(name, "identity") => null,
        var name when Is(name, "gzip") || Is(name, "x-gzip") => static body => new GZipStream(body, CompressionMode.Decompress, leaveOpen: true),
        var name when Is(name, "deflate") => static body => new ZLibStream(body, CompressionMode.Decompress, leaveOpen: true),
        var name when Is(name, "br") => static body => new BrotliStream(body, CompressionMode.Decompress, leaveOpen: true),
        _ => throw RequestRefusedException.UnsupportedMediaType("Expected a Content-Encoding of br, gzip, deflate or none."),
    };

    private static bool Is(string name, string coding) => name.AsSpan().Trim().Equals(coding, StringComparison.OrdinalIgnoreCase);

    private async Task DecodeAsync(Stream source, Func<Stream, Stream> coding, int limit, CancellationToken cancellation)
    {
        try
        {
            var decoder = coding(source);
            await using (decoder.ConfigureAwait(false))
                await FillAsync(decoder, limit, cancellation);
        }
        catch (Exception error) when (error is InvalidDataException or InvalidOperationException)
        {
            throw RequestRefusedException.Malformed("The body is not in the coding its Content-Encoding says.");
        }
    }

    /// <summary>Reads to the end, or as many bytes as there are said to be: the server below sees to it that there are no more.</summary>
    private async ValueTask FillAsync(Stream source, int limit, CancellationToken cancellation, long? announced = null)
    {
        while (_length != announced)
        {
            if (_length == _bytes.Length)
                Grow();
            var read = await source.ReadAsync(_bytes.AsMemory(_length), cancellation);
            if (read == 0)
                return;
            _length += read;
            if (_length > limit)
                throw TooLarge(limit);
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
        _bytes.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }

    private static RequestRefusedException TooLarge(int limit) => RequestRefusedException.TooLarge($"The body is longer than {limit} bytes.");
}
