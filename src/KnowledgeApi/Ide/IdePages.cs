using System.Net;
using System.Text;
using KnowledgeApi.Pictures;

namespace KnowledgeApi.Ide;

/// <summary>The pages we write ourselves: each whole in one answer, without script, font or picture from anywhere.</summary>
internal static class IdePages
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1d2433; --soft: #5b6577; --page: #f4f6fa; --card: #fff; --line: #dfe4ee; --code: #eef1f7; --accent: #3b4f74 }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6eaf2; --soft: #9aa6bb; --page: #12161f; --card: #1a202c; --line: #2a3344; --code: #10141c; --accent: #8fa8da }
        }
        * { box-sizing: border-box }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 2rem 1rem; background: var(--page); color: var(--ink);
          font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif }
        main { width: 100%; max-width: 44rem; padding: 2.5rem; background: var(--card); border: 1px solid var(--line); border-top: 4px solid var(--accent); border-radius: .75rem }
        h1 { margin: 0 0 .5rem; font-size: 1.6rem; line-height: 1.25 }
        h2 { margin: 2rem 0 .5rem; font-size: 1rem }
        p { margin: .5rem 0; color: var(--soft) }
        a { color: var(--accent) }
        pre { margin: .5rem 0; padding: .8rem 1rem; overflow-x: auto; background: var(--code); border-radius: .5rem; color: var(--ink) }
        code, pre { font: .875rem/1.6 ui-monospace, "Cascadia Code", Menlo, Consolas, monospace }
        @media (max-width: 32rem) { main { padding: 1.5rem } }
        """;

    /// <summary>Allows the one style sheet above and nothing else.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src {StyleHash.Of(Style)}; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Where a browser lands when the build found no Node.js.</summary>
    /// <param name="endpoint">The absolute address of the GraphQL endpoint.</param>
    public static byte[] NotInstalled(string endpoint) => Page("KnowledgeApi is running", $"""
        <p>The service answers. Only its IDE, Banana Cake Pop, is not here: it comes from npm, and the build could not
        get it, most likely because Node.js was missing.</p>
        <h2>Get the IDE</h2>
        <p>Install <a href="https://nodejs.org/">Node.js</a> 20 or later, then in the top folder of the project:</p>
        <pre>npm install --prefix src/KnowledgeApi
        dotnet run --project src/KnowledgeApi</pre>
        <h2>Query without it</h2>
        <p>Any GraphQL client works with this address:</p>
        <pre>{Html(endpoint)}</pre>
        <p>For one, from a terminal:</p>
        <pre>{Html($$"""
        curl {{endpoint}} \
          -H 'content-type: application/json' \
          -d '{"query":"{ __schema { queryType { fields { name } } } }"}'
        """)}</pre>
        """);

    /// <summary>Where the IDE's sign-in button leads.</summary>
    /// <param name="endpoint">The absolute address of the GraphQL endpoint.</param>
    public static byte[] NoSignIn(string endpoint) => Page("No signing in here", $"""
        <p>This service keeps its IDE to itself: it exchanges data with no other host, and signing in would share your
        documents with the servers of the IDE's maker.</p>
        <p>Everything you open and write is kept in this browser. <a href="{Html(endpoint)}/">Back to the IDE</a></p>
        """);

    private static byte[] Page(string title, string body) => Encoding.UTF8.GetBytes($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title}</title>
        <style>{Style}</style>
        </head>
        <body>
        <main>
        <h1>{title}</h1>
        {body}
        </main>
        </body>
        </html>

        """);

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
