using KnowledgeApi.GraphQL.Schemas;

namespace KnowledgeApi.GraphQL.Tests.Schemas;

public sealed class SchemaPrinterTests
{
    /// <summary>Each of these is what the reference implementation prints for it.</summary>
    [Theory]
    [InlineData("type Query {\n  a: Int\n}")]
    [InlineData("schema {\n  query: Q\n  mutation: M\n  subscription: S\n}\n\ntype Q {\n  a: Int\n}\n\ntype M {\n  a: Int\n}\n\ntype S {\n  a: Int\n}")]
    [InlineData("\"\"\"All of it.\"\"\"\nschema {\n  query: Query\n}\n\ntype Query {\n  a: Int\n}")]
    [InlineData("schema {\n  query: Query\n}\n\ntype Query {\n  a: Mutation\n}\n\ntype Mutation {\n  a: Int\n}")]
    [InlineData("directive @a(b: Int = 1, c: [String!]! = [\"x\"]) repeatable on FIELD | VARIABLE_DEFINITION\n\ntype Query {\n  a: Int\n}")]
    [InlineData("type Query implements A & B {\n  a(b: Int!, c: E = X): [Int!]!\n}\n\ninterface A implements B {\n  a: [Int!]\n}\n\ninterface B {\n  a: [Int]\n}\n\nenum E {\n  X\n}")]
    [InlineData("type Query {\n  a: U\n}\n\nunion U = A | B\n\ntype A {\n  a: Int\n}\n\ntype B {\n  a: Int\n}")]
    [InlineData("type Query {\n  a(b: I): Int\n}\n\ninput I @oneOf {\n  a: Int\n  b: [I!]\n}")]
    [InlineData("type Query {\n  a: D @deprecated\n  b(c: Int @deprecated(reason: \"\\\"so\\\"\")): Int @deprecated(reason: \"\")\n}\n\nscalar D @specifiedBy(url: \"https://example.com\")")]
    [InlineData("type Query {\n  \"\"\"one\"\"\"\n  a(\n    \"\"\"x\"\"\"\n    b: Int\n    c: Int\n\n    \"\"\"y\"\"\"\n    d: Int\n  ): Int\n  b: Int\n\n  \"\"\"two\"\"\"\n  c: Int\n}")]
    [InlineData("\"\"\"\n    indented\nnot\n\"\"\"\ntype Query {\n  a: Int\n}")]
    [InlineData("\"  only indented\\n  lines\"\ntype Query {\n  a: Int\n}")]
    [InlineData("\"bell \\u0007\"\ntype Query {\n  a: Int\n}")]
    [InlineData("\"\"\"\nends with \"quotes\"\n\"\"\"\ntype Query {\n  a: Int\n}")]
    [InlineData("\"\"\"\"\"\"\ntype Query {\n  a: Int\n}")]
    public void Prints_what_was_read(string sdl) => SchemaPrinter.Print(SchemaReader.Read(sdl)).ShouldBe(sdl);

    [Fact]
    public void A_description_too_long_for_a_line_gets_lines_of_its_own()
    {
        var text = new string('x', 71);
        SchemaPrinter.Print(SchemaReader.Read($"\"{text}\" type Query {{ a: Int }}")).ShouldStartWith($"\"\"\"\n{text}\n\"\"\"\ntype Query");
    }

    [Fact]
    public void What_every_schema_has_is_left_out() =>
        SchemaPrinter.Print(SchemaReader.Read("type Query { a: Float b: ID }")).ShouldBe("type Query {\n  a: Float\n  b: ID\n}");

    [Fact]
    public void A_schema_with_every_feature_prints_the_same_after_it_is_read_again()
    {
        var printed = SchemaPrinter.Print(SchemaReader.Read(Building.Orchestra.OrchestraTests.Printed));
        printed.ShouldBe(Building.Orchestra.OrchestraTests.Printed);
    }
}
