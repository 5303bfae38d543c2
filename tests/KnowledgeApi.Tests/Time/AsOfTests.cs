using System.Globalization;
using System.Text.Json;
using KnowledgeApi.Claims;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Tests.Time;

/// <summary><c>asOf</c> keeps what <c>certainty</c> and <c>firstReported</c> say of each claim by itself.</summary>
public sealed class AsOfTests(KnowledgeFixture knowledge) : IClassFixture<KnowledgeFixture>
{
    public static TheoryData<string, string?> Days => new()
    {
        { "2009-01-01", null }, { "2012-06-30", null }, { "2012-12-31", null }, { "2014-04-01", null }, { "2014-04-29", null }, { "2014-04-30", null },
        { "2015-03-19", null }, { "2015-03-20", null }, { "2016-01-01", null }, { "2014-06-01", "2014-01-12" }, { "2014-06-01", "2015-01-12" },
        { "2014-06-01", "2015-01-13" }, { "2015-01-13", "2015-01-13" }, { "2015-06-01", "2015-01-13" }, { "2015-02-01", "2015-01-13" }, { "2015-02-01", "2015-03-19" }, { "2014-04-15", "2015-03-19" }, { "2015-03-20", "2015-03-19" }, { "2015-03-20", "2015-03-20" }, { "2016-01-01", "2016-02-02" },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public async Task A_list_as_of_a_day_is_what_each_claim_says_of_itself(string validOn, string? knownOn)
    {
        // More than one page together.
        await CompareAsync(validOn, knownOn, "in");
        await CompareAsync(validOn, knownOn, "nin");
    }

    private async Task CompareAsync(string validOn, string? knownOn, string kinds)
    {
        var query =
            $$"""
            query($on: Date!, $known: Date) {
              all: claims(first: 500, where: { type: { {{kinds}}: [STATEMENT, EVENT] }, status: { neq: null } }) { totalCount nodes { slug firstReported certainty(on: $on, knownOn: $known) } }
              possible: claims(first: 500, where: { type: { {{kinds}}: [STATEMENT, EVENT] }, status: { neq: null } }, asOf: { validOn: $on, knownOn: $known }) { totalCount undatedCount nodes { slug } }
              lastKnown: claims(first: 500, where: { type: { {{kinds}}: [STATEMENT, EVENT] }, status: { neq: null } }, asOf: { validOn: $on, knownOn: $known, certainty: LAST_KNOWN }) { nodes { slug } }
              certain: claims(first: 500, where: { type: { {{kinds}}: [STATEMENT, EVENT] }, status: { neq: null } }, asOf: { validOn: $on, knownOn: $known, certainty: CERTAIN }) { nodes { slug } }
            }
            """;
        var data = await knowledge.QueryAsync(query, new { on = validOn, known = knownOn });
        var all = data.GetProperty("all").GetProperty("nodes").EnumerateArray().ToList();
        all.Count.ShouldBe(data.GetProperty("all").GetProperty("totalCount").GetInt32());

        Slugs(data, "possible").ShouldBe(all.Where(claim => Certainty(claim) is not null).Select(Slug));
        Slugs(data, "lastKnown").ShouldBe(all.Where(claim => Certainty(claim) is "CERTAIN" or "LAST_KNOWN").Select(Slug));
        Slugs(data, "certain").ShouldBe(all.Where(claim => Certainty(claim) == "CERTAIN").Select(Slug));
        data.GetProperty("possible").GetProperty("undatedCount").GetInt32()
            .ShouldBe(knownOn is null ? 0 : CountUndated(DateOnly.Parse(validOn, CultureInfo.InvariantCulture), DateOnly.Parse(knownOn, CultureInfo.InvariantCulture), claim => claim is Statement or Event == (kinds == "in")));
    }

    [Fact]
    public async Task What_a_list_leaves_out_for_want_of_a_date_it_counts()
    {
        var data = await knowledge.QueryAsync(
            """{ documents(asOf: { knownOn: "2030-01-01" }) { totalCount undatedCount } all: documents { totalCount } claims(asOf: { knownOn: "2030-01-01" }) { totalCount undatedCount } allClaims: claims { totalCount } }""");

        foreach (var (kept, all) in new[] { ("documents", "all"), ("claims", "allClaims") })
        {
            var undated = data.GetProperty(kept).GetProperty("undatedCount").GetInt32();
            (data.GetProperty(kept).GetProperty("totalCount").GetInt32() + undated).ShouldBe(data.GetProperty(all).GetProperty("totalCount").GetInt32());
        }
    }

    [Theory]
    [InlineData("2015-01-12")]
    [InlineData("2015-01-13")]
    [InlineData("2015-03-20")]
    [InlineData("2030-01-01")]
    public async Task A_conflict_is_there_once_both_sides_are_public(string knownOn)
    {
        const string query =
            """
            query($known: Date!) {
              all: agreements(first: 500) { nodes { slug verdict since members(first: 500) { nodes { slug firstReported } } } }
              known: agreements(first: 500, asOf: { knownOn: $known }) { undatedCount nodes { slug } }
            }
            """;
        var data = await knowledge.QueryAsync(query, new { known = knownOn });
        var all = data.GetProperty("all").GetProperty("nodes").EnumerateArray().ToList();

        Slugs(data, "known").ShouldBe(all.Where(agreement => Members(agreement).Any(claim => IsBy(claim, knownOn)) && (!IsConflict(agreement) || IsBy(agreement, knownOn, "since"))).Select(Slug));
        data.GetProperty("known").GetProperty("undatedCount").GetInt32().ShouldBe(
            all.Count(agreement => !Members(agreement).Any(claim => IsBy(claim, "9999-12-31")) || (IsConflict(agreement) && !IsBy(agreement, "9999-12-31", "since"))));
    }

    [Fact]
    public async Task Citations_of_a_day_are_those_of_its_claims_and_all_of_names_which_speak_of_no_time()
    {
        var data = await knowledge.QueryAsync(
            """
            {
              claims(first: 500, where: { status: { neq: null } }, asOf: { validOn: "2011-06-01" }) { nodes { citations { totalCount } } }
              names: citations(where: { claim: { slug: { eq: null } } }) { totalCount }
              all: citations { totalCount }
              then: citations(asOf: { validOn: "2011-06-01" }) { totalCount }
            }
            """);
        int Total(string list) => data.GetProperty(list).GetProperty("totalCount").GetInt32();
        var ofClaims = data.GetProperty("claims").GetProperty("nodes").EnumerateArray().Sum(claim => claim.GetProperty("citations").GetProperty("totalCount").GetInt32());

        Total("names").ShouldBeGreaterThan(0);
        Total("then").ShouldBe(ofClaims + Total("names"));
        Total("then").ShouldBeLessThan(Total("all"));
    }

    [Fact]
    public async Task What_a_list_is_asked_as_of_counts_for_all_below_it()
    {
        var data = await knowledge.QueryAsync(
            """
            {
              then: entities(first: 500, asOf: { knownOn: "2015-01-13" }) {
                nodes { claims(first: 500) { nodes { firstReported endReported validity { end { edtf } } certainty(on: "2015-03-20") citations { nodes { reported } } } } timeline(first: 500) { nodes { reported } } }
              }
              own: claims(asOf: { knownOn: "2015-01-13" }) { nodes { citations(asOf: null) { nodes { reported } } } }
              later: claims(where: { firstReported: { gt: "2015-01-13" } }) { totalCount }
            }
            """);
        var claims = data.GetProperty("then").GetProperty("nodes").EnumerateArray().SelectMany(entity => entity.GetProperty("claims").GetProperty("nodes").EnumerateArray()).ToList();

        claims.Count.ShouldBeGreaterThan(100);
        data.GetProperty("later").GetProperty("totalCount").GetInt32().ShouldBeGreaterThan(50);
        claims.ShouldAllBe(claim => IsBy(claim, "2015-01-13", "firstReported"));
        claims.SelectMany(claim => claim.GetProperty("citations").GetProperty("nodes").EnumerateArray()).ShouldAllBe(citation => IsBy(citation, "2015-01-13", "reported"));
        claims.ShouldNotContain(claim => Certainty(claim) == "CERTAIN");
        claims.Where(claim => !IsBy(claim, "2015-01-13", "endReported")).ShouldAllBe(claim => claim.GetProperty("validity").ValueKind == JsonValueKind.Null || claim.GetProperty("validity").GetProperty("end").ValueKind == JsonValueKind.Null);
        data.GetProperty("then").GetProperty("nodes").EnumerateArray().SelectMany(entity => entity.GetProperty("timeline").GetProperty("nodes").EnumerateArray()).ShouldAllBe(entry => IsBy(entry, "2015-01-13", "reported"));
        data.GetProperty("own").GetProperty("nodes").EnumerateArray().SelectMany(claim => claim.GetProperty("citations").GetProperty("nodes").EnumerateArray()).ShouldContain(citation => !IsBy(citation, "2015-01-13", "reported"));
    }

    [Theory]
    [InlineData("2015-03-19", null)]
    [InlineData("2015-03-20", "2015-03-20")]
    [InlineData(null, "2015-03-20")]
    public void When_an_end_was_reported_is_told_from_that_day_on(string? knownOn, string? expected)
    {
        var claim = new Role { Slug = "", JobTitle = "", EndReported = new(2015, 3, 20) };
        var asOf = knownOn is null ? null : new AsOf { KnownOn = DateOnly.Parse(knownOn, CultureInfo.InvariantCulture) };

        ClaimType.GetEndReported(claim, asOf).ShouldBe(expected is null ? null : DateOnly.Parse(expected, CultureInfo.InvariantCulture));
    }

    private static JsonElement.ArrayEnumerator Members(JsonElement agreement) => agreement.GetProperty("members").GetProperty("nodes").EnumerateArray();

    private static bool IsConflict(JsonElement agreement) => agreement.GetProperty("verdict").GetString() == "CONFLICTING";

    private static string? Certainty(JsonElement claim) => claim.GetProperty("certainty").GetString();

    private static string Slug(JsonElement claim) => claim.GetProperty("slug").GetString()!;

    private static IEnumerable<string> Slugs(JsonElement data, string list) => data.GetProperty(list).GetProperty("nodes").EnumerateArray().Select(Slug);

    /// <summary>The claims that no dated source reports and that held on a day, as far as their ends were known.</summary>
    private int CountUndated(DateOnly validOn, DateOnly knownOn, Func<Claim, bool> counts)
    {
        using var context = knowledge.Server.Service<Snapshot>().CreateContext();
        return context.Claims.Where(claim => claim.FirstReported == null).AsEnumerable().Where(counts).Count(claim => claim.Times.On(validOn, new(knownOn)) is not null);
    }

    private static bool IsBy(JsonElement item, string day, string date = "firstReported") =>
        item.GetProperty(date).GetString() is { } reported && string.CompareOrdinal(reported, day) <= 0;
}
