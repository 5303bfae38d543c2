using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Http;
using KnowledgeApi.Pages;
using Microsoft.Net.Http.Headers;

namespace KnowledgeApi.NotFound;

/// <summary>Answers where nothing else does: with what there is, and what may have been meant.</summary>
internal static class NotFoundExtensions
{
    private const int MaxShown = 200;

    /// <summary>
    /// Gives each answer 404 without a body one: a page for browsers, problem details (RFC 9457) for programs that ask for JSON, else plain text. Call before
    /// everything whose 404 it is to explain.
    /// </summary>
    public static IApplicationBuilder UseHelpfulNotFound(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        var response = context.Response;
        if (response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false, ContentType: null, ContentLength: null })
            await ExplainAsync(context);
    });

    private static async Task ExplainAsync(HttpContext context)
    {
        var addresses = context.RequestServices.GetRequiredService<Addresses>();
        var guess = context.RequestServices.GetRequiredService<EntityGuess>();
        var path = context.Request.Path.Value ?? "/";
        var near = addresses.Near(path, await guess.FindAsync(Addresses.SlugIn(path), context.RequestAborted)).Where(address => address != path).ToList();
        var shown = path.Length > MaxShown ? path[..MaxShown] + "..." : path;
        var what = $"There is nothing at {shown}.{(near.Count > 0 ? $" Did you mean {string.Join(" or ", near)}?" : "")}";
        context.Response.Headers.Vary = HeaderNames.Accept;
        if (context.Request.PrefersHtml())
            await HtmlPage.WriteAsync(context, "There is nothing here", Body(context.Request.PathBase, shown, near, addresses.All));
        else if (NamesJson(context.Request))
            await WriteAsync(context, "application/problem+json", Problem(what, near, addresses.All));
        else
            await WriteAsync(context, "text/plain", Encoding.UTF8.GetBytes($"{what}\nThis server has {string.Join(", ", addresses.All)}.\n"));
    }

    private static bool NamesJson(HttpRequest request) => request.GetTypedHeaders().Accept.Any(accepted => accepted.Quality != 0
        && (accepted.SubType.Equals("json", StringComparison.OrdinalIgnoreCase) || accepted.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase)));

    private static string Body(PathString top, string path, List<string> near, IReadOnlyList<string> all)
    {
        var body = new StringBuilder($"<p>This server has no address <code>{HtmlPage.Encode(path)}</code>.</p>\n");
        if (near.Count > 0)
            body.Append("<h2>Did you mean</h2>\n<ul>\n").AppendJoin("", near.Select(Item)).Append("</ul>\n");
        return body.Append("<h2>What there is</h2>\n<ul>\n").AppendJoin("", all.Select(Item)).Append("</ul>\n").ToString();

        string Item(string address) => address.Contains('{', StringComparison.Ordinal)
            ? $"<li><code>{HtmlPage.Encode(address)}</code></li>\n"
            : $"<li><a href=\"{HtmlPage.Encode(top.Add(address).ToUriComponent())}\">{HtmlPage.Encode(address)}</a></li>\n";
    }

    private static byte[] Problem(string detail, List<string> near, IReadOnlyList<string> all) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["type"] = "about:blank",
        ["title"] = "Not Found",
        ["status"] = StatusCodes.Status404NotFound,
        ["detail"] = detail,
        ["suggestions"] = new JsonArray([.. near.Select(address => JsonValue.Create(address))]),
        ["addresses"] = new JsonArray([.. all.Select(address => JsonValue.Create(address))]),
    });

    private static async Task WriteAsync(HttpContext context, string type, byte[] body)
    {
        var response = context.Response;
        response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        response.ContentType = $"{type}; charset=utf-8";
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
