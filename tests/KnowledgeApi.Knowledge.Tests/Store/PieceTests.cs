using KnowledgeApi.Knowledge.Generation;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Store.Sqlite;
using KnowledgeApi.Knowledge.Tests.Reasoning.Agreements;

namespace KnowledgeApi.Knowledge.Tests.Store;

/// <summary>A base is built in pieces if it is large. It is the same base, to the byte.</summary>
public sealed class PieceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(300)]
    public void Generated_seeds_make_the_same_file_in_pieces_of_any_size(int size)
    {
        SeedGenerator.Write(60, 5, _folder.Seeds);

        NameOf(_folder.Seeds, null, size).ShouldBe(NameOf(_folder.Seeds, null, int.MaxValue));
    }

    /// <summary>They have causes, texts, misprints, accepted findings and sums paid to several.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public void The_real_seeds_make_the_same_file_in_pieces_of_any_size(int size) =>
        NameOf(Repository.Seeds, Repository.Documents, size).ShouldBe(NameOf(Repository.Seeds, Repository.Documents, int.MaxValue));

    /// <summary>Who is named first is the subject; the event is the same.</summary>
    [Fact]
    public void Claims_of_one_property_are_compared_whatever_they_are_about()
    {
        _folder.Seed("base.yaml", TempFolder.Base);
        _folder.Seed("one.yaml", SeedClaims.Happening("one", "ACQUISITION", "[{ entity: alpha, role: BUYER }, { entity: beta, role: TARGET }]", "date: 2010"));
        for (var i = 0; i < 5; i++)
            _folder.Seed($"between{i}.yaml", SeedClaims.Roled($"between{i}", $"Head {i}"));
        _folder.Seed("other.yaml", SeedClaims.Happening("other", "ACQUISITION", "[{ entity: beta, role: TARGET }, { entity: alpha, role: BUYER }]", "date: 2012"));

        NameOf(_folder.Seeds, null, 1).ShouldBe(NameOf(_folder.Seeds, null, int.MaxValue));
    }

    /// <summary>Claims of any piece cite comments of any document.</summary>
    [Fact]
    public void Comments_are_cited_from_any_piece()
    {
        _folder.Seed("base.yaml", TempFolder.Base.Replace("publisher: paper", "publisher: paper\n    comments: [{ position: 1, posted: 2020-06-01T09:30, span: [0, 20] }, { position: 2, reply-to: 1, span: [20, 40] }]", StringComparison.Ordinal));
        for (var i = 0; i < 3; i++)
            _folder.Seed($"one{i}.yaml", SeedClaims.Roled($"one{i}", $"Head {i}").Replace("span:", "section: COMMENT, span:", StringComparison.Ordinal));

        NameOf(_folder.Seeds, null, 1).ShouldBe(NameOf(_folder.Seeds, null, int.MaxValue));
    }

    /// <summary>A question joins claims of any subject, and those they are compared with.</summary>
    [Fact]
    public void Claims_that_answer_one_question_are_judged_together_whatever_they_are_about()
    {
        _folder.Seed("base.yaml", TempFolder.Base);
        _folder.Seed("one.yaml", "questions:\n  - { id: q, text: How much?, exclusive: true }\n" + SeedClaims.Stake("one", "\"40\"", "question: q"));
        for (var i = 0; i < 5; i++)
            _folder.Seed($"other{i}.yaml", SeedClaims.Roled($"other{i}", $"Head {i}"));
        _folder.Seed("third.yaml", SeedClaims.Measured("third", "90", "metric: HEADCOUNT, question: q"));
        _folder.Seed("two.yaml", SeedClaims.Money("two", "75", "question: q, recipient: alpha"));
        _folder.Seed("zoo.yaml", SeedClaims.Money("zoo", "37", "recipient: alpha"));

        NameOf(_folder.Seeds, null, 1).ShouldBe(NameOf(_folder.Seeds, null, int.MaxValue));
    }

    private SnapshotName NameOf(string seeds, string? documents, int size)
    {
        var report = new KnowledgeStore(new SnapshotFolder(_folder.Database)) { PieceSize = size }.Build(seeds, documents, force: true);
        report.Outcome.ShouldBe(StoreOutcome.Built, string.Join('\n', report.Problems));
        using var snapshot = report.Snapshot!;
        return snapshot.Name;
    }
}
