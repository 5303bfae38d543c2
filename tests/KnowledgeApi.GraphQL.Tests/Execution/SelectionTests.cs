using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Execution;

/// <summary>Collecting fields, merging them and the order of the response: sections 6.3 and 6.4.3.</summary>
public sealed class SelectionTests
{
    private static readonly Engine Garden = Engine.Of(typeof(GardenQueries), typeof(PlantFields), typeof(Tree), typeof(Herb));

    [Theory]
    [InlineData("{ c: size a: size b: size }", """{"c":3,"a":3,"b":3}""")]
    [InlineData("{ size tree { name } size }", """{"size":3,"tree":{"name":"oak"}}""")]
    [InlineData("{ tree { name } size tree { height } }", """{"tree":{"name":"oak","height":20},"size":3}""")]
    [InlineData("{ a: size ... { b: size a: size } c: size }", """{"a":3,"b":3,"c":3}""")]
    [InlineData("{ ...F size } fragment F on Query { tree { name } }", """{"tree":{"name":"oak"},"size":3}""")]
    [InlineData("{ size ...F ...F } fragment F on Query { tree { name } size }", """{"size":3,"tree":{"name":"oak"}}""")]
    public async Task Keys_stand_in_the_order_they_are_first_met(string query, string data) => (await Garden.DataAsync(query)).ShouldBe(data);

    [Theory]
    [InlineData("{ tree { name name name } }", """{"tree":{"name":"oak"}}""")]
    [InlineData("{ tree { ... on Plant { name } ... on Tree { height name } } }", """{"tree":{"name":"oak","height":20}}""")]
    [InlineData("{ tree { near { name } near { ... on Herb { smell } } } }", """{"tree":{"near":[{"name":"thyme","smell":"SHARP"},{"name":"elm"}]}}""")]
    [InlineData("{ tree { near { ...N } ...M } } fragment N on Plant { name } fragment M on Tree { near { __typename } }", """{"tree":{"near":[{"name":"thyme","__typename":"Herb"},{"name":"elm","__typename":"Tree"}]}}""")]
    public async Task Fields_of_one_key_are_merged(string query, string data) => (await Garden.DataAsync(query)).ShouldBe(data);

    [Theory]
    [InlineData("{ plants { ... on Tree { height } ... on Herb { smell } } }", """{"plants":[{"height":20},{"smell":"SHARP"}]}""")]
    [InlineData("{ plants { ... on Plant { name } ... on Growing { ... on Herb { smell } } } }", """{"plants":[{"name":"oak"},{"name":"thyme","smell":"SHARP"}]}""")]
    [InlineData("{ plants { a: name ... on Tree { b: height a: name } c: name } }", """{"plants":[{"a":"oak","b":20,"c":"oak"},{"a":"thyme","c":"thyme"}]}""")]
    [InlineData("{ plants { ... on Tree { x: height } ... on Herb { x: count } } }", """{"plants":[{"x":20},{"x":5}]}""")]
    public async Task Fragments_apply_to_the_object_types_they_fit(string query, string data) => (await Garden.DataAsync(query)).ShouldBe(data);

    [Theory]
    [InlineData("{ __typename }", """{"__typename":"Query"}""")]
    [InlineData("{ plants { __typename kind: __typename } }", """{"plants":[{"__typename":"Tree","kind":"Tree"},{"__typename":"Herb","kind":"Herb"}]}""")]
    [InlineData("{ any { __typename } }", """{"any":{"__typename":"Herb"}}""")]
    public async Task Every_object_knows_its_type(string query, string data) => (await Garden.DataAsync(query)).ShouldBe(data);

