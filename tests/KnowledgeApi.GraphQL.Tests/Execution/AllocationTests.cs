using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeApi.GraphQL.Tests.Execution;

/// <summary>What a request leaves for the garbage collector once its plan is known.</summary>
public sealed class AllocationTests
{
    private static readonly IServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    private readonly RequestExecutor _executor = new(
        new SchemaBuilder().AddTypes(typeof(StarQueries)).Build(),
        new ExecutionOptions(),
        new ParserLimits(),
        new ValidationLimits(),
        "1",
        NullLogger<RequestExecutor>.Instance);

    [Fact]
    public void No_scalar_value_allocates()
    {
        const string Query = "{ stars { name number brightness visible seen colour mass } }";
        AllocatedBy(Query).ShouldBeLessThan(7 * StarQueries.Count, "less than a byte for each of the 7,000 values");
    }

    [Fact]
    public void The_smallest_request_allocates_little() => AllocatedBy("{ __typename }").ShouldBeLessThan(700);

    private long AllocatedBy(string query)
    {
        const int Runs = 20;
        var request = new GraphQLRequest { Query = query };
        for (var i = 0; i < Runs; i++)
            Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Runs; i++)
            Run();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Runs;

        void Run()
        {
            var task = _executor.ExecuteAsync(request, NoServices, CancellationToken.None);
            task.IsCompletedSuccessfully.ShouldBeTrue();
            task.Result.Dispose();
        }
    }

    [QueryType]
    public static class StarQueries
    {
        internal const int Count = 1_000;

        private static readonly Star[] All = [.. Enumerable.Range(0, Count).Select(i => new Star($"Star {i}", i, i / 8.0, i % 2 == 0, new DateOnly(2000, 1, 1).AddDays(i), (Colour)(i % 2), i * 1.25m))];

        public static IReadOnlyList<Star> Stars() => All;
    }

    public enum Colour
    {
        Red,
        PaleBlue,
    }

    public sealed record Star(string Name, int Number, double? Brightness, bool Visible, DateOnly? Seen, Colour Colour, decimal Mass);
}
