using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.SeedFormat;
using KnowledgeApi.Knowledge.Texts;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>Reads seed files, YAML and JSON Lines, and reports all that is wrong with them at once.</summary>
public static class SeedReader
{
    /// <summary>Reads all seed files of a folder into one graph in memory. Bad input is reported, never thrown.</summary>
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
            var seeds = SeedFolder.Open(folder);
            var diagnostics = new SeedDiagnostics();
            using var graph = new SeedGraph(new(kinds), diagnostics, texts, new(Path.GetTempPath()), pieceSize: int.MaxValue);
            graph.Check(seeds, null, null, CancellationToken.None);
            return new(diagnostics.Failures == 0 ? graph.ReadPieces().Single() : null, diagnostics.Problems(seeds.Location), seeds.Hash) { ErrorCount = diagnostics.ErrorCount };
        }
        catch (SeedFolderException exception)
        {
            return new(null, [exception.Problem], "") { ErrorCount = 1 };
        }
    }

    /// <summary>The documents of a folder, as far as they can be read: seeds in the making may have errors, and nothing else is looked at.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <exception cref="SeedFolderException">The folder is missing or cannot be read.</exception>
    public static IReadOnlyList<SeedDocument> ReadDocuments(string folder)
    {
        var sections = new SeedSections(KnowledgeKinds.Standard);
        var diagnostics = new SeedDiagnostics();
        var documents = new List<SeedDocument>();
        using var reading = SeedFolder.Open(folder).Read();
        while (reading.Next() is { } file)
        {
            foreach (var map in SeedRoots.Read(file.Name, file.Content, diagnostics).SelectMany(root => new SeedMap(root, sections.Definition, diagnostics).Get(sections.Documents) ?? []))
                if (map.Get(DocumentKeys.Id) is { } id && map.Get(DocumentKeys.Sha256) is { } sha256)
                    documents.Add(new(id.Text, sha256.Text));
        }

        return documents;
    }
}

/// <summary>What is needed of a document to cite from it.</summary>
/// <param name="Slug">Its id.</param>
/// <param name="Sha256">SHA-256 of the bytes of its text.</param>
public sealed record SeedDocument(string Slug, string Sha256);
