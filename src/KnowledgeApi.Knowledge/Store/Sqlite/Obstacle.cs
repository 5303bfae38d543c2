namespace KnowledgeApi.Knowledge.Store.Sqlite;

/// <summary>What keeps a file from being the base's.</summary>
internal static class Obstacle
{
    private static ReadOnlySpan<byte> Header => "SQLite format 3\0"u8;

    /// <summary>Why a base cannot stand at this path; null if it can, as far as can be seen. Its folder is made.</summary>
    public static string? Find(string path)
    {
        if (Directory.Exists(path))
            return $"{path} is a folder, not a file.";
        if (!File.Exists(path))
            return Find(new FileInfo(path).Directory!, path);
        try
        {
            // A file that someone else wrote must not be lost for a mistyped path.
            using var file = File.OpenRead(path);
            Span<byte> start = stackalloc byte[Header.Length];
            return file.Length == 0 || (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(Header))
                ? null
                : $"{path} is not a database of this program, and would be overwritten.";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be read: {exception.Message}";
        }
    }

    private static string? Find(DirectoryInfo folder, string path)
    {
        for (var above = folder; above is { Exists: false }; above = above.Parent!)
        {
            if (File.Exists(above.FullName))
                return $"{path} cannot be made: {above.FullName} is a file, not a folder.";
        }

        try
        {
            folder.Create();
            using var probe = new FileStream($"{path}.{Guid.NewGuid():N}.new", new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return $"{path} cannot be made: this account may not write there.";
        }
        catch (IOException exception)
        {
            return $"{path} cannot be made: {exception.Message}";
        }
    }
}
