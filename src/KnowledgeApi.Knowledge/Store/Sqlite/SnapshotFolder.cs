using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeApi.Knowledge.Kinds;
using KnowledgeApi.Knowledge.Streams;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Knowledge.Store.Sqlite;

/// <summary>
/// Snapshots as SQLite files of one folder: <c>current</c> says which is current, <c>snapshots</c> has those that are complete, <c>building</c> the one that is being
/// written, and <c>lock</c> is held by who writes it.
/// </summary>
public sealed partial class SnapshotFolder : ISnapshotStore
{
    private const string Extension = ".db";

    /// <summary>What <c>current</c> has at most, in bytes.</summary>
    private const int MaxCurrentLength = 1024;

    private readonly string _path;

    /// <summary>A folder of snapshots, which need not exist yet.</summary>
    /// <param name="path">Path of the folder.</param>
    public SnapshotFolder(string path)
        : this(path, KnowledgeKinds.Standard)
    {
    }

    /// <summary>A folder of snapshots of some kinds of entities and claims.</summary>
    /// <param name="path">Path of the folder.</param>
    /// <param name="kinds">The kinds.</param>
    public SnapshotFolder(string path, KnowledgeKinds kinds) => (_path, Kinds) = (Path.GetFullPath(path), kinds);

    /// <inheritdoc/>
    public KnowledgeKinds Kinds { get; }

    /// <inheritdoc/>
    public string Location => _path;

    /// <inheritdoc/>
    public string Scratch => Building;

    private string Current => Path.Combine(_path, "current");

    private string Snapshots => Path.Combine(_path, "snapshots");

    private string Building => Path.Combine(_path, "building");

    private string Turn => Path.Combine(_path, "lock");

    /// <inheritdoc/>
    public string? FindObstacle()
    {
        if (FolderObstacle.Find(_path) is { } obstacle)
            return obstacle;
        try
        {
            return ReadCurrent() is null && FindStranger() is { } stranger
                ? $"{_path} is a folder of other things, such as {stranger}."
                : null;
        }
        catch (SnapshotDamagedException)
        {
            // It is written again.
            return null;
        }
        catch (StoreException exception)
        {
            return exception.Message;
        }
    }

    /// <inheritdoc/>
    public SnapshotName? ReadCurrent()
    {
        try
        {
            // What is empty (a pipe is, and would never end) or long is not read.
            return new FileInfo(Current).Length is > 0 and <= MaxCurrentLength
                && JsonSerializer.Deserialize<SnapshotName>(File.ReadAllBytes(Current), JsonSerializerOptions.Web) is { IsWellFormed: true } name
                    ? name
                    : throw Unreadable();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException)
        {
            throw Unreadable();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{Current} cannot be read: {exception.Message}", exception);
        }
    }

    // Beside snapshots of ours it is ours, too, and somebody or something has damaged it; nothing is lost with it that cannot be built again.
    private Exception Unreadable() => Directory.Exists(Snapshots) && Directory.EnumerateFiles(Snapshots).Any(path => SnapshotFileName.IsMatch(Path.GetFileName(path)))
        ? new SnapshotDamagedException($"{Current} is not as it was written.")
        : new StoreException($"{Current} was not written by this program, and would be overwritten.");

    // Before there is a base there can be no more than what a first build that was stopped left, and the file of an earlier version; another process may be starting.
    private string? FindStranger()
    {
        // A new volume has its place for what is lost and found.
        string[] ours = [Turn, Snapshots, Building, .. new[] { FolderObstacle.Probe, "knowledge.db", "lost+found" }.Select(name => Path.Combine(_path, name))];
        return Directory.EnumerateFileSystemEntries(_path).Except(ours).Select(Path.GetFileName).Order(StringComparer.Ordinal).FirstOrDefault();
    }

    /// <inheritdoc/>
    public DateTime? FindBuiltAt(SnapshotName name) => new FileInfo(PathOf(name)) is { Exists: true } file ? file.LastWriteTimeUtc : null;

    /// <inheritdoc/>
    public Snapshot Open(SnapshotName name)
    {
        var path = PathOf(name);
        // A pipe looks empty as well, and would never end.
        if (new FileInfo(path) is { Exists: true, Length: 0 })
            throw new SnapshotDamagedException($"{path} is empty. {PutAside(path, name)}");
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SnapshotGoneException($"The base {path} cannot be read: {exception.Message}", exception);
        }

