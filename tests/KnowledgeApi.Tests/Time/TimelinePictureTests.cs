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
    public void How_certain_a_day_is_shows_in_its_look()
    {
        var row = new TimelineRow("A & <B>", true, Period.Stretch(PartialDate.Parse("2012"), null, Ongoing.Yes), new(
        [
            new() { Type = ClaimTimeType.Excluded, To = new(2011, 12, 31), KnownFrom = DateOnly.MinValue },
            new() { Type = ClaimTimeType.Certain, From = new(2012, 12, 31), To = new(2015, 1, 12), KnownFrom = DateOnly.MinValue },
            new() { Type = ClaimTimeType.Stated, From = new(2015, 1, 12), To = new(2015, 1, 12), KnownFrom = DateOnly.MinValue },
        ]), new(2015, 1, 13));

        LooksOf(row).ShouldBe(["possibly", "carried", "certainly"]);
    }

    [Fact]
    public void No_bar_begins_before_what_takes_part_exists()
    {
        var times = new ClaimTimes([new() { Type = ClaimTimeType.Excluded, To = new(2012, 8, 31), KnownFrom = DateOnly.MinValue }]);

        X(new("A stake", true, Period.Stretch(null, PartialDate.Parse("2015"), Ongoing.No), times, new(2010, 1, 1)))
            .ShouldBeGreaterThan(X(new("A stake", true, Period.Stretch(null, PartialDate.Parse("2015"), Ongoing.No), ClaimTimes.None, new(2010, 1, 1))));

        static double X(TimelineRow row) => (double)BarsOf(row).First().Attribute("x")!;
    }

    [Fact]
    public async Task A_date_that_no_document_states_is_told_as_concluded() =>
        (await Draw("cloudwatt.svg")).Element(Svg + "desc")!.Value.ShouldContain(", as the curators conclude, first reported");

    [Fact]
    public void An_aim_is_drawn_as_expected_and_never_as_held()
    {
        var row = new TimelineRow("An aim", false, Period.Moment(PartialDate.Parse("2017-01-01")), ClaimTimes.None, null);

        LooksOf(row).ShouldBe(["expected"]);
    }

    [Fact]
    public void More_rows_than_can_be_seen_are_cut_off_and_told()
    {
        var rows = Enumerable.Range(0, TimelinePicture.MaxRows + 1).Select(i => new TimelineRow($"Row {i}", true, Period.Moment(PartialDate.Parse("2017")), ClaimTimes.None, null)).ToList();

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

    private static IEnumerable<XElement> BarsOf(TimelineRow row) => XElement.Parse(TimelinePicture.Draw("It", [row], null)).Descendants(Svg + "g").Single().Elements(Svg + "rect");

    private static IEnumerable<string?> LooksOf(TimelineRow row) => BarsOf(row).Select(rect => (string?)rect.Attribute("class"));

    private async Task<XElement> Draw(string address) => XElement.Parse(await knowledge.Client.GetStringAsync($"/timeline/{address}"));
}
