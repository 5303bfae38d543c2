using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Planning;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Planning;

/// <summary>
/// A document is planned once for each setting of its conditions, and the cache is bounded. The schema has one field, whose resolver counts
/// the plans made of it.
/// </summary>
public sealed class PlanCacheTests
{
    private readonly Counter _counter = new();

    [Fact]
    public async Task A_document_is_planned_once()
    {
        var engine = Engine();
        for (var i = 0; i < 3; i++)
            (await engine.DataAsync("{ one }")).ShouldBe("""{"one":1}""");
        _counter.Plans.ShouldBe(1);
    }

    [Fact]
    public async Task Variables_outside_of_conditions_make_no_other_plan()
    {
        var engine = Engine();
        for (var i = 0; i < 3; i++)
            await engine.DataAsync("query ($n: Int!) { one(n: $n) }", $$"""{"n":{{i}}}""");
        _counter.Plans.ShouldBe(1);
    }

    [Fact]
    public async Task Each_setting_of_conditions_is_planned_apart()
    {
        var engine = Engine();
        for (var i = 0; i < 2; i++)
        {
            (await engine.DataAsync("query ($a: Boolean!) { one @skip(if: $a) two: one }", """{"a":true}""")).ShouldBe("""{"two":1}""");
            (await engine.DataAsync("query ($a: Boolean!) { one @skip(if: $a) two: one }", """{"a":false}""")).ShouldBe("""{"one":1,"two":1}""");
        }

        _counter.Plans.ShouldBe(3);
    }

    [Fact]
    public async Task Each_operation_of_a_document_is_planned_apart()
    {
        var engine = Engine();
        foreach (var name in new[] { "A", "B", "A", "B" })
            await engine.RunAsync(new GraphQLRequest { Query = "query A { one } query B { one }", OperationName = name });
        _counter.Plans.ShouldBe(2);
    }

    [Fact]
    public async Task A_full_cache_forgets_and_plans_again()
    {
        var engine = Engine(new ExecutionOptions { MaxCachedDocuments = 4 });
        for (var i = 0; i < 50; i++)
            await engine.DataAsync($"{{ a{i}: one }}");
        _counter.Plans.ShouldBe(50);
        await engine.DataAsync("{ a0: one }");
        _counter.Plans.ShouldBe(51);
    }

    [Fact]
    public async Task A_document_that_is_too_long_is_run_and_not_kept()
    {
        var engine = Engine(new ExecutionOptions { MaxCachedDocumentLength = 10 });
        await engine.DataAsync("{ one, one, one }");
        await engine.DataAsync("{ one, one, one }");
        _counter.Plans.ShouldBe(2);
    }

    [Fact]
    public async Task Many_settings_of_conditions_do_not_grow_without_bound()
    {
        var engine = Engine();
        var names = Enumerable.Range(0, 8).Select(i => $"v{i}").ToList();
        var query = $"query ({string.Join(" ", names.Select(n => $"${n}: Boolean!"))}) {{ {string.Join(" ", names.Select(n => $"{n}: one @include(if: ${n})"))} one }}";
        for (var setting = 0; setting < 256; setting++)
        {
            var members = names.Select((n, i) => $"\"{n}\":{((setting >> i & 1) == 1 ? "true" : "false")}");
            await engine.DataAsync(query, $"{{{string.Join(",", members)}}}");
        }

        _counter.Plans.ShouldBeGreaterThan(256);
    }

    [Fact]
    public async Task Many_threads_may_ask_the_same_at_once()
    {
        var engine = Engine();
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => engine.DataAsync($"{{ one(n: {i % 4}) }}"))));
        answers.ShouldAllBe(a => a == """{"one":1}""");
    }

    [Theory]
    [InlineData("subscription { one }")]
    [InlineData("subscription S { one } query Q { one }")]
    public async Task A_subscription_is_refused(string query)
    {
        var (outcome, text) = await Engine().RunAsync(new GraphQLRequest { Query = query, OperationName = query.Contains('S', StringComparison.Ordinal) ? "S" : null });
        outcome.ShouldBe(ExecutionOutcome.RequestError);
        text.ShouldNotContain("\"data\"");
        text.ShouldContain(ErrorCodes.OperationNotSupported);
    }

    private Engine Engine(ExecutionOptions? options = null)
    {
        var field = new Field
        {
            Name = "one",
            Type = BuiltIns.Int,
            Arguments = [new InputValue { Name = "n", Type = BuiltIns.Int }],
            Resolver = new Planned(_counter),
        };
        var query = new ObjectType { Name = "Query", Fields = [field] };
        var subscription = new ObjectType { Name = "Subscription", Fields = [field] };
        var schema = new Schema(query, [query, subscription, .. BuiltIns.Scalars, .. Introspection.AllTypes], BuiltIns.Directives, subscriptionType: subscription);
        return new Engine(schema, options);
    }

    private sealed class Counter
    {
        public int Plans { get; set; }
    }

    private sealed class Planned(Counter counter) : BatchResolver
    {
        public override object? Prepare(FieldPlan field) => counter.Plans++;

        public override ValueTask<IReadOnlyList<object?>> ResolveAsync(BatchContext context) => ValueTask.FromResult<IReadOnlyList<object?>>([1]);
    }
}
