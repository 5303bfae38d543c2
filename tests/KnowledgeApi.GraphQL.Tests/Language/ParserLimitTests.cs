using KnowledgeApi.GraphQL.Language;
using static KnowledgeApi.GraphQL.Tests.Language.Syntax;

namespace KnowledgeApi.GraphQL.Tests.Language;

public sealed class ParserLimitTests
{
    public static TheoryData<string> DeepDocuments => new(
        Nest("{ a ", 10_000, "", "}"),
        Nest("{ ... ", 10_000, "{ a }", "}"),
        $"{{ f(a: {Nest("[", 10_000, "", "]")}) }}",
        $"{{ f(a: {Nest("{ a: ", 10_000, "1", "}")}) }}",
        $"{{ f @d(a: {Nest("[{ a: ", 5_000, "1", "}]")}) }}",
        $"query ($a: {Nest("[", 10_000, "Int", "]")}) {{ a }}",
        $"query ($a: T = {Nest("[", 10_000, "", "]")}) {{ a }}",
        $"type T {{ a: {Nest("[", 10_000, "Int", "]")} }}",
        string.Concat(Enumerable.Repeat("{ a ", 10_000)));

    [Theory]
    [MemberData(nameof(DeepDocuments))]
    public void Documents_nested_too_deep_are_refused_before_the_stack_is_spent(string text) =>
        Should.Throw<SyntaxLimitException>(() => Parser.ParseDocument(text)).Message.ShouldBe("The document is nested more than 200 levels deep.");

    [Theory]
    [MemberData(nameof(DeepDocuments))]
    public void A_generous_depth_limit_does_not_endanger_the_stack(string text)
    {
        var limits = new ParserLimits { MaxDepth = int.MaxValue, MaxTokens = int.MaxValue };
        Exception? error = null;
        var thread = new Thread(() => error = Record.Exception(() => Parser.ParseDocument(text, limits)), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        error.ShouldBeOfType<SyntaxLimitException>();
    }

    [Theory]
    [InlineData("{ a { b } }", 2)]
    [InlineData("{ a { b(c: [1]) } }", 3)]
    [InlineData("{ f(a: { b: { c: [] } }) }", 4)]
    [InlineData("query ($a: [[Int]]) { a }", 2)]
    public void The_depth_limit_is_reached_without_being_broken(string text, int depth)
    {
        Parser.ParseDocument(text, new ParserLimits { MaxDepth = depth });
        Should.Throw<SyntaxLimitException>(() => Parser.ParseDocument(text, new ParserLimits { MaxDepth = depth - 1 }));
    }

    [Fact]
    public void Siblings_are_no_deeper_than_one_of_them() =>
        Parser.ParseDocument("{ a { b } c { d } e(f: [1], g: [2]) }", new ParserLimits { MaxDepth = 2 });

    [Fact]
    public void The_depth_error_points_at_what_opens_the_level_too_deep() =>
        Should.Throw<SyntaxLimitException>(() => Parser.ParseDocument("{ a\n  { b } }", new ParserLimits { MaxDepth = 1 }))
            .Location.ShouldBe(new SourceLocation(2, 3));

    [Fact]
    public void The_token_limit_is_reached_without_being_broken()
    {
        Parser.ParseDocument("{ a b }", new ParserLimits { MaxTokens = 4 });
        var error = Should.Throw<SyntaxLimitException>(() => Parser.ParseDocument("{ a b }", new ParserLimits { MaxTokens = 3 }));
        error.Message.ShouldBe("The document has more than 3 tokens.");
        error.Location.ShouldBe(new SourceLocation(1, 7));
    }

    [Fact]
    public void Comments_are_no_tokens() => Parser.ParseDocument("# one\n{ a } # two", new ParserLimits { MaxTokens = 3 });

    [Fact]
    public void Values_and_types_have_the_same_limits()
    {
        var limits = new ParserLimits { MaxDepth = 1 };
        Should.Throw<SyntaxLimitException>(() => Parser.ParseValue("[[1]]", limits));
        Should.Throw<SyntaxLimitException>(() => Parser.ParseType("[[Int]]", limits));
    }
}
