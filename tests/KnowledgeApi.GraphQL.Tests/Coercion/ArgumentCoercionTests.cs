using System.Text.Json;
using KnowledgeApi.GraphQL.Coercion;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Coercion;

/// <summary>Coercing field arguments: section 6.4.1.</summary>
public sealed class ArgumentCoercionTests
{
    [Fact]
    public void Arguments_that_are_given_have_their_values()
    {
        var values = Coerce("numbers(int: 1, float: 2, id: 3, boolean: true, string: \"x\")");

        new[] { values["int"], values["float"], values["id"], values["boolean"], values["string"] }.ShouldBe([1, 2.0, "3", true, "x"]);
    }

    [Fact]
    public void An_argument_that_is_not_given_is_absent() => Coerce("numbers(int: 1)").TryGetValue("float", out _).ShouldBeFalse();

    [Fact]
    public void An_argument_that_is_null_is_there()
    {
        Coerce("numbers(int: null)").TryGetValue("int", out var value).ShouldBeTrue();

        value.ShouldBeNull();
    }

    [Fact]
    public void A_default_stands_in_for_what_is_not_given() =>
        Shape(Coerce("moment(of: { day: 1 })"), "or").ShouldBe("{day: 2, hour: 12}");

    [Fact]
    public void A_default_may_be_null()
    {
        Coerce("floating").TryGetValue("name", out var value).ShouldBeTrue();

        value.ShouldBeNull();
    }

    [Fact]
    public void A_default_stands_in_for_a_variable_without_a_value() =>
        Coerce("search(text: \"\", limit: $v)", "query ($v: Int)")["limit"].ShouldBe(5);

    [Fact]
    public void A_variable_without_a_value_makes_an_argument_absent() =>
        Coerce("numbers(int: $v)", "query ($v: Int)").TryGetValue("int", out _).ShouldBeFalse();

    [Fact]
    public void A_null_variable_where_null_is_not_allowed_is_refused()
    {
        var failure = Should.Throw<ArgumentCoercionException>(() => Coerce("search(text: \"\", limit: $v)", "query ($v: Int)", """{"v":null}"""));

        failure.Message.ShouldBe("Argument \"limit\" has invalid value: Expected variable \"$v\" provided to non-null type \"Int!\" not to be null.");
        failure.Node!.Location.ShouldBe(new SourceLocation(1, 43));
    }

    [Fact]
    public void A_variable_without_a_value_for_a_required_argument_is_refused() =>
        Should.Throw<ArgumentCoercionException>(() => Coerce("search(text: $v)", "query ($v: String)"))
            .Message.ShouldBe("Argument \"text\" has invalid value: Expected variable \"$v\" provided to type \"String!\" to provide a runtime value.");

    [Fact]
    public void A_required_argument_that_is_missing_blames_no_node()
    {
        var failure = Should.Throw<ArgumentCoercionException>(() => Coerce("search"));

        failure.Message.ShouldBe("Argument \"text\" of required type \"String!\" was not provided.");
        failure.Node.ShouldBeNull();
    }

    [Theory]
    [InlineData("{ day: 1, hour: $v }", "{day: 1, hour: 12}")]
    [InlineData("{ day: 1, place: { lat: 1, label: $v } }", "{day: 1, hour: 12, place: {lat: 1, lon: 0, label: here, flags: [RED]}}")]
    public void A_variable_without_a_value_makes_a_field_absent(string moment, string expected) =>
        Shape(Coerce($"moment(of: {moment})", "query ($v: Int)"), "of").ShouldBe(expected);

    [Fact]
    public void A_variable_without_a_value_is_null_in_a_list() =>
        Shape(Coerce("ships(where: { lengths: [[1, $v], $v] })", "query ($v: Float)"), "where").ShouldBe("{kind: TUG, lengths: [[1, null], null]}");

    [Fact]
    public void A_single_value_is_a_list_of_one() =>
        Shape(Coerce("named(names: \"a\", matrix: 1)"), "names", "matrix").ShouldBe("[a] [[1]]");

    [Fact]
    public void A_variable_keeps_the_value_it_was_coerced_to() =>
        Shape(Coerce("ship(by: { any: $v })", "query ($v: [Pick!])", """{"v":{"id":7}}"""), "by").ShouldBe("{any: [{id: 7}]}");

    [Theory]
    [InlineData("{}", "to provide a runtime value.")]
    [InlineData("""{"v":null}""", "not to be null.")]
    public void The_one_field_of_a_oneOf_object_has_a_value(string json, string end) =>
        Should.Throw<ArgumentCoercionException>(() => Coerce("ship(by: { id: $v })", "query ($v: ID)", json)).Message.ShouldEndWith(end);

    [Fact]
    public void The_path_inside_an_argument_is_told() =>
        Should.Throw<ArgumentCoercionException>(() => Coerce("ships(where: { and: [{}, { kinds: [TUG, $v] }] })", "query ($v: Kind)"))
            .Message.ShouldStartWith("Argument \"where\" has invalid value at .and[1].kinds[1]: Expected variable \"$v\"");

    [Fact]
    public void A_field_without_arguments_has_no_values() => ArgumentCoercion.Coerce([], [], VariableValues.None).ShouldBeSameAs(ArgumentValues.None);

    [Fact]
    public void Defaults_are_coerced_once() =>
        Coerce("moment(of: { day: 1 })")["or"].ShouldBeSameAs(Coerce("moment(of: { day: 2 })")["or"]);

    private static string Shape(ArgumentValues values, params string[] names) =>
        string.Join(" ", names.Select(name => VariableCoercionTests.Shape(values[name])));

    private static ArgumentValues Coerce(string field, string start = "query", string variables = "{}")
    {
        var operation = (OperationDefinitionNode)Parser.ParseDocument($"{start} {{ {field} }}").Definitions[0];
        VariableCoercion.Coerce(Harbour.Schema, operation, JsonDocument.Parse(variables).RootElement, out var values).ShouldBeEmpty();
        var node = (FieldNode)operation.SelectionSet.Selections[0];
        Harbour.Schema.TryGetField(Harbour.Schema.QueryType, node.Name.Value, out var definition).ShouldBeTrue();
        return ArgumentCoercion.Coerce(definition!.Arguments, node.Arguments, values);
    }
}
