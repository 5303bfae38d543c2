using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>A text, and what checks places of it.</summary>
internal sealed record AlignableText(CodePointText Text, CitationAligner Aligner);

/// <summary>The texts that citations are checked against; those used last are kept in memory.</summary>
/// <param name="texts">All there are; null if there are none.</param>
internal sealed class AlignableTexts(DocumentTexts? texts)
{
    private const int Kept = 64;

    private readonly Dictionary<string, LinkedListNode<(string Sha256, AlignableText Text)>> _known = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Sha256, AlignableText Text)> _used = new();

    /// <summary>Whether there are any.</summary>
    public bool AreGiven => texts is not null;

    /// <summary>The text whose bytes have this SHA-256; null if it is not there.</summary>
    /// <exception cref="DocumentTextsException">It cannot be read.</exception>
    public AlignableText? Of(string sha256)
    {
        if (_known.TryGetValue(sha256, out var known))
        {
            _used.Remove(known);
            _used.AddFirst(known);
            return known.Value.Text;
        }

        if (texts?.Find(sha256) is not { } found)
            return null;
        var text = new AlignableText(found, new(found));
        _known.Add(sha256, _used.AddFirst((sha256, text)));
        if (_used.Count > Kept)
        {
            _known.Remove(_used.Last!.Value.Sha256);
            _used.RemoveLast();
        }

        return text;
    }
}
