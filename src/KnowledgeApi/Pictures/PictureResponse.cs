using System.Globalization;
using System.Text;

namespace KnowledgeApi.Pictures;

/// <summary>How pictures at plain addresses are asked for and answered.</summary>
internal static class PictureResponse
{
    /// <summary>What is told whose query string has a day that is none.</summary>
    public const string BadDay = "validOn and knownOn must be days such as 2013-06-01.\n";

    /// <summary>Reads a day of the query string; false if it is none.</summary>
    public static bool TryDay(IQueryCollection query, string name, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrEmpty(query[name]))
            return true;
        if (!DateOnly.TryParseExact(query[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            return false;
        day = read;
        return true;
    }

    /// <summary>Answers with a picture.</summary>
    /// <param name="http">The request.</param>
    /// <param name="svg">The picture.</param>
    /// <param name="policy">The Content-Security-Policy that lets it use its own style and nothing else.</param>
    public static Task WritePictureAsync(HttpContext http, string svg, string policy)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return WriteAsync(http, StatusCodes.Status200OK, "image/svg+xml", svg, policy);
    }

    /// <summary>Answers with why there is no picture.</summary>
    public static Task WriteProblemAsync(HttpContext http, int status, string problem) =>
        WriteAsync(http, status, "text/plain", problem, "default-src 'none'; frame-ancestors 'none'");

    private static Task WriteAsync(HttpContext http, int status, string type, string text, string policy)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        http.Response.StatusCode = status;
        http.Response.ContentType = $"{type}; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = policy;
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }
}
