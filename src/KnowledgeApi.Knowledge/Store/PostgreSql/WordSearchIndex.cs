using System.Data.Common;
using System.Globalization;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Search;

namespace KnowledgeApi.Knowledge.Store.PostgreSql;

/// <summary>
/// Search by a table of words, each with its places in an object. PostgreSQL's own full text knows four weights and forgets places in long texts; what is said here is relevance
/// as FTS5 has it (Okapi BM25), so that hits, their order and their scores are those of SQLite.
/// </summary>
public sealed class WordSearchIndex : ISearchIndex
{
    // The usual parameters of BM25, in the form and order of FTS5's terms.
    private const string K1 = "1.2::float8";
    private const string B = "0.75::float8";

    private static readonly string Field = $"(place >> {WordWriter.PlaceBits})";

    private static readonly string Weight =
        $"('{{{string.Join(',', SearchRelevance.Fields.Select(field => field.Weight.ToString(CultureInfo.InvariantCulture)))}}}'::float8[])[{Field} + 1]";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(RunSql run, SearchQuery query, SearchScope scope, int offset, int limit, CancellationToken cancellation)
    {
        var terms = new Terms(query);
        var (name, isPrefix) = (query.Name, query.Terms[^1].IsPrefix);
        // Bands, not only weights: the length and rarity of texts must not put a mention before the thing itself.
        var statement = Scoped(
            $"""
            WITH {terms.Tables},
            Found AS MATERIALIZED (SELECT "Number", {terms.Relevance} AS relevance, {terms.All("named")} AS named, {terms.All("titled")} AS titled, {terms.All("worded")} AS worded FROM {terms.Found}),
            Named AS MATERIALIZED (
                SELECT "Number", max(CASE WHEN "Words" = @name THEN 5 + "IsMain"::integer ELSE 4 END) AS band, max(length(@name)::float8 / length("Words")) AS share
                FROM "SearchNames" WHERE "Words" = @name OR ("Words" >= @from AND "Words" < @to)
                GROUP BY "Number")
            SELECT o."Number", o."Type", o."Slug", floor({SearchRelevance.Units}::float8 * (
                CASE
                    WHEN n.band = 4 THEN 4 + n.share
                    WHEN n.band > 4 THEN n.band
                    WHEN f.named THEN 3
                    WHEN f.titled THEN 2
                    WHEN f.worded THEN 1
                    ELSE 0
                END + CASE n.band WHEN 4 THEN 0 ELSE f.relevance / (1 + f.relevance) END) + 0.5) / {SearchRelevance.Units}::float8 AS score
            FROM Found AS f JOIN "SearchObjects" AS o ON o."Number" = f."Number" LEFT JOIN Named AS n ON n."Number" = f."Number"
            """,
            scope,
            [
                .. terms.Parameters, new("@name", name), new("@from", isPrefix ? name : name + " "), new("@to", name + (isPrefix ? Beyond : "!")),
                new("@limit", limit), new("@offset", offset),
            ],
            "ORDER BY score DESC, o.\"Number\" LIMIT @limit OFFSET @offset");
        var hits = new List<SearchHit>();
        await run(statement, row => hits.Add(new SearchHit(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetDouble(3))), cancellation);
        return hits;
    }

    /// <inheritdoc/>
    public async Task<int> CountAsync(RunSql run, SearchQuery query, SearchScope scope, CancellationToken cancellation)
    {
        var terms = new Terms(query);
        var statement = Scoped(
            $"WITH {terms.Tables} SELECT count(*)::integer FROM (SELECT \"Number\" FROM {terms.Found}) AS f JOIN \"SearchObjects\" AS o ON o.\"Number\" = f.\"Number\"", scope, [.. terms.Parameters], more: "");
        var count = 0;
        await run(statement, row => count = row.GetInt32(0), cancellation);
        return count;
    }

    /// <inheritdoc/>
    public async Task<ILookup<long, SearchPart>> ReadAsync(RunSql run, IReadOnlyCollection<long> numbers, CancellationToken cancellation)
    {
        var statement = new SqlText(
            """
            SELECT p."Number", p."Field", coalesce(p."Text", (SELECT "Content" FROM "Texts" WHERE "DocumentKey" = o."Key"))
            FROM "SearchParts" AS p JOIN "SearchObjects" AS o ON o."Number" = p."Number"
            WHERE p."Number" = ANY (@numbers)
            ORDER BY p."Number", p."Ordinal"
            """,
            [new("@numbers", numbers.ToArray())]);
        var parts = new List<(long Number, SearchPart Part)>();
        await run(statement, row => parts.Add((row.GetInt64(0), new SearchPart(Enum.Parse<SearchField>(row.GetString(1)), row.GetString(2)))), cancellation);
        return parts.ToLookup(part => part.Number, part => part.Part);
    }

