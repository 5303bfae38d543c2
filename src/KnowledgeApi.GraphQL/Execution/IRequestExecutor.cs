namespace KnowledgeApi.GraphQL.Execution;

/// <summary>Runs GraphQL requests.</summary>
public interface IRequestExecutor
{
    /// <summary>Changes whenever the same request may be answered differently: a tag of schema and data.</summary>
    string Version { get; }

    /// <summary>Runs a request. Whatever the request is, this returns a response; it throws only if <paramref name="cancellation"/> ends it.</summary>
    Task<ExecutionResult> ExecuteAsync(GraphQLRequest request, IServiceProvider services, CancellationToken cancellation);
}
