using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Tests.Language;

/// <summary>Short ways to parse what a test is about.</summary>
internal static class Syntax
{
    public static T Only<T>(string text)
        where T : DefinitionNode => Parser.ParseDocument(text).Definitions.ShouldHaveSingleItem().ShouldBeOfType<T>();

    public static IReadOnlyList<SelectionNode> Selections(string text) => Only<OperationDefinitionNode>(text).SelectionSet.Selections;

    public static FieldNode Field(string text) => Selections(text).ShouldHaveSingleItem().ShouldBeOfType<FieldNode>();

    public static string StringValue(string literal) => Parser.ParseValue(literal).ShouldBeOfType<StringValueNode>().Value;

    public static SyntaxException Error(string text) => Should.Throw<SyntaxException>(() => Parser.ParseDocument(text));

    public static void ShouldFailAt(string text, int line, int column) => Error(text).Location.ShouldBe(new SourceLocation(line, column));

    public static string Nest(string open, int levels, string core, string close) =>
        string.Concat(Enumerable.Repeat(open, levels)) + core + string.Concat(Enumerable.Repeat(close, levels));
}
