using KnowledgeApi.GraphQL.Tests.Harness.Zoo;

namespace KnowledgeApi.GraphQL.Tests.Execution;

/// <summary>Collecting fields, merging them and the order of the response: sections 6.3 and 6.4.3.</summary>
public sealed class SelectionTests
{
    private readonly Engine _zoo = ZooSchema.Engine();

    [Theory]
    [InlineData("{ c: size a: size b: size }", """{"c":3,"a":3,"b":3}""")]
    [InlineData("{ size lion { name } size }", """{"size":3,"lion":{"name":"Al"}}""")]
    [InlineData("{ lion { name } size lion { age } }", """{"lion":{"name":"Al","age":20},"size":3}""")]
    [InlineData("{ a: size ... { b: size a: size } c: size }", """{"a":3,"b":3,"c":3}""")]
    [InlineData("{ ...F size } fragment F on Query { lion { name } }", """{"lion":{"name":"Al"},"size":3}""")]
    [InlineData("{ size ...F ...F } fragment F on Query { lion { name } size }", """{"size":3,"lion":{"name":"Al"}}""")]
    public async Task Keys_stand_in_the_order_they_are_first_met(string query, string data) => (await _zoo.DataAsync(query)).ShouldBe(data);

    [Theory]
    [InlineData("{ lion { name name name } }", """{"lion":{"name":"Al"}}""")]
    [InlineData("{ lion { ... on Animal { name } ... on Lion { age name } } }", """{"lion":{"name":"Al","age":20}}""")]
    [InlineData("{ lion { friends { name } friends { ... on Gnu { coat } } } }", """{"lion":{"friends":[{"name":"Bob","coat":"PALE_GREY"},{"name":"Clara"}]}}""")]
    [InlineData("{ lion { friends { ...N } ...M } } fragment N on Animal { name } fragment M on Lion { friends { __typename } }", """{"lion":{"friends":[{"name":"Bob","__typename":"Gnu"},{"name":"Clara","__typename":"Lion"}]}}""")]
    public async Task Fields_of_one_key_are_merged(string query, string data) => (await _zoo.DataAsync(query)).ShouldBe(data);

    [Theory]
    [InlineData("{ animals { ... on Lion { age } ... on Gnu { coat } } }", """{"animals":[{"age":20},{"coat":"PALE_GREY"},{"age":9}]}""")]
    [InlineData("{ animals { ... on Animal { name } ... on Resident { ... on Gnu { coat } } } }", """{"animals":[{"name":"Al"},{"name":"Bob","coat":"PALE_GREY"},{"name":"Clara"}]}""")]
    [InlineData("{ animals { a: name ... on Lion { b: age a: name } c: name } }", """{"animals":[{"a":"Al","b":20,"c":"Al"},{"a":"Bob","c":"Bob"},{"a":"Clara","b":9,"c":"Clara"}]}""")]
    [InlineData("{ animals { ... on Lion { x: age } ... on Gnu { x: number } } }", """{"animals":[{"x":20},{"x":5},{"x":9}]}""")]
    public async Task Fragments_apply_to_the_object_types_they_fit(string query, string data) => (await _zoo.DataAsync(query)).ShouldBe(data);

    [Theory]
    [InlineData("{ __typename }", """{"__typename":"Query"}""")]
    [InlineData("{ animals { __typename kind: __typename } }", """{"animals":[{"__typename":"Lion","kind":"Lion"},{"__typename":"Gnu","kind":"Gnu"},{"__typename":"Lion","kind":"Lion"}]}""")]
    [InlineData("{ any { __typename } }", """{"any":{"__typename":"Gnu"}}""")]
    public async Task Every_object_knows_its_type(string query, string data) => (await _zoo.DataAsync(query)).ShouldBe(data);

    [Theory]
    [InlineData("@skip(if: true)", """{"b":3}""")]
    [InlineData("@skip(if: false)", """{"a":3,"b":3}""")]
    [InlineData("@include(if: true)", """{"a":3,"b":3}""")]
    [InlineData("@include(if: false)", """{"b":3}""")]
    [InlineData("@include(if: true) @skip(if: true)", """{"b":3}""")]
    [InlineData("@include(if: false) @skip(if: false)", """{"b":3}""")]
    public async Task A_field_is_left_out_by_skip_and_include(string directives, string data)
    {
        (await _zoo.DataAsync($"{{ a: size {directives} b: size }}")).ShouldBe(data);
        (await _zoo.DataAsync($"{{ ... {directives} {{ a: size }} b: size }}")).ShouldBe(data);
        (await _zoo.DataAsync($"{{ ...F {directives} b: size }} fragment F on Query {{ a: size }}")).ShouldBe(data);
    }

    [Theory]
    [InlineData("true", """{"b":3,"a":3}""")]
    [InlineData("false", """{"a":3,"b":3}""")]
    public async Task Order_is_by_the_first_occurrence_that_is_included(string skip, string data) =>
        (await _zoo.DataAsync("query ($skip: Boolean!) { a: size @skip(if: $skip) b: size a: size }", $$"""{"skip":{{skip}}}""")).ShouldBe(data);

    [Fact]
    public async Task A_spread_that_is_left_out_leaves_the_next_spread_in() =>
        (await _zoo.DataAsync("{ ...F @skip(if: true) b: size ...F } fragment F on Query { a: size }")).ShouldBe("""{"b":3,"a":3}""");

    [Fact]
    public async Task A_variable_condition_takes_its_default() =>
        (await _zoo.DataAsync("query ($on: Boolean = false) { a: size @include(if: $on) b: size }")).ShouldBe("""{"b":3}""");

    [Fact]
    public async Task A_condition_without_a_value_is_refused()
    {
        var outcome = await _zoo.OutcomeAsync("query ($on: Boolean = false) { a: size @include(if: $on) }", """{"on":null}""");
        outcome.ShouldBe("no data | - at 1:53 VARIABLE_INVALID");
    }

    [Theory]
    [InlineData("{ size @skip(if: true) }")]
    [InlineData("{ ... @include(if: false) { size } }")]
    public async Task A_selection_of_nothing_is_an_empty_object(string query) => (await _zoo.AskAsync(query)).ShouldBe("""{"data":{}}""");

    [Fact]
    public async Task The_operation_named_is_the_one_that_runs()
    {
        const string Query = "query A { a: size } query B { b: size }";
        (await _zoo.RunAsync(new() { Query = Query, OperationName = "B" })).Text.ShouldBe("""{"data":{"b":3}}""");
        (await _zoo.OutcomeAsync(Query)).ShouldBe("no data | - at - OPERATION_NOT_FOUND");
        (await _zoo.RunAsync(new() { Query = Query, OperationName = "C" })).Text.ShouldContain("OPERATION_NOT_FOUND");
        (await _zoo.OutcomeAsync("fragment F on Query { size }")).ShouldEndWith("VALIDATION_FAILED");
    }
}
