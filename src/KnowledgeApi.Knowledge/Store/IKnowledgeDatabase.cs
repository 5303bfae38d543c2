using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>The database a base is kept in: all that only one kind of database knows.</summary>
public interface IKnowledgeDatabase
{
    /// <summary>Where the base is, for messages.</summary>
    string Location { get; }

    /// <summary>How contexts read the base: nothing tracked, lists as one JSON parameter.</summary>
    DbContextOptions<KnowledgeContext> Options { get; }

    /// <summary>What finds objects by words.</summary>
    ISearchIndex Search { get; }

    /// <summary>Why a base cannot stand where it is to stand, in a sentence fit to print; null if it can, as far as can be seen. Nothing but a base is ever replaced.</summary>
    string? FindObstacle();

    /// <summary>The record of the base in service; null if there is none that can be read.</summary>
    BuildRecord? ReadRecord();

    /// <summary>Has a base written beside the one in service, verifies it, and puts it in its place. If anything fails, the one in service is untouched.</summary>
    /// <param name="write">Writes all rows into an empty base.</param>
    /// <exception cref="StoreException">The database refused; the message is fit to print.</exception>
    /// <exception cref="InvalidDataException">What was written does not hold together.</exception>
    void Replace(Action<KnowledgeContext> write);

    /// <summary>An open, read-only connection of the pool, with the functions that queries of the context need. Dispose it to give it back.</summary>
    DbConnection OpenConnection();

    /// <summary>Stops the statement that runs on a connection, from another thread.</summary>
    /// <param name="connection">A connection that <see cref="OpenConnection"/> gave.</param>
    void Interrupt(DbConnection connection);
}

/// <summary>A database that could not be written. The message says why and is fit to print.</summary>
public sealed class StoreException(string message, Exception inner) : Exception(message, inner);
