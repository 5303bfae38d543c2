using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning;
using KnowledgeApi.Knowledge.Seeds;
using KnowledgeApi.Knowledge.Tests.Reasoning;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Tests;

/// <summary>The seeds of the repository.</summary>
public sealed class RealSeedsTests
{
    private static readonly SeedResult Seeds = SeedReader.Read(Repository.Seeds);

    private static readonly Lazy<SeedResult> Checked = new(() => SeedReader.Read(Repository.Seeds, DocumentTexts.Open(Repository.Documents!)));

    [Fact]
    public void They_have_no_problem() => Seeds.Problems.ShouldBeEmpty(string.Join('\n', Seeds.Problems));

    [DocumentsFact]
    public void They_have_no_problem_with_the_documents() => Checked.Value.Problems.ShouldBeEmpty(string.Join('\n', Checked.Value.Problems));

    [Fact]
    public void They_hold_well_over_two_hundred_claims() => Seeds.Base!.Claims.Count.ShouldBeGreaterThan(200);

    [Fact]
    public void They_describe_five_documents() => Seeds.Base!.Documents.Count.ShouldBe(5);

    [DocumentsFact]
    public void Every_citation_is_found_in_its_document() =>
        Checked.Value.Base!.Citations.Where(citation => citation.Alignment is not (Alignment.Exact or Alignment.Normalized)).ShouldBeEmpty();

    [Fact]
    public void Every_citation_tells_its_paragraph_without_the_documents() =>
        Seeds.Base!.Citations.Where(citation => citation.Paragraph is null).Select(citation => $"{citation.Document.Slug} {citation.Start}").ShouldBeEmpty();

    [Fact]
    public void No_rule_finds_an_error() => Errors(Seeds).ShouldBeEmpty();

    [DocumentsFact]
    public void No_rule_finds_an_error_with_the_documents() => Errors(Checked.Value).ShouldBeEmpty();

    [Theory]
    [InlineData("DOCUMENT_BEFORE_CONTENT")]
    [InlineData("DATE_MISPRINTED")]
    [InlineData("NAME_MISPRINTED")]
    [InlineData("EVENT_BEFORE_CAUSE")]
    public void What_the_documents_get_wrong_is_found(string rule) =>
        Reasoner.Conclude(Seeds.Base!).Rules.Single(run => run.Name == rule).Findings.ShouldNotBeEmpty();

    [Fact]
    public void Every_claim_has_a_note_or_a_wording_or_words_of_its_own() =>
        Seeds.Base!.Claims.Where(claim => claim is { Wording: null, Note: null } and not (Statement or Event)).Select(claim => claim.Slug).ShouldBeEmpty();

    private static IEnumerable<string> Errors(SeedResult seeds) =>
        Reasoner.Conclude(seeds.Base!).Rules.SelectMany(rule => rule.Findings).Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Message);
}
