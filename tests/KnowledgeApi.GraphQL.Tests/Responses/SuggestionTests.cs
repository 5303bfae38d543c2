using KnowledgeApi.GraphQL.Responses;

namespace KnowledgeApi.GraphQL.Tests.Responses;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("nmae", "name")]
    [InlineData("NAME", "name")]
    [InlineData("nam", "name")]
    [InlineData("names", "name")]
    [InlineData("bame", "name")]
    public void A_name_a_few_letters_away_is_near(string written, string known) => Suggestions.Nearest(written, [known]).ShouldBe([known]);

    [Theory]
    [InlineData("x", "name")]
    [InlineData("price", "name")]
    public void Other_names_are_not(string written, string known) => Suggestions.Nearest(written, [known]).ShouldBeEmpty();

    [Fact]
    public void The_nearest_come_first_and_numbers_are_in_order() =>
        Suggestions.Nearest("item", ["item10", "item2", "Item", "items"]).ShouldBe(["Item", "item2", "items", "item10"]);

    [Fact]
    public void At_most_five_are_offered() =>
        Suggestions.Sentence(["a", "b", "c", "d", "e", "f"]).ShouldBe(" Did you mean \"a\", \"b\", \"c\", \"d\", or \"e\"?");

    [Theory]
    [InlineData("", "")]
    [InlineData("a", " The only value is \"a\".")]
    [InlineData("a b", " The values are \"a\" and \"b\".")]
    [InlineData("a b c d e", " The values are \"a\", \"b\", \"c\", \"d\" and \"e\".")]
    [InlineData("a b c d e f g", " The values are \"a\", \"b\", \"c\", \"d\", \"e\" and 2 more.")]
    public void The_names_there_are_can_be_listed(string names, string sentence) =>
        Suggestions.All(names.Split(' ', StringSplitOptions.RemoveEmptyEntries), "value").ShouldBe(sentence);

    [Theory]
    [InlineData("figures", "financialFigures")]
    [InlineData("DESCENDING", "DESC")]
    public void A_name_that_is_part_of_another_may_be_meant(string written, string known) => Suggestions.Meant(written, ["other", known]).ShouldBe([known]);

    [Fact]
    public void Two_are_joined_by_or() => Suggestions.Sentence(["a", "b"], "the letter").ShouldBe(" Did you mean the letter \"a\" or \"b\"?");

    [Theory]
    [InlineData("a2", "a10", -1)]
    [InlineData("a02", "a2", 0)]
    [InlineData("a", "b", -1)]
    [InlineData("a1b", "a1", 1)]
    public void Natural_order_reads_numbers(string one, string other, int sign) => Math.Sign(NaturalOrder.Instance.Compare(one, other)).ShouldBe(sign);
}
