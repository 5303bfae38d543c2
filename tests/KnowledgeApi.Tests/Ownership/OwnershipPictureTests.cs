using System.Net;
using System.Xml.Linq;
using KnowledgeApi.Knowledge.Reasoning.Ownership;
using KnowledgeApi.Ownership.Pictures;

namespace KnowledgeApi.Tests.Ownership;

public sealed class OwnershipPictureTests(KnowledgeFixture knowledge) : IClassFixture<KnowledgeFixture>
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public async Task It_names_owners_above_the_company_with_their_shares()
    {
        var picture = await Draw("cloudwatt.svg?validOn=2015-01-12");

        Y(picture, "Caisse des Dépôts").ShouldBeLessThan(Y(picture, "Cloudwatt"));
        Y(picture, "État français").ShouldBeLessThan(Y(picture, "Orange"));
        picture.Descendants(Svg + "text").Select(Words).ShouldContain("44,4 %");
    }

    [Fact]
    public async Task It_names_companies_below_their_owner()
    {
        var picture = await Draw("orange.svg?validOn=2013-06-01");

        Y(picture, "Orange").ShouldBeLessThan(Y(picture, "Cloudwatt"));
    }

    [Fact]
    public async Task It_is_told_to_those_who_do_not_see_it()
    {
        var picture = await Draw("cloudwatt.svg?validOn=2015-01-12");

        picture.Element(Svg + "title")!.Value.ShouldBe("Who owns Cloudwatt");
        picture.Element(Svg + "desc")!.Value.ShouldContain("Orange holds 44,4 % (44.35–44.45 %) of Cloudwatt.");
        (await Draw("cloudwatt.svg?validOn=2013-06-01")).Element(Svg + "desc")!.Value.ShouldContain("Thales possibly holds 22,2%");
    }

    [Theory]
    [InlineData("cloudwatt.svg?validOn=2013-06-01", "Stakes held on 2013-06-01")]
    [InlineData("cloudwatt.svg?validOn=2013-06-01&knownOn=2015-01-13", "by what was published by 2015-01-13")]
    [InlineData("cloudwatt.svg?basis=CAPITAL", "of the capital")]
    [InlineData("cloudwatt.svg?basis=VOTES", "of the votes")]
    [InlineData("cloudwatt.svg?basis=UNSTATED", "of what is not stated")]
    [InlineData("cloudwatt.svg", "Who owns Cloudwatt, as last stated")]
    [InlineData("cloudwatt.svg", "since that day nobody has stated it")]
    [InlineData("cloudwatt.svg?validOn=2020-01-01", "carried forward")]
    [InlineData("cloudwatt.svg?depth=1", "it may go on beyond")]
    public async Task It_says_what_it_shows(string address, string expected) =>
        (await Draw(address)).Descendants(Svg + "text").Select(Words).ShouldContain(text => text.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public async Task What_is_only_possible_is_dashed() =>
        (await Draw("cloudwatt.svg?validOn=2013-06-01")).Descendants(Svg + "path").Select(path => (string?)path.Attribute("class")).ShouldContain("line possible");

    [Fact]
    public async Task It_runs_nothing_and_asks_for_nothing()
    {
        using var response = await knowledge.Client.GetAsync("/ownership/cloudwatt.svg");
        var text = await response.Content.ReadAsStringAsync();

        response.Content.Headers.ContentType!.ToString().ShouldBe("image/svg+xml; charset=utf-8");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; style-src 'sha256-");
        text.ShouldNotContain("<script");
        text.ShouldNotContain("href");
        text.ShouldNotContain("url(");
    }

    [Theory]
    [InlineData("cloudwatt.svg?validOn=2013-13-01", "validOn must be a day such as 2013-06-01.\n")]
    [InlineData("cloudwatt.svg?knownOn=yesterday", "knownOn must be a day such as 2013-06-01.\n")]
    [InlineData("cloudwatt.svg?basis=GOLD", "basis must be one of CAPITAL, VOTES, UNSTATED.\n")]
    [InlineData("cloudwatt.svg?depth=99", "depth must be a number from 1 to 16.\n")]
    [InlineData("cloudwatt.svg?date=2013-06-01", "The query string may have validOn, knownOn, basis and depth.\n")]
    public async Task A_question_that_cannot_be_read_is_refused_with_a_reason(string address, string problem)
    {
        using var response = await knowledge.Client.GetAsync($"/ownership/{address}");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        (await response.Content.ReadAsStringAsync()).ShouldBe(problem);
    }

    [Fact]
    public async Task An_entity_nobody_knows_is_not_found()
    {
        using var response = await knowledge.Client.GetAsync("/ownership/nobody.svg");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void Names_are_text_and_nothing_else()
    {
        var picture = new OwnershipPicture([new(new(1, "it", "<script>\"&'\u0001\ud800", "Company"), 0, false) { IsFocus = true }], []);

        var drawn = XElement.Parse(SvgPicture.Draw(picture, "<b>", "&"));

        drawn.Descendants(Svg + "title").Last().Value.ShouldBe("<script>\"&'\ufffd");
        drawn.Descendants(Svg + "script").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(60)]
    [InlineData(1)]
    public void Boxes_do_not_lie_on_each_other(int nodes)
    {
        var random = new Random(nodes);
        var people = Enumerable.Range(0, nodes).Select(i => new PictureNode(new(i, $"{i}", $"Holding number {i} of the world", "Company"), -i, false) { IsFocus = i == 0 }).ToList();
        var stakes = Enumerable.Range(1, nodes - 1).SelectMany(i => new[] { i - 1, random.Next(nodes), i / 2 }.Distinct().Select(company => new PictureStake(i, company, "33.3 %", false, false))).DistinctBy(stake => (stake.Owner, stake.Company)).ToList();

        var boxes = PictureLayout.Of(new(people, stakes)).Boxes;

        boxes.Count.ShouldBe(nodes);
        foreach (var box in boxes)
            boxes.ShouldNotContain(other => other != box && Math.Abs(other.X - box.X) < (other.Width + box.Width) / 2 && Math.Abs(other.Y - box.Y) < (other.Height + box.Height) / 2);
    }

    // Without what is told by hovering.
    private static string Words(XElement text) => string.Concat(text.Nodes().OfType<XText>().Select(part => part.Value));

    private static double Y(XElement picture, string name) =>
        (double)picture.Descendants(Svg + "text").First(text => ((string?)text.Attribute("class"))!.StartsWith("name", StringComparison.Ordinal) && text.Value == name).Attribute("y")!;

    private async Task<XElement> Draw(string address)
    {
        using var response = await knowledge.Client.GetAsync($"/ownership/{address}");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return XElement.Parse(await response.Content.ReadAsStringAsync());
    }
}
