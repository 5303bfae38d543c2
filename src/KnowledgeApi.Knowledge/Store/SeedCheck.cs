using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Agreements;
using KnowledgeApi.Knowledge.SeedFormat;
using KnowledgeApi.Knowledge.Seeds;
using KnowledgeApi.Knowledge.Streams;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>What came of checking seeds.</summary>
/// <param name="Problems">The problems, ordered by file, line and column: of errors and of warnings the first 200 each, then how many more there are.</param>
/// <param name="ErrorCount">How many errors there are, those that are not among the problems counted too.</param>
public sealed record SeedCheckReport(IReadOnlyList<SeedProblem> Problems, int ErrorCount)
{
    /// <summary>What a base of the seeds would hold; null if there is any error.</summary>
    public StoreSummary? Summary { get; init; }

    /// <summary>What the rules found, the first of it.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>How many findings there are of severity ERROR that nobody accepts.</summary>
    public int GraveFindings { get; init; }
}

/// <summary>Checks seeds as a build does, and writes nothing.</summary>
public static class SeedCheck
{
    /// <summary>How many findings are kept to be shown.</summary>
    public const int ShownFindings = 1_000;

    /// <summary>Checks the seeds of a folder. Bad input is reported, never thrown.</summary>
    /// <param name="seedsFolder">Path of the folder.</param>
    /// <param name="texts">The texts to check citations against; null to leave them unchecked.</param>
    /// <param name="kinds">The kinds of entities and claims.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="onGroup">Told the groups of claims that are compared.</param>
    public static SeedCheckReport Run(string seedsFolder, DocumentTexts? texts, KnowledgeKinds kinds, Action<BuildProgress>? progress = null, Action<ClaimGroup>? onGroup = null)
    {
        try
        {
            return Run(SeedFolder.Open(seedsFolder), texts, kinds, new(progress, CancellationToken.None), onGroup);
        }
        catch (SeedFolderException exception)
        {
            return new([exception.Problem], 1);
        }
        catch (ScratchException exception)
        {
            return new([new(seedsFolder, 0, 0, $"The seeds cannot be checked: {exception.Message}", Severity.Error)], 1);
        }
    }

    private static SeedCheckReport Run(SeedFolder seeds, DocumentTexts? texts, KnowledgeKinds kinds, BuildWatch watch, Action<ClaimGroup>? onGroup)
    {
        var diagnostics = new SeedDiagnostics();
        using var scratch = new Scratch(Path.GetTempPath());
        using var graph = new SeedGraph(new(kinds), diagnostics, texts, scratch, SeedGraph.PieceSize);
        graph.Check(seeds, share => watch.Report(BuildStage.Reading, share), share => watch.Report(BuildStage.Checking, share), CancellationToken.None);
        if (diagnostics.Failures > 0)
            return Report();
        using var builder = new BaseBuilder(kinds, graph, diagnostics, null, scratch, watch);
        var findings = new List<Finding>();
        var counts = builder.Conclude(Keep, onGroup);
        return diagnostics.Failures > 0
            ? Report()
            : Report() with { Summary = counts.ToSummary(kinds, []), Findings = findings, GraveFindings = counts.GraveFindings };

        void Keep(Finding finding)
        {
            if (findings.Count < ShownFindings)
                findings.Add(finding);
        }

        SeedCheckReport Report() => new(diagnostics.Problems(seeds.Location), diagnostics.ErrorCount);
    }
}
