namespace KnowledgeApi.GraphQL.Tests.Data.Museum;

/// <summary>
/// The museum's contents: always the same, with every kind of value that goes wrong somewhere, few different values, so that many
/// are equal, and much that is missing.
/// </summary>
internal static class Collection
{
    /// <summary>Texts with characters that SQL, JSON, LIKE, UTF-8 or UTF-16 treat specially.</summary>
    public static readonly string[] Texts =
    [
        "", " ", "100% silk", "50_50", "50x50", "back\\slash", "O'Hara's \"Quote\"", "'; DROP TABLE Works; --", "Éclair", "eclair", "ECLAIR",
        "Ünder", "e\u0301clair", "😀 smile", "a 😀", "😁", "𝔘nicode", "\uFF5Eedge", "日本", "null", "@v0", "tab\there", "line\nbreak", "[x]", "Zoë", "zoe", "ab", "abab",
    ];

    public static IReadOnlyList<Artist> Artists()
    {
        var random = new Random(1);
        var artists = Enumerable.Range(1, 9).Select(key => new Artist
        {
            Key = key,
            Slug = $"artist-{key}",
            Name = Texts[key * 3 % Texts.Length],
            Born = Maybe(random, () => new DateOnly(1900 + random.Next(3), 1, 1 + random.Next(2))),
            Living = key % 2 == 0,
        }).ToList();
        foreach (var artist in artists.Skip(2))
            artist.Teacher = Maybe(random, () => artists[random.Next(artists.IndexOf(artist))], or: null);
        // One's own name, another's, one that two have, and one nobody else has.
        foreach (var (key, index, text) in new[] { (1, 0, "Zoë"), (5, 1, artists[4].Name), (6, 2, "Hatter"), (7, 3, "HÂTTER"), (2, 4, "Der Meister") })
            artists[key - 1].Aliases.Add(new Alias { Key = index, Text = text, Artist = artists[key - 1] });

        // Rows are not in the order of their keys.
        return [.. artists.OrderBy(artist => artist.Key * 7 % 10)];
    }

    public static IReadOnlyList<Exhibition> Exhibitions()
    {
        var random = new Random(2);
        var exhibitions = Enumerable.Range(1, 6).Select(key => new Exhibition
        {
            Key = key,
            Slug = $"exhibition-{key}",
            Name = Texts[key * 5 % Texts.Length],
            Opened = Maybe(random, () => new DateTime(2020, 1, 1 + random.Next(2), 10, 30, 0).AddMilliseconds(random.Next(2) * 250)),
        }).ToList();
        foreach (var exhibition in exhibitions.Where(exhibition => exhibition.Key % 2 == 0))
            exhibition.Catalogue = new Catalogue { Key = 10 - exhibition.Key, Pages = exhibition.Key % 4, Exhibition = exhibition };
        return exhibitions;
    }

    public static IReadOnlyList<Work> Works(IReadOnlyList<Artist> artists, IReadOnlyList<Exhibition> exhibitions)
    {
        var random = new Random(3);
        var estimates = new Random(4);
        var works = new List<Work>();
        for (var key = 1; key <= 45; key++)
        {
            var work = Create(key, artists[random.Next(artists.Count - 1)], random);
            work.Donor = Maybe(random, () => artists[random.Next(artists.Count)], or: null);
            work.Original = works.Count == 0 ? null : Maybe(random, () => works[random.Next(works.Count)], or: null);
            // The last exhibition stays empty.
            work.Hangings = [.. exhibitions.SkipLast(1).Where(_ => random.Next(3) == 0).Select(exhibition => new Hanging
            {
                Slug = $"{work.Slug}-{exhibition.Slug}",
                Work = work,
                Exhibition = exhibition,
                Room = Maybe(random, () => random.Next(3)),
                Wall = Maybe(random, () => (Wall)random.Next(2)),
            })];
            work.Marks = [.. Enumerable.Range(0, random.Next(4)).Select(i => new Mark { Key = (key * 10) + i, Scheme = i == 0 ? "LOT" : $"INV{i}", Value = $"{key % 10}-{key}", Work = work })];
            work.Estimate = Maybe(estimates, () => Estimate(estimates), or: null);
            works.Add(work);
        }

        return [.. works.OrderBy(work => work.Key * 7 % 46)];
    }

