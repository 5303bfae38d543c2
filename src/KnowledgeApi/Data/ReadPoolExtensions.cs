using KnowledgeApi.GraphQL.Data.Statements;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Data;

/// <summary>How statements of the store's own run on the engine's connections.</summary>
internal static class ReadPoolExtensions
{
    /// <summary>Runs statements on connections of a pool.</summary>
    public static RunSql Run(this ReadPool pool) => (statement, read, cancellation) => pool.RunAsync(statement.Text, statement.Parameters, read, cancellation);
}
