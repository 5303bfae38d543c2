namespace KnowledgeApi.Pictures;

/// <summary>How much room text takes, estimated on the safe side: no one knows which font a reader has.</summary>
internal static class TextSize
{
    private const double MaxLine = 190;
    private const int MaxLines = 3;

    /// <summary>The width in pixels.</summary>
    public static double Of(string text, double size, bool bold = false) => text.EnumerateRunes().Sum(rune => rune.Value switch
    {
        >= 0x1100 => 1.0,
        'i' or 'j' or 'l' or 't' or 'f' or 'r' or '.' or ',' or ':' or '\'' or '|' or ' ' or '(' or ')' or '-' => 0.36,
        'm' or 'w' or 'M' or 'W' or '%' or '@' => 0.92,
        _ when System.Text.Rune.IsUpper(rune) => 0.7,
        _ => 0.58,
    }) * size * (bold ? 1.06 : 1);

    /// <summary>A name in lines that are not too long; what is too much is cut off.</summary>
    public static IReadOnlyList<string> Wrap(string name)
    {
        var lines = new List<string> { "" };
        foreach (var word in name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (lines[^1].Length == 0 || Of(longer, 15, bold: true) <= MaxLine)
                lines[^1] = longer;
            else
                lines.Add(word);
        }

        if (lines.Count > MaxLines)
            lines = [.. lines.Take(MaxLines - 1), lines[MaxLines - 1] + " …"];
        return [.. lines.Select(line => Cut(line, 15, MaxLine * 1.3, bold: true))];
    }

    /// <summary>As much of a line as there is room for.</summary>
    public static string Cut(string line, double size, double room, bool bold = false)
    {
        if (Of(line, size, bold) <= room)
            return line;
        var runes = line.EnumerateRunes().ToList();
        while (runes.Count > 1 && Of(string.Concat(runes), size, bold) > room)
            runes.RemoveAt(runes.Count - 1);
        return string.Concat(runes) + "…";
    }
}
