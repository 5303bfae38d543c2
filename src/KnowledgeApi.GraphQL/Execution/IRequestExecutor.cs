namespace KnowledgeApi.GraphQL.Execution;

/// <summary>Runs requests against one schema.</summary>
public interface IRequestExecutor
{
    /// <summary>
    /// An opaque tag of the schema and the data. The same query with the same variables has the same answer as long as it stays the same.
    /// </summary>
    string Version { get; }

    /// <summary>Parses, validates and runs a request. Whatever the client did wrong is in the result; the caller disposes it.</summary>
    Task<ExecutionResult> ExecuteAsync(GraphQLRequest request, IServiceProvider services, CancellationToken cancellation);
}
