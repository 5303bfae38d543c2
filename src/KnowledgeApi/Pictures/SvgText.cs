using System.Text;

namespace KnowledgeApi.Pictures;

/// <summary>Text in a picture.</summary>
internal static class SvgText
{
    /// <summary>Text as it can stand in XML. Characters no XML may hold, not even escaped, are left out.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var _ = rune.Value switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                '\t' or '\n' or '\r' => escaped.Append(' '),
                < 0x20 or (>= 0x7F and <= 0x9F) or 0xFFFE or 0xFFFF => escaped,
                _ => escaped.Append(rune),
            };
        }

        return escaped.ToString();
    }
}
