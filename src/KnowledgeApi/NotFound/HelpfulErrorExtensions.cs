using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KnowledgeApi.GraphQL.Http;
using KnowledgeApi.Pages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace KnowledgeApi.NotFound;

/// <summary>Answers where nothing else does: with what there is, and what may have been meant.</summary>
internal static class HelpfulErrorExtensions
{
    private const int MaxShown = 200;

    /// <summary>
    /// Gives each error without a body one: a page for browsers, problem details (RFC 9457) for programs that ask for JSON, else plain text. Call before
    /// everything whose errors it is to explain.
    /// </summary>
    /// <param name="app">The application.</param>
    /// <param name="addresses">What there is.</param>
    public static IApplicationBuilder UseHelpfulErrors(this IApplicationBuilder app, Addresses addresses) => app.Use(async (context, next) =>
    {
        await next(context);
        var response = context.Response;
        if (response is not { StatusCode: >= StatusCodes.Status400BadRequest, HasStarted: false, ContentType: null, ContentLength: null or 0 })
            return;
        if (response.StatusCode == StatusCodes.Status404NotFound)
            await ExplainNotFoundAsync(context, addresses);
        else
            await ExplainAsync(context);
    });

    /// <summary>Says in one sentence what is wrong.</summary>
    private static async Task ExplainAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var title = ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase : $"Status {status}";
        var what = status switch
        {
            StatusCodes.Status400BadRequest => "The request could not be read.",
            StatusCodes.Status405MethodNotAllowed => $"{context.Request.Method} is not allowed at {Shown(context.Request.Path)}, only {context.Response.Headers.Allow.ToString().Replace(", ", " and ", StringComparison.Ordinal)}.",
            _ => $"The request was answered with {status} {title}.",
        };
        await AnswerAsync(context, title, $"<p>{HtmlPage.Encode(what)}</p>\n", what, problem => problem);
    }

    private static async Task ExplainNotFoundAsync(HttpContext context, Addresses addresses)
    {
        var guess = context.RequestServices.GetRequiredService<EntityGuess>();
        var path = context.Request.Path.Value ?? "/";
        var near = addresses.Near(path, await guess.FindAsync(Addresses.SlugIn(path), context.RequestAborted)).Where(address => address != path).ToList();
        var shown = Shown(context.Request.Path);
        var what = $"There is nothing at {shown}.{(near.Count > 0 ? $" Did you mean {string.Join(" or ", near)}?" : "")}";
        await AnswerAsync(
            context,
            "There is nothing here",
            Body(context.Request.PathBase, shown, near, addresses.All),
            what,
            problem =>
            {
                problem["suggestions"] = new JsonArray([.. near.Select(address => JsonValue.Create(address))]);
                problem["addresses"] = new JsonArray([.. addresses.All.Select(address => JsonValue.Create(address))]);
                return problem;
            },
            $"This server has {string.Join(", ", addresses.All)}.");
    }

    private static string Shown(PathString path) => path.Value is not { Length: > 0 } text ? "/" : text.Length > MaxShown ? text[..MaxShown] + "..." : text;

    /// <summary>Says the same as a page, as problem details or as text.</summary>
    private static async Task AnswerAsync(HttpContext context, string title, string page, string what, Func<JsonObject, JsonObject> complete, string? more = null)
    {
        context.Response.Headers.Vary = HeaderNames.Accept;
        var problem = new JsonObject
        {
            ["type"] = "about:blank",
            ["title"] = ReasonPhrases.GetReasonPhrase(context.Response.StatusCode),
            ["status"] = context.Response.StatusCode,
            ["detail"] = what,
        };
        if (context.Request.PrefersHtml())
            await HtmlPage.WriteAsync(context, title, page);
        else if (NamesJson(context.Request))
            await WriteAsync(context, "application/problem+json", JsonSerializer.SerializeToUtf8Bytes(complete(problem)));
        else
            await WriteAsync(context, "text/plain", Encoding.UTF8.GetBytes($"{what}\n{(more is null ? "" : more + "\n")}"));
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
