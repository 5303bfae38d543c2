namespace KnowledgeApi.GraphQL.Tests.Validation;

/// <summary>Values: section 5.6.</summary>
public sealed class ValueTests
{
    [Theory]
    [InlineData("int: 1")]
    [InlineData("int: -2147483648")]
    [InlineData("float: 1")]
    [InlineData("float: 1.5e3")]
    [InlineData("id: 1")]
    [InlineData("id: \"one\"")]
    [InlineData("boolean: false")]
    [InlineData("string: \"\"\"block\"\"\"")]
    [InlineData("int: null, float: null, id: null, boolean: null, string: null, cargo: null")]
    [InlineData("cargo: { any: [1, 2.5, \"x\", thing, { a: null }] }")]
    public void Literals_fit_their_scalars(string arguments) => Harbour.ShouldBeValid($"{{ numbers({arguments}) }}");

    [Theory]
    [InlineData("int: 1.0")]
    [InlineData("int: 2147483648")]
    [InlineData("int: \"1\"")]
    [InlineData("int: [1]")]
    [InlineData("float: \"1\"")]
    [InlineData("float: true")]
    [InlineData("id: 1.0")]
    [InlineData("id: one")]
    [InlineData("boolean: 1")]
    [InlineData("boolean: \"true\"")]
    [InlineData("string: 1")]
    [InlineData("string: word")]
    [InlineData("string: { a: 1 }")]
    public void Other_literals_are_refused_where_they_stand(string argument) =>
        Harbour.Errors($"{{ numbers({argument}) }}").ShouldHaveSingleItem()
            .ShouldStartWith($"1:{"{ numbers(".Length + argument.IndexOf(' ', StringComparison.Ordinal) + 2} ");

    [Fact]
    public void Null_does_not_fit_a_non_null_type() =>
        Harbour.Errors("{ search(text: null, kinds: [null]) { __typename } }").ShouldBe(
        [
            "1:16 Expected value of non-null type \"String!\" not to be null.",
            "1:30 Expected value of non-null type \"Kind!\" not to be null.",
        ]);

    [Fact]
    public void Enum_values_are_names_of_the_enum() =>
        Harbour.Errors("{ a: search(text: \"\", kinds: TUGG) { __typename } b: search(text: \"\", kinds: [\"TUG\", 1, tug]) { __typename } }").ShouldBe(
        [
            "1:30 Value \"TUGG\" does not exist in \"Kind\" enum. Did you mean the enum value \"TUG\"?",
            "1:79 Enum \"Kind\" cannot represent non-enum value: \"TUG\". Did you mean the enum value \"TUG\"?",
            "1:86 Enum \"Kind\" cannot represent non-enum value: 1. The values are \"TUG\", \"FERRY\", \"GALLEON\", \"kind\" and \"RAFT\".",
            "1:89 Value \"tug\" does not exist in \"Kind\" enum. Did you mean the enum value \"TUG\"?",
        ]);

    [Theory]
    [InlineData("names: [\"a\", null]", "1:22")]
    [InlineData("matrix: [[1], [null]]", "1:24")]
    [InlineData("matrix: [1, [[2]]]", "1:22")]
    public void Items_of_lists_fit_the_type_of_items(string argument, string place) =>
        Harbour.Errors($"{{ named({argument}) {{ name }} }}").ShouldHaveSingleItem().ShouldStartWith(place);

    [Theory]
    [InlineData("names: \"a\"")]
    [InlineData("names: []")]
    [InlineData("matrix: 1")]
    [InlineData("matrix: [1, [2, 3]]")]
    public void A_single_value_is_a_list_of_one(string argument) => Harbour.ShouldBeValid($"{{ named({argument}) {{ name }} }}");

    [Fact]
    public void An_input_object_is_written_as_an_object() =>
        Harbour.Errors("{ moment(of: 1, or: \"noon\") }").ShouldBe(
        [
            "1:14 Expected value of type \"Moment\" to be an object, found: 1.",
            "1:21 Expected value of type \"Moment\" to be an object, found: \"noon\".",
        ]);

    [Fact]
    public void The_fields_of_an_input_object_exist() =>
        Harbour.Errors("{ moment(of: { day: 1, hoor: 2 }) }")
            .ShouldBe(["1:24 Expected value of type \"Moment\" not to include unknown field \"hoor\". Did you mean \"hour\"? Found: { day: 1, hoor: 2 }."]);

    [Fact]
    public void The_required_fields_of_an_input_object_are_given() =>
        Harbour.Errors("{ moment(of: { place: { lon: 1 } }) }").ShouldBe(
        [
            "1:14 Expected value of type \"Moment\" to include required field \"day\", found: { place: { lon: 1 } }.",
            "1:23 Expected value of type \"Place\" to include required field \"lat\", found: { lon: 1 }.",
        ]);

    [Fact]
    public void The_fields_of_an_input_object_have_different_names() =>
        Harbour.Errors("{ moment(of: { day: 1, place: { lat: 1, lat: 2 }, day: 2 }) }").ShouldBe(
        [
            "1:33 1:41 There can be only one input field named \"lat\".",
            "1:16 1:51 There can be only one input field named \"day\".",
        ]);

    [Fact]
    public void Fields_of_different_objects_may_have_the_same_name() =>
        Harbour.ShouldBeValid("{ moment(of: { day: 1 }, or: { day: 1 }) ships(where: { and: [{ kind: TUG }, { kind: TUG }] }) { id } }");

    [Theory]
    [InlineData("{ id: 1 }")]
    [InlineData("{ place: { lat: 1 } }")]
    [InlineData("{ any: [{ id: 1 }, { name: \"x\" }] }")]
    public void A_oneOf_object_has_one_field(string pick) => Harbour.ShouldBeValid($"{{ ship(by: {pick}) {{ id }} }}");

    [Theory]
    [InlineData("{}", "1:12")]
    [InlineData("{ id: 1, name: \"x\" }", "1:12")]
    [InlineData("{ id: null }", "1:12")]
    [InlineData("{ id: 1, name: null }", "1:12")]
    [InlineData("{ any: [{ id: 1 }, {}] }", "1:31")]
    public void Any_other_number_of_fields_or_a_null_is_refused(string pick, string place) =>
        Harbour.Errors($"{{ ship(by: {pick}) {{ id }} }}").ShouldBe(
        [
            $"{place} Within OneOf Input Object type \"Pick\", exactly one field must be specified, and the value for that field must be non-null.",
        ]);

    [Fact]
    public void Defaults_of_variables_fit_too() =>
        Harbour.Errors("query Q($n: Int = \"1\", $w: ShipFilter = { kinds: [TUG, null] }) { ships(first: $n, where: $w) { id } }").Select(e => e[..4])
            .ShouldBe(["1:19", "1:56"]);

    [Fact]
    public void Long_values_are_shown_in_short() =>
        Harbour.Errors($"{{ moment(of: \"{new string('x', 5000)}\") }}").ShouldHaveSingleItem().Length.ShouldBeLessThan(300);
}
