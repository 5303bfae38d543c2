using System.Globalization;
using System.Text;

namespace KnowledgeApi.Knowledge.Model;

/// <summary>Text made comparable: folded to search by, as a collation key to order by.</summary>
public static class Folding
{
    private static readonly CompareInfo French = CultureInfo.GetCultureInfo("fr").CompareInfo;

    /// <summary>The text without case and accents, ligatures spelt out, white space single, quotation marks and dashes plain.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var blank = false;
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                continue;
            if (Rune.IsWhiteSpace(rune))
            {
                blank = folded.Length > 0;
                continue;
            }
            if (blank)
                folded.Append(' ');
            blank = false;
            var plain = Plain(rune.Value);
            if (plain is null)
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
            else
                folded.Append(plain);
        }
        return folded.ToString();
    }

    /// <summary>The text without case, and otherwise as it is.</summary>
    public static string FoldCase(string text) => text.ToLowerInvariant();

    /// <summary>A key in hexadecimal whose bytewise order is the order of a French dictionary.</summary>
    public static string SortKey(string text) => Convert.ToHexString(French.GetSortKey(text).KeyData);

    // Letters that canonical decomposition leaves whole, and punctuation that typography varies.
    private static string? Plain(int rune) => rune switch
    {
        'œ' or 'Œ' => "oe",
        'æ' or 'Æ' => "ae",
        'ß' or 'ẞ' => "ss",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' => "d",
        'ı' => "i",
        '’' or '‘' or 'ʼ' or '`' or '´' => "'",
        '“' or '”' or '„' or '«' or '»' => "\"",
        '–' or '—' or '‐' or '‑' or '−' => "-",
        _ => null,
    };
}
