using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeApi.GraphQL.Schemas;
using KnowledgeApi.OddServer;
using KnowledgeApi.Testing;

namespace KnowledgeApi.Benchmarks.Comparison;

/// <summary>
/// Whether this engine and GraphQL.NET judge documents as graphql-js does: the documents of <c>tests/conformance</c>, generated for the odd
/// schema, half of them spoilt.
/// </summary>
internal static partial class Agreement
{
    private const int Listed = 12;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints the comparison. The result is 1 where this engine disagrees with graphql-js, else 0.</summary>
    public static async Task<int> RunAsync(int seed, int count)
    {
        if (GraphQLJs.Missing is { } missing)
        {
            Console.WriteLine(missing);
            return 0;
        }

        var sdl = SchemaPrinter.Print(OddSchema.Schema);
        var other = GraphQLNetOddSchema.Build(sdl);
        var (engine, graphQLNet, older) = (new Tally(), new Tally(), new Tally());
        foreach (var line in GraphQLJs.Judge(sdl, seed, count))
        {
            using var json = JsonDocument.Parse(line);
            var query = json.RootElement.GetProperty("query").GetString()!;
            var expected = OfReference(json.RootElement.GetProperty("expected"));
            engine.Add(query, expected, EngineJudge.Judge(query));
            var judged = await GraphQLNetJudge.JudgeAsync(other, query);
            graphQLNet.Add(query, expected, judged);
            if (!OfSeptember2025().IsMatch(query))
                older.Add(query, expected, judged);
        }

        Console.WriteLine(
            $"""
            agreement {seed} {count}

            | agrees with graphql-js | this engine | GraphQL.NET | GraphQL.NET, syntax of 2021 |
            |---|---|---|---|
            | the parser accepts or refuses | {engine.Parser} | {graphQLNet.Parser} | {older.Parser} |
            | validation accepts or refuses, where both parse | {engine.Validation} | {graphQLNet.Validation} | {older.Validation} |
            | the places of the errors, where both refuse | {engine.Places} | {graphQLNet.Places} | {older.Places} |

            A chain of fragments, {FragmentChain.Document.Length:N0} characters
            This engine: {await FragmentChain.RunAsync("engine")}
            GraphQL.NET: {await FragmentChain.RunAsync("graphql-net")}

            """);
        engine.List("This engine");
        older.List("GraphQL.NET, syntax of 2021");
        return engine.Disagreements.Count == 0 ? 0 : 1;
    }

    private static Verdict OfReference(JsonElement expected)
    {
        // What is refused or fails when it is run was valid before.
        Stage? stage = expected.GetProperty("kind").GetString() switch { "syntax" => Stage.Syntax, "invalid" => Stage.Invalid, _ => null };
        var places = expected.GetProperty("errors").EnumerateArray().SelectMany(error => error.GetProperty("locations").EnumerateArray()).Select(place => (place[0].GetInt32(), place[1].GetInt32()));
        return stage is null ? Verdict.Valid : Verdict.Refused(stage.Value, places, expected.GetProperty("message").GetString());
    }

    /// <summary>What of the September 2025 edition is not in the October 2021 one that GraphQL.NET is written to: <c>\u{1F41D}</c>, and descriptions of operations and fragments.</summary>
    [GeneratedRegex("""\\u\{|"[\s,]*(#.*\n[\s,]*)*(query|mutation|subscription|fragment)\b""")]
    private static partial Regex OfSeptember2025();

    [GeneratedRegex("""(["'`]).*?\1|\$\w+|\{.*\}""")]
    private static partial Regex Quoted();

    /// <summary>How often one of the two agreed.</summary>
    private sealed class Tally
    {
        public Share Parser { get; } = new();

        public Share Validation { get; } = new();

        public Share Places { get; } = new();

        public List<(string What, string Document, string Where)> Disagreements { get; } = [];

        public void Add(string document, Verdict expected, Verdict found)
        {
            var agree = Parser.Add((expected.Stage == Stage.Syntax) == (found.Stage == Stage.Syntax));
            if (agree && expected.Stage != Stage.Syntax)
                agree = Validation.Add(expected.Stage == found.Stage);
            if (agree && expected.Stage != Stage.Valid)
                agree = Places.Add(expected.Places.SetEquals(found.Places));
            if (!agree)
                Disagreements.Add(($"graphql-js: {Words(expected)} | here: {Words(found)}", document, $"{string.Join(", ", expected.Places)} | {string.Join(", ", found.Places)}"));
        }

        /// <summary>Prints the most frequent disagreements by what was said, each with the places in the shortest of its documents.</summary>
        public void List(string name)
        {
            foreach (var group in Disagreements.GroupBy(each => each.What).OrderByDescending(group => group.Count()).Take(Listed))
            {
                var shortest = group.MinBy(each => each.Document.Length);
                Console.WriteLine($"{name}, {group.Count()} times: {group.Key}\n    at {shortest.Where} of {JsonSerializer.Serialize(shortest.Document, Readable)}");
            }
        }

        private static string Words(Verdict verdict) => verdict.Message is { } message ? $"{verdict.Stage}, {Quoted().Replace(message.ReplaceLineEndings(" "), "…")}" : $"{verdict.Stage}";
    }

    private sealed class Share
    {
        private int _agreed;
        private int _all;

        public bool Add(bool agrees)
        {
            _all++;
            _agreed += agrees ? 1 : 0;
            return agrees;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_agreed:N0} of {_all:N0}");
    }
}
