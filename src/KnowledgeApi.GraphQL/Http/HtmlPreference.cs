using Microsoft.AspNetCore.Http;

namespace KnowledgeApi.GraphQL.Http;

/// <summary>Tells browsers from programs, for hosts that have a page at the endpoint's address.</summary>
public static class HtmlPreference
{
    /// <summary>True if the Accept header names HTML before both media types of a response, as a browser that navigates does.</summary>
    public static bool PrefersHtml(this HttpRequest request) => Negotiated.From(request.Headers.Accept).PrefersHtml;
}
