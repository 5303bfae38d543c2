using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Tests.Texts;

public sealed class CodePointTextTests
{
    [Fact]
    public void Length_counts_code_points() => new CodePointText("a🅰b").Length.ShouldBe(3);

    [Fact]
    public void A_combining_mark_is_a_code_point_of_its_own() => new CodePointText("e\u0301").Length.ShouldBe(2);

    [Fact]
    public void A_slice_is_cut_by_code_points() => new CodePointText("a🅰b🅱c").Slice(1, 4).ShouldBe("🅰b🅱");

    [Fact]
    public void A_slice_may_reach_the_end() => new CodePointText("a🅰").Slice(1, 2).ShouldBe("🅰");

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(2, 1)]
    [InlineData(0, 4)]
    public void A_slice_beyond_the_text_is_refused(int start, int end) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new CodePointText("a🅰b").Slice(start, end));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 3)]
    public void An_index_becomes_an_offset(int utf16, int offset) => new CodePointText("a🅰b").Offset(utf16).ShouldBe(offset);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 1)]
    [InlineData(6, 2)]
    [InlineData(7, 2)]
    [InlineData(12, 3)]
    [InlineData(16, 4)]
    public void Paragraphs_are_lines_with_text(int offset, int paragraph) =>
        new CodePointText("one\n \n🅰🅰\r\n\r\nthr\n4").Paragraph(offset).ShouldBe(paragraph);

    [Fact]
    public void Before_any_text_is_the_first_paragraph() => new CodePointText("\n\none").Paragraph(0).ShouldBe(1);

    [Fact]
    public void Hashes_are_of_UTF8() =>
        CodePointText.HashOf("é").ShouldBe("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
}
