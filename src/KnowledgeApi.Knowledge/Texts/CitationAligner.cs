using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Texts;

/// <summary>What came of checking one span: the verdict, and where the cited characters stand.</summary>
/// <param name="Alignment">The verdict; never <see cref="Alignment.Unchecked"/>.</param>
/// <param name="Start">Where the characters stand: the given offset unless they were found elsewhere, once.</param>
/// <param name="End">Where they end, excluded.</param>
public readonly record struct Aligned(Alignment Alignment, int Start, int End)
{
    /// <summary>Whether the characters are those that were cited.</summary>
    public bool Verified => Alignment is Alignment.Exact or Alignment.Normalized;
}

/// <summary>Checks spans against one text. A span is known by its offsets and the hash of its characters; the characters themselves are not kept anywhere.</summary>
public sealed class CitationAligner(CodePointText text)
{
    private readonly Lazy<NormalizedText> _normalized = new(() => new NormalizedText(text));

    /// <summary>
    /// Looks for the characters with this hash: at the offsets, as they are or normalised; then, as many of them as the span
    /// has, anywhere else in the text, as they are or normalised.
    /// </summary>
    public Aligned Align(int start, int end, string sha256)
    {
        if (start >= 0 && start < end && end <= text.Length)
        {
            var there = text.Slice(start, end);
            if (Same(there, sha256))
                return new(Alignment.Exact, start, end);
            if (Same(NormalizedText.Of(there), sha256))
                return new(Alignment.Normalized, start, end);
        }
        var places = Places(end - start, sha256);
        return places.Count switch
        {
            0 => new(Alignment.NotFound, start, end),
            1 => new(Alignment.Normalized, places[0].Start, places[0].End),
            _ => new(Alignment.Ambiguous, start, end),
        };
    }

    private List<(int Start, int End)> Places(int length, string sha256)
    {
        var places = new List<(int, int)>();
        if (length <= 0)
            return places;
        for (var i = 0; i + length <= text.Length; i++)
            if (Same(text.Slice(i, i + length), sha256))
                places.Add((i, i + length));
        var normal = _normalized.Value;
        if (places.Count > 0)
            return places;
        for (var i = 0; i + length <= normal.Content.Length; i++)
            if (Same(normal.Content.Substring(i, length), sha256))
                places.Add(normal.Origin(i, length));
        return places;
    }

    private static bool Same(string characters, string sha256) =>
        string.Equals(CodePointText.HashOf(characters), sha256, StringComparison.OrdinalIgnoreCase);
}
