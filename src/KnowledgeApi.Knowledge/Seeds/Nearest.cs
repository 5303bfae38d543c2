namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>Guesses what a mistyped word was to be.</summary>
internal static class Nearest
{
    /// <summary>" Did you mean ...?" with a leading blank; empty if nothing known is near.</summary>
    public static string Hint(string word, IEnumerable<string> known) =>
        Find(word, known) is { } near ? $" Did you mean \"{near}\"?" : "";

    /// <summary>The known word that fewest changes of a letter make of this one; null if more than a third of its letters would change.</summary>
    public static string? Find(string word, IEnumerable<string> known)
    {
        var best = known.Select(candidate => (Candidate: candidate, Distance: Distance(word, candidate)))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
            .FirstOrDefault((Candidate: "", Distance: int.MaxValue));
        return best.Distance <= Math.Max(1, word.Length / 3) ? best.Candidate : null;
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                var change = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
