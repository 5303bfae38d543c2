using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Seeds;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Tests.Seeds;

/// <summary>Reads seeds in which a ¤ marks the place of the one problem to be reported.</summary>
internal static class ProblemAssert
{
    public static void HasError(string marked, params string[] messageParts) => Has("it.yaml", marked, Severity.Error, texts: false, messageParts);

    public static void HasErrorWithTexts(string marked, params string[] messageParts) => Has("it.yaml", marked, Severity.Error, texts: true, messageParts);

    public static void HasWarningWithTexts(string marked, params string[] messageParts) => Has("it.yaml", marked, Severity.Warning, texts: true, messageParts);

    /// <summary>The same of seeds in JSON Lines.</summary>
    public static void HasErrorInLines(string marked, params string[] messageParts) => Has("it.jsonl", marked, Severity.Error, texts: false, messageParts);

    /// <summary>A claim in flow style: every claim needs a status and citations.</summary>
    public static string Claim(string keys) => $"{{ id: it, {(keys.Contains("status: ", StringComparison.Ordinal) ? "" : "status: ACTUAL, ")}citations: [{TempFolder.Citation()}], {keys} }}";

    private static void Has(string file, string marked, Severity severity, bool texts, string[] messageParts)
    {
        var at = marked.IndexOf('¤', StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, "The seeds have no mark.");
        var line = marked[..at].Count(c => c == '\n') + 1;
        var column = at - marked[..at].LastIndexOf('\n');
        using var folder = new TempFolder().Seed("base.yaml", TempFolder.Base).Seed(file, marked.Remove(at, 1)).Document("text", TempFolder.Text);

        var problems = SeedCheck.Run(folder.Seeds, texts ? DocumentTexts.Open(folder.Documents) : null, KnowledgeKinds.Standard).Problems;

        var problem = problems.ShouldHaveSingleItem(string.Join('\n', problems));
        $"{problem.File}:{problem.Line}:{problem.Column}".ShouldBe($"{file}:{line}:{column}", problem.Message);
        problem.Severity.ShouldBe(severity);
        foreach (var part in messageParts)
            problem.Message.ShouldContain(part);
    }
}
