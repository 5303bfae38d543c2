using KnowledgeApi.GraphQL.Language;

namespace KnowledgeApi.GraphQL.Tests.Language;

public sealed class SyntaxPrinterTests
{
    [Theory]
    [InlineData("query { a }", "{\n  a\n}")]
    [InlineData("query Q { a }", "query Q {\n  a\n}")]
    [InlineData("mutation{a}", "mutation {\n  a\n}")]
    [InlineData("query($a:Int){a}", "query ($a: Int) {\n  a\n}")]
    [InlineData("query Q($a:Int=1@d,$b:[T!]!)@e{a}", "query Q($a: Int = 1 @d, $b: [T!]!) @e {\n  a\n}")]
    [InlineData("query @d { a }", "query @d {\n  a\n}")]
    [InlineData("{}", "{}")]
    [InlineData("{ a { } }", "{\n  a {}\n}")]
    [InlineData("{x:a(b:1,c:$d)@e{f}}", "{\n  x: a(b: 1, c: $d) @e {\n    f\n  }\n}")]
    [InlineData("{...F@d ...on T@e{a}...{b}...@f{c}}", "{\n  ...F @d\n  ... on T @e {\n    a\n  }\n  ... {\n    b\n  }\n  ... @f {\n    c\n  }\n}")]
    [InlineData("fragment F on T@d{a}", "fragment F on T @d {\n  a\n}")]
    [InlineData("{a} {b}", "{\n  a\n}\n\n{\n  b\n}")]
    [InlineData("\"why\" query{a}", "\"why\"\nquery {\n  a\n}")]
    [InlineData("query(\"x\" $a:A $b:B){a}", "query (\n\"x\"\n$a: A\n$b: B\n) {\n  a\n}")]
    public void Executable_definitions_have_one_layout(string text, string printed) => Printed(text).ShouldBe(printed);

    [Theory]
    [InlineData("schema@d{query:Q mutation:M}", "schema @d {\n  query: Q\n  mutation: M\n}")]
    [InlineData("scalar S@d", "scalar S @d")]
    [InlineData("type T", "type T")]
    [InlineData("type T implements&A&B@d{a(x:Int=1,y:E):T!@e}", "type T implements A & B @d {\n  a(x: Int = 1, y: E): T! @e\n}")]
    [InlineData("type T{a(\"x\" x:Int y:Int):T}", "type T {\n  a(\n    \"x\"\n    x: Int\n    y: Int\n  ): T\n}")]
    [InlineData("type T{\"one\" a:Int \"\"\"two\"\"\" b:Int}", "type T {\n  \"one\"\n  a: Int\n  \"\"\"two\"\"\"\n  b: Int\n}")]
    [InlineData("interface I implements J{a:Int}", "interface I implements J {\n  a: Int\n}")]
    [InlineData("union U@d=|A|B", "union U @d = A | B")]
    [InlineData("enum E{A \"b\" B@d}", "enum E {\n  A\n  \"b\"\n  B @d\n}")]
    [InlineData("input I@oneOf{a:Int b:[Int]=[1]}", "input I @oneOf {\n  a: Int\n  b: [Int] = [1]\n}")]
    [InlineData("directive@d(a:Int)@e repeatable on|FIELD|QUERY", "directive @d(a: Int) @e repeatable on FIELD | QUERY")]
    [InlineData("extend schema@d", "extend schema @d")]
    [InlineData("extend type T implements A{a:Int}", "extend type T implements A {\n  a: Int\n}")]
    [InlineData("extend interface I@d extend union U=A", "extend interface I @d\n\nextend union U = A")]
    [InlineData("extend enum E{A}extend input I{a:Int}extend scalar S@d", "extend enum E {\n  A\n}\n\nextend input I {\n  a: Int\n}\n\nextend scalar S @d")]
    [InlineData("extend directive@d@e", "extend directive @d @e")]
    public void Type_system_definitions_have_one_layout(string text, string printed) => Printed(text).ShouldBe(printed);

