using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Search;

/// <summary>Finds in the texts of an object what a query found it by, and cuts the best stretch out of a long one.</summary>
public static class Highlighter
{
    /// <summary>The most words of a snippet of anything but a document's text.</summary>
    public const int MaxWords = 30;

    /// <summary>The most characters of a snippet of a document's text, in Unicode code points.</summary>
    public const int MaxTextLength = 160;

    /// <summary>The most characters of any other snippet: words can be long.</summary>
    private const int MaxLength = 400;

    /// <summary>The texts in which something was found, in their order.</summary>
    public static List<SearchMatch> Match(SearchQuery query, IEnumerable<SearchPart> parts) =>
        [.. parts.Select(part => Match(query, part)).OfType<SearchMatch>()];

    /// <summary>What was found in a text; null if nothing was.</summary>
    public static SearchMatch? Match(SearchQuery query, SearchPart part)
    {
        var words = Words.Of(part.Text);
        var found = Find(query.Terms, words);
        if (found.Count == 0)
            return null;
        var isText = part.Field == SearchField.Text;
        var text = new CodePointText(part.Text);
        var cut = new Cut(text, words, isText ? int.MaxValue : MaxWords, isText ? MaxTextLength : MaxLength, isText);
        var best = cut.Best(found, query.Terms.Count);
        var (start, end) = cut.Around(best);
        var highlights = new List<TextSpan>();
        foreach (var one in found)
        {
            var (from, to) = (Math.Max(text.Offset(words[one.First].Start), start), Math.Min(text.Offset(words[one.Last].End), end));
            if (from >= to)
                continue;
            // Terms may share words; what they found is shown once.
            if (highlights.Count > 0 && from - start < highlights[^1].End)
                highlights[^1] = highlights[^1] with { End = Math.Max(highlights[^1].End, to - start) };
            else
                highlights.Add(new TextSpan(from - start, to - start));
        }

        return new SearchMatch(part.Field, text.Slice(start, end), highlights, start, end, isText ? text.Paragraph(start + highlights[0].Start) : null);
    }

    /// <summary>All places of all terms, by where they start.</summary>
    private static List<Found> Find(IReadOnlyList<SearchTerm> terms, List<Word> words)
    {
        var found = new List<Found>();
        for (var first = 0; first < words.Count; first++)
        {
            for (var term = 0; term < terms.Count; term++)
            {
                if (StartsAt(terms[term], words, first))
                    found.Add(new Found(first, first + terms[term].Words.Count - 1, term));
            }
        }

        return found;
    }

    private static bool StartsAt(SearchTerm term, List<Word> words, int first)
    {
        var wanted = term.Words;
        if (first + wanted.Count > words.Count)
            return false;
        for (var i = 0; i < wanted.Count; i++)
        {
            var (word, want) = (words[first + i].Folded, wanted[i].Folded);
            if (!(term.IsPrefix && i == wanted.Count - 1 ? word.StartsWith(want, StringComparison.Ordinal) : word == want))
                return false;
        }

        return true;
    }

    /// <summary>A place of a term: its first and its last word.</summary>
    private readonly record struct Found(int First, int Last, int Term);

    /// <summary>How a text is cut. Offsets are code points.</summary>
    private sealed class Cut(CodePointText text, List<Word> words, int maxWords, int maxLength, bool inLines)
    {
        /// <summary>The places that go into one snippet: with the most different terms, then the most places, then the first.</summary>
        /// <param name="found">All places, by where they start.</param>
        /// <param name="terms">How many terms there are.</param>
        public (int First, int Last) Best(List<Found> found, int terms)
        {
            var (bestFrom, bestTo, bestTerms) = (0, 0, 0);
            // A window over the places that moves on at both ends, with how often it has each term.
            var (to, different) = (0, 0);
            var counts = new int[terms];
            for (var from = 0; from < found.Count; from++)
            {
                // No snippet is longer in UTF-16 units; a line may be, and is not to be gone through for each place in it.
                var lineEnd = LineEnd(found[from].First, reach: 2 * maxLength);
                while (to < found.Count && words[found[to].First].Start < lineEnd && (to == from || Fits(found[from].First, found[to].Last)))
                    different += counts[found[to++].Term]++ == 0 ? 1 : 0;
                if (different > bestTerms || (different == bestTerms && to - from > bestTo - bestFrom))
                    (bestFrom, bestTo, bestTerms) = (from, to, different);
                different -= --counts[found[from].Term] == 0 ? 1 : 0;
            }

            return (found[bestFrom].First, found[bestFrom..bestTo].Max(one => one.Last));
        }

