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

    private static readonly string GoodLines = $$$$"""
        {"documents": {"id": "doc", "language": "en", "sha256": "{{{{KnowledgeApi.Knowledge.Texts.CodePointText.HashOf("Alpha")}}}}", "length": 5, "published": {"date": "2020-05-04", "time": "10:30"}}}
        {"companies": {"id": "alpha", "name": "Alphä \ud83c\udd70"}}
        {"companies": {"id": "beta", "name": "Beta", "identifiers": [{"scheme": "DOMAIN", "value": "beta.example"}]}}

        {"shareholdings": {"id": "it", "owner": "alpha", "company": "beta", "share": 22.2, "status": "ACTUAL", "note": null, "validity": {"start": 2014}, "citations": [{"document": "doc", "span": [0, 5], "sha256": "{{{{KnowledgeApi.Knowledge.Texts.CodePointText.HashOf("Alpha")}}}}"}]}}
        """;

    [Theory]
    [InlineData("a.yaml")]
    [InlineData("a.jsonl")]
    public void Damaged_seeds_are_reported_and_never_thrown(string file)
    {
        var good = GoodIn(file);
        var damages = from at in Gen.Choose(0, good.Length - 1)
                      from removed in Gen.Choose(0, 12)
                      from splinter in Gen.Choose(0, Splinters.Length - 1)
                      from count in Gen.Choose(0, 3)
                      select good.Remove(at, Math.Min(removed, good.Length - at)).Insert(at, new string(Splinters[splinter], count));

        Prop.ForAll(Arb.From(damages), text =>
        {
            using var folder = new TempFolder().Seed(file, text);
            var result = folder.Read();
            return result.Succeeded == result.Problems.All(problem => problem.Severity != KnowledgeApi.Knowledge.Model.Severity.Error)
                && result.Problems.All(problem => problem.Line > 0 && problem.Column > 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Theory]
    [InlineData("a.yaml")]
    [InlineData("a.jsonl")]
    public void Undamaged_seeds_are_read(string file)
    {
        using var folder = new TempFolder().Seed(file, GoodIn(file));

        folder.Read().Problems.ShouldBeEmpty();
    }

    private static string GoodIn(string file) => file.EndsWith(".jsonl", StringComparison.Ordinal) ? GoodLines : Good;
}
