namespace KnowledgeApi.Hosting;

/// <summary>Where seeds and database are when no setting says so.</summary>
/// <param name="Seeds">The folder of the seeds.</param>
/// <param name="Database">The folder of the bases built from them.</param>
internal sealed record DefaultPaths(string Seeds, string Database)
{
    private const string SeedsFolder = "seeds";

    private const string DatabaseFolder = "data";

    /// <summary>
    /// Seeds in the caller's folder come first. Elsewhere a program built in a clone takes the clone's, never a copy, so that messages name the file one edits;
    /// a published program has its own beside it. The database goes to the folder <c>data</c> beside the seeds, except beside a published program: it may not write there.
    /// </summary>
    /// <param name="here">The caller's folder.</param>
    /// <param name="program">The folder of the program.</param>
    public static DefaultPaths Find(string here, string program)
    {
        // Relative, so that messages are short and say what the caller would type.
        if (HasSeeds(here))
            return new(SeedsFolder, DatabaseFolder);
        return FindClone(program) is { } clone
            ? new(Path.Combine(clone, SeedsFolder), Path.Combine(clone, DatabaseFolder))
            : new(Path.Combine(program, SeedsFolder), DatabaseFolder);
    }

    private static string? FindClone(string program)
    {
        var folder = new DirectoryInfo(program);
        while (folder is not null && !(File.Exists(Path.Combine(folder.FullName, "KnowledgeApi.sln")) && HasSeeds(folder.FullName)))
            folder = folder.Parent;
        return folder?.FullName;
    }

    /// <summary>Where file names ignore case, a folder Seeds of source code is not meant.</summary>
    private static bool HasSeeds(string folder)
    {
        var seeds = Path.Combine(folder, SeedsFolder);
        try
        {
            return Directory.Exists(seeds) && Directory.EnumerateFiles(seeds, "*.y*ml", SearchOption.AllDirectories).Any();
        }
        catch (UnauthorizedAccessException)
        {
            // It is meant, and will be complained of by name.
            return true;
        }
    }
}
