using KnowledgeApi.Knowledge.Kinds;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>Where snapshots are kept, and which of them is current: all that only one kind of database knows about keeping them.</summary>
public interface ISnapshotStore
{
    /// <summary>The kinds of entities and claims that snapshots hold.</summary>
    KnowledgeKinds Kinds { get; }

    /// <summary>Where it is, for messages.</summary>
    string Location { get; }

    /// <summary>The path of a folder where a build puts by what does not fit into memory. It need not exist, and nothing stays in it.</summary>
    string Scratch { get; }

    /// <summary>Why snapshots cannot be kept there, in a sentence fit to print; null if they can, as far as can be seen. Nothing that is not ours is ever replaced.</summary>
    string? FindObstacle();

    /// <summary>The name of the current snapshot; null if there is none.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    /// <exception cref="SnapshotDamagedException">What says so is not as it was written.</exception>
    SnapshotName? ReadCurrent();

    /// <summary>
    /// When the snapshot that has a name now was built, as its <see cref="Snapshot.BuiltAt"/> will be: another than that of an open one says that it was written anew, or over. Null if there is none.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="StoreException">It cannot be read.</exception>
    DateTime? FindBuiltAt(SnapshotName name);

    /// <summary>Opens a snapshot once all of it is found to be as it was written.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="SnapshotGoneException">It is not there any more: another one is current by now.</exception>
    /// <exception cref="SnapshotDamagedException">It is not as it was written. It has been put aside.</exception>
    Snapshot Open(SnapshotName name);

    /// <summary>Waits until no other process builds, and lets none begin until it is disposed.</summary>
    /// <param name="onWait">Told once that there is somebody to wait for.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreException">One cannot build there.</exception>
    IDisposable TakeTurn(Action? onWait, CancellationToken cancellation);

    /// <summary>Clears away what builders left that were killed, unless somebody builds just now. What resists is left.</summary>
    void ClearLeftOvers();

    /// <summary>
    /// Has a snapshot written under a temporary name, verifies it, gives it its own name and makes it current. If anything fails, nothing has changed. To be called in one's turn.
    /// </summary>
    /// <param name="inputs">What it is made from: see <see cref="SnapshotName.Inputs"/>.</param>
    /// <param name="write">Writes all rows into an empty base.</param>
    /// <param name="cancellation">Gives up, as if it had failed.</param>
    /// <exception cref="StoreException">The database refused; the message is fit to print.</exception>
    /// <exception cref="InvalidDataException">What was written does not hold together.</exception>
    Snapshot Build(string inputs, Action<SnapshotWriter> write, CancellationToken cancellation = default);
}

/// <summary>A database that cannot be used. The message says why and is fit to print.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A snapshot that is there no more.</summary>
public sealed class SnapshotGoneException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A snapshot that is not as it was written. The message says which and where it is now, and is fit to print.</summary>
public sealed class SnapshotDamagedException(string message) : Exception(message);
