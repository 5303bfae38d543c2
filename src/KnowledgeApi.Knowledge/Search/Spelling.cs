using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Search;

/// <summary>A name that may have been meant.</summary>
/// <param name="Name">The name as printed.</param>
/// <param name="IsMain">True for the name this base uses.</param>
/// <param name="Type">The C# name of the entity's class.</param>
/// <param name="Slug">The entity's slug.</param>
public sealed record NameCandidate(string Name, bool IsMain, string Type, string Slug);

/// <summary>A better spelling of a query.</summary>
/// <param name="Text">The query with the name in the place of the words it is near to.</param>
/// <param name="Candidate">The name.</param>
/// <param name="Distance">How many letters differ.</param>
public sealed record SpellingSuggestion(string Text, NameCandidate Candidate, int Distance);

/// <summary>Guesses which names the misspelt words of a query were to be.</summary>
public static class Spelling
{
    /// <summary>The most words of a query that are looked at.</summary>
    public const int MaxWords = 10;

    /// <summary>The shortest text that is taken for a misspelling.</summary>
    private const int MinLength = 4;

    /// <summary>The words of a query that may be misspelt: those it wants to find.</summary>
    public static IReadOnlyList<Word> WordsOf(SearchQuery query) => [.. query.Terms.SelectMany(term => term.Words).Take(MaxWords)];

    /// <summary>
    /// The names nearest to words of a query that stand together and of which at least one is in no text of the base: the nearest first,
    /// one for each entity.
    /// </summary>
    /// <param name="query">The query.</param>
    /// <param name="known">Those of its words that are in some text of the base.</param>
    /// <param name="candidates">Names that look like it.</param>
    /// <param name="count">How many suggestions at most.</param>
    public static IReadOnlyList<SpellingSuggestion> Suggest(SearchQuery query, IReadOnlySet<string> known, IEnumerable<NameCandidate> candidates, int count)
    {
        var words = WordsOf(query);
        return words.All(word => known.Contains(word.Folded))
            ? []
            :
            [
                .. candidates.Select(candidate => Nearest(query, words, known, candidate)).OfType<SpellingSuggestion>()
                    .OrderBy(suggestion => suggestion.Distance)
                    .ThenByDescending(suggestion => suggestion.Candidate.IsMain)
                    .ThenBy(suggestion => suggestion.Candidate.Slug, StringComparer.Ordinal)
                    .ThenBy(suggestion => suggestion.Candidate.Name, StringComparer.Ordinal)
                    .DistinctBy(suggestion => suggestion.Candidate.Slug)
                    .Take(count),
            ];
    }

    /// <summary>The words of the query that a name is nearest to, if near enough. A blank too many or too few is a letter like others.</summary>
    private static SpellingSuggestion? Nearest(SearchQuery query, IReadOnlyList<Word> words, IReadOnlySet<string> known, NameCandidate candidate)
    {
        var name = Words.Name(candidate.Name);
        var size = name.Count(character => character == ' ') + 1;
        SpellingSuggestion? best = null;
        for (var length = Math.Max(1, size - 1); length <= size + 1; length++)
        {
            for (var first = 0; first + length <= words.Count; first++)
            {
                var window = words.Skip(first).Take(length).ToList();
                if (window.All(word => known.Contains(word.Folded)))
                    continue;
                var text = string.Join(' ', window.Select(word => word.Folded));
                var most = Math.Min(Tolerance(text), (best?.Distance ?? int.MaxValue) - 1);
                if (Math.Abs(text.Length - name.Length) > most)
                    continue;
                var distance = Texts.Nearest.Distance(text, name);
                if (distance > 0 && distance <= most)
                    best = new SpellingSuggestion($"{query.Text[..window[0].Start]}{candidate.Name}{query.Text[window[^1].End..]}", candidate, distance);
            }
        }

        return best;
    }

    /// <summary>How many letters may differ.</summary>
    private static int Tolerance(string text) => text.Length switch
    {
        < MinLength => 0,
        < 6 => 1,
        < 10 => 2,
        _ => 3,
    };
}
