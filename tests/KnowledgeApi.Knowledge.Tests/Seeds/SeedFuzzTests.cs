using FsCheck;
using FsCheck.Fluent;
using static KnowledgeApi.Knowledge.Tests.Seeds.ProblemAssert;

namespace KnowledgeApi.Knowledge.Tests.Seeds;

public sealed class SeedFuzzTests
{
    private const string Splinters = "{}[]:,-#&*!|>'\"%@`?~ \n\t0éax\0";

    private static readonly string Good = TempFolder.Base + $"""
        shareholdings:
          - {Claim("owner: alpha, company: beta, share: \"22.2\", validity: { start: 2014, end: 2015-03 }")}
        financial-figures:
          - {Claim("company: beta, concept: REVENUE, amount: { exactly: \"5\", currency: EUR }, fiscal-period: 2013").Replace("id: it", "id: two", StringComparison.Ordinal)}
        events:
          - {Claim("kind: LAUNCH, summary: It starts, participants: [{ entity: beta, role: SUBJECT }], cause: null").Replace("id: it", "id: three", StringComparison.Ordinal)}
        """;

    [Fact]
    public void Damaged_seeds_are_reported_and_never_thrown()
    {
        var damages = from at in Gen.Choose(0, Good.Length - 1)
                      from removed in Gen.Choose(0, 12)
                      from splinter in Gen.Choose(0, Splinters.Length - 1)
                      from count in Gen.Choose(0, 3)
                      select Good.Remove(at, Math.Min(removed, Good.Length - at)).Insert(at, new string(Splinters[splinter], count));

        Prop.ForAll(Arb.From(damages), text =>
        {
            using var folder = new TempFolder().Seed("a.yaml", text);
            var result = folder.Read();
            return result.Succeeded == result.Problems.All(problem => problem.Severity != KnowledgeApi.Knowledge.Model.Severity.Error)
                && result.Problems.All(problem => problem.Line > 0 && problem.Column > 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void Undamaged_seeds_are_read()
    {
        using var folder = new TempFolder().Seed("a.yaml", Good);

        folder.Read().Problems.ShouldBeEmpty();
    }
}
