using KnowledgeApi.GraphQL.Execution;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KnowledgeApi.GraphQL.Http;

/// <summary>Adds GraphQL to the routes of a program.</summary>
public static class GraphQLEndpointExtensions
{
    /// <summary>
    /// Serves GraphQL over HTTP at a path, with and without a slash at its end. Requests are run by the <see cref="IRequestExecutor"/> among the program's services, or else
    /// among their own, where something before may have put another one for each. The program's services may have an <see cref="ITrustedDocuments"/>.
    /// </summary>
    /// <param name="endpoints">The routes to add to.</param>
    /// <param name="path">The path, <c>/graphql</c> by default.</param>
    /// <param name="options">Bounds and choices; null for those among the services, or else the defaults.</param>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string path = "/graphql", GraphQLHttpOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var services = endpoints.ServiceProvider;
        var handler = new GraphQLHttpHandler(
            services.GetService<IRequestExecutor>(),
            services.GetService<ITrustedDocuments>(),
            options ?? services.GetService<GraphQLHttpOptions>() ?? new GraphQLHttpOptions(),
            services.GetRequiredService<ILoggerFactory>().CreateLogger("KnowledgeApi.GraphQL.Http"));
        return endpoints.Map(path, handler.HandleAsync).WithDisplayName($"GraphQL {path}");
    }
}
