using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Schemas;
using KnowledgeApi.OddServer;
using KnowledgeApi.OddServer.Cabinet;
using Xunit.Abstractions;

namespace KnowledgeApi.GraphQL.Tests.Conformance;

/// <summary>
/// The same documents through graphql-js and through this engine: both take or refuse them, blame the same places, and answer
/// with the same data and the same error paths. <c>CONFORMANCE_SEED</c> and <c>CONFORMANCE_COUNT</c> choose the documents.
/// A document they disagree on is kept in <c>tests/conformance/regressions</c>, to be judged by every run from then on.
/// </summary>
public sealed class ReferenceTests(ITestOutputHelper output)
{
    private const int Shown = 5;

    private static readonly Engine Odd = new(OddSchema.Schema);

    [ReferenceFact]
    public async Task Every_document_is_answered_as_by_the_reference()
    {
        var seed = Setting("CONFORMANCE_SEED") ?? Random.Shared.Next();
        var count = Setting("CONFORMANCE_COUNT") ?? 1_000;
        output.WriteLine($"CONFORMANCE_SEED={seed} CONFORMANCE_COUNT={count}");

        var kinds = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var disagreements = new List<string>();
        foreach (var line in GraphQLJs.Judge(SchemaPrinter.Print(OddSchema.Schema), seed, count))
        {
            using var request = JsonDocument.Parse(line);
            var expected = Verdict.OfReference(request.RootElement.GetProperty("expected"));
            var found = await RunAsync(request.RootElement);
            kinds[found.Kind] = kinds.GetValueOrDefault(found.Kind) + 1;
            if (found.Kind != Verdict.Limited && !found.IsSame(expected))
            {
                Keep(request.RootElement);
                disagreements.Add($"{request.RootElement.GetProperty("name")}\n  reference: {expected.Against(found)} ({request.RootElement.GetProperty("expected").TryString("message")})\n  engine: {found.Against(expected)}\n{request.RootElement.GetProperty("query")}\n");
            }
        }

        output.WriteLine(string.Join(", ", kinds.Select(k => $"{k.Key} {k.Value}")));
        disagreements.Count.ShouldBe(0, $"seed {seed}\n{string.Join("\n", disagreements.Take(Shown))}");
        kinds.GetValueOrDefault(Verdict.Limited).ShouldBeLessThan(count / 50);
        kinds["executed"].ShouldBeGreaterThan(count / 4);
    }

    [ReferenceFact]
    public async Task Introspection_tells_the_reference_all_that_the_schema_language_tells()
    {
        var introspection = await Odd.AskAsync(GraphQLJs.Run("node", "introspection.mjs", "query").Output);
        var (succeeded, text) = GraphQLJs.InFolder(folder =>
        {
            var (sdl, answer) = (Path.Combine(folder, "schema.graphql"), Path.Combine(folder, "introspection.json"));
            File.WriteAllText(sdl, SchemaPrinter.Print(OddSchema.Schema));
            File.WriteAllText(answer, introspection);
            return GraphQLJs.Run("node", "introspection.mjs", "compare", sdl, answer);
        });
        succeeded.ShouldBeTrue(text);
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;

    private static async Task<Verdict> RunAsync(JsonElement request)
    {
        var (_, text) = await Odd.RunAsync(
            new GraphQLRequest
            {
                Query = request.GetProperty("query").GetString()!,
                OperationName = request.TryString("operationName"),
                Variables = request.TryGetProperty("variables", out var variables) ? variables : null,
            },
            services: new OneLedger());
        using var response = JsonDocument.Parse(text);
        return Verdict.OfResponse(response.RootElement);
    }

    /// <summary>Keeps a document that was disagreed upon, with what it was run with.</summary>
    private static void Keep(JsonElement request)
    {
        if (request.GetProperty("name").GetString()!.EndsWith(".graphql", StringComparison.Ordinal))
            return;
        var text = new StringBuilder();
        if (request.TryGetProperty("operationName", out var name))
            text.Append(CultureInfo.InvariantCulture, $"# operationName: {name}\n");
        if (request.TryGetProperty("variables", out var variables))
            text.Append(CultureInfo.InvariantCulture, $"# variables: {variables.GetRawText()}\n");
        text.Append(request.GetProperty("query").GetString());
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var file = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
        File.WriteAllBytes(Path.Combine(GraphQLJs.Regressions, $"{file}.graphql"), bytes);
    }

    /// <summary>The services of one request.</summary>
    private sealed class OneLedger : IServiceProvider
    {
        private readonly Ledger _ledger = new();

        public object? GetService(Type serviceType) => serviceType == typeof(Ledger) ? _ledger : null;
    }
}
