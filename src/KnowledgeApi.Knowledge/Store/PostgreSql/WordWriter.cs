using KnowledgeApi.Knowledge.Search;
using Npgsql;

namespace KnowledgeApi.Knowledge.Store.PostgreSql;

/// <summary>Writes the tables that <see cref="WordSearchIndex"/> reads.</summary>
internal static class WordWriter
{
    /// <summary>The bits of a place that say where in its field it is; those above say in which field.</summary>
    public const int PlaceBits = 28;

    // What a key of an index can hold of a word. No query has so long a word, but there may be one that is the beginning of it.
    private const int MaxWordLength = 512;

    /// <summary>
    /// Tables of objects, their texts (those of documents stay where they are) and their names; of words, each with its places in an object, and of any three letters of names. The last one
    /// counts what the others hold.
    /// </summary>
    public const string Tables =
        """
        CREATE TABLE "SearchObjects" ("Number" bigint NOT NULL, "Kind" text COLLATE "C" NOT NULL, "Type" text COLLATE "C" NOT NULL, "Key" bigint NOT NULL, "Slug" text COLLATE "C" NOT NULL, "Words" integer NOT NULL);
        CREATE TABLE "SearchParts" ("Number" bigint NOT NULL, "Ordinal" integer NOT NULL, "Field" text COLLATE "C" NOT NULL, "Text" text COLLATE "C");
        CREATE TABLE "SearchNames" ("Name" bigint NOT NULL, "Number" bigint NOT NULL, "Words" text COLLATE "C" NOT NULL, "Text" text COLLATE "C" NOT NULL, "IsMain" boolean NOT NULL, "Trigrams" integer);
        CREATE TABLE "SearchWords" ("Word" text COLLATE "C" NOT NULL, "Number" bigint NOT NULL, "Places" integer[] NOT NULL);
        CREATE TABLE "SearchTrigrams" ("Trigram" text COLLATE "C" NOT NULL, "Name" bigint NOT NULL, "Count" integer NOT NULL);
        CREATE TABLE "SearchTotals" ("Objects" bigint NOT NULL, "Words" bigint NOT NULL, "Names" bigint NOT NULL, "Trigrams" bigint NOT NULL);
        """;

    /// <summary>The keys and indexes of these tables.</summary>
    public const string Indexes =
        """
        ALTER TABLE "SearchObjects" ADD PRIMARY KEY ("Number");
        ALTER TABLE "SearchParts" ADD PRIMARY KEY ("Number", "Ordinal");
        ALTER TABLE "SearchNames" ADD PRIMARY KEY ("Name");
        CREATE INDEX ON "SearchNames" ("Words", "IsMain", "Number");
        ALTER TABLE "SearchWords" ADD PRIMARY KEY ("Word", "Number");
        ALTER TABLE "SearchTrigrams" ADD PRIMARY KEY ("Trigram", "Name");
        """;

    /// <summary>Writes the index of a base into its tables.</summary>
    /// <param name="connection">An open connection, in a transaction.</param>
    /// <param name="objects">All there is to find. Of equally good hits, those that come first here come first.</param>
    public static void Write(NpgsqlConnection connection, IEnumerable<SearchObject> objects)
    {
        var toObjects = new CopyBuffer(connection, "SearchObjects", ["Number", "Kind", "Type", "Key", "Slug", "Words"]);
        var toParts = new CopyBuffer(connection, "SearchParts", ["Number", "Ordinal", "Field", "Text"]);
        var toNames = new CopyBuffer(connection, "SearchNames", ["Name", "Number", "Words", "Text", "IsMain", "Trigrams"]);
        var toWords = new CopyBuffer(connection, "SearchWords", ["Word", "Number", "Places"]);
        var toTrigrams = new CopyBuffer(connection, "SearchTrigrams", ["Trigram", "Name", "Count"]);
        var toTotals = new CopyBuffer(connection, "SearchTotals", ["Objects", "Words", "Names", "Trigrams"]);
        var (number, names, allWords, spelt, allTrigrams) = (0L, 0L, 0L, 0L, 0L);
        foreach (var one in objects)
        {
            number++;
            var places = PlacesOf(one);
            var size = places.Sum(word => word.Value.Count);
            allWords += size;
            toObjects.Row(number, one.Sort.ToString(), one.Type, one.Key, one.Slug, size);
            for (var i = 0; i < one.Parts.Count; i++)
                toParts.Row(number, i, one.Parts[i].Field.ToString(), one.Parts[i].Field == SearchField.Text ? null : one.Parts[i].Text);
            foreach (var (word, where) in places)
                toWords.Row(word, number, where.ToArray());
            foreach (var name in one.Names)
            {
                var words = Words.Name(name.Text);
                var trigrams = name.IsMisprint ? [] : SearchRelevance.Trigrams(SearchRelevance.Spelt(words)).CountBy(trigram => trigram).ToList();
                var count = trigrams.Sum(trigram => trigram.Value);
                toNames.Row(++names, number, words, name.Text, name.IsMain, name.IsMisprint ? null : count);
                foreach (var (trigram, times) in trigrams)
                    toTrigrams.Row(trigram, names, times);
                spelt += name.IsMisprint ? 0 : 1;
                allTrigrams += count;
            }
        }

        toTotals.Row(number, allWords, spelt, allTrigrams);
        foreach (var buffer in new[] { toObjects, toParts, toNames, toWords, toTrigrams, toTotals })
            buffer.Flush();
    }

    private static Dictionary<string, List<int>> PlacesOf(SearchObject one)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var field = 0; field < SearchRelevance.Fields.Length; field++)
        {
            var place = field << PlaceBits;
            foreach (var word in SearchRelevance.Row(one, SearchRelevance.Fields[field].Field).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var key = Cut(word);
                if (!places.TryGetValue(key, out var known))
                    places.Add(key, known = []);
                known.Add(place++);
            }
        }

        return places;
    }

    private static string Cut(string word) => word.Length <= MaxWordLength ? word : word[..(char.IsHighSurrogate(word[MaxWordLength - 1]) ? MaxWordLength - 1 : MaxWordLength)];
}
