using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Ownership;

namespace KnowledgeApi.Knowledge.Tests.Reasoning.Ownership;

public sealed class OwnershipPictureTests
{
    [Fact]
    public void Graphviz_draws_owners_to_companies() =>
        Picture(Web.Of(Web.Stake(1, 0, 50))).ToDot().ShouldContain("n0 -> n1 [label=\"50 %\", tooltip=\"50 %\"];");

    [Fact]
    public void Mermaid_draws_owners_to_companies() =>
        Picture(Web.Of(Web.Stake(1, 0, 50))).ToMermaid().ShouldContain("n0 -->|\"50 %\"| n1");

    [Fact]
    public void A_stake_that_is_only_possible_is_dashed()
    {
        var picture = OwnershipPicture.Of(Web.Of(Web.Stake(1, 0, 50) with { Times = ClaimTimes.None }).Up());

        picture.ToDot().ShouldContain("style=dashed");
        picture.ToMermaid().ShouldContain("-.->");
    }

    [Fact]
    public void A_share_nobody_tells_is_a_question_mark() =>
        Picture(Web.Of(Web.Stake(1, 0, 50) with { Stated = null })).ToDot().ShouldContain("[label=\"?\",");

    [Fact]
    public void A_share_is_labelled_as_it_is_printed_with_the_range_behind() =>
        Picture(Web.Of(Web.Stake(1, 0, 22.15m, 22.25m) with { Wording = "22,2 %" })).ToDot().ShouldContain("[label=\"22,2 %\", tooltip=\"22.15–22.25 %\"]");

    [Fact]
    public void A_stake_carried_forward_says_since_when()
    {
        var told = StakeTimes.Of(Period.Stretch(null, null, Ongoing.Yes), new(2015, 3, 20));

        Picture(Web.Of(Web.Stake(1, 0, 100) with { Times = told })).ToMermaid().ShouldContain("-->|\"100 % · 2015-03-20 (100 %, last stated 2015-03-20, carried forward)\"|");
    }

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
