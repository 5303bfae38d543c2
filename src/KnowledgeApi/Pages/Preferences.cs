using Microsoft.Net.Http.Headers;

namespace KnowledgeApi.Pages;

/// <summary>What a client would rather have, by its Accept header: said here once.</summary>
internal static class Preferences
{
    /// <summary>A browser that navigates names HTML before JSON.</summary>
    public static bool PrefersHtml(this HttpRequest request)
    {
        var (html, json) = Qualities(request);
        return html > json;
    }

    /// <summary>A program that names JSON, before or beside HTML.</summary>
    public static bool PrefersJson(this HttpRequest request)
    {
        var (html, json) = Qualities(request);
        return json > 0 && json >= html;
    }

    private static (double Html, double Json) Qualities(HttpRequest request)
    {
        double html = 0, json = 0;
        foreach (var accepted in request.GetTypedHeaders().Accept)
        {
            var quality = accepted.Quality ?? 1;
            if (accepted.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase))
                html = Math.Max(html, quality);
            else if (accepted.SubType.Equals("json", StringComparison.OrdinalIgnoreCase) || accepted.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
                json = Math.Max(json, quality);
        }

        return (html, json);
    }
}
