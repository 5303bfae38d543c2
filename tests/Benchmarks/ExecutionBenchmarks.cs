using System.Text.Json;
using BenchmarkDotNet.Attributes;
using KnowledgeApi.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeApi.Benchmarks;

/// <summary>1,000 objects by 10 fields from memory, against System.Text.Json writing the same objects.</summary>
[MemoryDiagnoser]
public class ExecutionBenchmarks
{
    private const string Leaves = "number name nickname height bears fruit price planted age key";

    private static readonly IServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    private readonly IReadOnlyList<OrchardTree> _trees = OrchardQueries.Trees();
    private readonly RequestExecutor _executor = Orchard.CreateExecutor();

    [Benchmark(Baseline = true)]
    public int SystemTextJson() => JsonSerializer.SerializeToUtf8Bytes(_trees, CamelCase).Length;

    [Benchmark]
    public Task<int> ThousandObjects() => RunAsync($"{{ trees {{ {Leaves} }} }}");

    /// <summary>The same ten leaves, of objects that a batch found.</summary>
    [Benchmark]
    public Task<int> ThousandObjectsBelowABatch() => RunAsync($"{{ trees {{ neighbour {{ {Leaves} }} }} }}");

    [Benchmark]
    public Task<int> Nothing() => RunAsync("{ __typename }");

    private async Task<int> RunAsync(string query)
    {
        using var result = await _executor.ExecuteAsync(new GraphQLRequest { Query = query }, NoServices, CancellationToken.None);
        return result.Body.Length;
    }
}
