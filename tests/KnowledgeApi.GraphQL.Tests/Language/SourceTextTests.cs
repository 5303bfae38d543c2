using KnowledgeApi.GraphQL.Language;
using static KnowledgeApi.GraphQL.Tests.Language.Syntax;

namespace KnowledgeApi.GraphQL.Tests.Language;

/// <summary>Specification 2.1: source text and lexical tokens.</summary>
public sealed class SourceTextTests
{
    [Theory]
    [InlineData("{company}")]
    [InlineData("  {  company  }  ")]
    [InlineData("\t{\n\tcompany\r\n}\r")]
    [InlineData(",{,company,,},")]
    [InlineData("\uFEFF{ company }")]
    [InlineData("{ \uFEFFcompany\uFEFF }")]
    [InlineData("# a list\n{ company } # and no more")]
    [InlineData("{ company # ends with a carriage return\r}")]
    [InlineData("{ company #\n}")]
    [InlineData("# Société générale, \U0001F4C8\n{ company }")]
    [InlineData("# control \u0007 and nothing \0\n{ company }")]
    public void What_is_ignored_changes_nothing(string text) => Field(text).Name.Value.ShouldBe("company");

    [Theory]
    [InlineData("_")]
    [InlineData("__typename")]
    [InlineData("A9_z")]
    [InlineData("query")]
    [InlineData("on")]
    [InlineData("null")]
    public void Names_are_letters_digits_and_underscores(string name) => Field($"{{ {name} }}").Name.Value.ShouldBe(name);

    [Theory]
    [InlineData("{ société }", 1, 7)]
    [InlineData("{ a\u00A0b }", 1, 4)]
    [InlineData("{ a\u2028b }", 1, 4)]
    [InlineData("{ a\fb }", 1, 4)]
    [InlineData("{ a\0 }", 1, 4)]
    [InlineData("{ a % b }", 1, 5)]
    [InlineData("{ a; b }", 1, 4)]
    [InlineData("{ a \\ b }", 1, 5)]
    [InlineData("{ f(a: 'x') }", 1, 8)]
    [InlineData("{ .. F }", 1, 3)]
    [InlineData("{ a.b }", 1, 4)]
    public void Characters_outside_the_grammar_are_refused_where_they_stand(string text, int line, int column) =>
        ShouldFailAt(text, line, column);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("# nothing but a comment")]
    [InlineData("\uFEFF")]
    public void A_document_has_at_least_one_definition(string text) => ShouldFailAt(text, 1, text.Length + 1);

    [Theory]
    [InlineData("{\n  a\n  1\n}", 3, 3)]
    [InlineData("{\r\n  a\r\n  1\r\n}", 3, 3)]
    [InlineData("{\r  a\r  1\r}", 3, 3)]
    [InlineData("{\n\r  a\n\r  1\n\r}", 5, 3)]
    [InlineData("# \U0001F600\n{ f 1 }", 2, 5)]
    [InlineData("{ f(a: \"\U0001F600\") 1 }", 1, 14)]
    [InlineData("{ f(a: \"\"\"\n\n\U0001F600\n\"\"\") 1 }", 4, 6)]
    [InlineData("\uFEFF{ 1 }", 1, 4)]
    [InlineData("\t\t{ 1 }", 1, 5)]
    public void Lines_end_with_any_line_end_and_columns_count_utf16_code_units(string text, int line, int column) =>
        ShouldFailAt(text, line, column);

    // Attributes cannot hold half a surrogate pair, so these texts are made in code.
    public static TheoryData<Func<string>, int, int> HalfPairs => new()
    {
        { () => "# \uD800\n{ a }", 1, 3 },
        { () => "# \uDC00\uD800\n{ a }", 1, 3 },
        { () => "{ \uD800 }", 1, 3 },
        { () => "{ f(a: \"half \uD83D pair\") }", 1, 14 },
        { () => "{ f(a: \"\"\"a\r\nb \uDFFF\"\"\") }", 2, 3 },
    };

    [Theory]
    [MemberData(nameof(HalfPairs), DisableDiscoveryEnumeration = true)]
    public void Half_a_surrogate_pair_is_no_character(Func<string> text, int line, int column) => ShouldFailAt(text(), line, column);

    [Fact]
    public void Tokens_know_the_line_and_column_of_their_start()
    {
        var fields = Selections("{ a\n  b: c(d:\n 1) }");
        fields[0].Location.ShouldBe(new SourceLocation(1, 3));
        fields[1].Location.ShouldBe(new SourceLocation(2, 3));
        fields[1].ShouldBeOfType<FieldNode>().Arguments[0].Value.Location.ShouldBe(new SourceLocation(3, 2));
    }

    [Fact]
    public void Error_messages_say_what_was_expected_and_what_was_found() =>
        Error("{ f(a 1) }").Message.ShouldBe("Syntax error: Expected \":\", found integer \"1\".");

    [Fact]
    public void Error_messages_repeat_only_the_start_of_a_long_string() =>
        Error($"{{ \"{new string('x', 500)}\" }}").Message.Length.ShouldBeLessThan(120);

    [Fact]
    public void Error_messages_do_not_cut_a_surrogate_pair() =>
        Error($"{{ \"{new string('x', 39)}\U0001F600\U0001F600\" }}").Message.ShouldContain("x…");
}