        try
        {
            return new SqliteSnapshot(file, name, Kinds);
        }
        catch (SnapshotDamagedException exception)
        {
            // It may have been cleared away or replaced by a sound one meanwhile, or the process may have too many files open.
            throw IsDamaged(path, name)
                ? new SnapshotDamagedException($"{exception.Message} {PutAside(path, name)}")
                : new SnapshotGoneException(exception.Message, exception);
        }
    }

    private static bool IsDamaged(string path, SnapshotName name)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return SnapshotFile.HashOf(file) != name.Content;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public IDisposable TakeTurn(Action? onWait, CancellationToken cancellation)
    {
        Directory.CreateDirectory(_path);
        return FileLock.Take(Turn, onWait, cancellation);
    }

    /// <inheritdoc/>
    public Snapshot Build(string inputs, Action<SnapshotWriter> write, CancellationToken cancellation = default)
    {
        // Whoever left something there has ended: this is our turn.
        ClearBuilding();
        Directory.CreateDirectory(Building);
        Directory.CreateDirectory(Snapshots);
        var path = NewPath(Extension);
        using var scratch = new Scratch(Building);
        try
        {
            SnapshotFile.Write(path, Kinds, scratch, write, cancellation);
            return MakeCurrent(Publish(path, inputs));
        }
        catch (Exception exception) when ((exception is SqliteException or DbUpdateException) && cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellation);
        }
        catch (Exception exception) when (exception is SqliteException or DbUpdateException)
        {
            throw new StoreException(exception.GetBaseException().Message, exception);
        }
        finally
        {
            ClearUp();
        }
    }

    /// <inheritdoc/>
    public void ClearLeftOvers()
    {
        if (!Directory.Exists(Building))
            return;
        using var turn = FileLock.TryTake(Turn);
        if (turn is not null)
            ClearUp();
    }

    /// <summary>Gives a complete file its name, unless that name is there already: what has it is the same.</summary>
    private Snapshot Publish(string path, string inputs)
    {
        SnapshotName name;
        using (var file = File.OpenRead(path))
            name = new SnapshotName(inputs, SnapshotFile.HashOf(file));
        try
        {
            return Open(name);
        }
        catch (Exception exception) when (exception is SnapshotGoneException or SnapshotDamagedException)
        {
            File.SetAttributes(path, FileAttributes.ReadOnly);
            File.Move(path, PathOf(name));
            return Open(name);
        }
    }

    private Snapshot MakeCurrent(Snapshot snapshot)
    {
        try
        {
            if (!IsCurrent(snapshot.Name))
                WriteCurrent(snapshot.Name);
            return snapshot;
        }
        catch
        {
            snapshot.Dispose();
            throw;
        }
    }

    private bool IsCurrent(SnapshotName name)
    {
        try
        {
            return ReadCurrent() == name;
        }
        catch (SnapshotDamagedException)
        {
            return false;
        }
    }

    private void WriteCurrent(SnapshotName name)
    {
        var beside = NewPath("");
        using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, name, JsonSerializerOptions.Web);
            file.Write("\n"u8);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, Current, overwrite: true);
    }

    /// <summary>Clears away what nobody needs any more. What resists is left to the next build: the base there is does not depend on it.</summary>
    private void ClearUp()
    {
        try
        {
            ClearBuilding();
            ClearAway();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or StoreException)
        {
        }
    }

    /// <summary>Deletes all snapshots that are not current and that nobody has open.</summary>
    private void ClearAway()
    {
        var current = ReadCurrent() is { } name ? PathOf(name) : null;
        foreach (var path in Directory.EnumerateFiles(Snapshots).Where(path => path != current && SnapshotFileName.IsMatch(Path.GetFileName(path))))
            FileLock.DeleteUnused(path);
    }

    // What is damaged is kept, since nobody can know whose it is by now; under its own name it would be in the way of a sound one.
    private static string PutAside(string path, SnapshotName name)
    {
        var aside = $"{path}.damaged";
        try
        {
            File.Move(path, aside, overwrite: true);
            // A builder may just have put a sound one there. What is empty is not opened: it may be a pipe, and never end.
            if (new FileInfo(aside).Length > 0 && !IsDamaged(aside, name))
            {
                File.Move(aside, path);
                return "It has been built again meanwhile.";
            }

            return $"It is now {aside}, and not used any more.";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"It cannot be put aside: {exception.Message}";
        }
    }

    /// <summary>Deletes what builds have written; a folder of this name may have been here before.</summary>
    private void ClearBuilding()
    {
        if (!Directory.Exists(Building))
            return;
        foreach (var path in Directory.EnumerateFiles(Building).Where(path => BuildingFileName.IsMatch(Path.GetFileName(path))))
            File.Delete(path);
        if (!Directory.EnumerateFileSystemEntries(Building).Any())
            Directory.Delete(Building);
    }

    private string NewPath(string extension) => Path.Combine(Building, $"{Guid.NewGuid():N}{extension}");

    private string PathOf(SnapshotName name) => Path.Combine(Snapshots, $"{name}{Extension}");

    [GeneratedRegex(@"^[0-9a-f]{16}-[0-9a-f]{16}\.db$")]
    private static partial Regex SnapshotFileName { get; }

    [GeneratedRegex(@"^[0-9a-f]{32}\b")]
    private static partial Regex BuildingFileName { get; }
}