    [Theory]
    [InlineData("[1,2.5 -3e4]", "[1, 2.5, -3e4]")]
    [InlineData("{a:1,b:{c:$d}}", "{ a: 1, b: { c: $d } }")]
    [InlineData("{}", "{  }")]
    [InlineData("[true false null ENUM]", "[true, false, null, ENUM]")]
    [InlineData("\"a \\u0022 \\\\ \\/ \\n\\t\\b\\f\\r \\u0000 \\u007f \\u0085 \\u00e9 \\u{1F600}\"", "\"a \\\" \\\\ / \\n\\t\\b\\f\\r \\u0000 \\u007F \\u0085 é \U0001F600\"")]
    public void Values_have_one_layout(string text, string printed) => SyntaxPrinter.Print(Parser.ParseValue(text)).ShouldBe(printed);

    [Theory]
    [InlineData("", "\"\"\"\"\"\"")]
    [InlineData("short", "\"\"\"short\"\"\"")]
    [InlineData("  leading space", "\"\"\"  leading space\"\"\"")]
    [InlineData("two\nlines", "\"\"\"\ntwo\nlines\n\"\"\"")]
    [InlineData("  two\nlines", "\"\"\"\n  two\nlines\n\"\"\"")]
    [InlineData("ends with \"quotes\"", "\"\"\"\nends with \"quotes\"\n\"\"\"")]
    [InlineData("ends with \\", "\"\"\"\nends with \\\n\"\"\"")]
    [InlineData("has \"\"\" inside", "\"\"\"has \\\"\"\" inside\"\"\"")]
    [InlineData("ends with \"\"\"", "\"\"\"\nends with \\\"\"\"\n\"\"\"")]
    public void Block_strings_take_lines_of_their_own_when_they_must(string value, string printed) =>
        SyntaxPrinter.Print(new StringValueNode { Value = value, Block = true }).ShouldBe(printed);

    [Fact]
    public void A_long_block_string_takes_a_line_of_its_own() =>
        SyntaxPrinter.Print(new StringValueNode { Value = new string('x', 71), Block = true }).ShouldStartWith("\"\"\"\nx");

    [Theory]
    [InlineData(70, false)]
    [InlineData(71, true)]
    public void Arguments_are_broken_when_the_line_would_pass_80_characters(int length, bool broken) =>
        Printed($"{{ field(a: \"{new string('x', length - 2)}\") }}").Contains("field(\n    a: ", StringComparison.Ordinal).ShouldBe(broken);

    [Fact]
    public void A_long_name_without_arguments_stays_as_it_is() =>
        Printed($"{{ {new string('a', 90)} }}").ShouldBe($"{{\n  {new string('a', 90)}\n}}");

    [Fact]
    public void Long_lists_and_objects_are_broken_one_item_a_line()
    {
        var item = new string('X', 45);
        SyntaxPrinter.Print(Parser.ParseValue($"[{item} {item}]")).ShouldBe($"[\n  {item}\n  {item}\n]");
        SyntaxPrinter.Print(Parser.ParseValue($"{{ a: {item} b: {item} }}")).ShouldBe($"{{\n  a: {item}\n  b: {item}\n}}");
    }

    [Theory]
    [InlineData("{ f(a: \"\"\"\n  one\n    two\n\n  three\\\"\"\"\n\"\"\") { g(b: [\"\"\"x\ny\"\"\", {c: \"\"\" \\ \"\"\"}]) } }")]
    [InlineData("type T { \"\"\"\n  deep\n    deeper\n  \"\"\" a(\"\"\"\n  arg\n\"\"\" b: String = \"\"\"\n  d\n  e\n\"\"\"): Int }")]
    public void Block_strings_survive_the_indentation_around_them(string text)
    {
        var printed = Printed(text);
        Printed(printed).ShouldBe(printed);
        Strings(printed).ShouldBe(Strings(text));
    }

    private static string Printed(string text) => SyntaxPrinter.Print(Parser.ParseDocument(text));

    private static List<string> Strings(string text)
    {
        var lexer = new Lexer(text);
        var strings = new List<string>();
        for (var token = lexer.Next(); token.Kind != TokenKind.EndOfDocument; token = lexer.Next())
        {
            if (token.Kind == TokenKind.BlockString)
                strings.Add(lexer.ValueOf(token));
        }

        return strings;
    }
}
