using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Search;

namespace KnowledgeApi.Knowledge.Store.Sqlite;

/// <summary>
/// Search by SQLite's FTS5. An object is a row and each of its fields a column, so that words may be found in different fields of an
/// object and yet count by field. What is indexed are the folded words of <see cref="Words"/>: text that anyone typed reaches FTS5
/// only as quoted words of letters and digits, never as syntax.
/// </summary>
public sealed class Fts5SearchIndex : ISearchIndex
{
    private static readonly string Relevance =
        $"-bm25(SearchIndex, {string.Join(", ", SearchRelevance.Fields.Select(field => field.Weight.ToString(CultureInfo.InvariantCulture)))})";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(RunSql run, SearchQuery query, SearchScope scope, int offset, int limit, CancellationToken cancellation)
    {
        var terms = new Expressions(query);
        var (name, isPrefix) = (query.Name, query.Terms[^1].IsPrefix);
        // CROSS JOIN keeps the order of the tables: the planner cannot know how few are found and would go through all objects.
        // Bands, not only weights: the length and rarity of texts must not put a mention before the thing itself.
        var statement = Scoped(
            $"""
            WITH Found AS MATERIALIZED (SELECT rowid AS Number, {Relevance} AS Relevance FROM SearchIndex WHERE SearchIndex MATCH @match),
            Named AS MATERIALIZED (
                SELECT Number, max(CASE WHEN Words = @name THEN 5 + IsMain ELSE 4 END) AS Band, max(1.0 * length(@name) / length(Words)) AS Share
                FROM SearchNames WHERE Words = @name OR (Words >= @from AND Words < @to)
                GROUP BY Number)
            SELECT o.Number, o.Type, o.Slug, CAST({SearchRelevance.Units} * (
                CASE
                    WHEN n.Band = 4 THEN 4 + n.Share
                    WHEN n.Band > 4 THEN n.Band
                    WHEN o.Number IN (SELECT rowid FROM SearchIndex WHERE SearchIndex MATCH @inNames) THEN 3
                    WHEN o.Number IN (SELECT rowid FROM SearchIndex WHERE SearchIndex MATCH @inTitles) THEN 2
                    WHEN o.Number IN (SELECT rowid FROM SearchIndex WHERE SearchIndex MATCH @inWordings) THEN 1
                    ELSE 0
                END + CASE n.Band WHEN 4 THEN 0 ELSE f.Relevance / (1 + f.Relevance) END) + 0.5 AS INTEGER) / {SearchRelevance.Units} AS Score
            FROM Found AS f CROSS JOIN SearchObjects AS o ON o.Number = f.Number LEFT JOIN Named AS n ON n.Number = f.Number
            """,
            scope,
            [
                new("@match", terms.Match), new("@name", name), new("@from", isPrefix ? name : name + " "), new("@to", name + (isPrefix ? "\U0010FFFF" : "!")),
                new("@inNames", terms.In(SearchRelevance.InNames)), new("@inTitles", terms.In(SearchRelevance.InTitles)),
                new("@inWordings", terms.In(SearchRelevance.InWordings)),
                new("@limit", limit), new("@offset", offset),
            ],
            "ORDER BY Score DESC, o.Number LIMIT @limit OFFSET @offset");
        var hits = new List<SearchHit>();
        await run(statement, row => hits.Add(new SearchHit(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetDouble(3))), cancellation);
        return hits;
    }

    /// <inheritdoc/>
    public async Task<int> CountAsync(RunSql run, SearchQuery query, SearchScope scope, CancellationToken cancellation)
    {
        var statement = Scoped(
            "SELECT count(*) FROM SearchIndex AS f JOIN SearchObjects AS o ON o.Number = f.rowid",
            scope,
            [new("@match", new Expressions(query).Match)],
            more: "",
            condition: "SearchIndex MATCH @match");
        var count = 0;
        await run(statement, row => count = row.GetInt32(0), cancellation);
        return count;
    }

