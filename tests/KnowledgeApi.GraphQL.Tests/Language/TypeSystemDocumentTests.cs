using KnowledgeApi.GraphQL.Language;
using static KnowledgeApi.GraphQL.Tests.Language.Syntax;

namespace KnowledgeApi.GraphQL.Tests.Language;

/// <summary>Specification 3: type system definitions and extensions.</summary>
public sealed class TypeSystemDocumentTests
{
    [Fact]
    public void A_schema_names_its_root_types()
    {
        var schema = Only<SchemaDefinitionNode>("\"the base\" schema @d { query: Q mutation: M subscription: S }");
        schema.Description!.Value.ShouldBe("the base");
        schema.Directives.ShouldHaveSingleItem();
        schema.OperationTypes.Select(type => $"{type.Operation} {type.Type.Name}").ShouldBe(["Query Q", "Mutation M", "Subscription S"]);
    }

    [Fact]
    public void Scalars_have_directives() =>
        Only<ScalarTypeDefinitionNode>("scalar Date @specifiedBy(url: \"https://example.org\")").Directives.ShouldHaveSingleItem();

    [Fact]
    public void Objects_have_interfaces_and_fields_with_arguments()
    {
        var type = Only<ObjectTypeDefinitionNode>("type Company implements & Node & Entity @d { \"as printed\" name(in: Language = FR @d, \"folded\" f: Boolean): String! @d }");
        type.Interfaces.Select(i => i.Name.Value).ShouldBe(["Node", "Entity"]);
        var field = type.Fields.ShouldHaveSingleItem();
        field.Description!.Value.ShouldBe("as printed");
        field.Arguments[0].DefaultValue.ShouldBeOfType<EnumValueNode>().Value.ShouldBe("FR");
        field.Arguments[1].Description!.Value.ShouldBe("folded");
        field.Type.ShouldBeOfType<NonNullTypeNode>();
        field.Directives.ShouldHaveSingleItem();
    }

    [Fact]
    public void Interfaces_may_implement_interfaces() =>
        Only<InterfaceTypeDefinitionNode>("interface Entity implements Node { id: ID! }").Interfaces.ShouldHaveSingleItem();

    [Theory]
    [InlineData("union Holder = Company | Person")]
    [InlineData("union Holder = | Company | Person")]
    [InlineData("union Holder @d = Company | Person")]
    public void Unions_list_their_members(string text) => Only<UnionTypeDefinitionNode>(text).Types.Count.ShouldBe(2);

    [Fact]
    public void Enums_list_their_values() =>
        Only<EnumTypeDefinitionNode>("enum Stage { ENVELOPE \"paid out\" PAID @deprecated }").Values
            .Select(value => value.Name.Value).ShouldBe(["ENVELOPE", "PAID"]);

    [Fact]
    public void Input_objects_have_fields_with_default_values() =>
        Only<InputObjectTypeDefinitionNode>("input By @oneOf { id: ID, slug: String = \"x\" }").Fields[1].DefaultValue.ShouldNotBeNull();

    [Fact]
    public void Directives_have_arguments_and_locations()
    {
        var directive = Only<DirectiveDefinitionNode>("directive @cost(weight: Int! = 1) @internal repeatable on | FIELD_DEFINITION | OBJECT");
        directive.Arguments.ShouldHaveSingleItem();
        directive.Directives.ShouldHaveSingleItem();
        directive.Repeatable.ShouldBeTrue();
        directive.Locations.Select(location => location.Value).ShouldBe(["FIELD_DEFINITION", "OBJECT"]);
    }

    [Theory]
    [InlineData("type T")]
    [InlineData("interface I")]
    [InlineData("input I")]
    [InlineData("enum E")]
    [InlineData("union U")]
    [InlineData("scalar S")]
    public void Members_may_be_left_to_extensions(string text) =>
        Parser.ParseDocument(text).Definitions.ShouldHaveSingleItem().ShouldBeAssignableTo<TypeDefinitionNode>();

    [Theory]
    [InlineData("extend schema { mutation: M }")]
    [InlineData("extend schema @d")]
    [InlineData("extend scalar S @d")]
    [InlineData("extend type T implements I")]
    [InlineData("extend type T { a: Int }")]
    [InlineData("extend interface T @d")]
    [InlineData("extend union U = A")]
    [InlineData("extend enum E { A }")]
    [InlineData("extend input I { a: Int }")]
    [InlineData("extend directive @d @e")]
    public void Extensions_say_that_they_are(string text) =>
        Parser.ParseDocument(text).Definitions[0].ShouldBeAssignableTo<TypeSystemDefinitionNode>()!.IsExtension.ShouldBeTrue();

    [Theory]
    [InlineData("extend schema", 14)]
    [InlineData("extend scalar S", 16)]
    [InlineData("extend type T", 14)]
    [InlineData("extend interface T", 19)]
    [InlineData("extend union U", 15)]
    [InlineData("extend enum E", 14)]
    [InlineData("extend input I", 15)]
    [InlineData("extend directive @d", 20)]
    public void Extensions_have_to_add_something(string text, int column) => ShouldFailAt(text, 1, column);

    [Theory]
    [InlineData("schema { }", 10)]
    [InlineData("schema", 7)]
    [InlineData("schema { quest: Q }", 10)]
    [InlineData("type T { }", 10)]
    [InlineData("type { a: Int }", 6)]
    [InlineData("type T { a }", 12)]
    [InlineData("type T { a(): Int }", 12)]
    [InlineData("type T { a: Int = 1 }", 17)]
    [InlineData("type T implements { a: Int }", 19)]
    [InlineData("type T implements A B { a: Int }", 21)]
    [InlineData("enum E { }", 10)]
    [InlineData("enum E { true }", 10)]
    [InlineData("enum E { A null }", 12)]
    [InlineData("union U =", 10)]
    [InlineData("union U = A |", 14)]
    [InlineData("input I { a: Int = $b }", 20)]
    [InlineData("input I { a(b: Int): Int }", 12)]
    [InlineData("directive d on FIELD", 11)]
    [InlineData("directive @d", 13)]
    [InlineData("directive @d on", 16)]
    [InlineData("directive @d on FIELDS", 17)]
    [InlineData("directive @d on repeatable FIELD", 17)]
    [InlineData("extend query { a }", 8)]
    [InlineData("extend \"d\" type T @d", 8)]
    [InlineData("extend", 7)]
    public void Malformed_definitions_are_refused_at_the_token_that_does_not_fit(string text, int column) => ShouldFailAt(text, 1, column);

    [Fact]
    public void A_definition_starts_with_its_description() =>
        Parser.ParseDocument("\n  \"d\"\n  type T").Definitions[0].Location.ShouldBe(new SourceLocation(2, 3));
}
