namespace KnowledgeApi.Knowledge.Store.Sqlite;

/// <summary>What keeps a folder from being made and written.</summary>
internal static class FolderObstacle
{
    /// <summary>The file that tries whether one can write. It has always the same name: what a process that was killed at this moment left, the next one deletes.</summary>
    public const string Probe = "write.probe";

    /// <summary>Why this path cannot be a folder to write in; null if it can, as far as can be seen.</summary>
    public static string? Find(string path)
    {
        if (File.Exists(path))
            return $"{path} is a file, but bases are kept in a folder.";
        for (var above = Path.GetDirectoryName(path); above is not null && !Directory.Exists(above); above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
                return $"{path} cannot be made: {above} is a file, not a folder.";
        }

        try
        {
            Directory.CreateDirectory(path);
            using var probe = new FileStream(
                Path.Combine(path, Probe),
                new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.DeleteOnClose });
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return $"{path} cannot be used: this account may not write there.";
        }
        catch (IOException exception)
        {
            return $"{path} cannot be used: {exception.Message}";
        }
    }
}
