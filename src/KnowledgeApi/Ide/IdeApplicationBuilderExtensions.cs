namespace KnowledgeApi.Ide;

/// <summary>Puts the analysts' IDE, Banana Cake Pop, in front of a GraphQL endpoint.</summary>
public static class IdeApplicationBuilderExtensions
{
    /// <summary>
    /// Answers browsers at <paramref name="path"/>, the address of the GraphQL endpoint: the IDE, its files and its
    /// configuration, or, without the package, a page saying how to get it. A POST, and a GET that carries a
    /// <c>query</c> or does not ask for HTML first, goes on to the endpoint, with and without a trailing slash.
    /// </summary>
    /// <param name="app">The application; call before its endpoints run.</param>
    /// <param name="path">Begins with a slash and does not end with one: <c>/graphql</c>.</param>
    /// <param name="options">Where the package is and what a new document shows.</param>
    /// <exception cref="ArgumentException">The path ends with a slash or is empty.</exception>
    public static IApplicationBuilder UseIde(this IApplicationBuilder app, PathString path, IdeOptions options)
    {
        if (!path.HasValue || path.Value.EndsWith('/'))
            throw new ArgumentException("The path names the endpoint without a trailing slash, such as /graphql.", nameof(path));
        return app.UseMiddleware<IdeMiddleware>(path, options);
    }
}
