using System.Buffers;
using System.Text;

namespace KnowledgeApi.Knowledge.SeedFormat;

/// <summary>What is said of bytes that are no text.</summary>
internal static class Utf8Text
{
    public const string Problem = "This byte is not UTF-8. Expected a file saved as UTF-8.";

    /// <summary>The place of the first byte that is not UTF-8; the length if all are.</summary>
    public static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var consumed) == OperationStatus.Done)
            at += consumed;
        return at;
    }
}
