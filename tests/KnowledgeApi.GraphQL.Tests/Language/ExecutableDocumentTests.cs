using KnowledgeApi.GraphQL.Language;
using static KnowledgeApi.GraphQL.Tests.Language.Syntax;

namespace KnowledgeApi.GraphQL.Tests.Language;

/// <summary>Specification 2.2 to 2.8 and 2.10 to 2.12: operations, selections, fragments, variables and directives.</summary>
public sealed class ExecutableDocumentTests
{
    [Theory]
    [InlineData("{ a }", nameof(OperationType.Query))]
    [InlineData("query { a }", nameof(OperationType.Query))]
    [InlineData("mutation { a }", nameof(OperationType.Mutation))]
    [InlineData("subscription { a }", nameof(OperationType.Subscription))]
    public void Operations_are_of_three_kinds(string text, string kind)
    {
        var operation = Only<OperationDefinitionNode>(text);
        operation.Operation.ToString().ShouldBe(kind);
        operation.Name.ShouldBeNull();
    }

    [Theory]
    [InlineData("Holdings")]
    [InlineData("query")]
    [InlineData("on")]
    [InlineData("null")]
    public void Operations_may_have_any_name(string name) => Only<OperationDefinitionNode>($"query {name} {{ a }}").Name!.Value.ShouldBe(name);

    [Fact]
    public void A_document_holds_many_definitions_in_order() =>
        Parser.ParseDocument("query A { a } fragment F on T { b } mutation B { c } { d }").Definitions
            .Select(definition => definition.GetType().Name[..3]).ShouldBe(["Ope", "Fra", "Ope", "Ope"]);

    [Theory]
    [InlineData("query", 1, 6)]
    [InlineData("query {", 1, 8)]
    [InlineData("query Q Q { a }", 1, 9)]
    [InlineData("Query { a }", 1, 1)]
    [InlineData("select { a }", 1, 1)]
    [InlineData("{ a }}", 1, 6)]
    [InlineData("{{ a }}", 1, 2)]
    [InlineData("{ a", 1, 4)]
    [InlineData("{ \"a\" }", 1, 3)]
    [InlineData("{ 1 }", 1, 3)]
    [InlineData("{ $a }", 1, 3)]
    [InlineData("{ a } @d", 1, 7)]
    [InlineData("@d { a }", 1, 1)]
    [InlineData("query \"Q\" { a }", 1, 7)]
    [InlineData("[{ a }]", 1, 1)]
    [InlineData("null", 1, 1)]
    public void Malformed_operations_are_refused_at_the_token_that_does_not_fit(string text, int line, int column) =>
        ShouldFailAt(text, line, column);

    [Theory]
    [InlineData("{ company }", null, "company", "company")]
    [InlineData("{ firm: company }", "firm", "company", "firm")]
    [InlineData("{ on:on }", "on", "on", "on")]
    public void Fields_answer_under_their_alias_or_name(string text, string? alias, string name, string responseName)
    {
        var field = Field(text);
        field.Alias?.Value.ShouldBe(alias);
        field.Name.Value.ShouldBe(name);
        field.ResponseName.ShouldBe(responseName);
    }

    [Theory]
    [InlineData("{ }")]
    [InlineData("{}")]
    [InlineData("query Q { }")]
    public void A_selection_set_may_be_empty(string text) => Selections(text).ShouldBeEmpty();

    [Fact]
    public void A_field_without_braces_has_no_selection_set() => Field("{ a }").SelectionSet.ShouldBeNull();

    [Fact]
    public void Selection_sets_nest() =>
        Field("{ a { b { c } } }").SelectionSet!.Selections[0].ShouldBeOfType<FieldNode>().SelectionSet!.Selections.ShouldHaveSingleItem();

    [Fact]
    public void Arguments_keep_their_order_and_values()
    {
        var arguments = Field("{ f(b: 1 a: \"x\", on: $v) }").Arguments;
        arguments.Select(argument => argument.Name.Value).ShouldBe(["b", "a", "on"]);
        arguments[2].Value.ShouldBeOfType<VariableNode>();
    }

