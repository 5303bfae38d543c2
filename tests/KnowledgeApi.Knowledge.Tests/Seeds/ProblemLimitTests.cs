using KnowledgeApi.Knowledge.Seeds;

namespace KnowledgeApi.Knowledge.Tests.Seeds;

/// <summary>Of very many problems the first are listed, and the others counted.</summary>
public sealed class ProblemLimitTests
{
    [Fact]
    public void Two_hundred_errors_are_all_listed() => Read(200).Problems.Count.ShouldBe(200);

    [Fact]
    public void Of_more_errors_the_first_in_the_files_are_listed() =>
        Read(1_234).Problems.SkipLast(1).Select(problem => problem.Line).ShouldBe(Enumerable.Range(2, 200));

    [Fact]
    public void How_many_more_there_are_is_said_last()
    {
        var result = Read(1_234);

        result.Problems[^1].Message.ShouldBe("And 1034 more errors: only the first 200 are listed.");
        result.ErrorCount.ShouldBe(1_234);
    }

    [Fact]
    public void An_error_met_again_counts_once()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base).Seed("it.yaml", "shareholdings:\n  - { id: it, status: ACTUAL, owner: alpha, company: beta, citations: [{ document: doc, span: none, sha256: none }] }\n");

        folder.Read().ErrorCount.ShouldBe(2);
    }

    private static SeedResult Read(int errors)
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base)
            .Seed("it.yaml", $"companies:\n{string.Concat(Enumerable.Range(0, errors).Select(i => $"  - {{ id: One, name: One }}\n"))}");
        return folder.Read();
    }
}
