using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Tests.Texts;

public sealed class CitationAlignerTests
{
    private const string Text = "🅰 one two.\nHe said « yes\u00A0» and l’autre.\nTwo two 🅱 two";

    private static readonly CodePointText Points = new(Text);

    [Fact]
    public void The_same_characters_in_place_are_exact() => Align("one", 2, 5).ShouldBe(new(Alignment.Exact, 2, 5));

    [Fact]
    public void Characters_after_an_astral_one_are_counted_once() => Align("🅰 one", 0, 5).ShouldBe(new(Alignment.Exact, 0, 5));

    [Fact]
    public void Typographic_quotes_in_place_are_normalized() => AlignPlain("l'autre", "l’autre").Alignment.ShouldBe(Alignment.Normalized);

    [Fact]
    public void French_quotes_lose_their_blanks() => AlignPlain("\"yes\"", "« yes\u00A0»").Alignment.ShouldBe(Alignment.Normalized);

    [Fact]
    public void A_line_break_is_a_blank() => AlignPlain("two. He", "two.\nHe").Alignment.ShouldBe(Alignment.Normalized);

    [Fact]
    public void Characters_found_once_elsewhere_are_normalized_to_where_they_stand() => Align("one", 7, 10).ShouldBe(new(Alignment.Normalized, 2, 5));

    [Fact]
    public void Characters_found_elsewhere_after_normalising_are_given_in_offsets_of_the_text()
    {
        var at = Points.Offset(Text.IndexOf("l’autre", StringComparison.Ordinal));

        Align("l'autre", 0, 7).ShouldBe(new(Alignment.Normalized, at, at + 7));
    }

    [Fact]
    public void Characters_found_several_times_elsewhere_are_ambiguous() => Align("two", 0, 3).Alignment.ShouldBe(Alignment.Ambiguous);

    [Fact]
    public void In_place_wins_over_elsewhere() => Align("two", 6, 9).ShouldBe(new(Alignment.Exact, 6, 9));

    [Fact]
    public void Characters_that_are_nowhere_are_not_found() => Align("six", 2, 5).ShouldBe(new(Alignment.NotFound, 2, 5));

    [Theory]
    [InlineData(3, 3)]
    [InlineData(5, 2)]
    [InlineData(-1, 3)]
    [InlineData(0, 9999)]
    public void A_span_that_is_none_is_not_found(int start, int end) => Align("one", start, end).Alignment.ShouldBe(Alignment.NotFound);

    [Fact]
    public void Capital_hexadecimal_is_the_same_hash() =>
        new CitationAligner(Points).Align(2, 5, CodePointText.HashOf("one").ToUpperInvariant()).Alignment.ShouldBe(Alignment.Exact);

    private static Aligned Align(string cited, int start, int end) => new CitationAligner(Points).Align(start, end, CodePointText.HashOf(cited));

    // The hash is of the plain form, the span is where the typeset form stands.
    private static Aligned AlignPlain(string plain, string typeset)
    {
        var start = Points.Offset(Text.IndexOf(typeset, StringComparison.Ordinal));
        return Align(plain, start, start + typeset.Length);
    }
}
