using System.Text.Json;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Schemas;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Schemas;

public sealed class SchemaReaderTests
{
    [Fact]
    public void The_odd_schema_is_valid() => SchemaValidator.Validate(Harbour.Schema).ShouldBeEmpty();

    [Fact]
    public void A_schema_definition_names_the_roots() =>
        new[] { Harbour.Schema.QueryType, Harbour.Schema.MutationType, Harbour.Schema.SubscriptionType }
            .Select(type => type?.Name).ShouldBe(["Harbour", "Orders", "Radio"]);

    [Fact]
    public void A_schema_has_a_description() => Harbour.Schema.Description.ShouldBe("A harbour: every feature of the type system, some of them oddly used.");

    [Fact]
    public void Without_a_schema_definition_the_roots_have_their_usual_names()
    {
        var schema = SchemaReader.Read("type Query { a: Int } type Mutation { b: Int }");

        schema.QueryType.Name.ShouldBe("Query");
        schema.MutationType!.Name.ShouldBe("Mutation");
        schema.SubscriptionType.ShouldBeNull();
    }

    [Fact]
    public void With_a_schema_definition_only_what_it_names_is_a_root() =>
        SchemaReader.Read("schema { query: Query } type Query { a: Int } type Mutation { b: Int }").MutationType.ShouldBeNull();

    [Fact]
    public void Roots_may_be_added_by_an_extension() =>
        SchemaReader.Read("schema { query: Q } extend schema { mutation: M } type Q { a: Int } type M { b: Int }").MutationType!.Name.ShouldBe("M");

    [Fact]
    public void Every_schema_has_the_built_in_scalars_directives_and_introspection_types()
    {
        var schema = SchemaReader.Read("type Query { a: Int }");

        schema.Types.Select(type => type.Name).ShouldBe(
            ["Query", .. BuiltIns.Scalars.Select(type => type.Name), .. Introspection.AllTypes.Select(type => type.Name)]);
        schema.Directives.ShouldBe(BuiltIns.Directives);
    }

    [Fact]
    public void Fields_have_types_arguments_and_descriptions()
    {
        var field = Find<ObjectType>("Ship").Fields.Single(each => each.Name == "crew");

        field.Type.ToString().ShouldBe("[Sailor]");
        field.Arguments.Select(argument => $"{argument.Name}: {argument.Type} {argument.IsRequired}")
            .ShouldBe(["atLeast: Int! True", "roles: [String!]! False", "first: Int False"]);
    }

    [Fact]
    public void Defaults_are_kept_as_literals() =>
        Find<ObjectType>("Ship").Fields.Single(each => each.Name == "cargo").FindArgument("where")!.DefaultValue.ShouldBeOfType<ObjectValueNode>();

    [Fact]
    public void Extensions_are_part_of_what_they_extend()
    {
        Find<ObjectType>("Ship").TryGetField("log", out _).ShouldBeTrue();
        Find<EnumType>("Kind").TryGetValue("RAFT", out _).ShouldBeTrue();
        Find<InputObjectType>("Moment").TryGetField("place", out _).ShouldBeTrue();
        Find<UnionType>("Anything").Types.Select(type => type.Name).ShouldBe(["Ship", "Buoy", "Pier", "Sailor", "Company", "Position"]);
    }

    [Fact]
    public void Deprecation_has_its_reason_or_the_default_one()
    {
        Find<EnumType>("Kind").Values.Select(value => value.DeprecationReason)
            .ShouldBe([null, null, "No sail is left.", null, BuiltIns.DefaultDeprecationReason]);
        Find<ObjectType>("Ship").Fields.Single(field => field.Name == "oldName").DeprecationReason.ShouldBe("Ask for `name`.");
        Find<InputObjectType>("Moment").Fields.Single(field => field.Name == "kind").DeprecationReason.ShouldBe(BuiltIns.DefaultDeprecationReason);
    }

    [Fact]
    public void Scalars_tell_where_they_are_specified() => Find<ScalarType>("Cargo").SpecifiedBy.ShouldBe("https://example.com/cargo");

    [Fact]
    public void OneOf_objects_are_marked()
    {
        Find<InputObjectType>("Pick").IsOneOf.ShouldBeTrue();
        Find<InputObjectType>("Place").IsOneOf.ShouldBeFalse();
    }

    [Fact]
    public void Interfaces_know_who_implements_them()
    {
        Harbour.Schema.GetPossibleTypes(Find<InterfaceType>("Floating")).Select(type => type.Name).ShouldBe(["Ship", "Buoy"]);
        Find<InterfaceType>("Floating").Interfaces.Select(type => type.Name).ShouldBe(["Named"]);
        Harbour.Schema.IsSubType(Find<InterfaceType>("Named"), Find<InterfaceType>("Floating")).ShouldBeTrue();
    }

