using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using KnowledgeApi.GraphQL.Execution;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace KnowledgeApi.GraphQL.Http;

/// <summary>Entity tags: they show whether the answer a client has is still the right one, without running the query again.</summary>
internal static class EntityTags
{
    private const int TagBytes = 16;

    /// <summary>A weak tag (the bytes may be compressed one way or another) of all that an answer depends on.</summary>
    public static string Of(string version, ResponseFormat format, GraphQLRequest request)
    {
        var variables = request.Variables?.GetRawText();
        ReadOnlySpan<string?> parts = [version, format.ToString(), request.Query, request.OperationName, variables];
        var length = 0;
        foreach (var part in parts)
            length += sizeof(int) + ((part?.Length ?? 0) * sizeof(char));
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        var rest = bytes.AsSpan(0, length);
        foreach (var part in parts)
            rest = Append(rest, part);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(bytes);
        return $"W/\"{Base64Url.EncodeToString(hash[..TagBytes])}\"";
    }

    public static bool Matches(StringValues ifNoneMatch, string etag)
    {
        if (ifNoneMatch.Count == 0 || !EntityTagHeaderValue.TryParseList(ifNoneMatch, out var known))
            return false;
        var tag = EntityTagHeaderValue.Parse(etag);
        return known.Any(candidate => candidate.Compare(tag, useStrongComparison: false));
    }

    // The length goes first, so that no two lists of texts look alike; nothing differs from the empty text.
    private static Span<byte> Append(Span<byte> bytes, string? text)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes, text?.Length ?? -1);
        bytes = bytes[sizeof(int)..];
        var content = MemoryMarshal.AsBytes(text.AsSpan());
        content.CopyTo(bytes);
        return bytes[content.Length..];
    }
}
