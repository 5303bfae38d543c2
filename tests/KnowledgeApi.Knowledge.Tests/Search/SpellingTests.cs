using KnowledgeApi.Knowledge.Search;

namespace KnowledgeApi.Knowledge.Tests.Search;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("cloudwat", "Cloudwatt", "Cloudwatt")]
    [InlineData("numergie", "Numergy", "Numergy")]
    [InlineData("Caise des depots", "Caisse des Dépôts", "Caisse des Dépôts")]
    [InlineData("rachat de \"Cloudwat\" -fin", "Cloudwatt", "rachat de \"Cloudwatt\" -fin")]
    [InlineData("cloud watt", "Cloudwatt", "Cloudwatt")]
    [InlineData("bull systemes", "Bullsystèmes", "Bullsystèmes")]
    [InlineData("Thlaes", "Thales", "Thales")]
    [InlineData("l'etta", "L'État", "l'L'État")]
    [InlineData("edg", "EDF", null)]
    [InlineData("microsoft", "Cloudwatt", null)]
    [InlineData("-cloudwat x", "Cloudwatt", null)]
    public void A_misspelt_name_is_put_right(string query, string name, string? text) => Suggest(query, [], name).ShouldBe(text is null ? [] : [text]);

    [Fact]
    public void Words_that_are_known_are_not_misspelt() => Suggest("orangs rachat", ["rachat"], "Achat", "Orange").ShouldBe(["Orange rachat"]);

    [Fact]
    public void Nothing_is_suggested_for_a_query_of_known_words() => Suggest("orangs", ["orangs"], "Orange").ShouldBeEmpty();

    [Fact]
    public void The_nearest_comes_first() => Suggest("numergie", [], "Numergy", "Numergis", "Cloudwatt").ShouldBe(["Numergis", "Numergy"]);

    [Fact]
    public void An_entity_is_suggested_once() =>
        Spelling.Suggest(SearchQuery.Parse("cloudwat"), new HashSet<string>(), [Candidate("Cloudwats", "it"), Candidate("Cloudwatt", "it")], 5).Count.ShouldBe(1);

    private static IEnumerable<string> Suggest(string query, string[] known, params string[] names) =>
        Spelling.Suggest(SearchQuery.Parse(query), known.ToHashSet(), names.Select(name => Candidate(name, name)), 5).Select(suggestion => suggestion.Text);

    private static NameCandidate Candidate(string name, string slug) => new(name, true, "Company", slug);
}
