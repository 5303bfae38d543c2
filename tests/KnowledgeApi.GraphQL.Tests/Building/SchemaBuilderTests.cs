using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Responses;
using KnowledgeApi.GraphQL.Schemas;
using KnowledgeApi.GraphQL.Tests.Building.Orchestra;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Building;

/// <summary>What the orchestra does not show.</summary>
public sealed class SchemaBuilderTests
{
    [Fact]
    public void CSharp_types_may_say_themselves_what_they_are() =>
        Printed(new SchemaBuilder().AddQueryType(typeof(Zoo))).ShouldBe(
            """
            type Query {
              animals: [Animal!]!
              meal: Food
              mood: Temper!
            }

            interface Animal {
              legs: Int!
            }

            type Bird implements Animal {
              legs: Int!
              wings: Int!
            }

            union Food = Grain

            type Grain {
              sort: String!
            }

            enum Temper {
              TAME
            }
            """);

    [Fact]
    public void Types_nothing_refers_to_are_in_the_schema_if_they_were_added()
    {
        Builder().AddTypes(typeof(Lonely)).Build().TryGetType("Alone", out var type).ShouldBeTrue();
        type.ShouldBeOfType<ObjectType>().Fields.ShouldHaveSingleItem().Name.ShouldBe("a");
        Builder().AddTypes(typeof(PieceBy)).Build().TryGetType("PieceByInput", out _).ShouldBeTrue();
        Builder().Build().TryGetType("Alone", out _).ShouldBeFalse();
    }

    [Fact]
    public void Only_specified_scalars_in_use_are_in_the_schema() =>
        Builder().Build().Types.OfType<ScalarType>().Select(t => t.Name).ShouldBe(["Int", "String", "Boolean"]);

    [Fact]
    public void A_scalar_can_take_the_place_of_a_built_in_one()
    {
        var schema = new SchemaBuilder().AddQueryType(typeof(Prices)).AddScalar(new CentsType()).Build();
        schema.Field("Query", "price").Type.ToString().ShouldBe("Cents!");
        schema.Field("Query", "price").Write(new object()).ShouldBe("250");
    }

    [Fact]
    public void A_scalar_that_is_not_for_all_values_of_its_CSharp_type_is_named_where_it_is_meant()
    {
        var schema = new SchemaBuilder().AddQueryType(typeof(Addresses)).AddType(new UrlType()).Build();
        schema.QueryType.Fields.Select(f => $"{f.Name}: {f.Type}").ShouldBe(["name: String!", "home: Url!", "all: [Url!]", "any: [Url]!"]);
    }

