using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using KnowledgeApi.GraphQL.Execution;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace KnowledgeApi.GraphQL.Http;

/// <summary>Tags that tell whether a client's answer is still the right one, without running the query again.</summary>
internal static class EntityTags
{
    private const int TagBytes = 16;

    /// <summary>A weak tag (the bytes may be compressed one way or another) of all that an answer depends on.</summary>
    public static string Of(string version, ResponseFormat format, GraphQLRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, version);
        Append(hash, format.ToString());
        Append(hash, request.Query);
        Append(hash, request.OperationName);
        Append(hash, request.Variables?.GetRawText());
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(bytes);
        return $"W/\"{Base64Url.EncodeToString(bytes[..TagBytes])}\"";
    }

    public static bool Matches(StringValues ifNoneMatch, string etag)
    {
        if (ifNoneMatch.Count == 0 || !EntityTagHeaderValue.TryParseList(ifNoneMatch, out var known))
            return false;
        var tag = EntityTagHeaderValue.Parse(etag);
        return known.Any(candidate => candidate.Compare(tag, useStrongComparison: false));
    }

    // The length goes first, so that no two lists of texts look alike; nothing differs from the empty text.
    private static void Append(IncrementalHash hash, string? text)
    {
        hash.AppendData(MemoryMarshal.AsBytes([text?.Length ?? -1]));
        hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
    }
}
