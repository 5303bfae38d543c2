using System.Globalization;
using System.Text.Json;
using KnowledgeApi.Knowledge.Search;
using KnowledgeApi.Tests.Examples;

namespace KnowledgeApi.Tests.Databases;

/// <summary>What is answered does not tell which database answers: the same bytes, cursors and scores included.</summary>
public sealed class SameAnswersTests(TwoBases bases) : IClassFixture<TwoBases>
{
    /// <summary>Of each kind of queries so many; <c>TEST_QUERIES</c> asks for more.</summary>
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("TEST_QUERIES"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 40;

    [PostgreSqlFact]
    public async Task Examples()
    {
        foreach (var example in Example.All)
            await bases.AskAsync(example.Text);
    }

    [PostgreSqlFact]
    public Task Filters() => AskSomeAsync(Sweep.Filters(new Random(1)));

    [PostgreSqlFact]
    public Task Orders() => AskSomeAsync(Sweep.Orders());

    [PostgreSqlFact]
    public Task Groups() => AskSomeAsync(Sweep.Groups());

    [PostgreSqlFact]
    public Task Sums() => AskSomeAsync(Sweep.Sums());

    /// <summary>Words of the base, alone and together, as phrases, cut short, misspelt and left out.</summary>
    [PostgreSqlFact]
    public async Task Searches()
    {
        var random = new Random(2);
        var answer = JsonDocument.Parse(await bases.AskAsync("{ claims(first: 500) { nodes { wording } } entities(first: 500) { nodes { name description } } }"));
        var texts = Texts(answer.RootElement).SelectMany(text => Words.Of(text).Chunk(5)).Where(words => words.Length > 0).ToList();
        for (var i = 0; i < Count; i++)
        {
            var text = QueryOf(texts[random.Next(texts.Count)], texts[random.Next(texts.Count)], random);
            await bases.AskAsync("query ($text: String!) { search(text: $text, first: 100) { totalCount edges { cursor score matches { field snippet } node { __typename ... on Entity { slug } ... on Claim { slug } ... on Document { slug } } } suggestions { text } } }", new { text });
        }
    }

    /// <summary>Texts that no document has, and a database may stumble over.</summary>
    [PostgreSqlFact]
    public async Task Odd_texts()
    {
        foreach (var text in new[] { "", "\0", "a\0b", "\uFFFF", "\uFFFE", "\U0010FFFF", "🅰", "'", "\"", "\\", "%", "_", "\n", "$1", "@v0_", "--", "\u0130" })
        {
            foreach (var operation in new[] { "eq", "in", "contains", "startsWith", "endsWith" })
                await bases.AskAsync($"query ($text: String!) {{ entities(where: {{ or: [{{ name: {{ {operation}: $text }} }}, {{ description: {{ {operation}: $text }} }}, {{ slug: {{ {operation}: $text }} }}] }}) {{ totalCount nodes {{ slug }} }} }}", new { text });
            await bases.AskAsync("query ($text: String!) { search(text: $text) { totalCount } entity(by: { name: $text }) { slug } }", new { text });
        }
    }

    private async Task AskSomeAsync(IEnumerable<string> queries)
    {
        var all = queries.ToList();
        new Random(3).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(all));
        var answered = 0;
        foreach (var query in all.Take(Count))
            answered += (await bases.AskAsync(query)).StartsWith("{\"data\":{", StringComparison.Ordinal) ? 1 : 0;
        answered.ShouldBeGreaterThan(Math.Min(Count, all.Count) / 2, "most queries are to be answered");
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    private static string QueryOf(Word[] one, Word[] other, Random random)
    {
        var (first, second) = (one[random.Next(one.Length)].Folded, other[random.Next(other.Length)].Folded);
        return random.Next(8) switch
        {
            0 => first + " ",
            1 => first,
            2 => $"{first} {second} ",
            3 => $"\"{string.Join(' ', one.Select(word => word.Folded))}\"",
            4 => $"{first} -{second}",
            5 => first[..Math.Max(1, first.Length / 2)],
            6 => $"\"{string.Join(' ', one.Take(2).Select(word => word.Folded))}\" {second[..1]}",
            _ => first.Insert(first.Length / 2, "x") + " ",
        };
    }
}