        /// <summary>From where to where the snippet around some words goes: as far as there is room, half of it before them, and to no other line of a document's text.</summary>
        public (int Start, int End) Around((int First, int Last) core)
        {
            var (first, last) = core;
            while (last > first && !Fits(first, last))
                last--;
            var (lowest, highest) = inLines ? WordsOfLines(first, last) : (0, words.Count - 1);
            var room = Math.Max(0, maxLength - Length(first, last)) / 2;
            var roomForWords = Math.Max(0, maxWords - (last - first + 1)) / 2;
            var (coreFirst, coreLast) = (first, last);
            while (first > lowest && coreFirst - first < roomForWords && Length(first - 1, coreFirst) - Length(coreFirst, coreFirst) <= room)
                first--;
            while (last < highest && Fits(first, last + 1))
                last++;
            while (first > lowest && Fits(first - 1, last))
                first--;
            return WithMarks(first, last);
        }

        /// <summary>With the marks that belong to the outermost words, such as a full stop or a per cent sign, if there is room.</summary>
        private (int Start, int End) WithMarks(int first, int last)
        {
            var (from, to) = (words[first].Start, words[last].End);
            var (lineStart, lineEnd) = (LineStart(first), LineEnd(last));
            var isLast = last == words.Count - 1 || words[last + 1].Start >= lineEnd;
            var tail = text.Content.AsSpan(to, (isLast ? lineEnd : words[last + 1].Start) - to);
            var after = isLast ? tail.TrimEnd().Length : Math.Max(0, IndexOfBlank(tail));
            if (Room(from, to + after))
                to += after;
            var isFirst = first == 0 || words[first - 1].End <= lineStart;
            var headStart = isFirst ? lineStart : words[first - 1].End;
            var head = text.Content.AsSpan(headStart, from - headStart);
            var before = isFirst ? head.TrimStart().Length : head.Length - 1 - LastIndexOfBlank(head);
            if (Room(from - before, to))
                from -= before;
            // One word alone may be longer than a snippet.
            var (start, end) = (text.Offset(from), text.Offset(to));
            return (start, Math.Min(end, start + maxLength));
        }

        private static int IndexOfBlank(ReadOnlySpan<char> marks)
        {
            for (var i = 0; i < marks.Length; i++)
            {
                if (char.IsWhiteSpace(marks[i]))
                    return i;
            }

            return -1;
        }

        /// <summary>Marks that touch both words belong to neither alone: all of them count as a blank.</summary>
        private static int LastIndexOfBlank(ReadOnlySpan<char> marks)
        {
            for (var i = marks.Length - 1; i >= 0; i--)
            {
                if (char.IsWhiteSpace(marks[i]))
                    return i;
            }

            return marks.Length - 1;
        }

        private bool Room(int from, int to) => text.Offset(to) - text.Offset(from) <= maxLength;

        private bool Fits(int first, int last) => last - first < maxWords && Length(first, last) <= maxLength;

        private int Length(int first, int last) => text.Offset(words[last].End) - text.Offset(words[first].Start);

        private (int First, int Last) WordsOfLines(int first, int last)
        {
            var (start, end) = (LineStart(first), LineEnd(last));
            while (first > 0 && words[first - 1].Start >= start)
                first--;
            while (last < words.Count - 1 && words[last + 1].Start < end)
                last++;
            return (first, last);
        }

        private int LineStart(int word) => inLines ? text.Content.AsSpan(0, words[word].Start).LastIndexOfAny('\r', '\n') + 1 : 0;

        private int LineEnd(int word, int reach = int.MaxValue)
        {
            if (!inLines)
                return text.Content.Length;
            var rest = text.Content.AsSpan(words[word].End);
            rest = rest[..Math.Min(reach, rest.Length)];
            var length = rest.IndexOfAny('\r', '\n');
            return words[word].End + (length < 0 ? rest.Length : length);
        }
    }
}
