using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Tests.Model;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("SOCIÉTÉ", "societe")]
    [InlineData("Société", "societe")]
    [InlineData("Cœur", "coeur")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("Łódź", "lodz")]
    [InlineData("l’usine", "l'usine")]
    [InlineData("« Beta »", "\" beta \"")]
    [InlineData("  a\u00A0\n b  ", "a b")]
    [InlineData("ﬁn", "fin")]
    [InlineData("🅰 b", "🅰 b")]
    [InlineData("", "")]
    public void Case_accents_and_typography_do_not_count(string text, string folded) => Folding.Fold(text).ShouldBe(folded);

    [Fact]
    public void Sort_keys_order_as_a_French_dictionary_does()
    {
        string[] ordered = ["cote", "côte", "coté", "côté", "dette", "École", "ecoles", "zéro"];

        ordered.OrderByDescending(word => word, StringComparer.Ordinal).OrderBy(Folding.SortKey, StringComparer.Ordinal)
            .ShouldBe([.. ordered.OrderBy(word => word, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("fr"), false))]);
    }

    [Fact]
    public void An_accent_sorts_beside_its_letter() =>
        string.CompareOrdinal(Folding.SortKey("École"), Folding.SortKey("Faible")).ShouldBeLessThan(0);
}
