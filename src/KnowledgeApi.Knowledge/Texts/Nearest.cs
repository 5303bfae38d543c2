namespace KnowledgeApi.Knowledge.Texts;

/// <summary>Guesses what a mistyped word was to be.</summary>
public static class Nearest
{
    /// <summary>" Did you mean ...?" with a leading blank; empty if nothing known is near.</summary>
    public static string Hint(string word, IEnumerable<string> known) =>
        Find(word, known) is { } near ? $" Did you mean \"{near}\"?" : "";

    /// <summary>
    /// The known word that fewest changes make of this one, two letters that changed places being one change; null if more than a
    /// third of its letters would change.
    /// </summary>
    public static string? Find(string word, IEnumerable<string> known)
    {
        var (best, least) = ((string?)null, Math.Max(1, word.Length / 3));
        foreach (var candidate in known)
        {
            // So many letters come or go at least.
            if (Math.Abs(candidate.Length - word.Length) > least)
                continue;
            var distance = Distance(word, candidate);
            if (distance < least || distance == least && (best is null || string.CompareOrdinal(candidate, best) < 0))
                (best, least) = (candidate, distance);
        }

        return best;
    }

    /// <summary>How many letters must change, come or go, or change places with the next, to make one word of the other; case does not count.</summary>
    public static int Distance(string a, string b)
    {
        var (before, above, row) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(above[j - 1] + (Same(i, j) ? 0 : 1), Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(i, j - 1) && Same(i - 1, j))
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, above, row) = (above, row, before);
        }
        return above[b.Length];

        bool Same(int i, int j) => char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
    }
}
