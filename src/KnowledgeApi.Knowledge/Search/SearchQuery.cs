namespace KnowledgeApi.Knowledge.Search;

/// <summary>
/// What someone typed into a search box, understood. Words must all be found; the last one may be only begun, unless a blank
/// follows it; words in quotation marks must stand together; what follows a minus must not be found. Nothing else has a meaning.
/// </summary>
/// <param name="Text">The text as typed.</param>
/// <param name="Terms">What must be found.</param>
/// <param name="Excluded">What must not be found.</param>
public sealed record SearchQuery(string Text, IReadOnlyList<SearchTerm> Terms, IReadOnlyList<SearchTerm> Excluded)
{
    /// <summary>True if there is nothing to find, though there may be something to leave out.</summary>
    public bool IsEmpty => Terms.Count == 0;

    /// <summary>The number of words, those to leave out included.</summary>
    public int Length => Terms.Concat(Excluded).Sum(term => term.Words.Count);

    /// <summary>The words to find, as a name would be written of them.</summary>
    public string Name => string.Join(' ', Terms.SelectMany(term => term.Words).Select(word => word.Folded));

    /// <summary>Understands a text. Every text means something, if only the empty query.</summary>
    public static SearchQuery Parse(string text)
    {
        var (terms, excluded) = (new List<SearchTerm>(), new List<SearchTerm>());
        var i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && IsMinus(text[i]))
                i++;
            var isExcluded = i > start;
            var (term, end) = i < text.Length && IsQuote(text[i]) ? Quoted(text, i) : Bare(text, i);
            // A minus by itself, or a mark without a word, is nothing.
            if (term.Words.Count > 0)
                (isExcluded ? excluded : terms).Add(isExcluded ? term with { IsPrefix = false } : term);
            i = end;
        }

        return new SearchQuery(text, terms, excluded);
    }

    /// <summary>A phrase up to the next quotation mark; without one it is still being typed.</summary>
    private static (SearchTerm Term, int End) Quoted(string text, int open)
    {
        var close = open + 1;
        while (close < text.Length && !IsQuote(text[close]))
            close++;
        var isOpen = close == text.Length;
        return (new SearchTerm(WordsIn(text, open + 1, close, keepElisions: true), isOpen && EndsInWord(text)), isOpen ? close : close + 1);
    }

    /// <summary>What stands together without blanks: a word, or several such as 44,4 or porte-parole, which must be found together.</summary>
    private static (SearchTerm Term, int End) Bare(string text, int start)
    {
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !IsQuote(text[end]))
            end++;
        return (new SearchTerm(WordsIn(text, start, end, keepElisions: false), end == text.Length), end);
    }

    private static bool EndsInWord(string text) => !char.IsWhiteSpace(text[^1]);

    private static List<Word> WordsIn(string text, int start, int end, bool keepElisions)
    {
        var part = text[start..end];
        var words = Words.Of(part);
        if (!keepElisions)
            words = Words.WithoutElisions(part, words);
        return words.ConvertAll(word => word with { Start = start + word.Start, End = start + word.End });
    }

    private static bool IsMinus(char character) => character is '-' or '−';

    private static bool IsQuote(char character) => character is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '＂';
}

/// <summary>Words that must stand together, in this order; often just one.</summary>
/// <param name="Words">The words, each with its place in the text that was typed.</param>
/// <param name="IsPrefix">True if the last word may be only the beginning of what is found.</param>
public sealed record SearchTerm(IReadOnlyList<Word> Words, bool IsPrefix);
