using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Reasoning;
using KnowledgeApi.Knowledge.Reasoning.Rules;
using KnowledgeApi.Knowledge.SeedFormat;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>Reads seed files, YAML and JSON Lines, into a graph of knowledge and reports all that is wrong with them at once.</summary>
public static class SeedReader
{
    /// <summary>Reads all seed files of a folder. Bad input is reported, never thrown.</summary>
    /// <param name="folder">Path of the folder that holds them.</param>
    /// <param name="texts">The texts to check citations against; without them citations stay unchecked.</param>
    public static SeedResult Read(string folder, DocumentTexts? texts = null) => Read(folder, texts, KnowledgeKinds.Standard);

    /// <summary>The same of seeds that may hold some kinds of entities and claims.</summary>
    /// <param name="folder">Path of the folder that holds them.</param>
    /// <param name="texts">The texts to check citations against; null to leave them unchecked.</param>
    /// <param name="kinds">The kinds.</param>
    public static SeedResult Read(string folder, DocumentTexts? texts, KnowledgeKinds kinds)
    {
        try
        {
            return Read(SeedFolder.Open(folder), texts, kinds);
        }
        catch (SeedFolderException exception)
        {
            return new(null, [exception.Problem], "") { ErrorCount = 1 };
        }
    }

    /// <summary>Reads seed files and draws conclusions from them. Bad input is reported, never thrown.</summary>
    /// <param name="folder">The files.</param>
    /// <param name="texts">The texts to check citations against; without them citations stay unchecked.</param>
    public static SeedResult Read(SeedFolder folder, DocumentTexts? texts = null) => Read(folder, texts, KnowledgeKinds.Standard);

    /// <summary>The same of seeds that may hold some kinds of entities and claims.</summary>
    internal static SeedResult Read(SeedFolder folder, DocumentTexts? texts, KnowledgeKinds kinds, CancellationToken cancellation = default)
    {
        var diagnostics = new SeedDiagnostics();
        var sections = new SeedSections(kinds);
        var maps = Parse(folder, sections, diagnostics, cancellation);
        var knowledge = new GraphBuilder(sections, diagnostics, texts).Build(maps);
        cancellation.ThrowIfCancellationRequested();
        var conclusions = diagnostics.Failures == 0 ? Reasoner.Conclude(knowledge) : null;
        if (conclusions is not null)
            CheckAccepted(GraphBuilder.All(maps, sections.Accepted), conclusions, diagnostics);
        var sound = diagnostics.Failures == 0;
        return new(sound ? knowledge : null, diagnostics.Problems(folder.Location), folder.Hash) { Conclusions = sound ? conclusions : null, ErrorCount = diagnostics.ErrorCount };
    }

    /// <summary>The documents of a folder, as far as they can be read: seeds in the making may have errors, and nothing else is looked at.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <exception cref="SeedFolderException">The folder is missing or cannot be read.</exception>
    public static IReadOnlyList<SeedDocument> ReadDocuments(string folder)
    {
        var sections = new SeedSections(KnowledgeKinds.Standard);
        return
        [
            .. GraphBuilder.All(Parse(SeedFolder.Open(folder), sections, new()), sections.Documents).Select(map => (Id: map.Get(DocumentKeys.Id), Sha256: map.Get(DocumentKeys.Sha256)))
                .Where(document => document is { Id: not null, Sha256: not null })
                .Select(document => new SeedDocument(document.Id!.Text, document.Sha256!.Text)),
        ];
    }

    private static List<SeedMap> Parse(SeedFolder folder, SeedSections sections, SeedDiagnostics diagnostics, CancellationToken cancellation = default)
    {
        if (folder.Files.Count == 0)
            diagnostics.Error(new(folder.Location, 0, 0), "The seeds folder is empty. Expected at least one .yaml or .jsonl file.");
        var maps = new List<SeedMap>();
        foreach (var (name, bytes) in folder.Files)
        {
            foreach (var root in Roots(name, bytes, diagnostics))
            {
                cancellation.ThrowIfCancellationRequested();
                maps.Add(new(root, sections.Definition, diagnostics));
            }
        }

        return maps;
    }

    private static IEnumerable<MapNode> Roots(string name, byte[] bytes, SeedDiagnostics diagnostics) =>
        Path.GetExtension(name) == ".jsonl" ? SeedLines.Read(name, new MemoryStream(bytes), diagnostics)
        : SeedFile.Read(name, bytes, diagnostics) is { } root ? [root]
        : [];

    private static void CheckAccepted(IEnumerable<SeedMap> accepted, Conclusions conclusions, SeedDiagnostics diagnostics)
    {
        var known = conclusions.Findings.Select(finding => finding.Slug).ToHashSet(StringComparer.Ordinal);
        var fickle = RuleSet.Rules.Where(rule => rule.DependsOnTexts).Select(rule => rule.SlugPrefix).ToList();
        foreach (var finding in accepted.Select(map => map.Get(AcceptedKeys.Finding)).OfType<Located>())
        {
            if (fickle.Exists(prefix => finding.Text.StartsWith(prefix, StringComparison.Ordinal)))
                diagnostics.Error(finding.Location, $"The finding \"{finding.Text}\" depends on the texts an operator has. Expected a finding that is there with and without them.");
            else if (!known.Contains(finding.Text))
                diagnostics.Error(finding.Location, $"Unknown finding \"{finding.Text}\".{Nearest.Hint(finding.Text, known)} Expected the slug of a finding, as \"check\" prints it; remove it if the rules no longer find it.");
        }
    }
}

/// <summary>What is needed of a document to cite from it.</summary>
/// <param name="Slug">Its id.</param>
/// <param name="Sha256">SHA-256 of the bytes of its text.</param>
public sealed record SeedDocument(string Slug, string Sha256);
