using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using GraphQL.Execution;
using GraphQLParser.AST;
using KnowledgeApi.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeApi.Benchmarks.Comparison;

/// <summary>This engine and GraphQL.NET answer the same operations over the same objects in UTF-8; both have the document ready.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class ExecutionComparison
{
    private const string Leaves = "number name nickname height bears fruit price planted age key";
    private const string Trees = $"{{ trees {{ {Leaves} }} }}";
    private const string Neighbours = $"{{ trees {{ neighbour {{ {Leaves} }} }} }}";
    private const string Nothing = "{ __typename }";

    private static readonly MemoryStream Stream = new();
    private static readonly IServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    private readonly RequestExecutor _engine = Orchard.CreateExecutor();
    private readonly Dictionary<string, GraphQLDocument> _documents = new(StringComparer.Ordinal);

    /// <summary>Equal work: both give the same bytes.</summary>
    [GlobalSetup]
    public async Task CheckAsync()
    {
        foreach (var query in new[] { Trees, Neighbours, Nothing })
        {
            _documents[query] = new GraphQLDocumentBuilder().Build(query);
            using var result = await _engine.ExecuteAsync(new GraphQLRequest { Query = query }, NoServices, CancellationToken.None);
            var length = await AnswerByGraphQLNetAsync(query);
            var (ours, theirs) = (Encoding.UTF8.GetString(result.Body.Span), Encoding.UTF8.GetString(Stream.GetBuffer().AsSpan(0, length)));
            if (ours != theirs)
                throw new InvalidOperationException($"The answers to {query} differ:\n{ours[..Math.Min(ours.Length, 500)]}\n{theirs[..Math.Min(theirs.Length, 500)]}");
        }
    }

    [Benchmark(Baseline = true), BenchmarkCategory("1,000 objects")]
    public Task<int> Objects() => AnswerAsync(Trees);

    [Benchmark, BenchmarkCategory("1,000 objects")]
    public Task<int> ObjectsByGraphQLNet() => AnswerByGraphQLNetAsync(Trees);

    [Benchmark(Baseline = true), BenchmarkCategory("1,000 objects below 1,000")]
    public Task<int> Nested() => AnswerAsync(Neighbours);

    [Benchmark, BenchmarkCategory("1,000 objects below 1,000")]
    public Task<int> NestedByGraphQLNet() => AnswerByGraphQLNetAsync(Neighbours);

    [Benchmark(Baseline = true), BenchmarkCategory("__typename")]
    public Task<int> TypeName() => AnswerAsync(Nothing);

    [Benchmark, BenchmarkCategory("__typename")]
    public Task<int> TypeNameByGraphQLNet() => AnswerByGraphQLNetAsync(Nothing);

    private async Task<int> AnswerAsync(string query)
    {
        using var result = await _engine.ExecuteAsync(new GraphQLRequest { Query = query }, NoServices, CancellationToken.None);
        return result.Body.Length;
    }

    /// <summary>One stream for all answers, as the engine takes its buffer from a pool.</summary>
    private async Task<int> AnswerByGraphQLNetAsync(string query)
    {
        Stream.SetLength(0);
        await GraphQLNetOrchard.WriteAsync(_documents[query], Stream);
        return (int)Stream.Length;
    }
}
