using KnowledgeApi.GraphQL.Tests.Harness.Zoo;

namespace KnowledgeApi.GraphQL.Tests.Execution;

/// <summary>Arguments on their way in and results on their way out: sections 6.4.1, 6.4.3 and 3.5.</summary>
public sealed class ValueTests
{
    private readonly Engine _zoo = ZooSchema.Engine();

    [Theory]
    [InlineData("int", "-7")]
    [InlineData("float", "0.25")]
    [InlineData("huge", "1E+300")]
    [InlineData("text", "\"a\\\"\\\\\\n\\u0000é\U0001F41D\"")]
    [InlineData("flag", "false")]
    [InlineData("key", "\"k-1\"")]
    [InlineData("coat", "\"PALE_GREY\"")]
    [InlineData("day", "\"2024-02-29\"")]
    [InlineData("moment", "\"2024-02-29T12:30:00Z\"")]
    [InlineData("price", "\"12.50\"")]
    [InlineData("anything", """{"a":[1,null]}""")]
    [InlineData("ints", "[1,2]")]
    [InlineData("coats", """["BROWN",null]""")]
    [InlineData("grid", "[[1.5],[]]")]
    [InlineData("texts", """["a",null,""]""")]
    public async Task A_result_is_written_as_its_type_says(string field, string json) => (await _zoo.DataAsync($"{{ {field} }}")).ShouldBe($"{{\"{field}\":{json}}}");

    [Theory]
    [InlineData("badFloat", "Float cannot hold NaN: only finite numbers can be sent.")]
    [InlineData("badCoat", "Coat has no value for Tartan.")]
    public async Task A_result_that_does_not_fit_its_type_is_an_error_and_null(string field, string message)
    {
        var text = await _zoo.AskAsync($"{{ {field} }}");
        text.ShouldBe($$$"""{"data":{"{{{field}}}":null},"errors":[{"message":"{{{message}}}","locations":[{"line":1,"column":3}],"path":["{{{field}}}"],"extensions":{"code":"VALUE_INVALID"}}]}""");
    }

    [Fact]
    public async Task An_item_that_does_not_fit_is_null_in_its_list() =>
        (await _zoo.OutcomeAsync("{ badCoats }")).ShouldBe("""{"badCoats":["BROWN",null]} | badCoats.1 at 1:3 VALUE_INVALID""");

    [Fact]
    public async Task A_scalar_that_fails_after_writing_leaves_nothing_behind() =>
        (await _zoo.OutcomeAsync("{ int half flag }")).ShouldBe("""{"int":-7,"half":null,"flag":false} | half at 1:7 INTERNAL_SERVER_ERROR""");

    [Theory]
    [InlineData("query ($v: Int = 2) { add(a: $v) int }", """{"add":null,"int":-7} | add at 1:30 ARGUMENT_INVALID""")]
    [InlineData("query ($v: Int = 2) { add(a: 1, b: $v) }", """{"add":null} | add at 1:36 ARGUMENT_INVALID""")]
    [InlineData("query ($v: Int = 2) { sum(of: [1, $v]) }", """{"sum":null} | sum at 1:35 ARGUMENT_INVALID""")]
    [InlineData("query ($v: Int = 2) { ... on Query { add(a: $v) add(a: $v) } }", """{"add":null} | add at 1:45 ARGUMENT_INVALID""")]
    public async Task An_argument_that_only_its_variable_spoils_fails_its_field_and_is_itself_to_blame(string query, string outcome) =>
        (await _zoo.OutcomeAsync(query, """{"v":null}""")).ShouldBe(outcome);

    [Theory]
    [InlineData("{ add(a: 1) }", "{}", "3")]
    [InlineData("{ add(a: 1, b: 5) }", "{}", "6")]
    [InlineData("query ($v: Int) { add(a: 1, b: $v) }", "{}", "3")]
    [InlineData("query ($v: Int = 4) { add(a: 1, b: $v) }", "{}", "5")]
    [InlineData("query ($v: Int = 4) { add(a: 1, b: $v) }", """{"v":6}""", "7")]
    public async Task Defaults_and_variables_reach_the_resolver(string query, string variables, string sum) =>
        (await _zoo.DataAsync(query, variables)).ShouldBe($"{{\"add\":{sum}}}");

    [Fact]
    public async Task The_same_document_runs_with_other_variables()
    {
        const string Query = "query ($v: Int!) { add(a: $v) }";
        (await _zoo.DataAsync(Query, """{"v":1}""")).ShouldBe("""{"add":3}""");
        (await _zoo.DataAsync(Query, """{"v":2}""")).ShouldBe("""{"add":4}""");
        (await _zoo.OutcomeAsync(Query, "{}")).ShouldBe("no data | - at 1:8 VARIABLE_INVALID");
    }
}