    /// <inheritdoc/>
    public async Task<NamesAlike> FindNamesAsync(RunSql run, SearchQuery query, CancellationToken cancellation)
    {
        var words = Spelling.WordsOf(query).Select(word => word.Folded).Distinct().ToArray();
        var trigrams = SearchRelevance.Trigrams(SearchRelevance.Spelt(string.Join(' ', words))).Distinct().ToArray();
        var statement = new SqlText(
            $"""
            WITH Asked AS MATERIALIZED (
                SELECT a.trigram, a.place, {Rarity("(SELECT count(*) FROM \"SearchTrigrams\" AS s WHERE s.\"Trigram\" = a.trigram)", "t.\"Names\"")} AS rarity, t."Trigrams"::float8 / t."Names" AS usual
                FROM unnest(@trigrams) WITH ORDINALITY AS a (trigram, place), "SearchTotals" AS t),
            Alike AS MATERIALIZED (
                SELECT s."Name", round(sum({Share("a.rarity", "s.\"Count\"", "n.\"Trigrams\" / a.usual")} ORDER BY a.place)::numeric, {SearchRelevance.Digits}) AS relevance
                FROM Asked AS a JOIN "SearchTrigrams" AS s ON s."Trigram" = a.trigram JOIN "SearchNames" AS n ON n."Name" = s."Name"
                GROUP BY s."Name" ORDER BY relevance DESC, s."Name" LIMIT @most)
            SELECT * FROM (
                SELECT n."Text", n."IsMain", o."Type", o."Slug"
                FROM Alike AS a JOIN "SearchNames" AS n ON n."Name" = a."Name" JOIN "SearchObjects" AS o ON o."Number" = n."Number"
                ORDER BY a.relevance DESC, a."Name") AS names
            UNION ALL
            SELECT word, NULL, NULL, NULL FROM unnest(@words) AS word WHERE EXISTS (SELECT FROM "SearchWords" AS w WHERE w."Word" = word)
            """,
            [new("@trigrams", trigrams), new("@most", SearchRelevance.MaxNamesAlike), new("@words", words)]);
        var known = new HashSet<string>(StringComparer.Ordinal);
        var candidates = new List<NameCandidate>();
        await run(statement, Read, cancellation);
        return new NamesAlike(known, candidates);

        void Read(DbDataReader row)
        {
            if (row.IsDBNull(1))
                known.Add(row.GetString(0));
            else
                candidates.Add(new NameCandidate(row.GetString(0), row.GetBoolean(1), row.GetString(2), row.GetString(3)));
        }
    }

    // Behind all that begin with a word.
    private const string Beyond = "\U0010FFFF";

    /// <summary>How much a term tells that so many of all have; what more than half of them have tells next to nothing.</summary>
    private static string Rarity(string hits, string all) =>
        $"(SELECT CASE WHEN idf <= 0 THEN 1e-6 ELSE idf END FROM (SELECT ln(({all} - hits + 0.5)::float8 / (hits + 0.5)::float8) AS idf FROM (SELECT {hits} AS hits) AS counted) AS measured)";

    /// <summary>What a term adds to the relevance of a text.</summary>
    /// <param name="rarity">How much it tells.</param>
    /// <param name="times">How often it is there.</param>
    /// <param name="length">The length of the text, measured by the usual one.</param>
    private static string Share(string rarity, string times, string length) =>
        $"{rarity} * (({times} * ({K1} + 1.0)) / ({times} + {K1} * (1 - {B} + {B} * {length})))";

    private static SqlText Scoped(string select, SearchScope scope, List<KeyValuePair<string, object>> parameters, string more)
    {
        List<string> conditions = [];
        if (scope.Types is { } types)
        {
            conditions.Add("o.\"Type\" = ANY (@types)");
            parameters.Add(new("@types", types.ToArray()));
        }

        foreach (var (kind, keys) in new[] { (nameof(Entity), scope.Entities), (nameof(Claim), scope.Claims), (nameof(Document), scope.Documents) })
        {
            if (keys is null)
                continue;
            conditions.Add($"(o.\"Kind\" <> '{kind}' OR o.\"Key\" IN ({keys.Text}))");
            parameters.AddRange(keys.Parameters);
        }

        var where = conditions.Count == 0 ? "" : $"WHERE {string.Join(" AND ", conditions)}";
        return new SqlText($"{select}\n{where}\n{more}", parameters);
    }

    /// <summary>The terms of a query, each a table of the objects that have it.</summary>
    private sealed class Terms
    {
        private readonly List<string> _tables = [];
        private readonly List<string> _terms = [];
        private readonly List<string> _excluded = [];
        private readonly List<KeyValuePair<string, object>> _parameters = [];

