using System.Collections;
using KnowledgeApi.GraphQL.Schemas;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Types;

public sealed class IntrospectionTests
{
    private readonly Schema _schema = SchemaReader.Read(
        """
        "A small shop."
        schema { query: Shop }
        type Shop { item(id: ID!, old: Int @deprecated): Thing find(by: By = { name: "a" }): [Thing!]! was: Int @deprecated(reason: "gone") }
        interface Thing { name: String }
        type Toy implements Thing { name: String }
        type Book implements Thing { name: String }
        union Any = Toy | Book
        enum Colour { RED BLUE @deprecated }
        input By @oneOf { name: String id: ID }
        input Old { a: Int b: Int @deprecated }
        scalar Url @specifiedBy(url: "https://example.com/url")
        directive @mark(a: Int, b: Int @deprecated) repeatable on FIELD | ENUM_VALUE
        """);

    [Theory]
    [InlineData("Shop", nameof(TypeKind.Object))]
    [InlineData("Thing", nameof(TypeKind.Interface))]
    [InlineData("Any", nameof(TypeKind.Union))]
    [InlineData("Colour", nameof(TypeKind.Enum))]
    [InlineData("By", nameof(TypeKind.InputObject))]
    [InlineData("Url", nameof(TypeKind.Scalar))]
    public void Named_types_tell_their_kind(string name, string kind)
    {
        Ask(Type(name), "kind").ShouldBe(Enum.Parse<TypeKind>(kind));
        Ask(Type(name), "name").ShouldBe(name);
    }

    [Fact]
    public void Wrappers_have_no_name_and_lead_to_what_they_wrap()
    {
        var list = Ask(new NonNullType(new ListType(BuiltIns.Int)), "ofType");
        Ask(list!, "kind").ShouldBe(TypeKind.List);
        Ask(list!, "name").ShouldBeNull();
        Ask(list!, "ofType").ShouldBe(BuiltIns.Int);
    }

    [Fact]
    public void Fields_that_make_no_sense_for_a_kind_are_null()
    {
        foreach (var field in new[] { "fields", "interfaces", "possibleTypes", "enumValues", "inputFields", "ofType", "isOneOf", "specifiedByURL" })
            Ask(BuiltIns.String, field).ShouldBeNull(field);
    }

