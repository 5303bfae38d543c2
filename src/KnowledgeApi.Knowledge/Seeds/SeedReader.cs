using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>Reads seeds/*.yaml into a graph of knowledge and reports all that is wrong with them at once.</summary>
public static class SeedReader
{
    /// <summary>Reads all seed files of a folder. Bad input is reported, never thrown.</summary>
    /// <param name="folder">The folder that holds them.</param>
    /// <param name="texts">The texts to check citations against; without them citations stay unchecked.</param>
    public static SeedResult Read(string folder, DocumentTexts? texts = null)
    {
        var diagnostics = new SeedDiagnostics();
        SeedFolder seeds;
        try
        {
            seeds = SeedFolder.Open(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error(new(folder, 0, 0), $"The seeds folder cannot be read: {exception.Message} Expected a folder of .yaml files.");
            return new(null, diagnostics.Problems(), "", []);
        }
        if (seeds.Files.Count == 0)
            diagnostics.Error(new(folder, 0, 0), "The seeds folder is empty. Expected at least one .yaml file.");

        var maps = new List<SeedMap>();
        foreach (var (name, bytes) in seeds.Files)
            if (SeedFile.Read(name, bytes, diagnostics) is { } root)
                maps.Add(new(root, FileKeys.Definition, diagnostics));

        var knowledge = new GraphBuilder(diagnostics, texts).Build(maps);
        var conclusions = diagnostics.Failures == 0 ? Reasoner.Conclude(knowledge) : null;
        if (conclusions is not null)
            CheckAccepted(maps, conclusions, diagnostics);
        var sound = diagnostics.Failures == 0;
        return new(sound ? knowledge : null, diagnostics.Problems(), seeds.Hash, knowledge.Documents) { Conclusions = sound ? conclusions : null };
    }

    private static void CheckAccepted(IReadOnlyList<SeedMap> maps, Conclusions conclusions, SeedDiagnostics diagnostics)
    {
        var known = conclusions.Findings.Select(finding => finding.Slug).ToHashSet(StringComparer.Ordinal);
        var fickle = RuleSet.Rules.Where(rule => rule.DependsOnTexts).Select(rule => rule.SlugPrefix).ToList();
        foreach (var finding in GraphBuilder.All(maps, FileKeys.Accepted).Select(map => map.Get(AcceptedKeys.Finding)).OfType<Located>())
        {
            if (fickle.Exists(prefix => finding.Text.StartsWith(prefix, StringComparison.Ordinal)))
                diagnostics.Error(finding.Location, $"The finding \"{finding.Text}\" depends on the texts an operator has. Expected a finding that is there with and without them.");
            else if (!known.Contains(finding.Text))
                diagnostics.Error(finding.Location, $"Unknown finding \"{finding.Text}\".{Nearest.Hint(finding.Text, known)} Expected the slug of a finding, as \"check\" prints it; remove it if the rules no longer find it.");
        }
    }
}