        public Terms(SearchQuery query)
        {
            foreach (var term in query.Terms)
            {
                var table = Add(_terms, "t");
                _tables.Add($"{table} AS MATERIALIZED ({Counted(Places(table, term))})");
                // How many objects have it at all, and how many in a text of their own.
                _tables.Add($"{table}r AS MATERIALIZED (SELECT {Rarity($"(SELECT count(*) FROM {table})", "s.\"Objects\"")} AS rarity, {Rarity($"(SELECT count(*) FROM {table} WHERE own > 0)", "s.\"Objects\"")} AS rarity_own, s.\"Words\"::float8 / s.\"Objects\" AS usual FROM \"SearchTotals\" AS s)");
            }

            foreach (var term in query.Excluded)
            {
                var table = Add(_excluded, "x");
                _tables.Add($"{table} AS MATERIALIZED (SELECT DISTINCT \"Number\" FROM ({Places(table, term)}) AS places)");
            }
        }

        public IReadOnlyList<KeyValuePair<string, object>> Parameters => _parameters;

        /// <summary>The tables, to begin a statement with.</summary>
        public string Tables => string.Join(",\n", _tables);

        /// <summary>The objects that have all terms, somewhere; one of them at least in a text of their own; none that is excluded.</summary>
        public string Found =>
            $"""
            {_terms[0]} {string.Concat(_terms.Skip(1).Select(term => $"JOIN {term} USING (\"Number\") "))}JOIN "SearchObjects" AS sized USING ("Number") CROSS JOIN {string.Join(" CROSS JOIN ", _terms.Select(term => $"{term}r"))}
            WHERE ({string.Join(" OR ", _terms.Select(term => $"{term}.own > 0"))}){string.Concat(_excluded.Select(term => $" AND NOT EXISTS (SELECT FROM {term} WHERE {term}.\"Number\" = {_terms[0]}.\"Number\")"))}
            """;

        /// <summary>How much the terms tell of an object: each one wherever it is, and each in its own texts, which is what is asked for.</summary>
        public string Relevance => string.Join(
            " + ",
            _terms.Select(term => Share($"{term}r.rarity", $"{term}.times", $"sized.\"Words\" / {term}r.usual"))
                .Concat(_terms.Select(term => Share($"{term}r.rarity_own", $"{term}.own", $"sized.\"Words\" / {term}r.usual"))));

        /// <summary>Whether something is so of all terms.</summary>
        public string All(string what) => string.Join(" AND ", _terms.Select(term => $"{term}.{what}"));

        private static string Add(List<string> tables, string prefix)
        {
            tables.Add(string.Create(CultureInfo.InvariantCulture, $"{prefix}{tables.Count}"));
            return tables[^1];
        }

        private static string Counted(string places) =>
            $"""
            SELECT "Number", sum({Weight}) AS times, coalesce(sum({Weight}) FILTER (WHERE {Field} IN ({Numbers(SearchRelevance.Own)})), 0) AS own,
                bool_or({Field} IN ({Numbers(SearchRelevance.InNames)})) AS named, bool_or({Field} IN ({Numbers(SearchRelevance.InTitles)})) AS titled, bool_or({Field} IN ({Numbers(SearchRelevance.InWordings)})) AS worded
            FROM ({places}) AS places GROUP BY "Number"
            """;

        private static string Numbers(SearchField[] fields) =>
            string.Join(", ", fields.Select(field => Array.FindIndex(SearchRelevance.Fields, each => each.Field == field).ToString(CultureInfo.InvariantCulture)));

        /// <summary>The places where a term begins: words in a row stand at places in a row.</summary>
        private string Places(string table, SearchTerm term)
        {
            var (from, where) = (new List<string>(), new List<string>());
            for (var i = 0; i < term.Words.Count; i++)
            {
                var parameter = string.Create(CultureInfo.InvariantCulture, $"@{table}w{i}");
                var isPrefix = term.IsPrefix && i == term.Words.Count - 1;
                _parameters.Add(new(parameter, term.Words[i].Folded));
                if (isPrefix)
                    _parameters.Add(new(parameter + "b", term.Words[i].Folded + Beyond));
                from.Add(string.Create(CultureInfo.InvariantCulture, $"\"SearchWords\" AS w{i} CROSS JOIN LATERAL unnest(w{i}.\"Places\") AS p{i} (place)"));
                where.Add(string.Create(CultureInfo.InvariantCulture, $"{(isPrefix ? $"w{i}.\"Word\" >= {parameter} AND w{i}.\"Word\" < {parameter}b" : $"w{i}.\"Word\" = {parameter}")}"));
                if (i > 0)
                    where.Add(string.Create(CultureInfo.InvariantCulture, $"w{i}.\"Number\" = w0.\"Number\" AND p{i}.place = p0.place + {i}"));
            }

            return $"SELECT w0.\"Number\", p0.place FROM {string.Join(" CROSS JOIN ", from)} WHERE {string.Join(" AND ", where)}";
        }
    }
}
