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
    [InlineData("L’USINE", "l’usine")]
    [InlineData(" 44,4\u00A0% ", " 44,4\u00A0% ")]
    [InlineData("🅰 b", "🅰 b")]
    [InlineData("", "")]
    public void Case_and_accents_do_not_count_and_all_else_does(string text, string folded) => Folding.Fold(text).ShouldBe(folded);

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

    [Theory]
    [InlineData("d’abord", "d'euros")]
    [InlineData("d'abord", "d’euros")]
    [InlineData("d’euros", "d'euros versés")]
    [InlineData("d'euros", "d’euros")]
    public void Either_apostrophe_sorts_in_the_same_place(string first, string second) =>
        string.CompareOrdinal(Folding.SortKey(first), Folding.SortKey(second)).ShouldBeLessThan(0);
}