    [Fact]
    public void Deprecated_members_are_told_of_only_if_asked_for()
    {
        Names(Ask(Type("Shop"), "fields")).ShouldBe(["item", "find"]);
        Names(Ask(Type("Shop"), "fields", "includeDeprecated: true")).ShouldBe(["item", "find", "was"]);
        Names(Ask(Type("Colour"), "enumValues")).ShouldBe(["RED"]);
        Names(Ask(Type("Colour"), "enumValues", "includeDeprecated: true")).ShouldBe(["RED", "BLUE"]);
        Names(Ask(Type("Old"), "inputFields")).ShouldBe(["a"]);
        Names(Ask(Type("Old"), "inputFields", "includeDeprecated: true")).ShouldBe(["a", "b"]);
        Names(Ask(_schema.Field("Shop", "item"), "args")).ShouldBe(["id"]);
        Names(Ask(_schema.Field("Shop", "item"), "args", "includeDeprecated: true")).ShouldBe(["id", "old"]);
        Names(Ask(Mark, "args")).ShouldBe(["a"]);
        Names(Ask(Mark, "args", "includeDeprecated: true")).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void A_deprecated_member_says_why()
    {
        Ask(_schema.Field("Shop", "was"), "isDeprecated").ShouldBe(true);
        Ask(_schema.Field("Shop", "was"), "deprecationReason").ShouldBe("gone");
        Ask(_schema.Field("Shop", "find"), "isDeprecated").ShouldBe(false);
        Ask(_schema.Field("Shop", "find"), "deprecationReason").ShouldBeNull();
    }

    [Fact]
    public void Interfaces_and_unions_tell_their_possible_types()
    {
        Names(Ask(Type("Thing"), "possibleTypes")).ShouldBe(["Toy", "Book"]);
        Names(Ask(Type("Any"), "possibleTypes")).ShouldBe(["Toy", "Book"]);
        Names(Ask(Type("Toy"), "interfaces")).ShouldBe(["Thing"]);
    }

    [Fact]
    public void Defaults_are_literals()
    {
        var argument = _schema.Field("Shop", "find").Arguments[0];
        Ask(argument, "defaultValue").ShouldBe("{ name: \"a\" }");
        Ask(argument, "type").ShouldBe(Type("By"));
        Ask(_schema.Field("Shop", "item").Arguments[0], "defaultValue").ShouldBeNull();
    }

    [Fact]
    public void One_of_is_told_for_input_objects()
    {
        Ask(Type("By"), "isOneOf").ShouldBe(true);
        Ask(Type("Old"), "isOneOf").ShouldBe(false);
    }

    [Fact]
    public void A_scalar_tells_its_specification() => Ask(Type("Url"), "specifiedByURL").ShouldBe("https://example.com/url");

    [Fact]
    public void A_directive_tells_where_it_stands()
    {
        Ask(Mark, "isRepeatable").ShouldBe(true);
        ((IEnumerable)Ask(Mark, "locations")!).Cast<object>().ShouldBe([DirectiveLocation.Field, DirectiveLocation.EnumValue]);
        Introspection.DirectiveLocation.TryGetName(DirectiveLocation.EnumValue, out var name).ShouldBeTrue();
        name!.Name.ShouldBe("ENUM_VALUE");
    }

    [Fact]
    public void The_schema_tells_its_roots_types_and_directives()
    {
        _schema.SchemaField.Pure(new object()).ShouldBe(_schema);
        Ask(_schema, "description").ShouldBe("A small shop.");
        Ask(_schema, "queryType").ShouldBe(_schema.QueryType);
        Ask(_schema, "mutationType").ShouldBeNull();
        Ask(_schema, "subscriptionType").ShouldBeNull();
        Names(Ask(_schema, "types")).ShouldContain("__DirectiveLocation");
        ((IEnumerable)Ask(_schema, "directives")!).Cast<Directive>().Select(d => d.Name)
            .ShouldBe(["mark", "include", "skip", "deprecated", "specifiedBy", "oneOf"], ignoreOrder: true);
    }

    [Fact]
    public void A_type_is_found_by_name_or_is_null()
    {
        _schema.TypeField.Pure(new object(), "name: \"Toy\"").ShouldBe(Type("Toy"));
        _schema.TypeField.Pure(new object(), "name: \"Nothing\"").ShouldBeNull();
    }

    [Fact]
    public void The_meta_fields_are_found_but_not_listed()
    {
        _schema.TryGetField(_schema.QueryType, "__schema", out _).ShouldBeTrue();
        _schema.TryGetField(_schema.QueryType, "__type", out _).ShouldBeTrue();
        _schema.TryGetField(Type("Toy"), "__schema", out _).ShouldBeFalse();
        _schema.TryGetField(Type("Any"), "__typename", out _).ShouldBeTrue();
        _schema.TryGetField(Type("Colour"), "__typename", out _).ShouldBeFalse();
        _schema.QueryType.Fields.ShouldNotContain(f => f.Name.StartsWith("__", StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_is_described()
    {
        foreach (var type in Introspection.AllTypes)
        {
            type.Description.ShouldNotBeNullOrEmpty(type.Name);
            foreach (var field in type is FieldsType fields ? fields.Fields : [])
                field.Description.ShouldNotBeNullOrEmpty($"{type}.{field.Name}");
            foreach (var value in type is EnumType @enum ? @enum.Values : [])
                value.Description.ShouldNotBeNullOrEmpty($"{type}.{value.Name}");
        }
    }

    [Fact]
    public void The_introspection_types_are_those_of_the_specification() =>
        string.Join("\n", Introspection.AllTypes.OfType<ObjectType>().SelectMany(t => t.Fields.Select(f =>
            $"{t}.{f.Name}{(f.Arguments is [var a] ? $"({a.Name}: {a.Type} = false)" : "")}: {f.Type}"))).ShouldBe(
            """
            __Schema.description: String
            __Schema.types: [__Type!]!
            __Schema.queryType: __Type!
            __Schema.mutationType: __Type
            __Schema.subscriptionType: __Type
            __Schema.directives: [__Directive!]!
            __Type.kind: __TypeKind!
            __Type.name: String
            __Type.description: String
            __Type.specifiedByURL: String
            __Type.fields(includeDeprecated: Boolean! = false): [__Field!]
            __Type.interfaces: [__Type!]
            __Type.possibleTypes: [__Type!]
            __Type.enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
            __Type.inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
            __Type.ofType: __Type
            __Type.isOneOf: Boolean
            __Field.name: String!
            __Field.description: String
            __Field.args(includeDeprecated: Boolean! = false): [__InputValue!]!
            __Field.type: __Type!
            __Field.isDeprecated: Boolean!
            __Field.deprecationReason: String
            __InputValue.name: String!
            __InputValue.description: String
            __InputValue.type: __Type!
            __InputValue.defaultValue: String
            __InputValue.isDeprecated: Boolean!
            __InputValue.deprecationReason: String
            __EnumValue.name: String!
            __EnumValue.description: String
            __EnumValue.isDeprecated: Boolean!
            __EnumValue.deprecationReason: String
            __Directive.name: String!
            __Directive.description: String
            __Directive.isRepeatable: Boolean!
            __Directive.locations: [__DirectiveLocation!]!
            __Directive.args(includeDeprecated: Boolean! = false): [__InputValue!]!
            """);

    private Directive Mark => _schema.Directives.Single(d => d.Name == "mark");

    private NamedType Type(string name)
    {
        _schema.TryGetType(name, out var type).ShouldBeTrue();
        return type!;
    }

    private object? Ask(object parent, string field, string arguments = "")
    {
        var type = parent switch
        {
            Schema => "__Schema",
            GraphQLType => "__Type",
            Field => "__Field",
            InputValue => "__InputValue",
            EnumValue => "__EnumValue",
            _ => "__Directive",
        };
        return _schema.Field(type, field).Pure(parent, arguments);
    }

    private static IEnumerable<string> Names(object? items) => ((IEnumerable)items!).Cast<object>().Select(item => item switch
    {
        NamedType type => type.Name,
        Field field => field.Name,
        InputValue value => value.Name,
        _ => ((EnumValue)item).Name,
    });
}
