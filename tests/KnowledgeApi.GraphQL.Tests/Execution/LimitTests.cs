using System.Diagnostics;
using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Tests.Harness.Zoo;

namespace KnowledgeApi.GraphQL.Tests.Execution;

/// <summary>How much an operation may take: time, objects, bytes, fields.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData("{ obeys }")]
    [InlineData("{ says }")]
    [InlineData("{ swallows herd(count: 1) { weight } }")]
    public async Task An_operation_is_stopped_when_its_time_is_up(string query)
    {
        var engine = ZooSchema.Engine(new ExecutionOptions { Deadline = TimeSpan.FromMilliseconds(50) });
        var (outcome, text) = await engine.RunAsync(new GraphQLRequest { Query = query });
        outcome.ShouldBe(ExecutionOutcome.LimitExceeded);
        text.ShouldBe("""{"errors":[{"message":"The operation took longer than 0.05 seconds and was stopped.","locations":[{"line":1,"column":1}],"extensions":{"code":"TIME_LIMIT_EXCEEDED"}}]}""");
        engine.Log.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_time_of_one_operation_is_not_that_of_the_next()
    {
        var engine = ZooSchema.Engine(new ExecutionOptions { Deadline = TimeSpan.FromMilliseconds(400) });
        var clock = Stopwatch.StartNew();
        while (clock.ElapsedMilliseconds < 1_000)
            (await engine.DataAsync("{ naps }")).ShouldBe("""{"naps":true}""");
    }

    [Fact]
    public async Task A_resolver_that_gives_up_by_itself_fails_its_field() =>
        (await ZooSchema.Engine().OutcomeAsync("{ givesUp herd(count: 1) { weight } }")).ShouldBe(
            """{"givesUp":null,"herd":[{"weight":5}]} | givesUp at 1:3 INTERNAL_SERVER_ERROR""");

    [Theory]
    [InlineData("{ obeys }")]
    [InlineData("{ says }")]
    public async Task A_client_that_goes_away_ends_its_operation(string query)
    {
        using var client = new CancellationTokenSource(50);
        await Should.ThrowAsync<OperationCanceledException>(() => ZooSchema.Engine().AskAsync(query, cancellation: client.Token));
    }

    [Fact]
    public async Task A_client_that_is_gone_already_starts_nothing()
    {
        using var client = new CancellationTokenSource();
        await client.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => ZooSchema.Engine().AskAsync("{ herd(count: 1) { weight } }", cancellation: client.Token));
    }

    [Theory]
    [InlineData("{ herd(count: 10) { weight } }", true)]
    [InlineData("{ herd(count: 11) { weight } }", false)]
    [InlineData("{ a: herd(count: 6) { weight } b: herd(count: 6) { weight } }", false)]
    [InlineData("{ herd(count: 2) { more(count: 4) { weight } } }", true)]
    [InlineData("{ herd(count: 2) { more(count: 5) { weight } } }", false)]
    [InlineData("{ herds(count: 11) { weight } }", false)]
    [InlineData("{ endless { weight } }", false)]
    public async Task Objects_of_batches_are_counted(string query, bool isAnswered)
    {
        var (outcome, text) = await ZooSchema.Engine(new ExecutionOptions { MaxObjects = 10 }).RunAsync(new GraphQLRequest { Query = query });
        outcome.ShouldBe(isAnswered ? ExecutionOutcome.Executed : ExecutionOutcome.LimitExceeded);
        if (!isAnswered)
            text.ShouldBe("""{"errors":[{"message":"The answer has more than 10 objects. Ask for smaller pages.","locations":[{"line":1,"column":1}],"extensions":{"code":"RESULT_LIMIT_EXCEEDED"}}]}""");
    }

    [Theory]
    [InlineData("{ herd(count: 100) { number } }")]
    [InlineData("{ numbers }")]
    [InlineData("{ long }")]
    [InlineData("{ endless { number } }")]
    [InlineData("{ herd(count: 100) { refuses } }")]
    public async Task Bytes_are_counted_those_of_errors_too(string query)
    {
        var (outcome, text) = await ZooSchema.Engine(new ExecutionOptions { MaxResponseBytes = 1_000 }).RunAsync(new GraphQLRequest { Query = query });
        outcome.ShouldBe(ExecutionOutcome.LimitExceeded);
        text.ShouldContain("RESULT_LIMIT_EXCEEDED");
        text.ShouldNotContain("data");
    }

    [Fact]
    public async Task Fields_of_a_plan_are_counted_once_for_each_object_type()
    {
        var engine = ZooSchema.Engine(new ExecutionOptions { MaxPlanFields = 3 });
        (await engine.RunAsync(new GraphQLRequest { Query = "{ a: naps b: naps c: naps }" })).Outcome.ShouldBe(ExecutionOutcome.Executed);
        var (outcome, text) = await engine.RunAsync(new GraphQLRequest { Query = "{ a: naps b: naps c: naps d: naps }" });
        outcome.ShouldBe(ExecutionOutcome.LimitExceeded);
        text.ShouldContain("DOCUMENT_LIMIT_EXCEEDED");
    }
}