    [Theory]
    [InlineData("{ f() }", 1, 5)]
    [InlineData("{ f(a) }", 1, 6)]
    [InlineData("{ f(a:) }", 1, 7)]
    [InlineData("{ f(: 1) }", 1, 5)]
    [InlineData("{ f(a: 1 }", 1, 10)]
    [InlineData("{ f a: 1) }", 1, 8)]
    [InlineData("{ f(a = 1) }", 1, 7)]
    [InlineData("{ f(a: 1)(b: 2) }", 1, 10)]
    [InlineData("{ f { c } (a: 1) }", 1, 11)]
    [InlineData("{ a: }", 1, 6)]
    [InlineData("{ a: b: c }", 1, 7)]
    public void Malformed_fields_are_refused_at_the_token_that_does_not_fit(string text, int line, int column) =>
        ShouldFailAt(text, line, column);

    [Fact]
    public void Spreads_name_a_fragment()
    {
        var spread = Selections("{ ...Parts @skip(if: false) }").ShouldHaveSingleItem().ShouldBeOfType<FragmentSpreadNode>();
        spread.Name.Value.ShouldBe("Parts");
        spread.Directives.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("{ ... { a } }", null)]
    [InlineData("{ ... on Company { a } }", "Company")]
    [InlineData("{ ... on on { a } }", "on")]
    [InlineData("{ ...@include(if: true) { a } }", null)]
    public void Inline_fragments_may_have_a_type_condition(string text, string? type) =>
        Selections(text).ShouldHaveSingleItem().ShouldBeOfType<InlineFragmentNode>().TypeCondition?.Name.Value.ShouldBe(type);

    [Fact]
    public void Fragments_have_a_name_and_a_type_condition()
    {
        var fragment = Only<FragmentDefinitionNode>("fragment Parts on Company @d { name }");
        fragment.Name.Value.ShouldBe("Parts");
        fragment.TypeCondition.Name.Value.ShouldBe("Company");
        fragment.Directives.ShouldHaveSingleItem().Name.Value.ShouldBe("d");
    }

    [Theory]
    [InlineData("fragment on on T { a }", 1, 10)]
    [InlineData("fragment { a }", 1, 10)]
    [InlineData("fragment F { a }", 1, 12)]
    [InlineData("fragment F on { a }", 1, 15)]
    [InlineData("fragment F on T", 1, 16)]
    [InlineData("fragment F on [T] { a }", 1, 15)]
    [InlineData("fragment F on T! { a }", 1, 16)]
    [InlineData("fragment F @d on T { a }", 1, 12)]
    [InlineData("fragment F($a: Int) on T { a }", 1, 11)]
    [InlineData("{ ...F(a: 1) }", 1, 7)]
    [InlineData("{ ...on }", 1, 9)]
    [InlineData("{ ... on T }", 1, 12)]
    [InlineData("{ ... }", 1, 7)]
    public void Malformed_fragments_are_refused_at_the_token_that_does_not_fit(string text, int line, int column) =>
        ShouldFailAt(text, line, column);

    [Fact]
    public void Variables_have_a_type_a_default_value_and_directives()
    {
        var variables = Only<OperationDefinitionNode>("query ($a: [Int!]! = [1] @d(x: 1), $b: T) { a }").VariableDefinitions;
        variables.Select(variable => variable.Variable.Name.Value).ShouldBe(["a", "b"]);
        SyntaxPrinter.Print(variables[0].Type).ShouldBe("[Int!]!");
        variables[0].DefaultValue.ShouldBeOfType<ListValueNode>();
        variables[0].Directives.ShouldHaveSingleItem();
        variables[1].DefaultValue.ShouldBeNull();
    }