    [Fact]
    public void Directives_have_their_places()
    {
        Harbour.Schema.TryGetDirective("chart", out var chart).ShouldBeTrue();

        chart!.IsRepeatable.ShouldBeTrue();
        chart.Locations.Count.ShouldBe(Enum.GetValues<DirectiveLocation>().Length);
        chart.Arguments.Select(argument => argument.Name).ShouldBe(["of", "depth", "kinds", "at"]);
    }

    [Fact]
    public void A_built_in_directive_may_be_defined_again() =>
        SchemaReader.Read("directive @skip(if: Boolean!) on FIELD type Query { a: Int }").Directives.Count(directive => directive.Name == "skip").ShouldBe(1);

    [Theory]
    [InlineData("{ \"a\": [1, 2.5, \"x\", true, null], \"b\": {} }")]
    [InlineData("12345678901234567890")]
    public void A_custom_scalar_writes_what_it_read(string json)
    {
        var scalar = Find<ScalarType>("Cargo");
        using var buffer = new JsonBuffer();

        scalar.WriteObject(buffer, scalar.ParseValue(JsonDocument.Parse(json).RootElement));

        JsonElement.DeepEquals(JsonDocument.Parse(buffer.WrittenMemory).RootElement, JsonDocument.Parse(json).RootElement).ShouldBeTrue();
    }

    [Theory]
    [InlineData("type Query { a: }", "1:17: Syntax error:")]
    [InlineData("type Query { a: Itn }", "1:17: There is no type Itn.")]
    [InlineData("type Query { a(b: Itn): Int }", "1:19: There is no type Itn.")]
    [InlineData("type Query { a: In } input In { b: Int }", "1:17: Query.a cannot return an input object.")]
    [InlineData("type Query { a(b: Query): Int }", "1:19: b has a type that is for output only.")]
    [InlineData("type Query { a: Int } type Query { b: Int }", "1:28: There is more than one type named Query.")]
    [InlineData("type Query { a: Int a: Int }", "1:21: There is more than one field of Query named a.")]
    [InlineData("type Query { a(b: Int, b: Int): Int }", "1:24: There is more than one argument of Query.a named b.")]
    [InlineData("type Query { a: Int } extend type Query { a: Int }", "1:43: There is more than one field of Query named a.")]
    [InlineData("type Query { a: E } enum E { A A }", "1:32: There is more than one value of E named A.")]
    [InlineData("type Query { a: U } union U = Query | Query", "1:39: There is more than one member of U named Query.")]
    [InlineData("type Query { a: U } union U = I interface I { a: Int }", "1:31: I is not an object type.")]
    [InlineData("type Query implements U { a: U } union U = Query", "1:23: U is not an interface.")]
    [InlineData("type Query { a: Int } extend type Other { b: Int }", "1:35: There is no type Other to extend.")]
    [InlineData("type Query { a: Int } extend interface Query { b: Int }", "1:23: Query is extended as another kind of type than it is defined as.")]
    [InlineData("type Query { a: Int } scalar Int", "1:30: The type Int is built in.")]
    [InlineData("type Query { a: Int @zzz }", "1:21: There is no directive @zzz.")]
    [InlineData("type Query { a: Int @skip(if: true) }", "1:21: @skip may not stand here.")]
    [InlineData("type Query { a: Int @deprecated @deprecated }", "1:21: @deprecated may stand here only once.")]
    [InlineData("type Query { a: Int @deprecated(why: \"x\") }", "1:33: @deprecated has no argument why.")]
    [InlineData("type Query { a: Int @deprecated(reason: null) }", "1:41: Argument \"reason\" has invalid value")]
    [InlineData("type Query { a: S } scalar S @specifiedBy", "1:30: Argument \"url\" of required type")]
    [InlineData("directive @d on FIELD directive @d on FIELD type Query { a: Int }", "1:34: There is more than one directive named @d.")]
    [InlineData("schema { query: Query } schema { query: Query } type Query { a: Int }", "1:25: There is more than one schema definition.")]
    [InlineData("schema { query: Query query: Query } type Query { a: Int }", "1:23: There is more than one type for this kind of operation.")]
    [InlineData("type A { a: Int }", "1:1: There is no query type.")]
    [InlineData("type Query { a: Int } { a }", "1:23: A schema holds no operations and fragments.")]
    public void What_is_wrong_is_told_with_its_place(string sdl, string message) =>
        Should.Throw<SchemaReadException>(() => SchemaReader.Read(sdl)).Message.ShouldStartWith(message);

    private static T Find<T>(string name)
        where T : NamedType
    {
        Harbour.Schema.TryGetType(name, out var type).ShouldBeTrue();
        return type.ShouldBeAssignableTo<T>()!;
    }
}
