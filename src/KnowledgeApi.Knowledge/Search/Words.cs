using System.Globalization;
using System.Text;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Search;

/// <summary>A word of a text.</summary>
/// <param name="Folded">The word without case and accents, ligatures spelt out, as <see cref="Folding.Fold"/> has it: letters and digits only.</param>
/// <param name="Start">Index of its first UTF-16 unit in the text.</param>
/// <param name="End">Index after its last UTF-16 unit.</param>
public readonly record struct Word(string Folded, int Start, int End);

/// <summary>Texts as rows of words, which is how they are searched: what is neither a letter nor a digit only separates.</summary>
public static class Words
{
    /// <summary>Code points below this fold often; what comes of each is kept.</summary>
    private const int Kept = 0x0250;

    private static readonly string?[] FoldedRunes = new string?[Kept];

    // The article or pronoun before an apostrophe, as in l'État: it belongs to the grammar, not to the name.
    private static readonly HashSet<string> Elided = ["c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];

    /// <summary>The words of a text, in their order.</summary>
    public static List<Word> Of(string text)
    {
        var words = new List<Word>();
        var word = new StringBuilder();
        var (start, index) = (-1, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (KindOf(rune))
            {
                case RuneKind.Letter:
                    if (start < 0)
                        start = index;
                    word.Append(FoldedOf(rune));
                    break;
                // A mark belongs to the letter before it and is nothing by itself.
                case RuneKind.Mark when start >= 0:
                    word.Append(FoldedOf(rune));
                    break;
                // A soft hyphen or a joiner inside a word is no part of its spelling.
                case RuneKind.Invisible when start >= 0:
                    break;
                default:
                    Close();
                    break;
            }

            index += rune.Utf16SequenceLength;
        }

        Close();
        return words;

        void Close()
        {
            if (word.Length > 0)
                words.Add(new Word(word.ToString(), start, index));
            word.Clear();
            start = -1;
        }
    }

    /// <summary>The words of a text with single blanks between them.</summary>
    public static string Row(string text) => string.Join(' ', Of(text).Select(word => word.Folded));

    /// <summary>The words that carry a name, with single blanks between them: without the elided article of l'État.</summary>
    public static string Name(string text) => string.Join(' ', WithoutElisions(text, Of(text)).Select(word => word.Folded));

    /// <summary>The words of a text but for articles and pronouns that are cut short by an apostrophe.</summary>
    internal static List<Word> WithoutElisions(string text, List<Word> words) =>
        [.. words.Where((word, i) => i == words.Count - 1 || !Elided.Contains(word.Folded) || words[i + 1].Start != word.End + 1 || !IsApostrophe(text[word.End]))];

    private static bool IsApostrophe(char character) => character is '\'' or '’' or 'ʼ' or '‘' or '′';

    private static RuneKind KindOf(Rune rune)
    {
        if (rune.IsAscii)
            return char.IsAsciiLetterOrDigit((char)rune.Value) ? RuneKind.Letter : RuneKind.Other;
        // A letter to Unicode, but an apostrophe to those who type it.
        if (rune.Value == 'ʼ')
            return RuneKind.Other;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Format => RuneKind.Invisible,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => RuneKind.Mark,
            _ when Rune.IsLetterOrDigit(rune) => RuneKind.Letter,
            UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => RuneKind.Letter,
            _ => RuneKind.Other,
        };
    }

    private static string FoldedOf(Rune rune) => rune.Value < Kept
        ? FoldedRunes[rune.Value] ??= Folding.Fold(rune.ToString())
        : Folding.Fold(rune.ToString());

    private enum RuneKind
    {
        Other,
        Letter,
        Mark,
        Invisible,
    }
}
