namespace KnowledgeApi.GraphQL.Language;

/// <summary>What the text between triple quotes means, and how a value is best written between them.</summary>
internal static class BlockStrings
{
    private const string Quotes = "\"\"\"";
    private const string EscapedQuotes = "\\\"\"\"";

    /// <summary>A value longer than this stands on lines of its own.</summary>
    private const int LongValue = 70;

    /// <summary>Removes the common indentation of all lines but the first, and blank lines at both ends. Line ends become <c>\n</c>.</summary>
    public static string Dedent(ReadOnlySpan<char> raw, bool hasEscapes)
    {
        var text = raw.ToString();
        if (hasEscapes)
            text = text.Replace(EscapedQuotes, Quotes, StringComparison.Ordinal);
        var lines = Lines(text);
        var commonIndent = int.MaxValue;
        var first = lines.Length;
        var last = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = Indent(lines[i]);
            if (indent == lines[i].Length)
                continue;
            first = Math.Min(first, i);
            last = i;
            if (i > 0)
                commonIndent = Math.Min(commonIndent, indent);
        }

        for (var i = Math.Max(first, 1); i <= last; i++)
            lines[i] = lines[i].Length > commonIndent ? lines[i][commonIndent..] : "";
        return last < 0 ? "" : string.Join('\n', lines, first, last - first + 1);
    }

    /// <summary>Writes a value between triple quotes: on one line if it is short and plain, else on lines of its own.</summary>
    public static string Print(string value)
    {
        var escaped = value.Replace(Quotes, EscapedQuotes, StringComparison.Ordinal);
        var lines = Lines(escaped);
        var isSingleLine = lines.Length == 1;

        // The first line does not count towards the common indentation, so it may only stand beside the quotes if another line anchors it.
        var mustStartOnNewLine = !isSingleLine && lines.Skip(1).All(line => line.Length == 0 || Indent(line) > 0);
        var endsWithQuotes = escaped.EndsWith(EscapedQuotes, StringComparison.Ordinal);
        var mustEndOnNewLine = (value.EndsWith('"') && !endsWithQuotes) || value.EndsWith('\\');
        var onOwnLines = !isSingleLine || value.Length > LongValue || mustEndOnNewLine || endsWithQuotes;

        // A single line that starts with white space would lose it on a line of its own.
        var keepsFirstLine = isSingleLine && Indent(value) > 0;
        var before = (onOwnLines && !keepsFirstLine) || mustStartOnNewLine ? "\n" : "";
        return $"{Quotes}{before}{escaped}{(onOwnLines ? "\n" : "")}{Quotes}";
    }

    private static string[] Lines(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');

    private static int Indent(string line)
    {
        var rest = line.AsSpan().IndexOfAnyExcept(' ', '\t');
        return rest < 0 ? line.Length : rest;
    }
}
