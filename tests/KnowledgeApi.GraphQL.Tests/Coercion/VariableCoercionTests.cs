using System.Text.Json;
using KnowledgeApi.GraphQL.Coercion;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Coercion;

/// <summary>Coercing variable values: section 6.1.2, with the input coercion of section 3.</summary>
public sealed class VariableCoercionTests
{
    [Theory]
    [InlineData("Int", "1", 1)]
    [InlineData("Int", "-2147483648", int.MinValue)]
    [InlineData("Int", "1.0", 1)]
    [InlineData("Int", "1e3", 1000)]
    [InlineData("Float", "1", 1.0)]
    [InlineData("Float", "1.5", 1.5)]
    [InlineData("ID", "\"a\"", "a")]
    [InlineData("ID", "12", "12")]
    [InlineData("String", "\"\\u00e9\"", "é")]
    [InlineData("Boolean", "true", true)]
    [InlineData("Kind", "\"TUG\"", "TUG")]
    [InlineData("Kind", "null", null)]
    public void A_value_becomes_what_its_type_takes(string type, string json, object? expected) =>
        Value(type, json).ShouldBe(expected);

    [Theory]
    [InlineData("Int", "2147483648")]
    [InlineData("Int", "1.5")]
    [InlineData("Int", "\"1\"")]
    [InlineData("Int", "true")]
    [InlineData("Float", "\"1\"")]
    [InlineData("ID", "1.5")]
    [InlineData("ID", "true")]
    [InlineData("String", "1")]
    [InlineData("String", "[\"a\"]")]
    [InlineData("Boolean", "0")]
    [InlineData("Kind", "\"tug\"")]
    [InlineData("Kind", "1")]
    [InlineData("[Int]", "[[1]]")]
    [InlineData("Moment", "1")]
    [InlineData("Moment", "[{\"day\":1}]")]
    public void A_value_that_does_not_fit_is_refused(string type, string json)
    {
        var error = Errors($"query ($v: {type}) {{ x }}", $$"""{"v":{{json}}}""").ShouldHaveSingleItem();

        error.Code.ShouldBe(ErrorCodes.VariableInvalid);
        error.Message.ShouldStartWith("Variable \"$v\" has invalid value");
        error.Locations.ShouldBe([new SourceLocation(1, 8)]);
    }

    [Fact]
    public void A_variable_that_is_not_given_is_absent() => Coerce("query ($v: Int) { x }", "{}").TryGetValue("v", out _).ShouldBeFalse();

