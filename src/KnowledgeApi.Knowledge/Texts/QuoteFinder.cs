using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Texts;

/// <summary>One place where words stand in a text.</summary>
/// <param name="Start">Offset of the first code point.</param>
/// <param name="End">Offset after the last.</param>
/// <param name="Paragraph">Number of the paragraph it starts in, from 1.</param>
/// <param name="Sha256">Hash of the characters, as a seed wants it.</param>
/// <param name="Text">The characters.</param>
/// <param name="Likeness">How like the words looked for, 0 to 1.</param>
public sealed record QuoteMatch(int Start, int End, int Paragraph, string Sha256, string Text, double Likeness);

/// <summary>What a search for words found. The next kind is searched only if the one before found nothing.</summary>
/// <param name="Exact">Places where exactly these characters stand.</param>
/// <param name="Normalized">Places where they stand but for white space and the shape of quotation marks.</param>
/// <param name="Near">The closest passages, closest first, at most three.</param>
public sealed record QuoteSearch(IReadOnlyList<QuoteMatch> Exact, IReadOnlyList<QuoteMatch> Normalized, IReadOnlyList<QuoteMatch> Near)
{
    /// <summary>The places to cite: exact ones, else normalised ones.</summary>
    public IReadOnlyList<QuoteMatch> Found => Exact.Count > 0 ? Exact : Normalized;
}

/// <summary>Finds quoted words in a text, to make a citation of them.</summary>
public static class QuoteFinder
{
    private const int MostNear = 3;
    private const double LeastLikeness = 0.4;

    /// <summary>All places where the words stand, or else the passages most like them.</summary>
    /// <exception cref="ArgumentException">There are no words.</exception>
    public static QuoteSearch Find(CodePointText text, string words)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        var exact = Occurrences(text.Content, words)
            .Select(at => Match(text, text.Offset(at), text.Offset(at + words.Length), 1)).ToList();
        if (exact.Count > 0)
            return new(exact, [], []);

        var normal = new NormalizedText(text);
        var wanted = NormalizedText.Of(words);
        var normalized = Occurrences(normal.Content, wanted)
            .Select(at => normal.Origin(at, wanted.Length))
            .Select(place => Match(text, place.Start, place.End, 1)).ToList();
        return normalized.Count > 0 ? new([], normalized, []) : new([], [], Near(text, words));
    }

    private static IEnumerable<int> Occurrences(string content, string words)
    {
        if (words.Length == 0)
            yield break;
        for (var at = content.IndexOf(words, StringComparison.Ordinal); at >= 0; at = content.IndexOf(words, at + 1, StringComparison.Ordinal))
            yield return at;
    }

    private static List<QuoteMatch> Near(CodePointText text, string words)
    {
        var wanted = Trigrams(Folding.Fold(words));
        var length = Words(words).Count;
        var all = Words(text.Content);
        var candidates = new List<QuoteMatch>();
        for (var i = 0; i + length <= all.Count; i++)
        {
            var (start, end) = (all[i].Start, all[i + length - 1].End);
            var likeness = Likeness(wanted, Trigrams(Folding.Fold(text.Content[start..end])));
            if (likeness >= LeastLikeness)
                candidates.Add(Match(text, text.Offset(start), text.Offset(end), likeness));
        }

        var near = new List<QuoteMatch>();
        foreach (var candidate in candidates.OrderByDescending(candidate => candidate.Likeness).ThenBy(candidate => candidate.Start))
            if (near.Count < MostNear && !near.Any(other => other.Start < candidate.End && candidate.Start < other.End))
                near.Add(candidate);
        return near;
    }

    private static List<(int Start, int End)> Words(string content)
    {
        var words = new List<(int, int)>();
        var start = -1;
        for (var i = 0; i <= content.Length; i++)
        {
            var inside = i < content.Length && !char.IsWhiteSpace(content[i]);
            if (inside && start < 0)
                start = i;
            if (inside || start < 0)
                continue;
            words.Add((start, i));
            start = -1;
        }
        return words;
    }

    private static Dictionary<string, int> Trigrams(string folded)
    {
        var padded = $"  {folded}  ";
        var trigrams = new Dictionary<string, int>();
        for (var i = 0; i + 3 <= padded.Length; i++)
            trigrams[padded.Substring(i, 3)] = trigrams.GetValueOrDefault(padded.Substring(i, 3)) + 1;
        return trigrams;
    }

    // Dice's measure over the groups of three letters the two have in common.
    private static double Likeness(Dictionary<string, int> a, Dictionary<string, int> b)
    {
        var common = a.Sum(pair => Math.Min(pair.Value, b.GetValueOrDefault(pair.Key)));
        return 2.0 * common / (a.Values.Sum() + b.Values.Sum());
    }

    private static QuoteMatch Match(CodePointText text, int start, int end, double likeness) =>
        new(start, end, text.Paragraph(start), text.Sha256(start, end), text.Slice(start, end), likeness);
}
