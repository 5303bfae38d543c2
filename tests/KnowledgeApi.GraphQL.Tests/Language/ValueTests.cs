using KnowledgeApi.GraphQL.Language;
using static KnowledgeApi.GraphQL.Tests.Language.Syntax;

namespace KnowledgeApi.GraphQL.Tests.Language;

/// <summary>Specification 2.9: input values.</summary>
public sealed class ValueTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("7")]
    [InlineData("-120")]
    [InlineData("123456789012345678901234567890")]
    public void Integers_are_kept_as_written(string literal) =>
        Parser.ParseValue(literal).ShouldBeOfType<IntValueNode>().Value.ShouldBe(literal);

    [Theory]
    [InlineData("0.0")]
    [InlineData("-0.5")]
    [InlineData("22.2")]
    [InlineData("1e3")]
    [InlineData("1E+3")]
    [InlineData("-6.02e-23")]
    [InlineData("0e0")]
    public void Floats_are_kept_as_written(string literal) =>
        Parser.ParseValue(literal).ShouldBeOfType<FloatValueNode>().Value.ShouldBe(literal);

    [Theory]
    [InlineData("01", 2)]
    [InlineData("-01", 3)]
    [InlineData("00", 2)]
    [InlineData("-", 2)]
    [InlineData("- 1", 2)]
    [InlineData("--1", 2)]
    [InlineData("+1", 1)]
    [InlineData(".5", 1)]
    [InlineData("1.", 3)]
    [InlineData("1.e1", 3)]
    [InlineData("1e", 3)]
    [InlineData("1e+", 4)]
    [InlineData("1.2.3", 4)]
    [InlineData("1e1e1", 4)]
    [InlineData("1_000", 2)]
    [InlineData("0x1F", 2)]
    [InlineData("5eur", 3)]
    [InlineData("12kg", 3)]
    [InlineData("1...", 3)]
    public void Malformed_numbers_are_refused_at_the_character_that_spoils_them(string literal, int column) =>
        Should.Throw<SyntaxException>(() => Parser.ParseValue(literal)).Location.ShouldBe(new SourceLocation(1, column));

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Booleans_are_two_names(string literal, bool value) =>
        Parser.ParseValue(literal).ShouldBeOfType<BooleanValueNode>().Value.ShouldBe(value);

    [Fact]
    public void Null_is_a_value_of_its_own() => Parser.ParseValue("null").ShouldBeOfType<NullValueNode>();

    [Theory]
    [InlineData("ACTUAL")]
    [InlineData("True")]
    [InlineData("NULL")]
    [InlineData("on")]
    public void Any_other_name_is_an_enum_value(string literal) =>
        Parser.ParseValue(literal).ShouldBeOfType<EnumValueNode>().Value.ShouldBe(literal);

    [Fact]
    public void A_dollar_makes_a_variable() => Parser.ParseValue("$share").ShouldBeOfType<VariableNode>().Name.Value.ShouldBe("share");

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"plain\"", "plain")]
    [InlineData("\"# no comment\"", "# no comment")]
    [InlineData("\"Crédit \U0001F600\"", "Crédit \U0001F600")]
    [InlineData("\"tab\tinside\"", "tab\tinside")]
    [InlineData("\"nothing \0 inside\"", "nothing \0 inside")]
    [InlineData(@"""\"" \\ \/ \b \f \n \r \t""", "\" \\ / \b \f \n \r \t")]
    [InlineData(@"""\u0041\u00e9\u00E9\u0000""", "Aéé\0")]
    [InlineData(@"""\u{41}\u{0}\u{1F600}\u{0001f600}\u{10FFFF}""", "A\0\U0001F600\U0001F600\U0010FFFF")]
    [InlineData(@"""\uD83D\uDE00 \ud83d\ude00""", "\U0001F600 \U0001F600")]
    [InlineData(@"""\\u0041""", @"\u0041")]
    public void Strings_mean_what_their_escapes_say(string literal, string value) => StringValue(literal).ShouldBe(value);

    [Theory]
    [InlineData(@"""ab\q""", 4)]
    [InlineData(@"""\x41""", 2)]
    [InlineData(@"""\'""", 2)]
    [InlineData(@"""\U0041""", 2)]
    [InlineData(@"""\u""", 2)]
    [InlineData(@"""\u12""", 2)]
    [InlineData(@"""\u12g4""", 2)]
    [InlineData(@"""\u +12""", 2)]
    [InlineData(@"""\u{}""", 2)]
    [InlineData(@"""\u{41""", 2)]
    [InlineData(@"""\u{ 41}""", 2)]
    [InlineData(@"""\u{110000}""", 2)]
    [InlineData(@"""\u{FFFFFFFF}""", 2)]
    [InlineData(@"""\u{000000041}""", 2)]
    [InlineData(@"""\u{D800}""", 2)]
    [InlineData(@"""\u{D83D}\u{DE00}""", 2)]
    [InlineData(@"""\uD83D""", 2)]
    [InlineData(@"""\uDE00\uD83D""", 2)]
    [InlineData(@"""\uD83D\uD83D\uDE00""", 2)]
    [InlineData(@"""\uD83D\u{DE00}""", 2)]
    [InlineData("\"open", 6)]
    [InlineData("\"line\nend\"", 6)]
    [InlineData("\"line\rend\"", 6)]
    [InlineData("\"", 2)]
    public void Malformed_strings_are_refused_at_the_character_that_spoils_them(string literal, int column) =>
        Should.Throw<SyntaxException>(() => Parser.ParseValue(literal)).Location.ShouldBe(new SourceLocation(1, column));

    [Theory]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"one\"\"\"", "one")]
    [InlineData("\"\"\" a \"quoted\" \"\" word \"\"\"", " a \"quoted\" \"\" word ")]
    [InlineData("\"\"\"\n  first\n    second\n\n  third\n\"\"\"", "first\n  second\n\nthird")]
    [InlineData("\"\"\"\r\n\tfirst\r\tsecond\r\n\"\"\"", "first\nsecond")]
    [InlineData("\"\"\"  kept\n    moved\n      more\"\"\"", "  kept\nmoved\n  more")]
    [InlineData("\"\"\"\n\n   \n  text\n \n\n\"\"\"", "text")]
    [InlineData("\"\"\"\n \t \n\"\"\"", "")]
    [InlineData("\"\"\"\n  a\n b\n\"\"\"", " a\nb")]
    [InlineData("\"\"\"\n    a\n\n  b\n\"\"\"", "  a\n\nb")]
    [InlineData(@"""""""no \n \u0041 \q escapes""""""", @"no \n \u0041 \q escapes")]
    [InlineData(@"""""""but \"""""" one""""""", "but \"\"\" one")]
    [InlineData(@"""""""\\"""""" two""""""", "\\\"\"\" two")]
    public void Block_strings_lose_their_common_indentation_and_blank_ends(string literal, string value) => StringValue(literal).ShouldBe(value);

    [Theory]
    [InlineData("\"\"\"open", 1, 8)]
    [InlineData("\"\"\"open\n  still\"\"", 2, 10)]
    [InlineData("\"\"\"never \\\"\"\"", 1, 14)]
    public void Malformed_block_strings_are_refused_where_they_go_wrong(string literal, int line, int column) =>
        Should.Throw<SyntaxException>(() => Parser.ParseValue(literal)).Location.ShouldBe(new SourceLocation(line, column));

    [Fact]
    public void Strings_remember_whether_they_were_blocks()
    {
        Parser.ParseValue("\"a\"").ShouldBeOfType<StringValueNode>().Block.ShouldBeFalse();
        Parser.ParseValue("\"\"\"a\"\"\"").ShouldBeOfType<StringValueNode>().Block.ShouldBeTrue();
    }

    [Theory]
    [InlineData("[]", 0)]
    [InlineData("[,]", 0)]
    [InlineData("[1]", 1)]
    [InlineData("[1 $two, [3], {}]", 4)]
    public void Lists_hold_any_values(string literal, int count) =>
        Parser.ParseValue(literal).ShouldBeOfType<ListValueNode>().Values.Count.ShouldBe(count);

    [Fact]
    public void Objects_hold_named_values_in_order_even_twice()
    {
        var fields = Parser.ParseValue("{ b: 1, a: [$x] b: null }").ShouldBeOfType<ObjectValueNode>().Fields;
        fields.Select(field => field.Name.Value).ShouldBe(["b", "a", "b"]);
        fields[2].Value.ShouldBeOfType<NullValueNode>();
    }

    [Theory]
    [InlineData("[1", 3)]
    [InlineData("[1)", 3)]
    [InlineData("{ a }", 5)]
    [InlineData("{ a: }", 6)]
    [InlineData("{ \"a\": 1 }", 3)]
    [InlineData("{ a = 1 }", 5)]
    [InlineData("(1)", 1)]
    [InlineData("1 2", 3)]
    [InlineData("$", 2)]
    [InlineData("$1", 2)]
    [InlineData("$$a", 2)]
    [InlineData("@a", 1)]
    [InlineData("", 1)]
    public void Malformed_values_are_refused_at_the_token_that_does_not_fit(string literal, int column) =>
        Should.Throw<SyntaxException>(() => Parser.ParseValue(literal)).Location.ShouldBe(new SourceLocation(1, column));
}