    /// <inheritdoc/>
    public async Task<ILookup<long, SearchPart>> ReadAsync(RunSql run, IReadOnlyCollection<long> numbers, CancellationToken cancellation)
    {
        var statement = new SqlText(
            """
            SELECT p.Number, p.Field, coalesce(p.Text, (SELECT Content FROM Texts WHERE DocumentKey = o.Key))
            FROM SearchParts AS p JOIN SearchObjects AS o ON o.Number = p.Number
            WHERE p.Number IN (SELECT value FROM json_each(@numbers))
            ORDER BY p.Number, p.Ordinal
            """,
            [new("@numbers", JsonSerializer.Serialize(numbers))]);
        var parts = new List<(long Number, SearchPart Part)>();
        await run(statement, row => parts.Add((row.GetInt64(0), new SearchPart(Enum.Parse<SearchField>(row.GetString(1)), row.GetString(2)))), cancellation);
        return parts.ToLookup(part => part.Number, part => part.Part);
    }

    /// <inheritdoc/>
    public async Task<NamesAlike> FindNamesAsync(RunSql run, SearchQuery query, CancellationToken cancellation)
    {
        var words = Spelling.WordsOf(query).Select(word => word.Folded).Distinct().ToArray();
        var statement = new SqlText(
            $"""
            WITH Alike AS MATERIALIZED (
                SELECT rowid AS Name FROM SearchSpelling WHERE SearchSpelling MATCH @trigrams ORDER BY round(rank, {SearchRelevance.Digits}), rowid LIMIT @most)
            SELECT n.Text, n.IsMain, o.Type, o.Slug FROM Alike AS a CROSS JOIN SearchNames AS n ON n.Name = a.Name CROSS JOIN SearchObjects AS o ON o.Number = n.Number
            UNION ALL
            SELECT term, NULL, NULL, NULL FROM SearchVocabulary WHERE term IN (SELECT value FROM json_each(@words))
            """,
            [new("@trigrams", Trigrams(words)), new("@most", SearchRelevance.MaxNamesAlike), new("@words", JsonSerializer.Serialize(words))]);
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

    private static string Trigrams(string[] words) =>
        string.Join(" OR ", SearchRelevance.Trigrams(SearchRelevance.Spelt(string.Join(' ', words))).Distinct().Select(trigram => $"\"{trigram}\""));

    private static SqlText Scoped(string select, SearchScope scope, List<KeyValuePair<string, object>> parameters, string more, string condition = "")
    {
        List<string> conditions = condition.Length > 0 ? [condition] : [];
        if (scope.Types is { } types)
        {
            conditions.Add("o.Type IN (SELECT value FROM json_each(@types))");
            parameters.Add(new("@types", JsonSerializer.Serialize(types)));
        }

        foreach (var (kind, keys) in new[] { (nameof(Entity), scope.Entities), (nameof(Claim), scope.Claims), (nameof(Document), scope.Documents) })
        {
            if (keys is null)
                continue;
            conditions.Add($"(o.Kind <> '{kind}' OR o.Key IN ({keys.Text}))");
            parameters.AddRange(keys.Parameters);
        }

        var where = conditions.Count == 0 ? "" : $"WHERE {string.Join(" AND ", conditions)}";
        return new SqlText($"{select}\n{where}\n{more}", parameters);
    }

    /// <summary>A query in the language of FTS5. Words are quoted; they hold letters and digits only.</summary>
    private sealed class Expressions(SearchQuery query)
    {
        /// <summary>All terms, somewhere; one of them at least in a text of the object's own; none that is excluded.</summary>
        public string Match
        {
            get
            {
                var own = Columns(SearchRelevance.Own);
                var match = $"({All}) AND ({own} : ({string.Join(" OR ", query.Terms.Select(Of))}))";
                return query.Excluded.Count == 0 ? match : $"({match}) NOT ({string.Join(" OR ", query.Excluded.Select(Of))})";
            }
        }

        private string All => string.Join(" AND ", query.Terms.Select(Of));

        /// <summary>All terms in these fields.</summary>
        public string In(SearchField[] fields) => $"{Columns(fields)} : ({All})";

        private static string Columns(SearchField[] fields) => $"{{{string.Join(' ', fields.Select(field => field.ToString()))}}}";

        private static string Of(SearchTerm term) => $"\"{string.Join(' ', term.Words.Select(word => word.Folded))}\"{(term.IsPrefix ? " *" : "")}";
    }
}
