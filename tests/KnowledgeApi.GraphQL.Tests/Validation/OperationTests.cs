using KnowledgeApi.GraphQL.Schemas;

namespace KnowledgeApi.GraphQL.Tests.Validation;

/// <summary>Documents and operations: sections 5.1 and 5.2.</summary>
public sealed class OperationTests
{
    [Fact]
    public void Operations_and_fragments_can_be_executed() =>
        Harbour.ShouldBeValid("query A { ...F } mutation B { orders { __typename } } fragment F on Harbour { mooring { __typename } }");

    [Fact]
    public void Type_definitions_cannot_be_executed() =>
        Harbour.Errors("{ mooring { __typename } } type Ship { id: ID } extend schema @chart directive @d on FIELD").ShouldBe(
        [
            "1:28 The \"Ship\" definition is not executable.",
            "1:49 The schema definition is not executable.",
            "1:70 The \"d\" definition is not executable.",
        ]);

    [Fact]
    public void Operations_have_different_names() =>
        Harbour.Errors("query A { mooring { __typename } } mutation A { orders { __typename } }")
            .ShouldBe(["1:7 1:45 There can be only one operation named \"A\"."]);

    [Fact]
    public void An_operation_and_a_fragment_may_have_the_same_name() =>
        Harbour.ShouldBeValid("query A { ...A } fragment A on Harbour { mooring { __typename } }");

    [Fact]
    public void An_anonymous_operation_is_alone() =>
        Harbour.Errors("{ mooring { __typename } } query B { mooring { __typename } }")
            .ShouldBe(["1:1 This anonymous operation must be the only defined operation."]);

    [Fact]
    public void An_anonymous_operation_may_have_fragments() =>
        Harbour.ShouldBeValid("{ ...F } fragment F on Harbour { mooring { __typename } }");

    [Fact]
    public void The_schema_supports_the_kind_of_operation() =>
        Harbour.Errors(SchemaReader.Read("type Query { a: Int }"), "query A { a } mutation B { b } subscription C { c }").ShouldBe(
        [
            "1:15 The mutation operation is not supported by the schema.",
            "1:32 The subscription operation is not supported by the schema.",
        ]);

    [Fact]
    public void A_subscription_has_one_root_field() =>
        Harbour.Errors("subscription S { message tide more: tide }")
            .ShouldBe(["1:26 1:31 Subscription \"S\" must select only one top level field."]);

    [Fact]
    public void A_subscription_may_select_its_root_field_twice() =>
        Harbour.ShouldBeValid("subscription { message ...R ... on Radio { message } } fragment R on Radio { message }");

    [Fact]
    public void Fragments_count_for_the_root_fields_of_a_subscription() =>
        Harbour.Errors("subscription { message ...R } fragment R on Radio { tide }")
            .ShouldBe(["1:53 Anonymous Subscription must select only one top level field."]);

    [Fact]
    public void A_subscription_does_not_introspect() =>
        Harbour.Errors("subscription { __typename }")
            .ShouldBe(["1:16 Anonymous Subscription must not select an introspection top level field."]);

    [Fact]
    public void The_root_field_of_a_subscription_is_unconditional() =>
        Harbour.Errors("subscription S($b: Boolean!) { message @skip(if: $b) ... @include(if: true) { tide } }")
            .ShouldBe(["1:40 1:58 Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection."]);

    [Fact]
    public void Conditions_below_the_root_of_a_subscription_are_fine() =>
        Harbour.ShouldBeValid("subscription { passing { name @skip(if: true) } }");
}
