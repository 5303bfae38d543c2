using System.CommandLine;
using KnowledgeApi.Hosting;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Agreements;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Commands;

/// <summary><c>disagreements</c>: prints each question that documents answer differently, with its answers side by side.</summary>
internal static class DisagreementsCommand
{
    public static Command Create(CommonOptions options)
    {
        var command = new Command("disagreements", "Print where the documents disagree, as a page in Markdown: each question with its answers side by side.") { options.Seeds };
        command.SetAction(parsed => Run(options.Kinds, options.Read(parsed)));
        return command;
    }

    private static int Run(KnowledgeKinds kinds, KnowledgeSettings settings)
    {
        var page = new DisagreementPage();
        var report = SeedCheck.Run(settings.Seeds, null, kinds, onGroup: page.Add);
        if (report.Summary is null)
        {
            Terminal.WriteProblems(report.Problems, settings.Seeds);
            return Terminal.Fail($"{TypeWords.Count(report.ErrorCount, "error")} in {settings.Seeds}.", "Mend the places named above; \"check\" lists them all.");
        }

        Console.Out.Write(page);
        return 0;
    }
}
