using System.Security.Cryptography;
using System.Text;

namespace KnowledgeApi.Knowledge.Texts;

/// <summary>A text addressed by Unicode code points: offsets are from 0, ends are excluded.</summary>
public sealed class CodePointText
{
    // UTF-16 index of every code point, and one past the last; null if the two count alike.
    private readonly int[]? _indexes;
    private readonly int[] _paragraphStarts;

    public CodePointText(string content)
    {
        Content = content;
        _indexes = Indexes(content);
        Length = _indexes is null ? content.Length : _indexes.Length - 1;
        _paragraphStarts = ParagraphStarts();
    }

    /// <summary>The text as it is.</summary>
    public string Content { get; }

    /// <summary>Number of code points.</summary>
    public int Length { get; }

    /// <summary>Number of lines that hold more than white space.</summary>
    public int Paragraphs => _paragraphStarts.Length;

    /// <summary>The characters from one offset to another.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offsets do not lie in the text in this order.</exception>
    public string Slice(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, end);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Length);
        return Content[Utf16(start)..Utf16(end)];
    }

    /// <summary>The paragraph an offset lies in: the number of lines with text up to there, from 1; for an offset before any text, 1.</summary>
    public int Paragraph(int offset)
    {
        var at = Array.BinarySearch(_paragraphStarts, Utf16(offset));
        return Math.Max(1, at >= 0 ? at + 1 : ~at);
    }

    /// <summary>The offset of the code point at a UTF-16 index.</summary>
    public int Offset(int utf16)
    {
        if (_indexes is null)
            return utf16;
        var at = Array.BinarySearch(_indexes, utf16);
        return at >= 0 ? at : ~at - 1;
    }

    /// <summary>SHA-256 of the characters from one offset to another in UTF-8, in lower-case hexadecimal.</summary>
    public string Sha256(int start, int end) => HashOf(Slice(start, end));

    /// <summary>SHA-256 of a text in UTF-8, in lower-case hexadecimal.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private int Utf16(int offset) => _indexes is null ? offset : _indexes[offset];

    private static int[]? Indexes(string content)
    {
        if (!content.Any(char.IsSurrogate))
            return null;
        var indexes = new List<int>(content.Length + 1);
        for (var i = 0; i < content.Length; i += char.IsSurrogatePair(content, i) ? 2 : 1)
            indexes.Add(i);
        indexes.Add(content.Length);
        return [.. indexes];
    }

    private int[] ParagraphStarts()
    {
        var starts = new List<int>();
        var line = 0;
        while (line < Content.Length)
        {
            var length = Content.AsSpan(line).IndexOfAny('\r', '\n');
            var end = length < 0 ? Content.Length : line + length;
            if (!Content.AsSpan(line, end - line).IsWhiteSpace())
                starts.Add(line);
            line = end + 1;
        }
        return [.. starts];
    }
}
