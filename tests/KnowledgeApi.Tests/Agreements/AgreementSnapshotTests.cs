using System.Text.Json;

namespace KnowledgeApi.Tests.Agreements;

/// <summary>What is concluded from the real base, read against the documents and approved.</summary>
public sealed class AgreementSnapshotTests(KnowledgeFixture knowledge) : IClassFixture<KnowledgeFixture>
{
    private const string Coverage = "claims cited conflicting singleSource commentsOnly undated unreported";

    [Fact]
    public Task Every_group_of_claims_that_tell_the_same_has_its_class() => Match(
        "Agreements",
        """
        {
          agreements(where: { verdict: { neq: SINGLE } }, order: [{ verdict: DESC }, { slug: ASC }], first: 500) {
            totalCount
            nodes {
              slug
              label
              subject { slug }
              property
              measurementMetric
              eventKind
              question
              mood
              verdict
              hingesOnReading
              differences
              comparison
              unit
              size
              intersection { lower lowerInclusive upper upperInclusive }
              spread { lower lowerInclusive upper upperInclusive }
              dateIntersection { edtf }
              dateSpread { edtf }
              quoteFirst { slug }
              quoteReason
              quoteExplanation
              independentSources
              since
              members {
                nodes {
                  slug
                  status
                  wording
                  firstReported
                  independentSources
                  rivals { nodes { slug } }
                }
              }
            }
          }
        }
        """);

    [Fact]
    public Task Every_conflict_says_where_it_stands_in_the_documents() => Match(
        "Disagreements",
        """
        {
          disagreements(where: { verdict: { eq: CONFLICTING } }, order: [{ slug: ASC }]) {
            totalCount
            nodes {
              slug
              label
              since
              members {
                nodes {
                  slug
                  wording
                  status
                  citations { nodes { document { slug } paragraph attribution by { slug } stance wording } }
                }
              }
            }
          }
        }
        """);

    [Fact]
    public Task Every_finding_is_there_and_is_open_or_accepted() => Match(
        "Findings",
        """
        {
          findings(where: { rule: { name: { neq: "DOCUMENT_WITHOUT_TEXT" } } }, order: [{ accepted: ASC }, { severity: DESC }, { slug: ASC }], first: 500) {
            totalCount
            nodes { slug severity accepted message acceptedReason aboutEntity { slug } aboutDocument { slug } }
          }
        }
        """);

    [Fact]
    public Task The_coverage_of_the_base_and_of_cloudwatt() => Match(
        "Coverage",
        $$"""
        {
          coverage { {{Coverage}} }
          company(by: { slug: "cloudwatt" }) { coverage { {{Coverage}} } }
        }
        """);

    [Fact]
    public async Task All_claims_are_verified_where_the_texts_are_there()
    {
        var coverage = (await knowledge.QueryAsync("{ coverage { claims verified } }")).GetProperty("coverage");

        coverage.GetProperty("verified").GetInt32().ShouldBe(Repository.Documents is null ? 0 : coverage.GetProperty("claims").GetInt32());
    }

    [Fact]
    public async Task Claims_are_found_by_the_verdict_on_their_group()
    {
        var data = await knowledge.QueryAsync("{ claims(where: { status: { neq: null }, agreement: { verdict: { eq: CONFLICTING } } }) { totalCount } coverage { conflicting } }");

        data.GetProperty("claims").GetProperty("totalCount").GetInt32().ShouldBe(data.GetProperty("coverage").GetProperty("conflicting").GetInt32());
    }

    [Fact]
    public async Task A_group_is_found_by_its_slug_and_by_its_id()
    {
        var slug = (await knowledge.QueryAsync("{ agreements(first: 1) { nodes { slug } } }")).GetProperty("agreements").GetProperty("nodes")[0].GetProperty("slug").GetString();

        var found = (await knowledge.QueryAsync("query ($slug: String!) { agreement(by: { slug: $slug }) { id } }", new { slug })).GetProperty("agreement").GetProperty("id").GetString();
        var node = await knowledge.QueryAsync("query ($id: ID!) { node(id: $id) { ... on Agreement { slug } } }", new { id = found });

        node.GetProperty("node").GetProperty("slug").GetString().ShouldBe(slug);
    }

    [Fact]
    public async Task Disagreements_are_conflicts_and_what_differs_in_more_than_its_qualification_or_answers_a_question()
    {
        var data = await knowledge.QueryAsync("{ disagreements(first: 500) { totalCount nodes { question verdict differences } } agreements(first: 500, where: { isDisagreement: { eq: false } }) { nodes { question verdict differences } } all: agreements { totalCount } }");
        var (found, others) = (data.GetProperty("disagreements").GetProperty("nodes").EnumerateArray().ToList(), data.GetProperty("agreements").GetProperty("nodes").EnumerateArray().ToList());

        (found.Count + others.Count).ShouldBe(data.GetProperty("all").GetProperty("totalCount").GetInt32());
        found.Where(agreement => !Differs(agreement)).ShouldBeEmpty();
        others.Where(Differs).ShouldBeEmpty();

        static bool Differs(JsonElement agreement) => agreement.GetProperty("verdict").GetString() == "CONFLICTING"
            || agreement.GetProperty("differences").EnumerateArray().Any(difference => agreement.GetProperty("question").ValueKind == JsonValueKind.String || difference.GetString() != "QUALIFICATION");
    }

    private async Task Match(string name, string query) =>
        Snapshots.Match(Gist.Of(Answers.Keep(await knowledge.QueryAsync(query), Repository.Documents is not null)), name);
}
