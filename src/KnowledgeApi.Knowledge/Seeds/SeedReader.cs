using KnowledgeApi.Knowledge.Model;
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
        var reading = new Reading();
        SeedFolder seeds;
        try
        {
            seeds = SeedFolder.Open(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            reading.Error(new(folder, 0, 0), $"The seeds folder cannot be read: {exception.Message} Expected a folder of .yaml files.");
            return new(null, reading.Problems(), "", []);
        }
        if (seeds.Files.Count == 0)
            reading.Error(new(folder, 0, 0), "The seeds folder is empty. Expected at least one .yaml file.");

        var maps = new List<SeedMap>();
        foreach (var (name, bytes) in seeds.Files)
            if (SeedFile.Read(name, bytes, reading) is { } root)
                maps.Add(new(root, FileKeys.Shape, reading));

        var knowledge = new GraphBuilder(reading, texts).Build(maps);
        return new(reading.Failures == 0 ? knowledge : null, reading.Problems(), seeds.Hash, knowledge.Documents);
    }
}
