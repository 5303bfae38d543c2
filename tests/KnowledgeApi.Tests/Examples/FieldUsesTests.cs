using KnowledgeApi.GraphQL.Language;
using KnowledgeApi.GraphQL.Schemas;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.Tests.Examples;

/// <summary>The contract has nothing deprecated today; that examples would be caught using it is shown on a schema that has.</summary>
public sealed class FieldUsesTests
{
    private static readonly Schema Schema = SchemaReader.Read(
        """
        type Query { new: Thing old: Thing @deprecated things(first: Int last: Int @deprecated where: Where order: [Order!]): [Thing!] }
        interface Named { name: String title: String @deprecated }
        type Thing implements Named { name: String title: String @deprecated self: Thing }
        input Where { name: String title: String @deprecated and: [Where!] }
        enum Order { NAME TITLE @deprecated }
        """);

    [Theory]
    [InlineData("{ new { name self { name } } things(first: 1, where: { name: \"a\", and: [{ name: \"b\" }] }, order: [NAME]) { name } }", "")]
    [InlineData("{ old { name } }", "Query.old")]
    [InlineData("{ new { self { title } } }", "Thing.title")]
    [InlineData("{ new { ... on Named { title } } }", "Named.title")]
    [InlineData("{ new { ...F } } fragment F on Thing { title }", "Thing.title")]
    [InlineData("{ things(last: 1) { name } }", "Query.things(last:)")]
    [InlineData("{ things(where: { and: [{ title: null }] }) { name } }", "Where.title")]
    [InlineData("{ things(order: [NAME, TITLE]) { name } }", "Order.TITLE")]
    [InlineData("query ($w: Where = { title: \"a\" }, $o: [Order!] = [TITLE]) { things(where: $w, order: $o) { name } }", "Where.title, Order.TITLE")]
    public void What_is_deprecated_is_found_wherever_it_is_used(string document, string found) =>
        string.Join(", ", FieldUses.Deprecated(Schema, Parser.ParseDocument(document))).ShouldBe(found);
}
