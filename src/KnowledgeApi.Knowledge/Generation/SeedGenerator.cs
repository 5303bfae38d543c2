namespace KnowledgeApi.Knowledge.Generation;

/// <summary>
/// Writes seeds that have what real ones have: layered ownership with a few circles, joint owners, vague dates, rival claims and several documents a claim. The same numbers
/// make the same bytes on every machine. Nothing is kept in memory.
/// </summary>
public static class SeedGenerator
{
    /// <summary>The most companies that can be generated. Their financial figures, at 2 KB a company, are a file of 1 GB: a text longer than that is not read as YAML.</summary>
    public const int MostCompanies = 500_000;

    /// <summary>Writes one file for each section. If it does not come to its end, what it has written is removed.</summary>
    /// <param name="companies">How many companies; a company has 13 claims and 20 citations on average.</param>
    /// <param name="seed">What makes one world differ from another.</param>
    /// <param name="folder">An empty folder.</param>
    /// <param name="format">The form of the files.</param>
    /// <param name="progress">Is told the share that is done, from 0 to 1; null if no one wants to know.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>How many items each section has.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static IReadOnlyDictionary<string, int> Write(
        int companies, ulong seed, string folder, SeedFileFormat format = SeedFileFormat.Jsonl, Action<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(companies, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(companies, MostCompanies);
        var sections = SectionsOf(new(companies, seed));
        var written = new Dictionary<string, int>();
        try
        {
            foreach (var section in sections)
            {
                written[section.Name] = 0;
                using var writer = new SeedItemWriter(folder, section.Name, format);
                for (var i = 0; i < section.Things; i++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    section.Write(i, writer);
                    if (i % 1_000 == 0)
                        progress?.Invoke((written.Count - 1 + (double)i / section.Things) / sections.Count);
                }
                written[section.Name] = writer.Count;
            }
        }
        catch
        {
            foreach (var section in written.Keys)
                File.Delete(SeedItemWriter.PathOf(folder, section, format));
            throw;
        }
        return written;
    }

    private static List<(string Name, int Things, Action<int, SeedItemWriter> Write)> SectionsOf(GeneratedWorld world)
    {
        var citations = new CitationGenerator(world);
        var entities = new EntityGenerator(world, citations);
        var figures = new FigureGenerator(world, citations);
        var stories = new StoryGenerator(world, citations);
        return
        [
            ("publications", world.Publications, EntityGenerator.WritePublication),
            ("people", world.People, entities.WritePerson),
            ("public-bodies", world.PublicBodies, EntityGenerator.WritePublicBody),
            ("documents", world.Documents, entities.WriteDocument),
            ("companies", world.Companies, entities.WriteCompany),
            ("shareholdings", world.Companies, new OwnershipGenerator(world, citations).Write),
            ("fundings", world.Companies, figures.WriteFundings),
            ("financial-figures", world.Companies, figures.WriteFinancialFigures),
            ("measurements", world.Companies, figures.WriteMeasurements),
            ("roles", world.Companies, stories.WriteRoles),
            ("events", world.Companies, stories.WriteEvents),
            ("statements", world.Companies, stories.WriteStatements),
        ];
    }
}
