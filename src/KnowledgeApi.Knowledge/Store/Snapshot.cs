using System.Data.Common;
using System.Text.Json;
using KnowledgeApi.Knowledge.Kinds;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>
/// A base that is complete and never changes, opened and verified. Whatever is read by way of one object is of one base, whatever happens to the place it was opened from.
/// </summary>
public abstract class Snapshot(SnapshotName name, DateTime builtAt, KnowledgeKinds kinds, DbContextOptions<KnowledgeContext> options) : IDisposable
{
    private StoreSummary? _summary;

    /// <summary>Its name.</summary>
    public SnapshotName Name { get; } = name;

    /// <summary>When it was built, in UTC.</summary>
    public DateTime BuiltAt { get; } = builtAt;

    /// <summary>The kinds of entities and claims it holds.</summary>
    public KnowledgeKinds Kinds { get; } = kinds;

    /// <summary>What it was built from and what came of it.</summary>
    public abstract BuildRecord Record { get; }

    /// <summary>What it holds.</summary>
    public StoreSummary Summary => _summary ??= JsonSerializer.Deserialize<StoreSummary>(Record.Summary)!;

    /// <summary>What finds objects by words.</summary>
    public abstract ISearchIndex Search { get; }

    /// <summary>A context that reads the base, for tests. What is served is read by connections, where statements are counted, bounded and stopped.</summary>
    public KnowledgeContext CreateContext() => new(options);

    /// <summary>A context to compile queries with, which has nothing to read.</summary>
    public abstract KnowledgeContext CreateCompiler();

    /// <summary>An open connection that only reads, with the functions that queries need. Dispose it to give it back.</summary>
    public abstract DbConnection OpenConnection();

    /// <summary>Stops the statement that runs on a connection, from another thread.</summary>
    /// <param name="connection">A connection that <see cref="OpenConnection"/> gave.</param>
    public abstract void Interrupt(DbConnection connection);

    /// <summary>The value of a parameter as the database takes it.</summary>
    public virtual object Given(object value) => value;

    /// <summary>Closes it.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes what a kind of database has opened.</summary>
    protected abstract void Dispose(bool disposing);
}
