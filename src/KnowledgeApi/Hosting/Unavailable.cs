using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KnowledgeApi.Errors;
using KnowledgeApi.GraphQL.Http;
using KnowledgeApi.Pages;

namespace KnowledgeApi.Hosting;

/// <summary>The answer of a server that has no base yet: 503, when to ask again, and how far it is.</summary>
internal static class Unavailable
{
    private const int RetryAfterSeconds = 1;

    public static Task WriteAsync(HttpContext context, string progress)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        if (context.Request.PrefersHtml())
        {
            response.Headers["Refresh"] = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            return HtmlPage.WriteAsync(context, "Not ready yet", $"<p>{HtmlPage.Encode(progress)} This page asks again by itself.</p>\n");
        }

        // In the form of a GraphQL response, which any client of this server can read.
        var body = JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["errors"] = new JsonArray(new JsonObject { ["message"] = progress, ["extensions"] = new JsonObject { ["code"] = KnowledgeErrorCodes.BaseNotReady } }),
        });
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
