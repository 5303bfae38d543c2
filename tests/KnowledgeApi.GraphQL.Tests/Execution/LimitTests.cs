using System.Diagnostics;
using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Execution;

/// <summary>How much an operation may take: time, objects, bytes, fields.</summary>
public sealed class LimitTests
{
    private static readonly Schema Schema = new SchemaBuilder().AddTypes(typeof(SlowQueries), typeof(GrainFields)).Build();

    [Theory]
    [InlineData("{ obeys }")]
    [InlineData("{ says }")]
    [InlineData("{ swallows grains(count: 1) { weight } }")]
    public async Task An_operation_is_stopped_when_its_time_is_up(string query)
    {
        var engine = new Engine(Schema, new ExecutionOptions { Deadline = TimeSpan.FromMilliseconds(50) });
        var (outcome, text) = await engine.RunAsync(new GraphQLRequest { Query = query });
        outcome.ShouldBe(ExecutionOutcome.LimitExceeded);
        text.ShouldBe("""{"errors":[{"message":"The operation took longer than 0.05 seconds and was stopped.","locations":[{"line":1,"column":1}],"extensions":{"code":"TIME_LIMIT_EXCEEDED"}}]}""");
        engine.Log.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_time_of_one_operation_is_not_that_of_the_next()
    {
        var engine = new Engine(Schema, new ExecutionOptions { Deadline = TimeSpan.FromMilliseconds(400) });
        var clock = Stopwatch.StartNew();
        while (clock.ElapsedMilliseconds < 1_000)
            (await engine.DataAsync("{ naps }")).ShouldBe("""{"naps":true}""");
    }

    [Fact]
    public async Task A_resolver_that_gives_up_by_itself_fails_its_field() =>
        (await new Engine(Schema).OutcomeAsync("{ givesUp grains(count: 1) { weight } }")).ShouldBe(
            """{"givesUp":null,"grains":[{"weight":1}]} | givesUp at 1:3 INTERNAL_SERVER_ERROR""");

    [Theory]
    [InlineData("{ obeys }")]
    [InlineData("{ says }")]
    public async Task A_client_that_goes_away_ends_its_operation(string query)
    {
        using var client = new CancellationTokenSource(50);
        await Should.ThrowAsync<OperationCanceledException>(() => new Engine(Schema).AskAsync(query, cancellation: client.Token));
    }

    [Fact]
    public async Task A_client_that_is_gone_already_starts_nothing()
    {
        using var client = new CancellationTokenSource();
        await client.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => new Engine(Schema).AskAsync("{ grains(count: 1) { weight } }", cancellation: client.Token));
    }

    [Theory]
    [InlineData("{ grains(count: 10) { weight } }", true)]
    [InlineData("{ grains(count: 11) { weight } }", false)]
    [InlineData("{ a: grains(count: 6) { weight } b: grains(count: 6) { weight } }", false)]
    [InlineData("{ grains(count: 2) { more(count: 4) { weight } } }", true)]
    [InlineData("{ grains(count: 2) { more(count: 5) { weight } } }", false)]
    [InlineData("{ heaps(count: 11) { weight } }", false)]
    [InlineData("{ endless { weight } }", false)]
    public async Task Objects_of_batches_are_counted(string query, bool isAnswered)
    {
        var (outcome, text) = await new Engine(Schema, new ExecutionOptions { MaxObjects = 10 }).RunAsync(new GraphQLRequest { Query = query });
        outcome.ShouldBe(isAnswered ? ExecutionOutcome.Executed : ExecutionOutcome.LimitExceeded);
        if (!isAnswered)
            text.ShouldBe("""{"errors":[{"message":"The answer has more than 10 objects. Ask for smaller pages.","locations":[{"line":1,"column":1}],"extensions":{"code":"RESULT_LIMIT_EXCEEDED"}}]}""");
    }

    [Theory]
    [InlineData("{ grains(count: 100) { size } }")]
    [InlineData("{ numbers }")]
    [InlineData("{ long }")]
    [InlineData("{ endless { size } }")]
    [InlineData("{ grains(count: 100) { fails } }")]
    public async Task Bytes_are_counted_those_of_errors_too(string query)
    {
        var (outcome, text) = await new Engine(Schema, new ExecutionOptions { MaxResponseBytes = 1_000 }).RunAsync(new GraphQLRequest { Query = query });
        outcome.ShouldBe(ExecutionOutcome.LimitExceeded);
        text.ShouldContain("RESULT_LIMIT_EXCEEDED");
        text.ShouldNotContain("data");
    }

    [Fact]
    public async Task Fields_of_a_plan_are_counted_once_for_each_object_type()
    {
        var engine = new Engine(Schema, new ExecutionOptions { MaxPlanFields = 3 });
        (await engine.RunAsync(new GraphQLRequest { Query = "{ a: naps b: naps c: naps }" })).Outcome.ShouldBe(ExecutionOutcome.Executed);
        var (outcome, text) = await engine.RunAsync(new GraphQLRequest { Query = "{ a: naps b: naps c: naps d: naps }" });
        outcome.ShouldBe(ExecutionOutcome.LimitExceeded);
        text.ShouldContain("DOCUMENT_LIMIT_EXCEEDED");
    }

    [QueryType]
    public static class SlowQueries
    {
        public static async Task<bool?> ObeysAsync(CancellationToken cancellation)
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return true;
        }

        /// <summary>Like a store that reports an interruption in its own words.</summary>
        public static async Task<bool?> SaysAsync(CancellationToken cancellation)
        {
            var interrupted = new TaskCompletionSource();
            await using var registration = cancellation.Register(interrupted.SetResult);
            await interrupted.Task;
            throw new InvalidOperationException("interrupted");
        }

        public static async Task<bool?> SwallowsAsync(CancellationToken cancellation)
        {
            await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        }

        public static async Task<bool> NapsAsync()
        {
            await Task.Delay(5);
            return true;
        }

        public static Task<bool?> GivesUpAsync() => throw new TaskCanceledException();

        public static IReadOnlyList<Grain> Grains(int count) => [.. Enumerable.Range(1, count).Select(i => new Grain(i))];

        public static IEnumerable<IEnumerable<Grain>> Heaps(int count) => Enumerable.Range(1, count).Select(i => Enumerable.Repeat(new Grain(i), 1));

        public static IEnumerable<Grain> Endless()
        {
            while (true)
                yield return new Grain(1);
        }

        public static IEnumerable<int> Numbers() => Enumerable.Range(0, int.MaxValue);

        public static string Long => new('x', 2_000);
    }

    public sealed record Grain(int Size)
    {
        public int? Fails => Size < 0 ? 0 : throw new FieldErrorException("Failed.", "FAILED");
    }

    [ObjectType<Grain>]
    public static class GrainFields
    {
        public static IReadOnlyList<int> GetWeight([Parent] IReadOnlyList<Grain> grains) => [.. grains.Select(g => g.Size)];

        public static IReadOnlyList<IReadOnlyList<Grain>> GetMore([Parent] IReadOnlyList<Grain> grains, int count) => [.. grains.Select(_ => SlowQueries.Grains(count))];
    }
}
