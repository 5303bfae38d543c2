using System.CommandLine;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Seeds;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Knowledge.Texts;
using Spectre.Console;

namespace KnowledgeApi.Commands;

/// <summary><c>check</c>: all problems of the seeds at once, and what the rules find.</summary>
internal static class CheckCommand
{
    public static Command Create(CommonOptions options)
    {
        var command = new Command("check", "Check the seeds, and the citations if the texts are given. Prints every problem with its file, line and column; exits 1 if there is an error.")
        {
            options.Seeds,
            options.Documents,
        };
        command.SetAction(parsed => Run(options.Read(parsed)));
        return command;
    }

    private static int Run(KnowledgeSettings settings)
    {
        DocumentTexts? texts;
        try
        {
            texts = settings.Documents is { } folder ? DocumentTexts.Open(folder) : null;
        }
        catch (DocumentTextsException e)
        {
            return Terminal.Fail(e.Message, "Give the folder of the texts with --documents DIR, or leave it out to check the seeds alone.");
        }

        var result = SeedReader.Read(settings.Seeds, texts);
        Terminal.WriteProblems(result.Problems, settings.Seeds);
        if (result is not { Base: { } knowledge, Conclusions: { } conclusions })
        {
            var errors = result.Problems.Count(p => p.Severity == Severity.Error);
            return Terminal.Fail($"{Terminal.Count(errors, "error")} in {settings.Seeds}.", "Mend the places named above and check again.");
        }

        Terminal.WriteFindings([.. conclusions.Findings]);
        Terminal.Say($"[green]No error[/] in {settings.Seeds}: {Terminal.Count(knowledge.Claims.Count, "claim")}, {Terminal.Count(knowledge.Citations.Count, "citation")}, {Terminal.Count(knowledge.Entities.Count, "entity", "entities")}, {Terminal.Count(knowledge.Documents.Count, "document")}.");
        Terminal.WriteAgreements(conclusions.Agreements);
        if (texts is null)
            Terminal.Say($"Citations were not checked against the texts; give their folder with [bold]--documents DIR[/] to do that.");
        else
            Terminal.WriteAlignments(knowledge.Citations.GroupBy(c => c.Alignment).ToDictionary(g => EnumNames.Name(g.Key), g => g.Count()));
        return 0;
    }
}
