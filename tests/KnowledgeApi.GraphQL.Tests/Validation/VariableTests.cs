namespace KnowledgeApi.GraphQL.Tests.Validation;

/// <summary>Variables: section 5.8.</summary>
public sealed class VariableTests
{
    [Fact]
    public void Variables_have_different_names() =>
        Harbour.Errors("query Q($a: Int, $b: Int, $a: Int) { a: numbers(int: $a) b: numbers(int: $b) }")
            .ShouldBe(["1:10 1:28 There can be only one variable named \"$a\"."]);

    [Fact]
    public void Operations_may_use_one_name_for_their_variables() =>
        Harbour.ShouldBeValid("query Q($a: Int) { numbers(int: $a) } query R($a: String) { numbers(string: $a) }");

    [Fact]
    public void The_types_of_variables_are_for_input() =>
        Harbour.Errors("query Q($a: Ship, $b: [Owner!]!, $c: Named) { a: numbers(int: $a) b: numbers(int: $b) c: numbers(int: $c) }")
            .Where(error => error.Contains("non-input", StringComparison.Ordinal)).ShouldBe(
            [
                "1:13 Variable \"$a\" cannot be non-input type \"Ship\".",
                "1:23 Variable \"$b\" cannot be non-input type \"[Owner!]!\".",
                "1:38 Variable \"$c\" cannot be non-input type \"Named\".",
            ]);

    [Fact]
    public void The_types_of_variables_exist() =>
        Harbour.Errors("query Q($a: [Bolean!]!) { numbers(boolean: $a) }").ShouldBe(["1:14 Unknown type \"Bolean\". Did you mean \"Boolean\"?"]);

    [Fact]
    public void Used_variables_are_defined() =>
        Harbour.Errors("query Q { numbers(int: $a) }").ShouldBe(["1:24 1:1 Variable \"$a\" is not defined by operation \"Q\"."]);

    [Fact]
    public void Variables_used_in_fragments_are_defined_by_every_operation_that_reaches_them() =>
        Harbour.Errors(
            """
            query Q($a: Int) { ...F }
            query R { ...F }
            fragment F on Harbour { ...G }
            fragment G on Harbour { numbers(int: $a) }
            """)
            .ShouldBe(["4:38 2:1 Variable \"$a\" is not defined by operation \"R\"."]);

    [Fact]
    public void Variables_are_found_in_directives_lists_and_objects() =>
        Harbour.Errors("{ mooring @skip(if: $a) { __typename } ships(where: { kinds: [$b], not: { kind: $c } }) { id } }").ShouldBe(
        [
            "1:21 1:1 Variable \"$a\" is not defined.",
            "1:63 1:1 Variable \"$b\" is not defined.",
            "1:81 1:1 Variable \"$c\" is not defined.",
        ]);

    [Fact]
    public void Defined_variables_are_used() =>
        Harbour.Errors("query Q($a: Int, $b: Int = 1) { numbers(int: $a) } query ($c: Int) { __typename }").ShouldBe(
        [
            "1:18 Variable \"$b\" is never used in operation \"Q\".",
            "1:52 This anonymous operation must be the only defined operation.",
            "1:59 Variable \"$c\" is never used.",
        ]);

    [Theory]
    [InlineData("Int", "numbers(int: $v)")]
    [InlineData("Int!", "numbers(int: $v)")]
    [InlineData("Int! = 1", "numbers(int: $v)")]
    [InlineData("String = \"x\"", "search(text: $v) { __typename }")]
    [InlineData("[Kind!]", "search(text: \"\", kinds: $v) { __typename }")]
    [InlineData("Kind!", "search(text: \"\", kinds: [$v]) { __typename }")]
    [InlineData("Float", "moment(of: { day: 1, place: { lat: 1, lon: $v } })")]
    [InlineData("[[Int!]!]!", "named(matrix: $v) { name }")]
    [InlineData("String!", "ship(by: { name: $v }) { id }")]
    [InlineData("Cargo", "numbers(cargo: { a: [$v] })")]
    public void Variables_go_where_their_type_fits(string type, string field) => Harbour.ShouldBeValid($"query ($v: {type}) {{ {field} }}");

    [Theory]
    [InlineData("String", "numbers(int: $v)", "Int")]
    [InlineData("Int", "numbers(float: $v)", "Float")]
    [InlineData("Int", "strict(int: $v, float: 1, id: 1, boolean: true, string: \"\", kind: TUG)", "Int!")]
    [InlineData("String = null", "search(text: $v) { __typename }", "String!")]
    [InlineData("Kind!", "search(text: \"\", kinds: $v) { __typename }", "[Kind!]!")]
    [InlineData("[Kind]", "search(text: \"\", kinds: $v) { __typename }", "[Kind!]!")]
    [InlineData("Kind", "search(text: \"\", kinds: [$v]) { __typename }", "Kind!")]
    [InlineData("Float", "moment(of: { day: 1, place: { lat: $v } })", "Float!")]
    [InlineData("[[Int!]]", "named(matrix: [$v]) { name }", "[Int!]!")]
    public void Variables_do_not_go_elsewhere(string type, string field, string expected)
    {
        var document = $"query ($v: {type}) {{ {field} }}";
        var use = document.LastIndexOf("$v", StringComparison.Ordinal) + 1;

        Harbour.Errors(document).ShouldBe(
            [$"1:8 1:{use} Variable \"$v\" of type \"{type.Split(" =")[0]}\" used in position expecting type \"{expected}\"."]);
    }

    [Fact]
    public void The_default_of_the_place_makes_up_for_a_nullable_variable() =>
        Harbour.ShouldBeValid("query ($n: Int) { search(text: \"\", limit: $n) { __typename } }");

    [Fact]
    public void The_field_of_a_oneOf_object_takes_no_nullable_variable() =>
        Harbour.Errors("query ($v: ID = 1) { anyShip(by: { id: $v }) { id } }").ShouldBe(
            ["1:8 1:40 Variable \"$v\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object \"Pick\"."]);

    [Fact]
    public void It_does_as_in_the_reference_implementation_if_the_object_is_non_null() =>
        Harbour.ShouldBeValid("query ($v: ID) { ship(by: { id: $v }) { id } }");
}
