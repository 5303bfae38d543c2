using System.Text.Json;

namespace KnowledgeApi.Tests.Ownership;

/// <summary>Who owned Cloudwatt and Numergy on which day, read by hand out of the five documents.</summary>
public sealed class OwnersByDayTests(KnowledgeFixture knowledge) : IClassFixture<KnowledgeFixture>
{
    /// <summary>Before it was founded, in October, autumn or some time of 2012 by the documents, nobody can have held anything.</summary>
    [Theory]
    [InlineData("1950-01-01")]
    [InlineData("2011-06-01")]
    [InlineData("2011-12-31")]
    public Task Nobody_owned_Cloudwatt_before_it_was_founded(string day) => Owns("cloudwatt", day, null);

    /// <summary>No document says when the stakes were taken.</summary>
    [Theory]
    [InlineData("2012-11-01")]
    [InlineData("2013-06-01")]
    [InlineData("2014-12-31")]
    public Task From_then_on_the_three_partners_possibly_did(string day) =>
        Owns("cloudwatt", day, null, "orange less than 44.45 % POSSIBLE", "caisse-des-depots less than 33.5 % POSSIBLE", "thales less than 22.5 % POSSIBLE");

    /// <summary>The article of that Monday has all three in the present tense.</summary>
    [Fact]
    public Task On_12_January_2015_they_certainly_did() =>
        Owns("cloudwatt", "2015-01-12", null, "orange 44.35–44.45 % CERTAIN", "caisse-des-depots 33.25–33.35 % CERTAIN", "thales 21.5–22.4 % CERTAIN");

    /// <summary>Of two of them other tellings are quoted first, which are of no day; what is stated of that day counts all the same, each holder once.</summary>
    [Fact]
    public async Task On_12_January_2015_their_stakes_are_the_whole()
    {
        var data = await knowledge.QueryAsync("""{ company(by: { slug: "cloudwatt" }) { shareholders(asOf: { validOn: "2015-01-12", certainty: CERTAIN }) { aggregate { share { sum { lower upper } leftOut } } } } }""");
        data.GetProperty("company").GetProperty("shareholders").GetProperty("aggregate").GetProperty("share").ToString()
            .ShouldBe("""{"sum":{"lower":"99.1","upper":"100.3"},"leftOut":1}""");
    }

    /// <summary>Nothing is stated of that time, and nothing says that the stakes had ended.</summary>
    [Theory]
    [InlineData("2015-01-14", null)]
    [InlineData("2015-02-28", null)]
    [InlineData("2015-03-19", null)]
    [InlineData("2015-02-28", "2015-02-28")]
    public Task Until_the_purchase_they_were_last_known_to(string day, string? knownOn) =>
        Owns("cloudwatt", day, knownOn, "orange 44.35–44.45 % LAST_KNOWN", "caisse-des-depots 33.25–33.35 % LAST_KNOWN", "thales 22.15–22.25 % LAST_KNOWN");

    [Fact]
    public Task On_20_March_2015_a_headline_has_Orange_alone() => Owns("cloudwatt", "2015-03-20", null, "orange 100 % CERTAIN");

    [Theory]
    [InlineData("2015-03-21")]
    [InlineData("2020-01-01")]
    [InlineData(null)]
    public Task And_so_it_is_last_known_ever_since(string? day) => Owns("cloudwatt", day, null, "orange 100 % LAST_KNOWN");

    /// <summary>Of what had been published by then, nothing had Orange alone.</summary>
    [Fact]
    public Task What_was_reported_later_was_not_known_before() =>
        Owns("cloudwatt", "2016-01-01", "2015-03-19", "orange 44.35–44.45 % LAST_KNOWN", "caisse-des-depots 33.25–33.35 % LAST_KNOWN", "thales 22.15–22.25 % LAST_KNOWN");

    /// <summary>That there were stakes at all was first published on 12 January 2015.</summary>
    [Fact]
    public Task Before_the_first_document_nothing_was_known() => Owns("cloudwatt", "2015-01-12", "2015-01-11");

    [Fact]
    public Task By_certain_knowledge_alone_nothing_is_carried_forward() => OwnsAsync("cloudwatt", "2015-02-01", null, "CERTAIN", []);

    /// <summary>The Caisse is stated at a third in a comment of 12 January; by an article of that day or the next SFR holds 47 %; Atos and Altis came in April 2014.</summary>
    [Theory]
    [InlineData("2015-01-13")]
    [InlineData("2015-03-01")]
    [InlineData(null)]
    public Task Numergy_is_last_known_to_be_SFRs_the_Caisses_and_two_others(string? day) =>
        Owns("numergy", day, null, "sfr 46.5–47.5 % LAST_KNOWN", "caisse-des-depots 33.25–33.35 % LAST_KNOWN", "atos at most 20.25 % LAST_KNOWN", "altis at most 20.25 % LAST_KNOWN");

    private Task Owns(string company, string? day, string? knownOn, params string[] owners) => OwnsAsync(company, day, knownOn, "POSSIBLE", owners);

    private async Task OwnsAsync(string company, string? day, string? knownOn, string certainty, string[] owners)
    {
        var data = await knowledge.QueryAsync(
            """
            query($company: String!, $day: Date, $known: Date, $certainty: Certainty!) {
              company(by: { slug: $company }) { ownership(asOf: { validOn: $day, knownOn: $known, certainty: $certainty }) { directStakes { owner { slug } share { text } certainty } } }
            }
            """,
            new { company, day, known = knownOn, certainty });

        data.GetProperty("company").GetProperty("ownership").GetProperty("directStakes").EnumerateArray()
            .Select(stake => $"{stake.GetProperty("owner").GetProperty("slug").GetString()} {stake.GetProperty("share").GetProperty("text").GetString()} {stake.GetProperty("certainty").GetString()}")
            .ShouldBe(owners, ignoreOrder: true);
    }
}