    [Theory]
    [InlineData("@skip(if: true)", """{"b":3}""")]
    [InlineData("@skip(if: false)", """{"a":3,"b":3}""")]
    [InlineData("@include(if: true)", """{"a":3,"b":3}""")]
    [InlineData("@include(if: false)", """{"b":3}""")]
    [InlineData("@include(if: true) @skip(if: true)", """{"b":3}""")]
    [InlineData("@include(if: false) @skip(if: false)", """{"b":3}""")]
    public async Task A_field_is_left_out_by_skip_and_include(string directives, string data)
    {
        (await Garden.DataAsync($"{{ a: size {directives} b: size }}")).ShouldBe(data);
        (await Garden.DataAsync($"{{ ... {directives} {{ a: size }} b: size }}")).ShouldBe(data);
        (await Garden.DataAsync($"{{ ...F {directives} b: size }} fragment F on Query {{ a: size }}")).ShouldBe(data);
    }

    [Theory]
    [InlineData("true", """{"b":3,"a":3}""")]
    [InlineData("false", """{"a":3,"b":3}""")]
    public async Task Order_is_by_the_first_occurrence_that_is_included(string skip, string data) =>
        (await Garden.DataAsync("query ($skip: Boolean!) { a: size @skip(if: $skip) b: size a: size }", $$"""{"skip":{{skip}}}""")).ShouldBe(data);

    [Fact]
    public async Task A_spread_that_is_left_out_leaves_the_next_spread_in() =>
        (await Garden.DataAsync("{ ...F @skip(if: true) b: size ...F } fragment F on Query { a: size }")).ShouldBe("""{"b":3,"a":3}""");

    [Fact]
    public async Task A_variable_condition_takes_its_default() =>
        (await Garden.DataAsync("query ($on: Boolean = false) { a: size @include(if: $on) b: size }")).ShouldBe("""{"b":3}""");

    [Fact]
    public async Task A_condition_without_a_value_is_refused()
    {
        var outcome = await Garden.OutcomeAsync("query ($on: Boolean = false) { a: size @include(if: $on) }", """{"on":null}""");
        outcome.ShouldBe("no data | - at 1:53 VARIABLE_INVALID");
    }

    [Theory]
    [InlineData("{ size @skip(if: true) }")]
    [InlineData("{ ... @include(if: false) { size } }")]
    public async Task A_selection_of_nothing_is_an_empty_object(string query) => (await Garden.AskAsync(query)).ShouldBe("""{"data":{}}""");

    [Fact]
    public async Task The_operation_named_is_the_one_that_runs()
    {
        const string Query = "query A { a: size } query B { b: size }";
        (await Garden.RunAsync(new() { Query = Query, OperationName = "B" })).Text.ShouldBe("""{"data":{"b":3}}""");
        (await Garden.OutcomeAsync(Query)).ShouldBe("no data | - at - OPERATION_NOT_FOUND");
        (await Garden.RunAsync(new() { Query = Query, OperationName = "C" })).Text.ShouldContain("OPERATION_NOT_FOUND");
        (await Garden.OutcomeAsync("fragment F on Query { size }")).ShouldEndWith("VALIDATION_FAILED");
    }

    [QueryType]
    public static class GardenQueries
    {
        public static int Size => 3;

        public static Tree Tree => new("oak", 20);

        public static IReadOnlyList<IPlant> Plants() => [new Tree("oak", 20), new Herb("thyme", Smell.Sharp)];

        public static IGrowing Any() => new Herb("mint", Smell.Sweet);
    }

    [InterfaceType<IPlant>]
    public static class PlantFields
    {
        public static IReadOnlyList<IReadOnlyList<IPlant>> GetNear([Parent(nameof(IPlant.Name))] IReadOnlyList<IPlant> plants) =>
            [.. plants.Select(IReadOnlyList<IPlant> (_) => [new Herb("thyme", Smell.Sharp), new Tree("elm", 9)])];
    }

    [InterfaceType]
    public interface IPlant
    {
        string Name { get; }
    }

    [UnionType]
    public interface IGrowing;

    public enum Smell
    {
        Sweet,
        Sharp,
    }

    public sealed record Tree(string Name, int Height) : IPlant, IGrowing;

    public sealed record Herb(string Name, Smell Smell) : IPlant, IGrowing
    {
        public int Count => Name.Length;
    }
}
