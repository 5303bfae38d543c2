using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Tests.Harness.Zoo;
using KnowledgeApi.GraphQL.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace KnowledgeApi.GraphQL.Tests.Execution;

/// <summary>What a request leaves for the garbage collector once its plan is known.</summary>
public sealed class AllocationTests
{
    private static readonly IServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    private readonly RequestExecutor _executor = new(
        ZooSchema.Schema,
        new ExecutionOptions(),
        new ParserLimits(),
        new ValidationLimits(),
        "1",
        NullLogger<RequestExecutor>.Instance);

    [Fact]
    public void No_scalar_value_allocates()
    {
        const string Query = "{ herd { name number height tame born coat price } }";
        AllocatedBy(Query).ShouldBeLessThan(7 * AnimalQueries.HerdSize, "less than a byte for each of the 7,000 values");
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
}
