namespace KnowledgeApi.Knowledge.Streams;

/// <summary>Where a build puts by what does not fit into memory.</summary>
/// <param name="folder">A folder for files; made when the first is needed, and removed with this object if it was made by it.</param>
internal sealed class Scratch(string folder) : IDisposable
{
    private bool _isMade;

    /// <summary>A file without a name: it is gone when it is closed, and when the process ends, however that ends.</summary>
    /// <exception cref="ScratchException">There can be none.</exception>
    public FileStream CreateFile()
    {
        try
        {
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                _isMade = true;
            }

            var path = Path.Combine(folder, $"{Guid.NewGuid():N}.scratch");
            var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, bufferSize: 0, FileOptions.DeleteOnClose);
            // Elsewhere than on Windows the name can go at once.
            if (!OperatingSystem.IsWindows())
                File.Delete(path);
            return file;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ScratchException($"{folder} cannot hold what does not fit into memory: {exception.Message}", exception);
        }
    }

    /// <summary>Removes the folder if it was made here and nothing is in it.</summary>
    public void Dispose()
    {
        try
        {
            if (_isMade && Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
        }
        catch (IOException)
        {
            // Somebody else has come to need it.
        }
    }
}

/// <summary>A folder that cannot hold what is put by. The message is fit to print.</summary>
internal sealed class ScratchException(string message, Exception inner) : Exception(message, inner);
