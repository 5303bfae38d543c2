using KnowledgeApi.Knowledge.Search;

namespace KnowledgeApi.Knowledge.Tests.Search;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Caisse des Dépôts", "caisse des depots")]
    [InlineData("CŒUR d’Œdipe", "coeur d oedipe")]
    [InlineData("44,4 %", "44 4")]
    [InlineData("  --  ", "")]
    [InlineData("E\u0301tat", "etat")]
    [InlineData("ＡＢ 🅰 x²", "ａｂ x²")]
    [InlineData("sou\u00ADverain", "souverain")]
    [InlineData("lʼÉtat", "l etat")]
    [InlineData("\u0301a", "a")]
    [InlineData("Straße Łódź", "strasse lodz")]
    public void Words_are_letters_and_digits_without_case_and_accents(string text, string row) => Words.Row(text).ShouldBe(row);

    [Theory]
    [InlineData("L'État", "etat")]
    [InlineData("la Ville d’Avray", "la ville avray")]
    [InlineData("Rock 'n' Roll", "rock n roll")]
    [InlineData("aujourd'hui", "aujourd hui")]
    [InlineData("D'", "d")]
    public void A_name_is_written_without_elided_articles(string text, string name) => Words.Name(text).ShouldBe(name);

    [Fact]
    public void A_word_knows_where_it_stands()
    {
        const string text = "🅰 l’État.";

        Words.Of(text).Select(word => text[word.Start..word.End]).ShouldBe(["l", "État"]);
    }
}
