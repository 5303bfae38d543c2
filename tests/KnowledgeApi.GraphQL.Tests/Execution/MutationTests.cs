using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Execution;

/// <summary>Mutations run one after the other, each with all below it: section 6.2.2.</summary>
public sealed class MutationTests
{
    private readonly Till _till = new();
    private readonly Engine _shop;

    public MutationTests() => _shop = new Engine(
        new SchemaBuilder().AddTypes(typeof(ShopQueries), typeof(ShopMutations), typeof(ReceiptFields)).UseServices(type => type == typeof(Till)).Build(), null, _till);

    [Fact]
    public async Task Each_sees_what_those_before_it_did() =>
        (await _shop.DataAsync("mutation { a: pay(cents: 5) { total } b: pay(cents: 7) { total } }")).ShouldBe("""{"a":{"total":5},"b":{"total":12}}""");

    [Fact]
    public async Task All_below_one_is_done_before_the_next_begins()
    {
        await _shop.DataAsync("mutation { a: pay(cents: 1) { again { again { total } } } b: pay(cents: 2) { again { total } } }");
        _till.Log.ShouldBe(["pay 1", "total 1", "pay 2", "total 3"]);
    }

    [Fact]
    public async Task The_order_is_that_of_the_response_not_of_the_schema()
    {
        (await _shop.DataAsync("mutation { empty b: pay(cents: 2) { cents } ...P } fragment P on Mutation { a: pay(cents: 1) { cents } empty }"))
            .ShouldBe("""{"empty":true,"b":{"cents":2},"a":{"cents":1}}""");
        _till.Log.ShouldBe(["empty", "pay 2", "pay 1"]);
    }

    [Fact]
    public async Task One_that_fails_does_not_stop_the_next() =>
        (await _shop.OutcomeAsync("mutation { a: refuse { total } b: pay(cents: 2) { total } }")).ShouldBe(
            """{"a":null,"b":{"total":2}} | a at 1:12 REFUSED""");

    [Fact]
    public async Task One_that_must_not_be_null_takes_the_others_with_it()
    {
        var outcome = await _shop.OutcomeAsync("mutation { a: pay(cents: 2) { total } b: never { total } }");
        outcome.ShouldBe("null | b at 1:39 NON_NULL_VIOLATION");
        _till.Total.ShouldBe(2, "what is done is done");
    }

    [Fact]
    public async Task Values_that_are_read_are_read_in_their_turn()
    {
        ShopMutations.Reads = 0;
        (await _shop.DataAsync("mutation { x: readAgain __typename y: readAgain }")).ShouldBe("""{"x":1,"__typename":"Mutation","y":2}""");
        _shop.Log.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_field_merged_is_done_once()
    {
        (await _shop.DataAsync("mutation { pay(cents: 3) { cents } pay(cents: 3) { total } }")).ShouldBe("""{"pay":{"cents":3,"total":3}}""");
        _till.Log.ShouldBe(["pay 3", "total 3"]);
    }

    [Fact]
    public async Task Where_only_queries_may_run_nothing_is_done()
    {
        var (outcome, text) = await _shop.RunAsync(new GraphQLRequest { Query = "mutation { empty }", AllowMutations = false });
        outcome.ShouldBe(ExecutionOutcome.OperationNotAllowed);
        text.ShouldContain(ErrorCodes.OperationNotAllowed);
        _till.Log.ShouldBeEmpty();
    }

    public sealed class Till
    {
        public List<string> Log { get; } = [];

        public int Total { get; set; }
    }

    public sealed record Receipt(int Cents);

    [QueryType]
    public static class ShopQueries
    {
        public static int Open => 1;
    }

    [MutationType]
    public static class ShopMutations
    {
        internal static int Reads { get; set; }

        public static int ReadAgain => ++Reads;

        public static async Task<Receipt> PayAsync(Till till, int cents)
        {
            till.Log.Add($"pay {cents}");
            await Task.Yield();
            till.Total += cents;
            return new Receipt(cents);
        }

        public static bool Empty(Till till)
        {
            till.Log.Add("empty");
            till.Total = 0;
            return true;
        }

        public static Receipt? Refuse() => throw new FieldErrorException("No.", "REFUSED");

        [GraphQLType("Receipt!")]
        public static object? Never() => null;
    }

    [ObjectType<Receipt>]
    public static class ReceiptFields
    {
        public static IReadOnlyList<int> GetTotal([Parent] IReadOnlyList<Receipt> receipts, Till till)
        {
            till.Log.Add($"total {till.Total}");
            return [.. receipts.Select(_ => till.Total)];
        }

        public static IReadOnlyList<Receipt> GetAgain([Parent] IReadOnlyList<Receipt> receipts) => receipts;
    }
}
