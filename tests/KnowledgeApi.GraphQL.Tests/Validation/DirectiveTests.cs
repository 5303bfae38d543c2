namespace KnowledgeApi.GraphQL.Tests.Validation;

/// <summary>Directives: section 5.7.</summary>
public sealed class DirectiveTests
{
    [Fact]
    public void Directives_exist() =>
        Harbour.Errors("query @zzz { mooring @Skip(if: true) { __typename } }").ShouldBe(
        [
            "1:7 Unknown directive \"@zzz\".",
            "1:22 Unknown directive \"@Skip\".",
        ]);

    [Fact]
    public void Directives_stand_where_they_may() =>
        Harbour.ShouldBeValid(
            """
            query Q($t: String! = "" @onVariable(note: "x")) @onQuery {
              search(text: $t) @onField { ...F @onSpread ... @onSpread(pick: { id: 1 }) { __typename } }
            }
            mutation M @onMutation(by: 1) { orders { __typename } }
            subscription S @onSubscription { tide }
            fragment F on Ship @onFragment { name }
            """);

    [Fact]
    public void Directives_do_not_stand_elsewhere() =>
        Harbour.Errors(
            """
            query Q($t: String! @onField) @onField { search(text: $t) @onQuery { ...F @onField ... @onField { __typename } } }
            mutation M @onQuery { orders { __typename } }
            subscription S @onQuery { tide }
            fragment F on Ship @onQuery { name }
            """)
            .ShouldBe(
            [
                "1:21 Directive \"@onField\" may not be used on VARIABLE_DEFINITION.",
                "1:31 Directive \"@onField\" may not be used on QUERY.",
                "1:59 Directive \"@onQuery\" may not be used on FIELD.",
                "1:75 Directive \"@onField\" may not be used on FRAGMENT_SPREAD.",
                "1:88 Directive \"@onField\" may not be used on INLINE_FRAGMENT.",
                "2:12 Directive \"@onQuery\" may not be used on MUTATION.",
                "3:16 Directive \"@onQuery\" may not be used on SUBSCRIPTION.",
                "4:20 Directive \"@onQuery\" may not be used on FRAGMENT_DEFINITION.",
            ]);

    [Fact]
    public void A_directive_of_the_type_system_does_not_stand_in_a_document() =>
        Harbour.Errors("{ mooring @deprecated { __typename } }").ShouldBe(["1:11 Directive \"@deprecated\" may not be used on FIELD."]);

    [Fact]
    public void A_directive_stands_only_once() =>
        Harbour.Errors("{ mooring @skip(if: true) @onField @skip(if: true) @skip(if: true) { __typename } }").ShouldBe(
        [
            "1:11 1:36 The directive \"@skip\" can only be used once at this location.",
            "1:11 1:52 The directive \"@skip\" can only be used once at this location.",
        ]);

    [Theory]
    [InlineData("query @onQuery @onQuery { mooring { __typename } }")]
    [InlineData("query ($v: Int @onVariable @onVariable) { numbers(int: $v) }")]
    [InlineData("{ ...F } fragment F on Harbour @onFragment @onFragment { mooring { __typename } }")]
    [InlineData("{ ...F @onSpread @onSpread } fragment F on Harbour { mooring { __typename } }")]
    [InlineData("{ ... @onSpread @onSpread { mooring { __typename } } }")]
    public void A_directive_stands_only_once_anywhere(string document) =>
        Harbour.Errors(document).ShouldHaveSingleItem().ShouldEndWith("can only be used once at this location.");

    [Fact]
    public void A_repeatable_directive_stands_as_often_as_one_likes() =>
        Harbour.ShouldBeValid("query @chart @chart { mooring @chart @chart(of: \"x\") @chart { __typename } }");

    [Fact]
    public void The_arguments_of_a_directive_fit_their_types() =>
        Harbour.Errors("{ mooring @chart(kinds: [TUG, HUGE]) { __typename } }")
            .ShouldBe(["1:31 Value \"HUGE\" does not exist in \"Kind\" enum. Did you mean the enum value \"TUG\"?"]);
}
