using KnowledgeApi.Knowledge.Search;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>What makes one hit better than another. It is the same in every database, down to the digits that are given, so that hits come in the same order.</summary>
internal static class SearchRelevance
{
    /// <summary>Of a private-use character no query can have a word, so that no phrase reaches from one text into the next.</summary>
    public const string Gap = "\uE000";

    /// <summary>The most names looked at for suggestions.</summary>
    public const int MaxNamesAlike = 200;

    /// <summary>The digits behind the point that scores are compared by: the last bits of a sum are not the same everywhere.</summary>
    public const int Digits = 9;

    /// <summary>What a score is a whole number of parts of: as many parts as the digits have. Reckoned so, since each database rounds halves in a way of its own.</summary>
    public const string Units = "1000000000.0";

    /// <summary>The fields in the order of their indexing, each with its weight.</summary>
    public static readonly (SearchField Field, double Weight)[] Fields =
    [
        (SearchField.Name, 12), (SearchField.Alias, 8), (SearchField.Title, 6), (SearchField.Wording, 4),
        (SearchField.Summary, 3), (SearchField.Description, 3), (SearchField.Related, 0.5), (SearchField.Text, 1),
    ];

    /// <summary>Fields that say what an object is called: a hit in them is better than any elsewhere.</summary>
    public static readonly SearchField[] InNames = [SearchField.Name, SearchField.Alias];

    /// <summary>Fields that come next.</summary>
    public static readonly SearchField[] InTitles = [SearchField.Title];

    /// <summary>Fields that come after these.</summary>
    public static readonly SearchField[] InWordings = [SearchField.Wording, SearchField.Summary, SearchField.Description];

    /// <summary>Fields with texts of an object's own: one term at least must be in one of them.</summary>
    public static readonly SearchField[] Own = [.. Fields.Select(column => column.Field).Where(field => field != SearchField.Related)];

    /// <summary>The words of a field of an object, with a gap between its texts.</summary>
    public static string Row(SearchObject one, SearchField field) => string.Join($" {Gap} ", one.Parts.Where(part => part.Field == field).Select(part => Words.Row(part.Text)));

    /// <summary>A name, or words that may be meant to be one, as any three of its letters are compared: with the blanks around each word.</summary>
    public static string Spelt(string words) => $" {words} ";

    /// <summary>Any three letters of a text that stand together, in their order.</summary>
    public static IEnumerable<string> Trigrams(string text)
    {
        // Of pairs of UTF-16 units only whole ones may be cut out.
        var runes = text.EnumerateRunes().Select(rune => rune.ToString()).ToArray();
        return Enumerable.Range(0, Math.Max(0, runes.Length - 2)).Select(i => string.Concat(runes.AsSpan(i, 3)));
    }
}
