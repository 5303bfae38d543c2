namespace KnowledgeApi.GraphQL.Execution;

/// <summary>Runs requests against one schema and one state of the data.</summary>
public interface IRequestExecutor
{
    /// <summary>
    /// An opaque tag of the schema and the data. The same query with the same variables has the same answer from every executor with the same tag.
    /// </summary>
    string Version { get; }

    /// <summary>Parses, validates and runs a request. Whatever the client did wrong is in the result; the caller disposes it.</summary>
    Task<ExecutionResult> ExecuteAsync(GraphQLRequest request, IServiceProvider services, CancellationToken cancellation);
}