    [Fact]
    public void A_variable_that_is_given_as_null_is_null()
    {
        Coerce("query ($v: Int = 1) { x }", """{"v":null}""").TryGetValue("v", out var value).ShouldBeTrue();

        value.ShouldBeNull();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"other":2}""")]
    public void A_variable_that_is_not_given_has_its_default(string json)
    {
        Coerce("query ($v: Int = 1) { x }", json).TryGetValue("v", out var value).ShouldBeTrue();

        value.ShouldBe(1);
    }

    [Fact]
    public void A_required_variable_is_given() =>
        Messages("query ($v: Int!) { x }", "{}")
            .ShouldBe(["Variable \"$v\" has invalid value: Expected a value of non-null type \"Int!\" to be provided."]);

    [Theory]
    [InlineData("Int!")]
    [InlineData("Int! = 1")]
    public void A_non_null_variable_is_not_null(string type) =>
        Messages($"query ($v: {type}) {{ x }}", """{"v":null}""")
            .ShouldBe(["Variable \"$v\" has invalid value: Expected value of non-null type \"Int!\" not to be null."]);

    [Theory]
    [InlineData("[Int]", "1", "[1]")]
    [InlineData("[Int]", "[1, null]", "[1,null]")]
    [InlineData("[[Int]]", "1", "[[1]]")]
    [InlineData("[[Int]]", "[1, [2]]", "[[1],[2]]")]
    [InlineData("[Int]", "null", "null")]
    public void A_single_value_is_a_list_of_one(string type, string json, string expected) =>
        JsonSerializer.Serialize(Value(type, json)).ShouldBe(expected);

    [Fact]
    public void An_input_object_has_its_fields_in_the_order_of_the_type_and_their_defaults() =>
        Shape(Value("Moment", """{"place":{"lat":1},"day":2}"""))
            .ShouldBe("{day: 2, hour: 12, place: {lat: 1, lon: 0, label: here, flags: [RED]}}");

    [Fact]
    public void A_field_that_is_null_is_not_absent() => Shape(Value("Moment", """{"day":2,"hour":null}""")).ShouldBe("{day: 2, hour: null}");

    [Fact]
    public void Messages_tell_the_path_to_what_is_wrong() =>
        Messages("query ($v: ShipFilter) { x }", """{"v":{"and":[{"kind":"TUG"},{"pick":{"place":{"lon":1,"lat":"x"}}}],"pik":1}}""").ShouldBe(
        [
            "Variable \"$v\" has invalid value at .and[1].pick.place.lat: Float expects a number, not \"x\".",
            "Variable \"$v\" has invalid value: Expected value of type \"ShipFilter\" not to include unknown field \"pik\". "
                + "Did you mean \"pick\"? Found: { and: [{ kind: \"TUG\" }, { pick: { place: { lon: 1, lat: \"x\" } } }], pik: 1 }.",
        ]);

    [Fact]
    public void The_required_fields_of_an_input_object_are_given() =>
        Messages("query ($v: Moment) { x }", """{"v":{"hour":1}}""")
            .ShouldBe(["Variable \"$v\" has invalid value: Expected value of type \"Moment\" to include required field \"day\", found: { hour: 1 }."]);

    [Theory]
    [InlineData("""{"id":1}""")]
    [InlineData("""{"any":[{"id":1},{"name":"x"}]}""")]
    public void A_oneOf_object_has_one_field(string json) => Errors("query ($v: Pick) { x }", $$"""{"v":{{json}}}""").ShouldBeEmpty();

    [Theory]
    [InlineData("{}", "")]
    [InlineData("""{"id":1,"name":"x"}""", "")]
    [InlineData("""{"id":1,"name":null}""", "")]
    [InlineData("""{"id":null}""", " at .id")]
    [InlineData("""{"any":[{}]}""", " at .any[0]")]
    public void Any_other_number_of_fields_or_a_null_is_refused(string json, string path) =>
        Messages("query ($v: Pick) { x }", $$"""{"v":{{json}}}""").ShouldBe(
        [
            $"Variable \"$v\" has invalid value{path}: "
                + "Within OneOf Input Object type \"Pick\", exactly one field must be specified, and the value for that field must be non-null.",
        ]);

    [Fact]
    public void All_variables_are_looked_at() =>
        Errors("query ($a: Int, $b: Int!, $c: Kind) { x }", """{"a":"x","c":"NOPE"}""").Select(error => error.Locations![0].Column).ShouldBe([8, 17, 27]);

    [Fact]
    public void Errors_end_at_a_limit()
    {
        var errors = Errors("query ($v: [Int]) { x }", $$"""{"v":[{{string.Join(",", Enumerable.Repeat("\"x\"", 1000))}}]}""");

        errors.Count.ShouldBe(51);
        errors[^1].Message.ShouldStartWith("There are more than 50 errors");
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("\"x\"")]
    public void Variables_are_an_object(string json) =>
        Messages("query ($v: Int) { x }", json).ShouldBe(["The variables of a request are a JSON object."]);

    [Fact]
    public void Nothing_given_at_all_is_no_variables() =>
        VariableCoercion.Coerce(Harbour.Schema, Operation("query ($v: Int) { x }"), null, out _).ShouldBeEmpty();

    [Fact]
    public void A_type_that_is_not_for_input_is_refused() =>
        Messages("query ($v: Ship) { x }", """{"v":1}""")
            .ShouldBe(["Variable \"$v\" expected value of type \"Ship\" which cannot be used as an input type."]);

    [Theory]
    [InlineData("Kind", """{"v":"\ud800"}""")]
    [InlineData("Moment", """{"v":{"\ud800":1}}""")]
    [InlineData("Moment", """{"\ud800":1,"v":{}}""")]
    public void Half_a_surrogate_pair_is_refused_like_any_other_text(string type, string json) =>
        Errors($"query ($v: {type}) {{ x }}", json).ShouldNotBeEmpty();

    [Fact]
    public void A_name_that_is_given_twice_counts_once_and_for_the_last() =>
        Shape(Value("Pick", """{"id":"a","id":"b"}""")).ShouldBe("{id: b}");

    [Fact]
    public void A_custom_scalar_takes_any_value() =>
        Value("Cargo", """{"a":[1,null]}""").ShouldBeOfType<JsonElement>().GetRawText().ShouldBe("""{"a":[1,null]}""");

    internal static string Shape(object? value) => value switch
    {
        null => "null",
        InputObject fields => $"{{{string.Join(", ", fields.Select(field => $"{field.Key}: {Shape(field.Value)}"))}}}",
        IReadOnlyList<object?> items => $"[{string.Join(", ", items.Select(Shape))}]",
        _ => FormattableString.Invariant($"{value}"),
    };

    private static object? Value(string type, string json)
    {
        Coerce($"query ($v: {type}) {{ x }}", $$"""{"v":{{json}}}""").TryGetValue("v", out var value).ShouldBeTrue();
        return value;
    }

    private static VariableValues Coerce(string document, string json)
    {
        VariableCoercion.Coerce(Harbour.Schema, Operation(document), JsonDocument.Parse(json).RootElement, out var values).ShouldBeEmpty();
        return values;
    }

    private static IReadOnlyList<GraphQLError> Errors(string document, string json) =>
        VariableCoercion.Coerce(Harbour.Schema, Operation(document), JsonDocument.Parse(json).RootElement, out _);

    private static IEnumerable<string> Messages(string document, string json) => Errors(document, json).Select(error => error.Message);

    private static OperationDefinitionNode Operation(string document) => (OperationDefinitionNode)Parser.ParseDocument(document).Definitions[0];
}
