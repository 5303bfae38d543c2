using KnowledgeApi.Knowledge.Texts;
using static KnowledgeApi.Knowledge.Tests.Seeds.ProblemAssert;

namespace KnowledgeApi.Knowledge.Tests.Seeds;

public sealed class CitationProblemTests
{
    private static readonly string Hash = CodePointText.HashOf("Alpha");

    [Fact]
    public void No_citation() => HasError("roles:\n  - { id: it, status: ACTUAL, person: ada, job-title: Head, citations: ¤[] }\n", "at least 1");

    [Fact]
    public void No_citations_key() => HasError("roles:\n  - ¤{ id: it, status: ACTUAL, person: ada, job-title: Head }\n", "without \"citations\"");

    [Fact]
    public void A_name_without_citation() => HasError("companies:\n  - { id: one, name: One, names: [{ name: Uno, kind: ALIAS, citations: ¤[] }] }\n", "at least 1");

    [Fact]
    public void An_empty_span() => HasError(Cited($"document: doc, span: ¤[5, 5], sha256: {Hash}"), "is empty");

    [Fact]
    public void A_reversed_span() => HasError(Cited($"document: doc, span: ¤[5, 0], sha256: {Hash}"), "is reversed");

    [Fact]
    public void A_negative_span() => HasError(Cited($"document: doc, span: ¤[-1, 5], sha256: {Hash}"), "[start, end]");

    [Fact]
    public void A_span_of_three() => HasError(Cited($"document: doc, span: ¤[0, 5, 6], sha256: {Hash}"), "[start, end]");

    [Fact]
    public void A_span_beyond_the_text() => HasError(Cited($"document: doc, span: ¤[0, 500], sha256: {Hash}"), "beyond the text", "at most 52");

    [Fact]
    public void A_hash_that_differs() => HasErrorWithTexts(Cited($"document: doc, span: [0, 5], sha256: ¤{CodePointText.HashOf("Omega")}"), "another SHA-256");

    [Fact]
    public void Characters_that_stand_elsewhere() => HasWarningWithTexts(Cited($"document: doc, span: ¤[1, 6], sha256: {Hash}"), "not at [1, 6] but at [0, 5]");

    [Fact]
    public void Characters_that_stand_elsewhere_several_times() => HasWarningWithTexts(Cited($"document: doc, span: ¤[1, 2], sha256: {CodePointText.HashOf("a")}"), "several times");

    [Fact]
    public void A_paragraph_that_differs() => HasErrorWithTexts(Cited($"document: doc, span: [0, 5], sha256: {Hash}, paragraph: ¤2"), "paragraph 1, not 2");

    [Fact]
    public void A_place_cited_twice() => HasError(
        $"roles:\n  - {{ id: it, status: ACTUAL, person: ada, job-title: Head, citations: [{TempFolder.Citation()}, {TempFolder.Citation().Replace("[0, 5]", "¤[0, 5]", StringComparison.Ordinal)}] }}\n", "cited here twice");

    [Fact]
    public void Two_speakers_in_one_place_are_no_problem()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base).Seed("it.yaml",
            $"roles:\n  - {{ id: it, status: ACTUAL, person: ada, job-title: Head, citations: [{TempFolder.Citation("attribution: ORGANISATION, by: alpha")}, {TempFolder.Citation("attribution: ORGANISATION, by: beta")}] }}\n");

        folder.Read().Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Another_paper_without_its_name() => HasError(Cited($"document: doc, span: [0, 5], sha256: {Hash}, attribution: ¤OTHER_PRESS"), "OTHER_PRESS without \"by\"");

    [Fact]
    public void A_named_person_without_a_name() => HasError(Cited($"document: doc, span: [0, 5], sha256: {Hash}, attribution: ¤NAMED_PERSON"), "without \"by\"");

    [Fact]
    public void A_comment_without_its_time() => HasError(Cited($"document: doc, span: [0, 5], sha256: {Hash}, section: ¤COMMENT"), "without \"posted\"");

    [Fact]
    public void A_time_of_posting_outside_a_comment() => HasError(Cited($"document: doc, span: [0, 5], sha256: {Hash}, posted: ¤2015-01-12T12:10"), "section COMMENT");

    [Fact]
    public void A_reader_outside_a_comment() => HasError(Cited($"document: doc, span: [0, 5], sha256: {Hash}, attribution: ¤READER_COMMENT"), "section COMMENT");

    [Fact]
    public void A_time_of_posting_that_is_none() => HasError(Cited($"document: doc, span: [0, 5], sha256: {Hash}, section: COMMENT, posted: ¤2015-01-12"), "such as 2015-01-12T12:10");

    [Fact]
    public void A_printed_date_with_half_a_place() => HasError(
        $"documents:\n  - {{ id: one, language: en, length: 9, sha256: {new string('0', 64)}, published: ¤{{ date: 2015, span: [0, 5] }} }}\n", "both or neither");

    [Fact]
    public void A_length_that_differs()
    {
        using var folder = new TempFolder().Document("text", TempFolder.Text)
            .Seed("base.yaml", TempFolder.Base.Replace("length: 52", "length: 54", StringComparison.Ordinal));

        folder.Read(texts: true).Problems.ShouldHaveSingleItem().ToString().ShouldStartWith("base.yaml:5:13: error: The length is 54, but the text has 52");
    }

    [Fact]
    public void A_text_that_is_not_there_is_a_warning()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base);

        var result = folder.Read(texts: true);

        result.Problems.ShouldHaveSingleItem().ToString().ShouldStartWith("base.yaml:4:13: warning: No file in the documents folder");
        result.Succeeded.ShouldBeTrue();
    }

    private static string Cited(string citation) => $"roles:\n  - {{ id: it, status: ACTUAL, person: ada, job-title: Head, citations: [{{ {citation} }}] }}\n";
}
