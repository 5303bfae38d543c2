using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KnowledgeApi.GraphQL.Data.Sorting;

namespace KnowledgeApi.GraphQL.Data.Paging;

/// <summary>
/// Cursors of one order: the values of its keys at a place, sealed so that a changed cursor, or one of another order, is refused.
/// </summary>
/// <param name="key">The secret of the seal.</param>
/// <param name="order">A text that tells the order from others.</param>
public sealed class CursorCodec(byte[] key, string order)
{
    private const int SealLength = 8;

    private byte[]? _sealKey;

    /// <summary>A cursor for the values of the keys.</summary>
    public string Encode(object?[] values)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(values);
        var cursor = new byte[SealLength + body.Length];
        Seal(body, cursor);
        body.CopyTo(cursor, SealLength);
        return Base64Url.EncodeToString(cursor);
    }

    /// <summary>The values of the keys in a cursor.</summary>
    internal bool TryDecode(string cursor, IReadOnlyList<SortKey> keys, [NotNullWhen(true)] out object?[]? values) =>
        TryDecode(cursor, [.. keys.Select(key => key.CursorType)], out values);

    /// <summary>The values in a cursor, which are of these types.</summary>
    public bool TryDecode(string cursor, IReadOnlyList<Type> types, [NotNullWhen(true)] out object?[]? values)
    {
        values = null;
        try
        {
            var bytes = Base64Url.DecodeFromChars(cursor);
            if (bytes.Length <= SealLength)
                return false;
            var body = bytes.AsSpan(SealLength);
            Span<byte> seal = stackalloc byte[SealLength];
            Seal(body, seal);
            if (!CryptographicOperations.FixedTimeEquals(seal, bytes.AsSpan(0, SealLength)))
                return false;
            var elements = JsonSerializer.Deserialize<JsonElement[]>(body)!;
            values = [.. elements.Zip(types, (element, type) => element.ValueKind == JsonValueKind.Null ? null : element.Deserialize(type))];
            return true;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return false;
        }
    }

    private void Seal(ReadOnlySpan<byte> body, Span<byte> seal)
    {
        _sealKey ??= HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(order));
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_sealKey, body, hash);
        hash[..SealLength].CopyTo(seal);
    }
}
