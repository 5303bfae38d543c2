using System.Globalization;
using System.Text;

namespace KnowledgeApi.Knowledge.Model;

/// <summary>Text made comparable: folded to search by, as a collation key to order by.</summary>
public static class Folding
{
    private static readonly CompareInfo French = CultureInfo.GetCultureInfo("fr").CompareInfo;

    /// <summary>The text without case and accents, ligatures spelt out, and otherwise as it is.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        // One code point that is no character makes normalization fail; another one is as good.
        foreach (var rune in text.Replace('\uFFFE', '\uFFFF').Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
                continue;
            if (Plain(rune.Value) is { } plain)
                folded.Append(plain);
            else
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        return folded.ToString();
    }

    /// <summary>The text without case, and otherwise as it is.</summary>
    public static string FoldCase(string text) => text.ToLowerInvariant();

    /// <summary>
    /// A key in hexadecimal whose bytewise order is the order of a French dictionary. Either apostrophe is the same to it, but between texts that are
    /// otherwise equal.
    /// </summary>
    public static string SortKey(string text)
    {
        var straight = text.Replace('’', '\'');
        var key = Convert.ToHexString(French.GetSortKey(straight).KeyData);
        return straight == text ? key : key + Convert.ToHexString(French.GetSortKey(text).KeyData);
    }

    // Letters that canonical decomposition leaves whole.
    private static string? Plain(int rune) => rune switch
    {
        'œ' or 'Œ' => "oe",
        'æ' or 'Æ' => "ae",
        'ß' or 'ẞ' => "ss",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' => "d",
        'ı' => "i",
        _ => null,
    };
}
