namespace KnowledgeApi.Knowledge.Streams;

/// <summary>Where a build puts by what does not fit into memory.</summary>
/// <param name="folder">A folder for files; made when the first is needed.</param>
internal sealed class Scratch(string folder) : IDisposable
{
    /// <summary>A file without a name: it is gone when it is closed, and when the process ends, however that ends.</summary>
    public FileStream CreateFile()
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.scratch");
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, bufferSize: 0, FileOptions.DeleteOnClose);
        // Elsewhere than on Windows the name can go at once.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return file;
    }

    /// <summary>Removes the folder if nothing is in it.</summary>
    public void Dispose()
    {
        try
        {
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
        }
        catch (IOException)
        {
            // Somebody else has come to need it.
        }
    }
}
