using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace KnowledgeApi.GraphQL.Responses;

/// <summary>
/// A growing buffer of UTF-8 JSON that can be cut back to an earlier length. Cutting back is how a null in a non-null
/// position replaces the object that was being written, so no tree of the response is ever built.
/// </summary>
internal sealed class JsonBuffer : IDisposable
{
    private const int InitialSize = 16 * 1024;

    private static readonly SearchValues<char> MustEscape =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c), '"', '\\', (char)0x7F]);

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);

    /// <summary>How many bytes are written.</summary>
    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    /// <summary>Forgets everything after the first <paramref name="length"/> bytes.</summary>
    public void CutTo(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        Length = length;
    }

    /// <summary>Appends bytes that are JSON already.</summary>
    public void WriteRaw(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Reserve(utf8.Length));
        Length += utf8.Length;
    }

    /// <summary>Appends one ASCII character of punctuation.</summary>
    public void WriteRaw(char ascii)
    {
        Reserve(1)[0] = (byte)ascii;
        Length++;
    }

    public void WriteNull() => WriteRaw("null"u8);

    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    public void WriteNumber(long value)
    {
        Utf8Formatter.TryFormat(value, Reserve(20), out var written);
        Length += written;
    }

    /// <summary>Writes a finite number in its shortest form that reads back the same.</summary>
    public void WriteNumber(double value)
    {
        value.TryFormat(Reserve(32), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Writes a value that formats itself to plain ASCII without quotes or escapes, between quotes.</summary>
    public void WriteQuoted<T>(T value, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        WriteRaw('"');
        int written;
        while (!value.TryFormat(Reserve(64), out written, format, CultureInfo.InvariantCulture))
            Grow(_bytes.Length);
        Length += written;
        WriteRaw('"');
    }

    /// <summary>Writes a string with the escapes JSON requires, and no others.</summary>
    public void WriteString(ReadOnlySpan<char> value)
    {
        WriteRaw('"');
        while (!value.IsEmpty)
        {
            var escape = value.IndexOfAny(MustEscape);
            var plain = escape < 0 ? value : value[..escape];
            Length += Encoding.UTF8.GetBytes(plain, Reserve(Encoding.UTF8.GetMaxByteCount(plain.Length)));
            if (escape < 0)
                break;
            WriteEscaped(value[escape]);
            value = value[(escape + 1)..];
        }

        WriteRaw('"');
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    private void WriteEscaped(char character)
    {
        switch (character)
        {
            case '"': WriteRaw("\\\""u8); break;
            case '\\': WriteRaw("\\\\"u8); break;
            case '\n': WriteRaw("\\n"u8); break;
            case '\r': WriteRaw("\\r"u8); break;
            case '\t': WriteRaw("\\t"u8); break;
            default:
                WriteRaw("\\u"u8);
                Utf8Formatter.TryFormat((int)character, Reserve(4), out var written, new StandardFormat('x', 4));
                Length += written;
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count)
            Grow(count);
        return _bytes.AsSpan(Length);
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + count));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
