namespace KnowledgeApi.GraphQL.Tests.Validation;

/// <summary>Arguments: section 5.4.</summary>
public sealed class ArgumentTests
{
    [Fact]
    public void A_field_has_the_arguments_it_is_given() =>
        Harbour.Errors("{ floating(nam: \"x\") { name(a: 1) } }").ShouldBe(
        [
            "1:12 Unknown argument \"nam\" on field \"Harbour.floating\". Did you mean \"name\"?",
            "1:29 Unknown argument \"a\" on field \"Floating.name\".",
        ]);

    [Fact]
    public void A_directive_has_the_arguments_it_is_given() =>
        Harbour.Errors("{ mooring @skip(if: true, iff: true) { __typename } }")
            .ShouldBe(["1:27 Unknown argument \"iff\" on directive \"@skip\". Did you mean \"if\"?"]);

    [Fact]
    public void Arguments_have_different_names() =>
        Harbour.Errors("{ floating(name: \"a\", name: \"a\") { name @skip(if: true, if: false, if: true) } }").ShouldBe(
        [
            "1:12 1:23 There can be only one argument named \"name\".",
            "1:47 1:57 1:68 There can be only one argument named \"if\".",
        ]);

    [Fact]
    public void Required_arguments_are_given() =>
        Harbour.Errors("{ strict(int: 1, float: 1, id: 1, boolean: true) }").ShouldBe(
        [
            "1:3 Argument \"Harbour.strict(string:)\" of type \"String!\" is required, but it was not provided.",
            "1:3 Argument \"Harbour.strict(kind:)\" of type \"Kind!\" is required, but it was not provided.",
        ]);

    [Fact]
    public void Arguments_with_a_default_are_not_required() => Harbour.ShouldBeValid("{ search(text: \"\") { __typename } }");

    [Fact]
    public void Required_arguments_of_directives_are_given() =>
        Harbour.Errors("mutation @onMutation { orders @include { __typename } }").ShouldBe(
        [
            "1:10 Argument \"@onMutation(by:)\" of type \"ID!\" is required, but it was not provided.",
            "1:31 Argument \"@include(if:)\" of type \"Boolean!\" is required, but it was not provided.",
        ]);

    [Fact]
    public void Meta_fields_have_required_arguments_too() =>
        Harbour.Errors("{ __type { name } }")
            .ShouldBe(["1:3 Argument \"<meta>.__type(name:)\" of type \"String!\" is required, but it was not provided."]);

    [Fact]
    public void An_argument_in_an_unknown_directive_is_not_judged() =>
        Harbour.Errors("{ mooring @zzz(a: 1) { __typename } }").ShouldBe(["1:11 Unknown directive \"@zzz\"."]);
}
