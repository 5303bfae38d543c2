using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning;

namespace KnowledgeApi.Knowledge.Tests.Reasoning;

public sealed class TimelineTests
{
    [Fact]
    public void A_stretch_begins_and_ends() => Kinds(Stake("2012", "2015-03-20")).ShouldBe([(TimelineEntryType.Began, "2012"), (TimelineEntryType.Ended, "2015-03-20")]);

    [Fact]
    public void A_stretch_without_an_end_only_begins() => Kinds(Stake("2012", null)).ShouldBe([(TimelineEntryType.Began, "2012")]);

    [Fact]
    public void An_event_happens() => Kinds(Happening("a", "2012-10")).ShouldBe([(TimelineEntryType.Happened, "2012-10")]);

    [Fact]
    public void What_speaks_of_a_moment_held_then() =>
        Kinds(new Measurement { Slug = "m", Validity = Period.Moment(PartialDate.Parse("2014")) }).ShouldBe([(TimelineEntryType.Held, "2014")]);

    [Theory]
    [InlineData(ClaimStatus.Announced)]
    [InlineData(ClaimStatus.Planned)]
    [InlineData(ClaimStatus.Target)]
    [InlineData(ClaimStatus.Forecast)]
    [InlineData(ClaimStatus.Proposed)]
    [InlineData(ClaimStatus.Abandoned)]
    public void What_is_no_fact_is_expected_and_never_happened(ClaimStatus status) =>
        Kinds(new Event { Slug = "e", Summary = "e", Status = status, Validity = Period.Moment(PartialDate.Parse("2020")) }).ShouldBe([(TimelineEntryType.Expected, "2020")]);

    [Fact]
    public void A_statement_happened_when_it_was_made_whatever_it_looks_to() =>
        Kinds(new Statement { Slug = "s", Summary = "s", Status = ClaimStatus.Target, Date = PartialDate.Parse("2009"), Validity = Period.Moment(PartialDate.Parse("2020")) })
            .ShouldBe([(TimelineEntryType.Happened, "2009")]);

    [Fact]
    public void What_is_known_to_be_wrong_did_not_happen() =>
        Timeline.Of(Base(new Event { Slug = "e", Summary = "e", Rank = ClaimRank.Deprecated, Validity = Period.Moment(PartialDate.Parse("2020")) })).Select(entry => entry.Type)
            .ShouldBe([TimelineEntryType.Undated]);

    [Fact]
    public void What_is_stated_in_the_present_tense_held_when_it_was_written()
    {
        var claim = new Shareholding { Slug = "s", Owner = Company("Thales"), Company = Company("Cloudwatt"), Validity = Period.Stretch(null, null, Ongoing.Yes) };
        claim.Citations.AddRange([
            new() { Slug = "1", Sha256 = "", Document = Document("paper"), ReportedFrom = new(2015, 1, 12), Reported = new(2015, 1, 13) },
            new() { Slug = "2", Sha256 = "", Document = Document("other"), ReportedFrom = new(2015, 3, 20), Reported = new(2015, 3, 20), IsPast = true },
        ]);

        Kinds(claim).Where(entry => entry.Item1 != TimelineEntryType.Reported).ShouldBe([(TimelineEntryType.Held, "2015-01-12/2015-01-13")]);
    }

    [Fact]
    public void What_tells_no_time_stands_at_the_end() =>
        Timeline.Of(Base(new Event { Slug = "never", Summary = "n" }, Happening("late", "2020"))).Select(entry => (entry.DerivedFrom.Slug, entry.Type))
            .ShouldBe([("late", TimelineEntryType.Happened), ("never", TimelineEntryType.Undated)]);

    [Fact]
    public void Partial_dates_stand_at_their_first_possible_day_and_an_open_beginning_at_its_last() =>
        Timeline.Of(Base(Happening("month", "2012-10"), Happening("day", "2012-01-02"), Happening("open", "../2012-02"), Happening("year", "2012"), Happening("autumn", "2012-23")))
            .Select(entry => entry.DerivedFrom.Slug).ShouldBe(["year", "day", "open", "autumn", "month"]);

    [Fact]
    public void Each_document_and_day_that_tells_a_claim_is_one_entry()
    {
        var claim = Happening("e", "2012");
        var (paper, other) = (Document("paper"), Document("other"));
        claim.Citations.AddRange([
            Citation(3, paper, "2015-01-12"), Citation(1, paper, "2015-01-12"), Citation(9, paper, "2015-03-20"),
            Citation(1, other, "2015-01-12"), Citation(5, other, null), Citation(7, other, "2015-01-13", Stance.Contradicts),
        ]);

        Timeline.Of(Base(claim)).Where(entry => entry.Type == TimelineEntryType.Reported).Select(entry => (entry.Date!.Edtf, entry.Citation!.Document.Slug, entry.Citation.Start))
            .ShouldBe([("2015-01-12", "paper", 1), ("2015-01-12", "other", 1), ("2015-03-20", "paper", 9)], ignoreOrder: true);
    }

    [Fact]
    public void Entries_are_numbered_in_their_order_and_named_after_their_claims()
    {
        var entries = Timeline.Of(Base(Happening("b", "2013"), Happening("a", "2012")));

        entries.Select(entry => entry.Key).ShouldBe([1, 2]);
        entries.Select(entry => entry.Slug).ShouldBe(["a.happened.1", "b.happened.1"]);
    }

    [Fact]
    public void An_entry_says_what_its_claim_says() => Timeline.Of(Base(Stake("2012", null))).ShouldHaveSingleItem().Label.ShouldBe("Thales in Cloudwatt: 22,2%");

    private static Company Company(string name) => new() { Slug = name, Name = name, NameFolded = name, NameSortKey = name };

    private static List<(TimelineEntryType, string)> Kinds(Claim claim) => [.. Timeline.Of(Base(claim)).Select(entry => (entry.Type, entry.Date!.Edtf))];

    private static Shareholding Stake(string? start, string? end) => new()
    {
        Slug = "s",
        Owner = Company("Thales"),
        Company = Company("Cloudwatt"),
        Wording = "22,2%",
        Validity = Period.Stretch(start is null ? null : PartialDate.Parse(start), end is null ? null : PartialDate.Parse(end), Ongoing.Unstated),
    };

    private static Event Happening(string slug, string date) => new() { Slug = slug, Summary = slug, Validity = Period.Moment(PartialDate.Parse(date)) };

    private static Document Document(string slug) => new() { Slug = slug, Language = "fr", Sha256 = "" };

    private static Citation Citation(int start, Document document, string? reported, Stance stance = Stance.Supports) => new()
    {
        Slug = "",
        Sha256 = "",
        Start = start,
        Document = document,
        Reported = reported is null ? null : DateOnly.Parse(reported, System.Globalization.CultureInfo.InvariantCulture),
        Stance = stance,
    };

    private static KnowledgeBase Base(params Claim[] claims) => new() { Documents = [], Entities = [], Citations = [], Claims = claims };
}
