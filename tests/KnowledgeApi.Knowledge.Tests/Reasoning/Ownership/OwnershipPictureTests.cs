using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Ownership;

namespace KnowledgeApi.Knowledge.Tests.Reasoning.Ownership;

public sealed class OwnershipPictureTests
{
    private static readonly OwnershipQuestion OnDay = new() { AsOf = new() { ValidOn = new(2013, 6, 1) } };

    [Fact]
    public void Graphviz_draws_owners_to_companies() =>
        Picture(Web.Of(Web.Stake(1, 0, 50))).ToDot().ShouldContain("n0 -> n1 [label=\"50 %\"];");

    [Fact]
    public void Mermaid_draws_owners_to_companies() =>
        Picture(Web.Of(Web.Stake(1, 0, 50))).ToMermaid().ShouldContain("n0 -->|\"50 %\"| n1");

    [Fact]
    public void A_stake_that_is_only_possible_is_dashed()
    {
        var picture = OwnershipPicture.Of(Web.Of(Web.Stake(1, 0, 50)).Up(question: OnDay));

        picture.ToDot().ShouldContain("style=dashed");
        picture.ToMermaid().ShouldContain("-.->");
    }

    [Fact]
    public void A_share_nobody_tells_is_a_question_mark() =>
        Picture(Web.Of(Web.Stake(1, 0, 50) with { Stated = null })).ToDot().ShouldContain("[label=\"?\"]");

    [Fact]
    public void Cycles_are_marked()
    {
        var picture = Picture(Web.Of(Web.Stake(1, 0, 50), Web.Stake(0, 1, 50)));

        picture.ToDot().ShouldContain("peripheries=2");
        picture.ToMermaid().ShouldContain("linkStyle 0,1");
    }

    [Theory]
    [InlineData("a \"b\"\\\nc", "label=\"a \\\"b\\\"\\\\ c\"")]
    public void Graphviz_reads_names_as_names(string name, string expected) => Named(name).ToDot().ShouldContain(expected);

    [Theory]
    [InlineData("a \"b\"<c>#d", "n0[\"a #34;b#34;#60;c#62;#35;d\"]")]
    public void Mermaid_reads_names_as_names(string name, string expected) => Named(name).ToMermaid().ShouldContain(expected);

    private static OwnershipPicture Picture(Web web) => OwnershipPicture.Of(web.Up());

    private static OwnershipPicture Named(string name) => new([new(new(1, "it", name, "Company"), 0, false)], []);
}
