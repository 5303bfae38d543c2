using System.Diagnostics;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Commands;

/// <summary>The base that could not be served last. To open one is to read all of it: it is not tried every second, unless it has been written anew.</summary>
internal sealed class RefusedBase
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(30);

    private (SnapshotName Name, DateTime? BuiltAt, long Time)? _last;

    /// <summary>Whether it has just been this one.</summary>
    public bool Is(SnapshotName name, DateTime? builtAt) =>
        _last is var (refused, at, time) && refused == name && at == builtAt && Stopwatch.GetElapsedTime(time) < BetweenTries;

    /// <summary>Remembers that it is this one.</summary>
    public void Add(SnapshotName name, DateTime? builtAt) => _last = (name, builtAt, Stopwatch.GetTimestamp());
}
