namespace KnowledgeApi.Tests.Harness;

/// <summary>What has changed between two texts, line by line: <c>-</c> before a line that is gone, <c>+</c> before one that is new.</summary>
public static class LineDifference
{
    private const int Context = 2;
    private const int MaxLines = 60;

    /// <summary>The changed lines with two unchanged ones around them; the first sixty lines of it.</summary>
    public static string Between(string before, string after)
    {
        var lines = Lines(before.Split('\n'), after.Split('\n'));
        var near = Enumerable.Range(0, lines.Count).Select(i => lines.Skip(i - Context).Take(Context + 1 + Math.Min(i, Context)).Any(line => line[0] != ' ')).ToList();
        var shown = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (near[i])
                shown.Add(lines[i]);
            else if (i == 0 || near[i - 1])
                shown.Add("  ...");
        }

        return string.Join('\n', shown.Count <= MaxLines ? shown : [.. shown.Take(MaxLines), $"... and {shown.Count - MaxLines} more lines"]);
    }

    /// <summary>All lines of both, those in common once: the longest sequence of lines in common is kept.</summary>
    private static List<string> Lines(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var lines = new List<string>();
        var (old, now) = (0, 0);
        while (old < before.Length || now < after.Length)
        {
            if (old < before.Length && now < after.Length && before[old] == after[now])
            {
                Add(' ', before[old++]);
                now++;
            }
            else if (now == after.Length || (old < before.Length && common[old + 1, now] >= common[old, now + 1]))
            {
                Add('-', before[old++]);
            }
            else
            {
                Add('+', after[now++]);
            }
        }

        return lines;

        void Add(char mark, string line) => lines.Add($"{mark} {line}");
    }
}
