using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Texts;
using static KnowledgeApi.Knowledge.Tests.Seeds.ProblemAssert;

namespace KnowledgeApi.Knowledge.Tests.Seeds;

/// <summary>A document may list its comments; what is cited of one is cited of it.</summary>
public sealed class CommentTests
{
    private const string Text = "An article.\nAnn: first.\nBob: second.\nAnn: third.\n";

    private const string Listed =
        "{ position: 1, posted: 2020-06-02T10:00, author: Ann, span: [12, 24] }, { position: 2, posted: 2020-06-01T09:30, author: Bob, reply-to: 1, span: [24, 37] }, { position: 4, span: [37, 49] }";

    [Fact]
    public void A_comment_has_its_author_time_place_and_what_it_answers()
    {
        var comments = Read(Cited(0, 11)).Documents.Single(document => document.Slug == "talk").Comments;

        comments.Select(comment => (comment.Position, comment.Author, comment.Posted, comment.Start, comment.End)).ShouldBe(
            [(1, "Ann", new DateTime(2020, 6, 2, 10, 0, 0), 12, 24), (2, "Bob", new DateTime(2020, 6, 1, 9, 30, 0), 24, 37), (4, null, null, 37, 49)]);
        comments.Select(comment => comment.ReplyTo?.Position).ShouldBe([null, 1, null]);
    }

    [Theory]
    [InlineData(12, 1)]
    [InlineData(23, 1)]
    [InlineData(24, 2)]
    [InlineData(48, 4)]
    public void A_citation_is_one_of_the_comment_it_starts_in(int start, int position)
    {
        var citation = Read(Cited(start, start + 1, "section: COMMENT")).Claims.Single().Citations.Single();

        citation.Comment!.Position.ShouldBe(position);
        citation.Comment.Citations.ShouldBe([citation]);
    }

    [Fact]
    public void A_citation_takes_the_time_of_its_comment() => Read(Cited(24, 27, "section: COMMENT")).Claims.Single().Citations.Single().ShouldSatisfyAllConditions(
        citation => citation.Posted.ShouldBe(new DateTime(2020, 6, 1, 9, 30, 0)),
        citation => citation.Reported.ShouldBe(new DateOnly(2020, 6, 1)));

    [Fact]
    public void The_same_time_may_be_said_again() =>
        Read(Cited(24, 27, "section: COMMENT, posted: 2020-06-01T09:30")).Claims.Single().Citations.Single().Comment!.Position.ShouldBe(2);

    [Fact]
    public void A_foundation_told_in_a_comment_bounds_what_is_known_from_the_day_of_the_comment()
    {
        TimesWith("").ShouldBe(TimesWith(", posted: 2020-06-01T09:30"));
        TimesWith("").ShouldNotBe(TimesOf(Read(Cited(24, 27, "section: COMMENT")), "it"));

        static string TimesWith(string posted) => TimesOf(
            Read(Cited(24, 27, "section: COMMENT") + $"] }}\nevents:\n  - {{ id: start, status: ACTUAL, kind: FOUNDING, summary: It starts, date: 2015, participants: [{{ entity: beta, role: SUBJECT }}], citations: [{Cited(24, 27, "section: COMMENT" + posted)}"), "it");

        static string TimesOf(KnowledgeBase read, string slug) => read.Claims.Single(claim => claim.Slug == slug).Times.ToString();
    }

    [Fact]
    public void The_first_comment_dates_a_document_without_a_date() => Read(Cited(0, 11)).Claims.Single().FirstReported.ShouldBe(new DateOnly(2020, 6, 1));

    [Fact]
    public void A_document_without_listed_comments_is_cited_as_before() =>
        Read(Cited(24, 27, "section: COMMENT, posted: 2020-06-05T09:30"), comments: "").Claims.Single().Citations.Single().ShouldSatisfyAllConditions(
            citation => citation.Comment.ShouldBeNull(),
            citation => citation.Posted.ShouldBe(new DateTime(2020, 6, 5, 9, 30, 0)));

    [Theory]
    [InlineData("", "talk")]
    [InlineData("title: A long title, ", "A long title")]
    [InlineData("title: A long title, label: Talk of 2020, ", "Talk of 2020")]
    public void A_document_is_called_by_its_label_its_title_or_its_id(string keys, string label) =>
        Read(Cited(0, 11), more: keys).Documents.Single(document => document.Slug == "talk").Label.ShouldBe(label);

    [Fact]
    public void A_document_says_where_and_with_how_many_comments_it_is_printed() =>
        Read(Cited(0, 11), more: "section: Cloud, comment-count: 0, ").Documents.Single(document => document.Slug == "talk").ShouldSatisfyAllConditions(
            document => document.ArticleSection.ShouldBe("Cloud"),
            document => document.CommentCount.ShouldBe(0));

    [Fact]
    public void A_time_that_is_not_that_of_the_comment() => HasError(Seeds(Cited(24, 27, "section: COMMENT, posted: ¤2020-06-02T09:30")), "Comment 2 was posted at 2020-06-01T09:30:00");

    [Fact]
    public void A_citation_of_no_comment() => HasError(Seeds(Cited(0, 11, "section: COMMENT").Replace("span: [0", "span: ¤[0", StringComparison.Ordinal)), "none of the comments", "\"talk\"");

    [Fact]
    public void A_citation_of_a_comment_as_if_it_were_the_article() => HasError(Seeds(Cited(24, 27).Replace("span:", "span: ¤", StringComparison.Ordinal).Replace("¤ ", "¤", StringComparison.Ordinal)), "starts in comment 2", "section COMMENT");

    [Fact]
    public void A_comment_beyond_the_text() => HasError(Seeds(Cited(0, 11), "{ position: 1, span: ¤[12, 90] }"), "beyond the text");

    [Fact]
    public void A_comment_inside_another() => HasError(Seeds(Cited(0, 11), "{ position: 1, span: [12, 24] }, { position: 2, span: ¤[20, 37] }"), "before the one above it ends");

    [Fact]
    public void A_position_that_is_taken() => HasError(Seeds(Cited(0, 11), "{ position: 1, span: [12, 24] }, { position: ¤1, span: [24, 37] }"), "position 1 after 1");

    [Theory]
    [InlineData("3")]
    [InlineData("1")]
    public void An_answer_to_no_comment(string position) => HasError(Seeds(Cited(0, 11), $"{{ position: 1, reply-to: ¤{position}, span: [12, 24] }}"), $"the position {position}");

    private static KnowledgeBase Read(string citation, string comments = Listed, string more = "")
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base).Seed("it.yaml", Seeds(citation, comments, more));
        var result = folder.Read();
        result.Problems.ShouldBeEmpty();
        return result.Base!;
    }

    private static string Seeds(string citation, string comments = Listed, string more = "") =>
        $"documents:\n  - {{ id: talk, language: en, {more}sha256: {CodePointText.HashOf(Text)}, length: {Text.Length}, comments: [{comments}] }}\n"
        + $"roles:\n  - {{ id: it, status: ACTUAL, person: ada, organisation: beta, job-title: Head, citations: [{citation}] }}\n";

    private static string Cited(int start, int end, string more = "") =>
        $"{{ document: talk, span: [{start}, {end}], sha256: {CodePointText.HashOf(Text[start..end])}{(more.Length > 0 ? ", " + more : "")} }}";
}
