namespace KnowledgeApi.GraphQL.Responses;

/// <summary>Guesses what was meant by a name that does not exist.</summary>
internal static class Suggestions
{
    /// <summary>The most names a sentence offers.</summary>
    public const int MaxShown = 5;

    /// <summary>Shorter texts are part of too many names by chance.</summary>
    private const int MinPart = 3;

    /// <summary>A sentence, with a space before it, that offers the names that may have been meant; empty if there are none.</summary>
    public static string DidYouMean(string name, IReadOnlyCollection<string> known, string? kind = null) => Sentence(Meant(name, known), kind);

    /// <summary>
    /// The known names nearest to this one by their spelling, as graphql-js offers them; else those that contain it or are in it, such as
    /// <c>financialFigures</c> for <c>figures</c>.
    /// </summary>
    public static IReadOnlyList<string> Meant(string name, IReadOnlyCollection<string> known) => Nearest(name, known) is { Count: > 0 } near ? near : Related(name, known);

    /// <summary>A sentence, with a space before it, that offers these names; empty if there are none.</summary>
    public static string Sentence(IReadOnlyList<string> names, string? kind = null)
    {
        if (names.Count == 0)
            return "";
        var shown = names.Take(MaxShown).Select(Quoted).ToList();
        var list = shown switch
        {
            [var one] => one,
            [var one, var other] => $"{one} or {other}",
            _ => $"{string.Join(", ", shown[..^1])}, or {shown[^1]}",
        };
        return $" Did you mean {(kind is null ? "" : $"{kind} ")}{list}?";
    }

    /// <summary>A sentence, with a space before it, that lists the names there are, or the first of them.</summary>
    public static string All(IReadOnlyList<string> names, string kind) => names switch
    {
        [] => "",
        [var only] => $" The only {kind} is \"{only}\".",
        { Count: <= MaxShown } => $" The {kind}s are {string.Join(", ", names.SkipLast(1).Select(Quoted))} and {Quoted(names[^1])}.",
        _ => $" The {kind}s are {string.Join(", ", names.Take(MaxShown).Select(Quoted))} and {names.Count - MaxShown} more.",
    };

    /// <summary>The known names that differ from this one by few letters, the nearest first.</summary>
    public static IReadOnlyList<string> Nearest(string name, IEnumerable<string> known)
    {
        var most = (name.Length * 2 / 5) + 1;
        return
        [
            .. known.Distinct(StringComparer.Ordinal)
                .Select(each => (Name: each, Distance: Distance(name, each, most)))
                .Where(each => each.Distance <= most)
                .OrderBy(each => each.Distance)
                .ThenBy(each => each.Name, NaturalOrder.Instance)
                .Select(each => each.Name),
        ];
    }

    /// <summary>The known names that are part of this one, or that this one is part of, in their order.</summary>
    private static List<string> Related(string name, IEnumerable<string> known) =>
        [.. known.Where(each => IsPart(each, name) || IsPart(name, each))];

    private static string Quoted(string name) => $"\"{name}\"";

    private static bool IsPart(string part, string whole) => part.Length >= MinPart && whole.Contains(part, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// How many letters must be put in, taken out, replaced or swapped with their neighbour; <see cref="int.MaxValue"/> where it is more than
    /// <paramref name="most"/>, or nearly.
    /// </summary>
    private static int Distance(string from, string to, int most)
    {
        if (from == to)
            return 0;
        var a = from.ToLowerInvariant();
        var b = to.ToLowerInvariant();
        if (a == b)
            return 1;
        if (Math.Abs(a.Length - b.Length) > most)
            return int.MaxValue;

        var (beforeLast, last, current) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
            }

            if (current.AsSpan().IndexOfAnyInRange(0, most) < 0)
                return int.MaxValue;
            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[b.Length];
    }
}

/// <summary>Orders names as people do: by their characters, but runs of digits by their number.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> a = x, b = y;
        while (!a.IsEmpty && !b.IsEmpty)
        {
            int order;
            if (char.IsAsciiDigit(a[0]) && char.IsAsciiDigit(b[0]))
            {
                var digitsA = TakeDigits(ref a);
                var digitsB = TakeDigits(ref b);
                order = digitsA.Length != digitsB.Length ? digitsA.Length - digitsB.Length : digitsA.SequenceCompareTo(digitsB);
            }
            else
            {
                order = a[0].CompareTo(b[0]);
                a = a[1..];
                b = b[1..];
            }

            if (order != 0)
                return order;
        }

        return a.Length - b.Length;
    }

    private static ReadOnlySpan<char> TakeDigits(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text : text[..end];
        text = text[digits.Length..];
        return digits.TrimStart('0');
    }
}
