using System.CommandLine;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Seeds;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Commands;

/// <summary><c>check</c>: all problems of the seeds at once, and what the rules find.</summary>
internal static class CheckCommand
{
    public static Command Create(CommonOptions options)
    {
        var command = new Command("check", "Check the seeds, and the citations if the texts are given. Prints every problem with its file, line and column; exits 1 if there is an error or a finding of severity ERROR.")
        {
            options.Seeds,
            options.Documents,
        };
        command.SetAction(parsed => Run(options.Kinds, options.Read(parsed)));
        return command;
    }

    private static int Run(KnowledgeKinds kinds, KnowledgeSettings settings)
    {
        SeedResult result;
        try
        {
            result = SeedReader.Read(settings.Seeds, settings.Documents is { } folder ? DocumentTexts.Open(folder) : null, kinds);
        }
        catch (DocumentTextsException e)
        {
            return Terminal.Fail(e.Message, "Give the folder of the texts with --documents DIR, or leave it out to check the seeds alone.");
        }

        Terminal.WriteProblems(result.Problems, settings.Seeds);
        if (result is not { Base: { } knowledge, Conclusions: { } conclusions })
            return Terminal.Fail($"{TypeWords.Count(result.ErrorCount, "error")} in {settings.Seeds}.", "Mend the places named above and check again.");

        Terminal.WriteFindings([.. conclusions.Findings]);
        Terminal.Say($"[green]No error[/] in {settings.Seeds}: {TypeWords.Count(knowledge.Claims.Count, "claim")}, {TypeWords.Count(knowledge.Citations.Count, "citation")}, {TypeWords.Count(knowledge.Entities.Count, "entity", "entities")}, {TypeWords.Count(knowledge.Documents.Count, "document")}.");
        Terminal.WriteAgreements(conclusions.Agreements);
        Terminal.WriteAlignments(knowledge.Citations.GroupBy(c => c.Alignment).ToDictionary(g => EnumNames.Name(g.Key), g => g.Count()), settings.Documents);
        var grave = conclusions.Findings.Count(finding => !finding.Accepted && finding.Severity == Severity.Error);
        return grave == 0
            ? 0
            : Terminal.Fail($"{TypeWords.Count(grave, "finding")} of severity {EnumNames.Name(Severity.Error)}: the seeds are well formed, but what they say cannot be.", "Mend the claims, or accept a finding with its reason under \"accepted:\" in the seeds.");
    }
}
