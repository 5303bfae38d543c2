using System.Data.Common;

namespace KnowledgeApi.Knowledge.Store;

/// <summary>A statement, or a part of one, in the SQL of the database.</summary>
/// <param name="Text">The SQL.</param>
/// <param name="Parameters">The values of its parameters by their names. Parts of one statement share no name.</param>
public sealed record SqlText(string Text, IReadOnlyList<KeyValuePair<string, object>> Parameters);

/// <summary>Runs a statement on a connection that only reads, and gives each row to <paramref name="read"/>.</summary>
public delegate Task RunSql(SqlText statement, Action<DbDataReader> read, CancellationToken cancellation);