    [Theory]
    [InlineData("query () { a }", 1, 8)]
    [InlineData("query (a: Int) { a }", 1, 8)]
    [InlineData("query ($a) { a }", 1, 10)]
    [InlineData("query ($a:) { a }", 1, 11)]
    [InlineData("query ($a: Int = ) { a }", 1, 18)]
    [InlineData("query ($a: Int 1) { a }", 1, 16)]
    [InlineData("query ($a: Int!!) { a }", 1, 16)]
    [InlineData("query ($a: [Int) { a }", 1, 16)]
    [InlineData("query ($a: []) { a }", 1, 13)]
    [InlineData("query ($a: $b) { a }", 1, 12)]
    [InlineData("query ($a: Int @d = 1) { a }", 1, 19)]
    [InlineData("query Q @d ($a: Int) { a }", 1, 13)]
    public void Malformed_variables_are_refused_at_the_token_that_does_not_fit(string text, int line, int column) =>
        ShouldFailAt(text, line, column);

    [Theory]
    [InlineData("query ($a: Int = $b) { a }", 18)]
    [InlineData("query ($a: [Int] = [1 $b]) { a }", 23)]
    [InlineData("query ($a: T = { b: { c: $d } }) { a }", 26)]
    [InlineData("query ($a: Int @d(x: $b)) { a }", 22)]
    [InlineData("query ($a: Int = $) { a }", 18)]
    public void Constants_hold_no_variables(string text, int column) => ShouldFailAt(text, 1, column);

    [Fact]
    public void Directives_may_stand_on_everything_and_repeat()
    {
        Only<OperationDefinitionNode>("query @a @a(b: $c) { f }").Directives.Count.ShouldBe(2);
        Field("{ f(x: 1) @a { b } }").Directives.ShouldHaveSingleItem();
        Field("{ f @true @null @on }").Directives.Select(directive => directive.Name.Value).ShouldBe(["true", "null", "on"]);
    }

    [Theory]
    [InlineData("{ f @ }", 7)]
    [InlineData("{ f @1 }", 6)]
    [InlineData("{ f @d() }", 8)]
    [InlineData("{ f { a } @d }", 11)]
    [InlineData("{ @d f }", 3)]
    public void Malformed_directives_are_refused_at_the_token_that_does_not_fit(string text, int column) => ShouldFailAt(text, 1, column);

    [Theory]
    [InlineData("\"Who owns whom\" query Q { a }")]
    [InlineData("\"\"\"\nWho owns whom\n\"\"\"\nsubscription { a }")]
    [InlineData("\"Who owns whom\" fragment F on T { a }")]
    public void Operations_and_fragments_may_be_described(string text) =>
        Parser.ParseDocument(text).Definitions[0].Description!.Value.ShouldBe("Who owns whom");

    [Fact]
    public void Variables_may_be_described()
    {
        var variables = Only<OperationDefinitionNode>("query (\"the day\" $on: Date \"\"\"the share\"\"\" $of: Float) { a }").VariableDefinitions;
        variables.Select(variable => variable.Description!.Value).ShouldBe(["the day", "the share"]);
    }

    [Theory]
    [InlineData("\"d\" { a }", 1)]
    [InlineData("\"d\" \"e\" query { a }", 5)]
    [InlineData("\"d\" company { a }", 1)]
    [InlineData("\"d\" extend type T @d", 1)]
    [InlineData("\"d\"", 4)]
    [InlineData("{ \"d\" a }", 3)]
    [InlineData("query \"d\" Q { a }", 7)]
    public void Nothing_else_may_be_described(string text, int column) => ShouldFailAt(text, 1, column);

    [Theory]
    [InlineData("Int")]
    [InlineData("Int!")]
    [InlineData("[Int]")]
    [InlineData("[[Int!]!]!")]
    public void Types_are_names_lists_and_non_null(string text) => SyntaxPrinter.Print(Parser.ParseType(text)).ShouldBe(text);

    [Theory]
    [InlineData("Int!!", 5)]
    [InlineData("!Int", 1)]
    [InlineData("[Int", 5)]
    [InlineData("Int]", 4)]
    [InlineData("[Int Int]", 6)]
    [InlineData("1", 1)]
    public void Malformed_types_are_refused_at_the_token_that_does_not_fit(string text, int column) =>
        Should.Throw<SyntaxException>(() => Parser.ParseType(text)).Location.ShouldBe(new SourceLocation(1, column));
}
