using FsCheck;
using FsCheck.Fluent;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning;
using KnowledgeApi.Knowledge.Reasoning.Evidence;

namespace KnowledgeApi.Knowledge.Tests.Reasoning;

public sealed class SourceLaws
{
    private static readonly Publication[] Papers = [.. Enumerable.Range(1, 2).Select(i => new Publication { Key = i, Slug = $"p{i}", Name = "P", NameFolded = "p", NameSortKey = "p" })];

    private static readonly Person Author = new() { Key = 9, Slug = "author", Name = "A", NameFolded = "a", NameSortKey = "a" };

    // One document of each paper, one more of the first, and two of no paper, the last of them signed.
    private static readonly Document[] Documents = [.. new[] { Papers[0], Papers[1], Papers[0], null, null }.Select((paper, i) => new Document
    {
        Key = i,
        Slug = $"d{i}",
        Language = "en",
        Sha256 = "",
        Publisher = paper,
        Authors = i == 4 ? [Author] : [],
    })];

    private static readonly Gen<CitedVoice> Tellings =
        from document in Gen.Elements(Documents)
        from attribution in Gen.Elements(Enum.GetValues<Attribution>())
        from speaker in Gen.Elements<Entity?>(null, Papers[0], Papers[1], Author)
        from stance in Gen.Elements(Stance.Supports, Stance.Supports, Stance.Qualifies, Stance.Contradicts)
        select new CitedVoice(document, attribution, speaker, stance);

    private static readonly Gen<List<CitedVoice>> Many = Tellings.ListOf().Select(list => list.ToList());

    [Fact]
    public void There_is_a_source_if_anything_supports() => Check(Many, all => Sources.CountIndependent(all) > 0 == all.Exists(telling => telling.Stance == Stance.Supports));

    [Fact]
    public void There_are_no_more_sources_than_places() => Check(Many, all => Sources.CountIndependent(all) <= all.Count);

    [Fact]
    public void Without_relayed_voices_there_are_no_more_sources_than_documents() => Check(Many, all =>
    {
        var own = all.ConvertAll(telling => telling with { By = null });
        return Sources.CountIndependent(own) <= own.Select(telling => telling.Document).Distinct().Count();
    });

    [Fact]
    public void The_order_of_the_places_makes_no_difference() => Check(from all in Many from shuffled in Gen.Shuffle(all.ToArray()) select (all, shuffled), pair =>
        Sources.CountIndependent(pair.all) == Sources.CountIndependent(pair.shuffled));

    [Fact]
    public void Saying_it_again_adds_nothing() => Check(Many, all => Sources.CountIndependent(all) == Sources.CountIndependent([.. all, .. all]));

    [Fact]
    public void What_does_not_support_adds_nothing() => Check(from all in Many from more in Tellings select (all, more), pair =>
        Sources.CountIndependent(pair.all) == Sources.CountIndependent([.. pair.all, pair.more with { Stance = Stance.Qualifies }]));

    [Fact]
    public void Another_place_adds_at_most_one() => Check(from all in Many from more in Tellings select (all, more), pair =>
        Sources.CountIndependent([.. pair.all, pair.more]) <= Sources.CountIndependent(pair.all) + 1);

    [Fact]
    public void A_paper_is_no_second_source_beside_the_one_it_quotes() =>
        Sources.CountIndependent([new(Documents[3], Attribution.Article, null, Stance.Supports), new(Documents[3], Attribution.OtherPress, Papers[0], Stance.Supports)]).ShouldBe(1);

    [Fact]
    public void A_paper_and_one_that_quotes_it_are_one_source() =>
        Sources.CountIndependent([new(Documents[0], Attribution.Article, null, Stance.Supports), new(Documents[3], Attribution.OtherPress, Papers[0], Stance.Supports)]).ShouldBe(1);

    [Fact]
    public void One_speaker_quoted_in_two_papers_is_one_source() =>
        Sources.CountIndependent([new(Documents[0], Attribution.NamedPerson, Author, Stance.Supports), new(Documents[1], Attribution.NamedPerson, Author, Stance.Supports)]).ShouldBe(1);

    [Fact]
    public void Two_papers_quoted_in_one_document_are_two_sources() =>
        Sources.CountIndependent([new(Documents[3], Attribution.OtherPress, Papers[0], Stance.Supports), new(Documents[3], Attribution.OtherPress, Papers[1], Stance.Supports)]).ShouldBe(2);

    [Fact]
    public void Two_articles_of_one_publisher_are_one_source() =>
        Sources.CountIndependent([new(Documents[0], Attribution.Article, null, Stance.Supports), new(Documents[2], Attribution.Article, null, Stance.Supports)]).ShouldBe(1);

    [Fact]
    public void Two_documents_without_publisher_are_two_sources() =>
        Sources.CountIndependent([new(Documents[3], Attribution.Article, null, Stance.Supports), new(Documents[4], Attribution.Article, null, Stance.Supports)]).ShouldBe(2);

    [Fact]
    public void An_article_and_its_readers_are_one_source() =>
        Sources.CountIndependent([new(Documents[3], Attribution.Article, null, Stance.Supports), new(Documents[3], Attribution.ReaderComment, null, Stance.Supports)]).ShouldBe(1);

    [Fact]
    public void The_one_who_signed_a_document_is_the_document() =>
        Sources.CountIndependent([new(Documents[4], Attribution.Article, null, Stance.Supports), new(Documents[4], Attribution.NamedPerson, Author, Stance.Supports)]).ShouldBe(1);

    private static void Check<T>(Gen<T> values, Func<T, bool> law) =>
        Prop.ForAll(Arb.From(values), law).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
