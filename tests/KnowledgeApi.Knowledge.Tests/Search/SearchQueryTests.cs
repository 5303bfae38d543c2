using KnowledgeApi.Knowledge.Search;

namespace KnowledgeApi.Knowledge.Tests.Search;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("cloud", "cloud*")]
    [InlineData("cloud ", "cloud")]
    [InlineData("cloud souv", "cloud|souv*")]
    [InlineData("\"cloud souverain\"", "cloud souverain")]
    [InlineData("« cloud souverain »", "cloud souverain")]
    [InlineData("“cloud souverain” fin", "cloud souverain|fin*")]
    [InlineData("\"cloud souv", "cloud souv*")]
    [InlineData("\"cloud souv ", "cloud souv")]
    [InlineData("l'État", "etat*")]
    [InlineData("d’Orange ", "orange")]
    [InlineData("\"l'État\"", "l etat")]
    [InlineData("l'", "l*")]
    [InlineData("44,4 %", "44 4")]
    [InlineData("22,2", "22 2*")]
    [InlineData("porte-parole ", "porte parole")]
    [InlineData("cloud -souverain", "cloud|-souverain")]
    [InlineData("-\"cloud souverain\" cloud ", "cloud|-cloud souverain")]
    [InlineData("cloud -44,4", "cloud|-44 4")]
    [InlineData("cloud - souverain ", "cloud|souverain")]
    [InlineData("cloud −souverain", "cloud|-souverain")]
    [InlineData("-cloud", "-cloud")]
    [InlineData("cloud\"souverain\"", "cloud|souverain")]
    [InlineData("NEAR(a b, 2) AND name:x OR y* ^z", "near a|b|2|and|name x|or|y|z*")]
    [InlineData("-", "")]
    [InlineData("%_*\"'()", "")]
    [InlineData("", "")]
    public void A_text_means(string text, string meaning)
    {
        var query = SearchQuery.Parse(text);

        string.Join('|', query.Terms.Select(Print).Concat(query.Excluded.Select(term => $"-{Print(term)}"))).ShouldBe(meaning);
    }

    [Theory]
    [InlineData("-cloud", true)]
    [InlineData("cloud -cloud", false)]
    [InlineData(" ", true)]
    public void A_query_is_empty_if_it_only_leaves_out(string text, bool isEmpty) => SearchQuery.Parse(text).IsEmpty.ShouldBe(isEmpty);

    [Fact]
    public void Words_know_where_they_were_typed()
    {
        const string text = "\"l'État 🅰 \" -d’Orange";
        var query = SearchQuery.Parse(text);

        query.Terms.Concat(query.Excluded).SelectMany(term => term.Words).Select(word => text[word.Start..word.End]).ShouldBe(["l", "État", "Orange"]);
    }

    private static string Print(SearchTerm term) => string.Join(' ', term.Words.Select(word => word.Folded)) + (term.IsPrefix ? "*" : "");
}
