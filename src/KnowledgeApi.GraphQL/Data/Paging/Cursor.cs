using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace KnowledgeApi.GraphQL.Data.Paging;

/// <summary>
/// Cursors: the values of the sort keys at a place, sealed so that a changed cursor, or one of another order, is refused.
/// </summary>
internal sealed class CursorCodec(byte[] key)
{
    private const int SealLength = 8;

    /// <summary>A cursor for the values of the keys, in an order known by its text.</summary>
    public string Encode(string order, IReadOnlyList<object?> values)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(values);
        var cursor = new byte[SealLength + body.Length];
        Seal(order, body, cursor);
        body.CopyTo(cursor, SealLength);
        return Base64Url.EncodeToString(cursor);
    }

    /// <summary>The values in a cursor of that order, each as the type given for it.</summary>
    public bool TryDecode(string order, string cursor, IReadOnlyList<Type> types, [NotNullWhen(true)] out object?[]? values)
    {
        values = null;
        try
        {
            var bytes = Base64Url.DecodeFromChars(cursor);
            if (bytes.Length <= SealLength)
                return false;
            var body = bytes.AsSpan(SealLength);
            Span<byte> seal = stackalloc byte[SealLength];
            Seal(order, body, seal);
            if (!CryptographicOperations.FixedTimeEquals(seal, bytes.AsSpan(0, SealLength)))
                return false;
            using var json = JsonDocument.Parse(body.ToArray());
            var elements = json.RootElement.EnumerateArray().ToList();
            if (elements.Count != types.Count)
                return false;
            values = [.. elements.Select((element, i) => element.ValueKind == JsonValueKind.Null ? null : element.Deserialize(types[i]))];
            return true;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return false;
        }
    }

    private void Seal(string order, ReadOnlySpan<byte> body, Span<byte> seal)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes(order));
        hash.AppendData(body);
        hash.GetHashAndReset().AsSpan(0, SealLength).CopyTo(seal);
    }
}
