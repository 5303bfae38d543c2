using System.Text.Json.Nodes;

namespace KnowledgeApi.Tests.Harness;

/// <summary>A gist is short and still tells any two answers apart.</summary>
public sealed class GistTests
{
    [Theory]
    [InlineData("""{ "a": { "slug": "x", "n": 1 }, "b": [] }""", "a: {slug: x, n: 1}, b: []\n")]
    [InlineData("""{ "a": { "totalCount": 2 } }""", "a.totalCount: 2\n")]
    [InlineData("""{ "a": { "nodes": [{ "text": "é" }, null] } }""", "a: [{text: é}, null]\n")]
    [InlineData("""{ "a": { "slug": "x", "n": 1 }, "b": { "slug": "x", "n": 1 } }""", "a: {slug: x, n: 1}, b: *x\n")]
    [InlineData("""{ "a": { "slug": "x", "n": 1 }, "b": { "slug": "x", "n": 2 } }""", "a: {slug: x, n: 1}, b: {slug: x, n: 2}\n")]
    [InlineData("""{ "a": [{ "slug": "x", "n": 1 }, { "slug": "x", "n": 1 }] }""", "a: [{slug: x, n: 1}, {slug: x, n: 1}]\n")]
    public void An_answer_is_written_in_few_words(string answer, string gist) => Gist.Of(JsonNode.Parse(answer)!).ShouldBe(gist);

    [Fact]
    public void What_does_not_fit_on_a_line_goes_below_its_name()
    {
        var long1 = new string('a', 100);
        var long2 = new string('b', 100);

        Gist.Of(JsonNode.Parse($$"""{ "n": 1, "list": [{ "slug": "{{long1}}", "m": "{{long2}}" }, { "slug": "{{long1}}", "m": "{{long2}}" }] }""")!)
            .ShouldBe($"n: 1\nlist:\n  - slug: {long1}\n    m: {long2}\n  - *{long1}\n");
    }

    [Theory]
    [InlineData("null", "\"null\"")]
    [InlineData("1", "\"1\"")]
    [InlineData("true", "\"true\"")]
    [InlineData("[]", "{}")]
    [InlineData("\"a, b: c\"", "\"a\"")]
    [InlineData("\"\"", "null")]
    [InlineData("\"a \"", "\"a\"")]
    [InlineData("\"*x\"", "\"x\"")]
    [InlineData("\"[]\"", "[]")]
    [InlineData("\"a\\nb\"", "\"a b\"")]
    [InlineData("\"a\\u00a0b\"", "\"a b\"")]
    public void Values_that_differ_are_written_differently(string one, string other) =>
        Gist.Of(JsonNode.Parse($$"""{ "a": {{one}} }""")!).ShouldNotBe(Gist.Of(JsonNode.Parse($$"""{ "a": {{other}} }""")!));

    [Fact]
    public void A_text_cannot_pass_for_another_member() =>
        Gist.Of(JsonNode.Parse("""{ "a": "x, b: y" }""")!).ShouldNotBe(Gist.Of(JsonNode.Parse("""{ "a": "x", "b": "y" }""")!));
}
