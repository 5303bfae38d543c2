using KnowledgeApi.GraphQL.Annotations;
using KnowledgeApi.GraphQL.Building;
using KnowledgeApi.GraphQL.Types;

namespace KnowledgeApi.GraphQL.Tests.Planning;

/// <summary>An argument that is handed down counts for all fields below the one it is given to, unless they are given their own.</summary>
public sealed class HandedDownTests
{
    private static readonly Engine Boxes = new(new SchemaBuilder().HandDown("tag").AddQueryType(typeof(Root)).AddTypes(typeof(BoxFields)).Build());

    [Theory]
    [InlineData("{ box(tag: \"a\") { tag } }", """{"box":{"tag":"a"}}""")]
    [InlineData("{ box(tag: \"a\") { box { box { tag } } } }", """{"box":{"box":{"box":{"tag":"a"}}}}""")]
    [InlineData("{ box(tag: \"a\") { tag(tag: \"b\") own: tag } }", """{"box":{"tag":"b","own":"a"}}""")]
    [InlineData("{ box(tag: \"a\") { box(tag: null) { tag } } }", """{"box":{"box":{"tag":null}}}""")]
    [InlineData("{ box(tag: \"a\") { other } }", """{"box":{"other":null}}""")]
    [InlineData("{ a: box(tag: \"a\") { ...F } b: box(tag: \"b\") { ...F } c: box { ...F } } fragment F on Box { tag }", """{"a":{"tag":"a"},"b":{"tag":"b"},"c":{"tag":null}}""")]
    public async Task It_is_taken_over_below(string query, string expected) => (await Boxes.DataAsync(query)).ShouldBe(expected);

    [Fact]
    public async Task A_variable_is_taken_over_too()
    {
        const string query = "query($t: String) { box(tag: $t) { box { tag } } }";

        (await Boxes.DataAsync(query, """{"t":"x"}""")).ShouldBe("""{"box":{"box":{"tag":"x"}}}""");
        (await Boxes.DataAsync(query, "{}")).ShouldBe("""{"box":{"box":{"tag":null}}}""");
    }

    /// <summary>Something with an argument.</summary>
    public sealed class Box;

    /// <inheritdoc cref="Box"/>
    [ObjectType<Box>]
    public static class BoxFields
    {
        /// <summary>The argument.</summary>
        public static string? GetTag([Parent] Box box, string? tag) => tag;

        /// <summary>One inside.</summary>
        public static Box GetBox([Parent] Box box, string? tag) => box;

        /// <summary>An argument of another name.</summary>
        public static string? GetOther([Parent] Box box, string? label) => label;
    }

    /// <summary>The root.</summary>
    [QueryType]
    public static class Root
    {
        /// <summary>The first.</summary>
        public static Box GetBox(string? tag) => new();
    }
}
