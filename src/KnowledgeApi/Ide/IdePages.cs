using KnowledgeApi.Pages;

namespace KnowledgeApi.Ide;

/// <summary>What a browser is told at and below the IDE's address when the IDE has nothing to say.</summary>
internal static class IdePages
{
    /// <summary>Where a browser lands when the build found no Node.js.</summary>
    /// <param name="context">The request.</param>
    /// <param name="endpoint">The absolute address of the GraphQL endpoint.</param>
    public static Task WriteNotInstalledAsync(HttpContext context, string endpoint) => HtmlPage.WriteAsync(context, "KnowledgeApi is running", $"""
        <p>The service answers. Only its IDE, Banana Cake Pop, is not here: the build gets it from npm, and found no
        Node.js or could not reach npm.</p>
        <h2>Get the IDE</h2>
        <p>Install <a href="https://nodejs.org/">Node.js</a> 20 or later, then build and start again in the top folder of the project:</p>
        <pre>dotnet run --project src/KnowledgeApi</pre>
        <p>If it still is not here, this shows why:</p>
        <pre>npm ci --prefix src/KnowledgeApi</pre>
        <h2>Query without it</h2>
        <p>Any GraphQL client works with this address:</p>
        <pre>{HtmlPage.Encode(endpoint)}</pre>
        <p>For one, from a terminal:</p>
        <pre>{HtmlPage.Encode($$"""
        curl {{endpoint}} \
          -H 'content-type: application/json' \
          -d '{"query":"{ __schema { queryType { fields { name } } } }"}'
        """)}</pre>
        """);

    /// <summary>Where the IDE's sign-in button leads.</summary>
    /// <param name="context">The request.</param>
    /// <param name="endpoint">The absolute address of the GraphQL endpoint.</param>
    public static Task WriteNoSignInAsync(HttpContext context, string endpoint) => HtmlPage.WriteAsync(context, "No signing in here", $"""
        <p>This service keeps its IDE to itself: it exchanges data with no other host, and signing in would share your
        documents with the servers of the IDE's maker.</p>
        <p>Everything you open and write is kept in this browser. <a href="{HtmlPage.Encode(endpoint)}/">Back to the IDE</a></p>
        """);
}