    private static Work Create(int key, Artist artist, Random random)
    {
        var slug = $"work-{key}";
        var title = Texts[key * 11 % Texts.Length];
        var made = Years(random);
        Work work = (key % 3) switch
        {
            0 => new Painting
            {
                Slug = slug,
                Title = title,
                Artist = artist,
                Made = made,
                Medium = Maybe(random, () => Texts[random.Next(8)], or: null),
                Layers = Maybe(random, () => 100 + random.Next(3)),
                Frame = Maybe(random, () => Sheet(random, 10), or: null),
            },
            1 => new Sculpture
            {
                Slug = slug,
                Title = title,
                Artist = artist,
                Made = made,
                Mass = Maybe(random, () => random.Next(4) / 4m),
            },
            _ => new Print
            {
                Slug = slug,
                Title = title,
                Artist = artist,
                Made = made,
                Layers = Maybe(random, () => 200 + random.Next(3)),
                Frame = Maybe(random, () => Sheet(random, 20), or: null),
            },
        };
        // Some prints are sketches instead.
        if (key % 9 == 8)
            work = new Sketch { Slug = slug, Title = title, Artist = artist, Made = made };
        if (work is Sculpture sculpture)
            sculpture.Pieces = [.. Enumerable.Range(0, random.Next(4)).Select(i => new Piece { Key = (key * 10) + i, Slug = $"piece-{key}-{i}", Name = Texts[i], Sculpture = sculpture })];
        work.Key = key;
        work.TitleFolded = Folded.Fold(title);
        work.TitleSortKey = Folded.SortKey(title);
        if (random.Next(2) == 0)
        {
            work.Nickname = Texts[random.Next(Texts.Length)];
            work.NicknameFolded = Folded.Fold(work.Nickname);
            work.NicknameSortKey = Folded.SortKey(work.Nickname);
        }

        work.Note = Maybe(random, () => Texts[random.Next(Texts.Length)], or: null);
        work.Shape = (Shape)random.Next(3);
        work.FormerShape = Maybe(random, () => (Shape)random.Next(3));
        work.Price = random.Next(-3, 12) / 4m;
        work.Insured = Maybe(random, () => random.Next(5) * 1_000_000_000.25m);
        work.Acquired = new DateOnly(2001, 1, 1).AddDays(random.Next(4) * 40);
        work.Sold = Maybe(random, () => new DateOnly(2009 + random.Next(3), 12, 31));
        work.Seen = new DateTime(2024, 2, 29, 12, 0, 0).AddSeconds(random.Next(3) * 0.5);
        work.Cleaned = Maybe(random, () => new DateTime(1999 + random.Next(3), 1, 1));
        work.OnShow = random.Next(2) == 0;
        work.Signed = Maybe(random, () => random.Next(2) == 0);
        work.Height = random.Next(-1, 4);
        work.Depth = Maybe(random, () => random.Next(3));
        work.Weight = Maybe(random, () => random.Next(3) / 3.0);
        work.Restored = Maybe(random, () => Years(random), or: null);
        var later = new Random(key);
        work.Loan = Maybe(later, () => Loan(later), or: null);
        return work;
    }

    private static Loan Loan(Random random)
    {
        var from = new DateOnly(2020, 2, 27).AddDays(random.Next(4));
        var sure = Maybe(random, () => from.AddDays(random.Next(3)));
        var sureUntil = sure?.AddDays(random.Next(3));
        return new()
        {
            Place = Texts[random.Next(4)],
            From = Maybe(random, () => from),
            SureFrom = sure,
            SureUntil = sureUntil,
            Until = Maybe(random, () => (sureUntil ?? from).AddDays(random.Next(3))),
        };
    }

    private static Years Years(Random random) => new()
    {
        From = 1800 + random.Next(3),
        To = Maybe(random, () => 1900 + random.Next(3)),
        Certainty = (Certainty)random.Next(2),
        Remark = Maybe(random, () => new Remark { Text = Texts[random.Next(Texts.Length)], By = Maybe(random, () => Texts[random.Next(4)], or: null) }, or: null),
    };

    /// <summary>In some currencies no end is open; in one the sums are so large that a few of them leave 64 bits.</summary>
    private static Estimate Estimate(Random random)
    {
        var currency = random.Next(4) switch { 0 => "EUR", 1 => "FRF", 2 => "ITL", _ => "USD" };
        var low = random.Next(-2, 3) / 4m;
        if (currency == "ITL")
            low += 90_000_000_000_000_000m;
        var (isLowOpen, isHighOpen) = currency is "EUR" or "ITL" ? (false, false) : (random.Next(3) == 0, random.Next(3) == 0);
        var high = low + (random.Next(3) / 4m);
        // A point has both its ends.
        var isPoint = low == high && !isLowOpen && !isHighOpen;
        return new Estimate
        {
            Currency = currency,
            Low = isLowOpen ? null : low,
            LowIncluded = !isLowOpen && (isPoint || random.Next(4) > 0),
            High = isHighOpen ? null : high,
            HighIncluded = !isHighOpen && (isPoint || random.Next(4) > 0),
        };
    }

    private static Sheet Sheet(Random random, int width) => new() { Width = width + (random.Next(4) / 4m), Length = Maybe(random, () => random.Next(3) / 2m) };

    private static T? Maybe<T>(Random random, Func<T> value)
        where T : struct => random.Next(3) == 0 ? null : value();

    private static T? Maybe<T>(Random random, Func<T> value, T? or)
        where T : class => random.Next(3) == 0 ? or : value();
}
