using System.CommandLine;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
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
        SeedCheckReport report;
        try
        {
            var texts = settings.Documents is { } folder ? DocumentTexts.Open(folder) : null;
            report = Terminal.Wait(progress => SeedCheck.Run(settings.Seeds, texts, kinds, progress), intoFiles: false);
        }
        catch (DocumentTextsException e)
        {
            return Terminal.Fail(e.Message, "Give the folder of the texts with --documents DIR, or leave it out to check the seeds alone.");
        }

        Terminal.WriteProblems(report.Problems, settings.Seeds);
        if (report.Summary is not { } summary)
            return Terminal.Fail($"{TypeWords.Count(report.ErrorCount, "error")} in {settings.Seeds}.", "Mend the places named above and check again.");

        Terminal.WriteFindings(report.Findings, summary.Counts[nameof(Finding)]);
        var (claims, entities) = (kinds.ClaimClasses.Sum(kind => summary.Counts[kind.Class.Name]), kinds.EntityClasses.Sum(kind => summary.Counts[kind.Class.Name]));
        Terminal.Say($"[green]No error[/] in {settings.Seeds}: {TypeWords.Count(claims, "claim")}, {TypeWords.Count(summary.Counts[nameof(Citation)], "citation")}, {TypeWords.Count(entities, "entity", "entities")}, {TypeWords.Count(summary.Counts[nameof(Document)], "document")}.");
        Terminal.WriteAgreements(summary.Agreements);
        Terminal.WriteAlignments(summary.Alignments, settings.Documents);
        return report.GraveFindings == 0
            ? 0
            : Terminal.Fail($"{TypeWords.Count(report.GraveFindings, "finding")} of severity {EnumNames.Name(Severity.Error)}: the seeds are well formed, but what they say cannot be.", "Mend the claims, or accept a finding with its reason under \"accepted:\" in the seeds.");
    }
}
