using KnowledgeApi.GraphQL.Schemas;

namespace KnowledgeApi.Tests.Contract;

public sealed class SchemaChangesTests
{
    [Theory]
    [InlineData("type Query { a: Int b: Int }", "safe: Query.b is new")]
    [InlineData("type Query { b: Int }", "BREAKING: Query.a is gone")]
    [InlineData("type Query { a: Int! }", "safe: Query.a was Int and is Int!")]
    [InlineData("type Query { a: String }", "BREAKING: Query.a was Int and is String")]
    [InlineData("type Query { a(x: Int): Int }", "safe: Query.a:x is new")]
    [InlineData("type Query { a(x: Int!): Int }", "BREAKING: Query.a:x is new")]
    public void A_change_is_named_and_judged(string after, string change) =>
        SchemaChanges.Between(SchemaReader.Read("type Query { a: Int }"), SchemaReader.Read(after)).ShouldContain(change);

    [Fact]
    public void Equal_schemas_have_no_changes() =>
        SchemaChanges.Between(SchemaReader.Read("type Query { a: Int }"), SchemaReader.Read("type Query { a: Int }")).ShouldBeEmpty();
}
