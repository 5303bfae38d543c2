using System.Net;
using System.Xml.Linq;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Time;

namespace KnowledgeApi.Tests.Time;

public sealed class TimelinePictureTests(KnowledgeFixture knowledge) : IClassFixture<KnowledgeFixture>
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public async Task It_is_told_to_those_who_do_not_see_it()
    {
        var picture = await Draw("cloudwatt.svg");

        picture.Element(Svg + "title")!.Value.ShouldBe("Timeline of Cloudwatt");
        picture.Element(Svg + "desc")!.Value.ShouldContain("Cloudwatt is launched in the autumn (2012-23, first reported 2015-03-26).");
        picture.Element(Svg + "desc")!.Value.ShouldContain("Revenue: 500 millions d'euros (expected 2017, first reported 2015-01-13).");
    }

    [Fact]
    public async Task What_was_reported_later_is_not_drawn()
    {
        var picture = await Draw("cloudwatt.svg?knownOn=2015-01-13");

        picture.Element(Svg + "desc")!.Value.ShouldContain("Cloudwatt is created (2012-10, first reported 2015-01-13).");
        picture.Element(Svg + "desc")!.Value.ShouldNotContain("first reported 2015-03");
        picture.Element(Svg + "desc")!.Value.ShouldContain("by what was reported by 2015-01-13");
    }

    [Fact]
    public void What_is_possible_is_drawn_wider_than_what_is_certain()
    {
        var row = new TimelineRow("A stake", true, Period.Stretch(PartialDate.Parse("2012"), PartialDate.Parse("2015-03-20"), Ongoing.No), new(2015, 1, 13));

        var drawn = XElement.Parse(TimelinePicture.Draw("A & <B>", [row], null)).Descendants(Svg + "rect").ToList();

        Width("possibly").ShouldBeGreaterThan(Width("certainly"));

        double Width(string look) => (double)drawn.First(rect => (string?)rect.Parent!.Name.LocalName == "g" && (string?)rect.Attribute("class") == look).Attribute("width")!;
    }

    [Fact]
    public void An_aim_is_drawn_as_expected_and_never_as_held()
    {
        var row = new TimelineRow("An aim", false, Period.Moment(PartialDate.Parse("2017-01-01")), null);

        XElement.Parse(TimelinePicture.Draw("It", [row], null)).Descendants(Svg + "g").Single().Elements(Svg + "rect").Select(rect => (string?)rect.Attribute("class")).ShouldBe(["expected"]);
    }

    [Fact]
    public void More_rows_than_can_be_seen_are_cut_off_and_told()
    {
        var rows = Enumerable.Range(0, TimelinePicture.MaxRows + 1).Select(i => new TimelineRow($"Row {i}", true, Period.Moment(PartialDate.Parse("2017")), null)).ToList();

        var picture = XElement.Parse(TimelinePicture.Draw("It", rows, null));

        picture.Descendants(Svg + "g").Count().ShouldBe(TimelinePicture.MaxRows);
        picture.Element(Svg + "desc")!.Value.ShouldContain("only the first 80 of 81 are drawn");
    }

    [Fact]
    public async Task It_runs_nothing_and_asks_for_nothing()
    {
        using var response = await knowledge.Client.GetAsync("/timeline/cloudwatt.svg");
        var text = await response.Content.ReadAsStringAsync();

        response.Content.Headers.ContentType!.ToString().ShouldBe("image/svg+xml; charset=utf-8");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; style-src 'sha256-");
        text.ShouldNotContain("<script");
        text.ShouldNotContain("href");
    }

    [Theory]
    [InlineData("cloudwatt.svg?knownOn=yesterday", HttpStatusCode.BadRequest, "must be a day such as")]
    [InlineData("cloudwatt.svg?on=2015-01-13", HttpStatusCode.BadRequest, "may have knownOn")]
    [InlineData("nobody.svg", HttpStatusCode.NotFound, "There is nothing at /timeline/nobody.svg.")]
    public async Task What_cannot_be_drawn_is_refused_with_a_reason(string address, HttpStatusCode status, string reason)
    {
        using var response = await knowledge.Client.GetAsync($"/timeline/{address}");

        response.StatusCode.ShouldBe(status);
        (await response.Content.ReadAsStringAsync()).ShouldContain(reason);
    }

    [Fact]
    public async Task An_entity_without_dated_claims_has_an_empty_picture() => (await Draw("gandi.svg")).Descendants(Svg + "g").ShouldBeEmpty();

    private async Task<XElement> Draw(string address) => XElement.Parse(await knowledge.Client.GetStringAsync($"/timeline/{address}"));
}
