using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Tests.Harness.Zoo;

namespace KnowledgeApi.GraphQL.Tests.Execution;

/// <summary>Mutations run one after the other, each with all below it: section 6.2.2.</summary>
public sealed class MutationTests
{
    private readonly Diary _diary = new();
    private readonly Engine _zoo;

    public MutationTests() => _zoo = ZooSchema.Engine(diary: _diary);

    [Fact]
    public async Task Each_sees_what_those_before_it_did() =>
        (await _zoo.DataAsync("mutation { a: feed(grams: 5) { total } b: feed(grams: 7) { total } }")).ShouldBe("""{"a":{"total":5},"b":{"total":12}}""");

    [Fact]
    public async Task All_below_one_is_done_before_the_next_begins()
    {
        await _zoo.DataAsync("mutation { a: feed(grams: 1) { again { again { total } } } b: feed(grams: 2) { again { total } } }");
        _diary.Entries.ShouldBe(["feed 1", "total 1", "feed 2", "total 3"]);
    }

    [Fact]
    public async Task The_order_is_that_of_the_response_not_of_the_schema()
    {
        (await _zoo.DataAsync("mutation { empty b: feed(grams: 2) { grams } ...P } fragment P on Mutation { a: feed(grams: 1) { grams } empty }"))
            .ShouldBe("""{"empty":true,"b":{"grams":2},"a":{"grams":1}}""");
        _diary.Entries.ShouldBe(["empty", "feed 2", "feed 1"]);
    }

    [Fact]
    public async Task One_that_fails_does_not_stop_the_next() =>
        (await _zoo.OutcomeAsync("mutation { a: refuse { total } b: feed(grams: 2) { total } }")).ShouldBe(
            """{"a":null,"b":{"total":2}} | a at 1:12 REFUSED""");

    [Fact]
    public async Task One_that_must_not_be_null_takes_the_others_with_it()
    {
        var outcome = await _zoo.OutcomeAsync("mutation { a: feed(grams: 2) { total } b: never { total } }");
        outcome.ShouldBe("null | b at 1:40 NON_NULL_VIOLATION");
        _diary.Eaten.ShouldBe(2, "what is done is done");
    }

    [Fact]
    public async Task Values_that_are_read_are_read_in_their_turn()
    {
        MealMutations.Reads = 0;
        (await _zoo.DataAsync("mutation { x: readAgain __typename y: readAgain }")).ShouldBe("""{"x":1,"__typename":"Mutation","y":2}""");
        _zoo.Log.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_field_merged_is_done_once()
    {
        (await _zoo.DataAsync("mutation { feed(grams: 3) { grams } feed(grams: 3) { total } }")).ShouldBe("""{"feed":{"grams":3,"total":3}}""");
        _diary.Entries.ShouldBe(["feed 3", "total 3"]);
    }

    [Fact]
    public async Task Where_only_queries_may_run_nothing_is_done()
    {
        var (outcome, text) = await _zoo.RunAsync(new GraphQLRequest { Query = "mutation { empty }", AllowMutations = false });
        outcome.ShouldBe(ExecutionOutcome.OperationNotAllowed);
        text.ShouldContain(ErrorCodes.OperationNotAllowed);
        _diary.Entries.ShouldBeEmpty();
    }
}
