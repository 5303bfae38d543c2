using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Tests.Reasoning;
using static KnowledgeApi.Knowledge.Tests.Seeds.ProblemAssert;

namespace KnowledgeApi.Knowledge.Tests.Seeds;

public sealed class AcceptedTests
{
    private const string Misprint = "companies:\n  - { id: one, name: One, names: [{ name: Onne, kind: MISPRINT, citations: [¤] }] }\n";

    private static readonly string Finding = Misprint.Replace("¤", TempFolder.Citation(), StringComparison.Ordinal);

    [Fact]
    public void An_accepted_finding_says_why()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base).Seed("it.yaml", $"{Finding}accepted:\n  - {{ finding: name-misprinted.one.onne, reason: Kept to be found. }}\n");

        Reasoner.Conclude(folder.Read().Base!).Findings.Single(finding => finding.Rule.Name == "NAME_MISPRINTED")
            .ShouldSatisfyAllConditions(finding => finding.Accepted.ShouldBeTrue(), finding => finding.AcceptedReason.ShouldBe("Kept to be found."));
    }

    [Fact]
    public void Other_findings_stay_open()
    {
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base).Seed("it.yaml", Finding);

        var findings = Reasoner.Conclude(folder.Read().Base!).Findings;

        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(finding => !finding.Accepted && finding.AcceptedReason == null);
    }

    [Fact]
    public void A_finding_the_rules_do_not_find() =>
        HasError($"{Finding}accepted:\n  - {{ finding: ¤name-misprinted.one.one, reason: Kept. }}\n", "Unknown finding \"name-misprinted.one.one\"", "Did you mean \"name-misprinted.one.onne\"?");

    [Fact]
    public void A_finding_accepted_twice() =>
        HasError($"{Finding}accepted:\n  - {{ finding: name-misprinted.one.onne, reason: Kept. }}\n  - {{ finding: ¤name-misprinted.one.onne, reason: Again. }}\n", "it.yaml:4 already");

    [Fact]
    public void A_finding_that_depends_on_the_texts() =>
        HasError($"{Finding}accepted:\n  - {{ finding: ¤document-without-text.doc, reason: Never mind. }}\n", "depends on the texts");

    [Fact]
    public void An_acceptance_without_a_reason() => HasError($"{Finding}accepted:\n  - ¤{{ finding: name-misprinted.one.onne }}\n", "without \"reason\"");

    [Fact]
    public void A_slug_without_a_rule() => HasError($"{Finding}accepted:\n  - {{ finding: ¤onne, reason: Kept. }}\n", "the slug of a finding");
}
