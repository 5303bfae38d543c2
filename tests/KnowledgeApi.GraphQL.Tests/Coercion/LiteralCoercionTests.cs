using System.Text.Json;
using KnowledgeApi.GraphQL.Coercion;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Coercion;

/// <summary>Input coercion of literals: section 3.</summary>
public sealed class LiteralCoercionTests
{
    [Theory]
    [InlineData("Int", "1", "1")]
    [InlineData("Float", "1", "1")]
    [InlineData("ID", "7", "7")]
    [InlineData("Kind", "TUG", "TUG")]
    [InlineData("[Int]", "[1, null]", "[1, null]")]
    [InlineData("[[Int]]", "[1, [2]]", "[[1], [2]]")]
    [InlineData("Int", "null", "null")]
    [InlineData("StringFilter", "{ in: \"a\", eq: null }", "{eq: null, in: [a]}")]
    [InlineData("ShipSort", "{}", "{length: DOWN}")]
    public void A_literal_becomes_what_its_type_takes(string type, string literal, string expected) =>
        VariableCoercionTests.Shape(Coerce(type, literal)).ShouldBe(expected);

    [Theory]
    [InlineData("Int!", "null", "Expected value of non-null type \"Int!\" not to be null.")]
    [InlineData("[Int!]", "[1, null]", "Invalid value at [1]: Expected value of non-null type \"Int!\" not to be null.")]
    [InlineData("Kind", "\"TUG\"", "Enum \"Kind\" cannot represent non-enum value: \"TUG\". Did you mean the enum value \"TUG\"?")]
    [InlineData("Moment", "{ hour: 1 }", "Expected value of type \"Moment\" to include required field \"day\", found: { hour: 1 }.")]
    [InlineData("Moment", "{ day: 1, zzz: 1 }", "Expected value of type \"Moment\" not to include unknown field \"zzz\", found: { day: 1, zzz: 1 }.")]
    [InlineData("Moment", "1", "Expected value of type \"Moment\" to be an object, found: 1.")]
    public void A_literal_that_does_not_fit_is_refused(string type, string literal, string message) =>
        Should.Throw<CoercionException>(() => Coerce(type, literal)).Message.ShouldBe(message);

    [Theory]
    [InlineData("{}")]
    [InlineData("{ id: null }")]
    [InlineData("{ id: 1, name: \"x\" }")]
    public void A_oneOf_object_has_one_field(string literal) =>
        Should.Throw<CoercionException>(() => Coerce("Pick", literal)).Message.ShouldStartWith("Within OneOf Input Object type \"Pick\"");

    [Theory]
    [InlineData("[Float]", """[1,2.5,null]""", """{"a":[1,2.5,null],"b":[null]}""")]
    [InlineData("[[Int]]", "1", """{"a":1,"b":[null]}""")]
    [InlineData("Boolean", "true", """{"a":true,"b":[null]}""")]
    [InlineData("Kind!", "\"TUG\"", """{"a":"TUG","b":[null]}""")]
    [InlineData("Cargo", """{"x":["TUG"]}""", """{"a":{"x":["TUG"]},"b":[null]}""")]
    [InlineData("Pick", """{"id":"7"}""", """{"a":{"id":"7"},"b":[null]}""")]
    [InlineData("Kind = TUG", "", """{"a":"TUG","b":[null]}""")]
    [InlineData("Kind", "", """{"b":[null]}""")]
    [InlineData("Kind", "null", """{"a":null,"b":[null]}""")]
    public void A_custom_scalar_sees_variables_as_they_were_given(string type, string given, string seen)
    {
        var json = JsonDocument.Parse(given.Length == 0 ? "{}" : $$"""{"v":{{given}}}""").RootElement;
        var operation = (OperationDefinitionNode)Parser.ParseDocument($"query ($v: {type}) {{ x }}").Definitions[0];
        VariableCoercion.Coerce(Harbour.Schema, operation, json, out var variables).ShouldBeEmpty();

        LiteralCoercion.Coerce(Parser.ParseValue("{ a: $v, b: [$none], c: $none }"), Type("Cargo"), variables)
            .ShouldBeOfType<JsonElement>().GetRawText().ShouldBe(seen);
    }

    private static object? Coerce(string type, string literal) => LiteralCoercion.Coerce(Parser.ParseValue(literal), Type(type), VariableValues.None);

    private static GraphQLType Type(string type) => Harbour.Schema.Resolve(Parser.ParseType(type))!;
}