    [Fact]
    public void Hand_made_types_and_directives_are_part_of_the_schema()
    {
        var directive = new Directive { Name = "cached", Locations = [DirectiveLocation.Field], Arguments = [new InputValue { Name = "seconds", Type = BuiltIns.Float }] };
        var made = new ObjectType { Name = "Made", ClrType = typeof(Lonely), Fields = [new Field { Name = "b", Type = BuiltIns.Int }] };
        Printed(new SchemaBuilder().AddQueryType(typeof(Loneliness)).AddType(made).AddDirective(directive).Describe("Mixed.")).ShouldBe(
            """"
            """Mixed."""
            schema {
              query: Query
            }

            directive @cached(seconds: Float) on FIELD

            type Query {
              it: Made!
            }

            type Made {
              b: Int
            }
            """");
    }

    [Fact]
    public void The_query_root_may_be_described() =>
        new SchemaBuilder().AddQueryType(typeof(Numbers)).AddQueryType(typeof(Zoo)).Build().QueryType.Description.ShouldBe("Everything with numbers.");

    [Fact]
    public void What_stands_for_a_property_of_a_CSharp_interface_stands_for_it_in_all_implementers()
    {
        var schema = new SchemaBuilder().AddQueryType(typeof(Keys)).AddTypes(typeof(KeyedFields)).Build();
        schema.Field("Lock", "key").ShouldBeSameAs(schema.Field("Keyed", "key"));
        schema.Field("Lock", "key").Type.ToString().ShouldBe("ID!");
        schema.Field("Lock", "key").Write(new Lock("a")).ShouldBe("\"Lock:a\"");
    }

    [Fact]
    public void An_extension_replaces_the_field_of_the_same_name_in_its_place()
    {
        var schema = new SchemaBuilder().AddQueryType(typeof(Keys)).AddTypes(typeof(LockFields)).Build();
        schema.Field("Query", "lock").Type.Named.ShouldBeOfType<ObjectType>().Fields.Select(f => $"{f.Name}: {f.Type}")
            .ShouldBe(["key: String!", "strength: String!", "isOpen: Boolean!"]);
    }

    [Fact]
    public void Code_without_annotations_for_null_gives_nullable_types() =>
        new SchemaBuilder().AddQueryType(typeof(Oblivious)).Build().QueryType.Fields.Select(f => $"{f.Name}: {f.Type}")
            .ShouldBe(["name: String", "names: [String]", "number: Int!"]);

    [Fact]
    public void An_assembly_adds_every_annotated_type_in_it() =>
        Should.Throw<SchemaException>(() => new SchemaBuilder().AddTypes(typeof(SchemaBuilderTests).Assembly).Build())
            .Faults.ShouldContain(f => f.StartsWith("AsyncForOne.GetNextAsync: ", StringComparison.Ordinal));

    [Fact]
    public void A_builder_can_build_again() => SchemaPrinter.Print(Builder().Build()).ShouldBe(SchemaPrinter.Print(Builder().Build()));

    private static SchemaBuilder Builder() => new SchemaBuilder().AddQueryType(typeof(Numbers));

    private static string Printed(SchemaBuilder builder)
    {
        // Descriptions of roots are the same everywhere.
        var text = SchemaPrinter.Print(builder.Build());
        return text.Replace("\"\"\"The root of all queries.\"\"\"\n", "", StringComparison.Ordinal);
    }

    public static class Zoo
    {
        public static IEnumerable<IAnimal> Animals => [new Bird(2, 2)];

        public static Meal? Meal => null;

        public static Mood2 Mood => Mood2.Tame;
    }

    [InterfaceType]
    public interface IAnimal
    {
        int Legs { get; }
    }

    public sealed record Bird(int Legs, int Wings) : IAnimal;

    [UnionType("Food")]
    public abstract class Meal;

    public sealed class Grain : Meal
    {
        public string Sort { get; init; } = "";
    }

    [EnumType("Temper")]
    public enum Mood2
    {
        Tame,
    }

    [ObjectType("Alone")]
    public sealed record Lonely(int A);

    public static class Loneliness
    {
        public static Lonely It => new(1);
    }

    [GraphQLDescription("Everything with numbers.")]
    public static class Numbers
    {
        public static int One => 1;
    }

    public static class Prices
    {
        public static decimal Price => 2.5m;
    }

    internal sealed class CentsType : ScalarType<decimal>
    {
        [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
        public CentsType() => Name = "Cents";

        public override object ParseLiteral(ValueNode literal) => 0m;

        public override object ParseValue(System.Text.Json.JsonElement json) => 0m;

        public override void Write(JsonBuffer json, decimal value) => json.WriteNumber((long)(value * 100));
    }

    internal sealed class UrlType : ScalarType<string>
    {
        [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
        public UrlType() => Name = "Url";

        public override object ParseLiteral(ValueNode literal) => "";

        public override object ParseValue(System.Text.Json.JsonElement json) => "";

        public override void Write(JsonBuffer json, string value) => json.WriteString(value);
    }

    public static class Addresses
    {
        public static string Name => "";

        [GraphQLType(typeof(UrlType))]
        public static string Home => "";

        [GraphQLType("[Url!]")]
        public static IReadOnlyList<string> All => [];

        [GraphQLType(typeof(UrlType))]
        public static string?[] Any => [];
    }

    public static class Keys
    {
        public static Lock Lock => new("a");
    }

    public interface IKeyed
    {
        string Key { get; }
    }

    public sealed record Lock(string Key) : IKeyed
    {
        public int Strength { get; init; }

        public bool IsOpen { get; init; }
    }

    [InterfaceType<IKeyed>]
    public static class KeyedFields
    {
        [BindMember(nameof(IKeyed.Key)), ID]
        public static string GlobalKey([Parent(requires: nameof(IKeyed.Key))] IKeyed keyed) => $"{keyed.GetType().Name}:{keyed.Key}";
    }

    [ObjectType<Lock>]
    public static class LockFields
    {
        public static string GetStrength([Parent(nameof(Lock.Strength))] Lock @lock) => @lock.Strength > 1 ? "strong" : "weak";
    }

#nullable disable
    public static class Oblivious
    {
        public static string Name => "";

        public static List<string> Names => [];

        public static int Number => 1;
    }
#nullable restore
}
