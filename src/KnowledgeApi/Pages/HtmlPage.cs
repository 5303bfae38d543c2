using System.Net;
using System.Text;
using KnowledgeApi.Pictures;

namespace KnowledgeApi.Pages;

/// <summary>The pages we write ourselves: each whole in one answer, without script, font or picture from anywhere.</summary>
internal static class HtmlPage
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
        p, li { margin: .5rem 0; color: var(--soft); overflow-wrap: anywhere }
        ul { margin: .5rem 0; padding-left: 1.25rem }
        a { color: var(--accent) }
        pre { margin: .5rem 0; padding: .8rem 1rem; overflow-x: auto; background: var(--code); border-radius: .5rem; color: var(--ink) }
        code, pre { font: .875rem/1.6 ui-monospace, "Cascadia Code", Menlo, Consolas, monospace }
        @media (max-width: 32rem) { main { padding: 1.5rem } }
        """;

    // Allows the one style sheet above and nothing else.
    private static readonly string ContentSecurityPolicy =
        $"default-src 'none'; style-src {StyleHash.Of(Style)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>A text as HTML shows it.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Answers with a page. The status is the response's own.</summary>
    /// <param name="context">The request; one with HEAD gets the headers alone.</param>
    /// <param name="title">What the page says first, as text.</param>
    /// <param name="body">The rest, as HTML.</param>
    public static async Task WriteAsync(HttpContext context, string title, string body)
    {
        var page = Encoding.UTF8.GetBytes($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encode(title)}</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            <h1>{Encode(title)}</h1>
            {body}
            </main>
            </body>
            </html>

            """);
        var response = context.Response;
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = page.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(page, context.RequestAborted);
    }
}
