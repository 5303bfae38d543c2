using System.Text;
using FsCheck;
using FsCheck.Fluent;
using KnowledgeApi.GraphQL.Language;
using static KnowledgeApi.GraphQL.Tests.Language.Syntax;

namespace KnowledgeApi.GraphQL.Tests.Language;

/// <summary>Laws that hold for every document; the seeds are fixed, so that a failure shows again.</summary>
public sealed class SyntaxPropertyTests
{
    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20_250_903, 17);

    private static readonly string[] Fragments =
    [
        "{", "}", "(", ")", "[", "]", ":", "=", "!", "$", "@", "...", "|", "&", "\"", "\"\"\"", "\\", "\\u{", "\\uD83D", "-", ".", "1", "0", "e5", "a",
        "on", "query", "fragment", "type", "extend", "schema", "enum", "null", "#", "\n", "\r", " ", ",", "\0", "\uFEFF", "é", "\uD83D", "\uDE00",
    ];

    private static readonly Gen<DocumentNode> Documents = Gen.Choose(0, int.MaxValue).Select(seed => new SyntaxTreeGenerator(seed).Document());

    [Fact]
    public void Printing_what_was_parsed_from_print_is_a_fixed_point() =>
        Prop.ForAll(Documents.ToArbitrary(), document =>
        {
            var printed = SyntaxPrinter.Print(document);
            SyntaxPrinter.Print(Parser.ParseDocument(printed)).ShouldBe(printed);
        }).Check(Checks);

    [Fact]
    public void Cutting_a_document_anywhere_gives_a_document_or_a_syntax_error() =>
        Prop.ForAll(
            Documents.Select(SyntaxPrinter.Print).SelectMany(text => Gen.Choose(0, text.Length).Select(cut => text[..cut])).ToArbitrary(),
            ShouldParseOrSayWhyNot).Check(Checks);

    [Fact]
    public void Any_row_of_tokens_gives_a_document_or_a_syntax_error() =>
        Prop.ForAll(Gen.Elements(Fragments).ArrayOf().Select(string.Concat).ToArbitrary(), ShouldParseOrSayWhyNot).Check(Checks);

    [Fact]
    public void Any_row_of_tokens_in_an_argument_gives_a_value_or_a_syntax_error() =>
        Prop.ForAll(
            Gen.Elements(Fragments).ArrayOf().Select(tokens => $"{{ f(a: {string.Concat(tokens)}) }}").ToArbitrary(),
            ShouldParseOrSayWhyNot).Check(Checks);

    [Fact]
    public void Any_bytes_give_a_document_or_a_syntax_error() =>
        Prop.ForAll(
            Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf().Select(bytes => Encoding.Latin1.GetString(bytes)).ToArbitrary(),
            ShouldParseOrSayWhyNot).Check(Checks);

    [Fact]
    public void Any_utf16_code_units_give_a_document_or_a_syntax_error() =>
        Prop.ForAll(
            Gen.Choose(0, 0xFFFF).Select(value => (char)value).ArrayOf().Select(units => $"\"\"\"{new string(units)}").ToArbitrary(),
            ShouldParseOrSayWhyNot).Check(Checks);

    [Fact]
    public void Any_text_survives_being_printed_as_a_string() =>
        Prop.ForAll(
            Gen.Choose(0, 0xD7FF).Select(value => (char)value).ArrayOf().Select(units => new string(units)).ToArbitrary(),
            text => StringValue(SyntaxPrinter.Print(new StringValueNode { Value = text })).ShouldBe(text)).Check(Checks);

    private static void ShouldParseOrSayWhyNot(string text)
    {
        try
        {
            Parser.ParseDocument(text);
        }
        catch (SyntaxException error)
        {
            ShouldPointInto(text, error.Location);
        }
        catch (SyntaxLimitException error)
        {
            ShouldPointInto(text, error.Location);
        }
    }

    private static void ShouldPointInto(string text, SourceLocation location)
    {
        var lines = text.Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');
        location.Line.ShouldBeInRange(1, lines.Length);
        location.Column.ShouldBeInRange(1, lines[location.Line - 1].Length + 1);
    }
}
