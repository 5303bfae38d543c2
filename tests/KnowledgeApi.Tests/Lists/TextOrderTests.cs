using System.Globalization;

namespace KnowledgeApi.Tests.Lists;

/// <summary>Texts are ordered as a French dictionary does, whether or not their keys are stored.</summary>
public sealed class TextOrderTests(KnowledgeFixture knowledge) : IClassFixture<KnowledgeFixture>
{
    private static readonly CompareInfo French = CultureInfo.GetCultureInfo("fr").CompareInfo;

    [Theory]
    [InlineData("entities", "name")]
    [InlineData("entities", "description")]
    [InlineData("documents", "title")]
    [InlineData("claims", "wording")]
    [InlineData("citations", "wording")]
    [InlineData("events", "summary")]
    [InlineData("statements", "summary")]
    [InlineData("agreements", "label")]
    public async Task A_list_in_the_order_of_a_text_is_in_that_of_the_dictionary(string list, string field)
    {
        foreach (var direction in new[] { "ASC", "DESC" })
        {
            var texts = await TextsAsync($"{list}(first: 500, order: [{{ {field}: {direction} }}])", field);
            var present = texts.OfType<string>().ToList();
            present.Count.ShouldBeGreaterThan(1);
            texts.Take(present.Count).ShouldAllBe(text => text != null);
            foreach (var (text, next) in present.Zip(present.Skip(1)))
                (Compare(text, next) * (direction == "ASC" ? 1 : -1)).ShouldBeLessThanOrEqualTo(0, $"\"{text}\" before \"{next}\"");
        }
    }

    [Fact]
    public async Task Groups_by_a_text_are_in_the_order_of_the_dictionary()
    {
        var answer = await knowledge.QueryAsync("{ roles { groupBy(by: ROLE_JOB_TITLE, order: KEY_ASC, first: 500) { keys { value } } } }");
        var titles = answer.GetProperty("roles").GetProperty("groupBy").EnumerateArray()
            .Select(group => group.GetProperty("keys")[0].GetProperty("value").GetString()!).ToList();
        titles.Count.ShouldBeGreaterThan(10);
        foreach (var (title, next) in titles.Zip(titles.Skip(1)))
            Compare(title, next).ShouldBeLessThan(0, $"\"{title}\" before \"{next}\"");
    }

    private static int Compare(string one, string other) => French.Compare(one.Replace('’', '\''), other.Replace('’', '\''));

    private async Task<List<string?>> TextsAsync(string list, string field)
    {
        var answer = await knowledge.QueryAsync($"{{ list: {list} {{ nodes {{ {field} }} }} }}");
        return [.. answer.GetProperty("list").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty(field).GetString())];
    }
}
