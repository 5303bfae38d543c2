namespace KnowledgeApi.Knowledge.Store.Sqlite;

/// <summary>Locks of files between processes. The system takes them back from a process that has ended, however it ended.</summary>
internal static class FileLock
{
    private const int WouldBlock = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolation = unchecked((int)0x80070020);

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for a lock, and holds it until it is disposed.</summary>
    /// <param name="path">The file to lock, which is made if it is missing.</param>
    /// <param name="onWait">Told once that another process holds it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public static IDisposable Take(string path, Action? onWait, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (IsHeld(exception))
            {
                onWait?.Invoke();
                onWait = null;
                cancellation.WaitHandle.WaitOne(BetweenTries);
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>Takes a lock if nobody holds it.</summary>
    public static IDisposable? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Deletes a file unless a process has it open.</summary>
    public static void DeleteUnused(string path)
    {
        try
        {
            // Where names of open files cannot be deleted, there is a moment between.
            using (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None))
            {
                if (!OperatingSystem.IsWindows())
                    File.Delete(path);
            }

            // Only there is a file that cannot be written kept from being deleted, too.
            if (OperatingSystem.IsWindows())
                File.SetAttributes(path, FileAttributes.Normal);
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is in use, or somebody else has deleted it.
        }
    }

    private static bool IsHeld(IOException exception) => exception.HResult is WouldBlock or WouldBlockOnMac or SharingViolation;
}
