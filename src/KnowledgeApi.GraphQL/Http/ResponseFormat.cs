using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace KnowledgeApi.GraphQL.Http;

/// <summary>The two media types of a response.</summary>
internal enum ResponseFormat
{
    /// <summary>None is acceptable.</summary>
    None,

    /// <summary><c>application/json</c>: whatever is well-formed gets status 200.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>: the status says how the request ended.</summary>
    GraphQLResponse,
}

/// <summary>What an Accept header comes to.</summary>
/// <param name="Format">The best of our formats.</param>
/// <param name="PrefersHtml">True if the client would rather have HTML than any of them.</param>
internal readonly record struct Negotiated(ResponseFormat Format, bool PrefersHtml = false)
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";

    /// <summary>The specificity of a range without wildcards.</summary>
    private const int Named = 3;

    /// <summary>Chooses by quality first. Of equals the one that is named wins over one that a wildcard admits, and the newer format over plain JSON.</summary>
    public static Negotiated From(StringValues accept)
    {
        if (accept.Count == 0)
            return new(ResponseFormat.Json);
        if (accept.Count == 1 && Known(accept[0]) is { } known)
            return known;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges))
            return new(ResponseFormat.None);
        var json = Quality(ranges, Json);
        var response = Quality(ranges, GraphQLResponse);
        var isNewer = response.Value > json.Value || (response.Specificity == Named && response.CompareTo(json) >= 0);
        var format = isNewer ? ResponseFormat.GraphQLResponse : ResponseFormat.Json;
        var best = format == ResponseFormat.Json ? json : response;
        var html = Quality(ranges, "text/html");
        return new(best.Value > 0 ? format : ResponseFormat.None, html is { Specificity: Named, Value: > 0 } && html.CompareTo(best) > 0);
    }

    private static Negotiated? Known(string? accept) => accept switch
    {
        "*/*" or Json => new(ResponseFormat.Json),
        GraphQLResponse or $"{GraphQLResponse}, {Json}" or $"{GraphQLResponse}, {Json};q=0.9" => new(ResponseFormat.GraphQLResponse),
        _ => null,
    };

    /// <summary>The quality that the most specific range gives to a media type.</summary>
    private static Preference Quality(IList<MediaTypeHeaderValue> ranges, string mediaType)
    {
        var best = default(Preference);
        foreach (var range in ranges)
        {
            var specificity = Specificity(range, mediaType);
            if (specificity > best.Specificity)
                best = new Preference(range.Quality ?? 1, specificity);
        }

        return best;
    }

    private static int Specificity(MediaTypeHeaderValue range, string mediaType)
    {
        if (range.Charset.HasValue && !range.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return 0;
        if (range.MatchesAllTypes)
            return 1;
        if (range.MatchesAllSubTypes)
            return mediaType.AsSpan().StartsWith(range.Type, StringComparison.OrdinalIgnoreCase) && mediaType[range.Type.Length] == '/' ? 2 : 0;
        return range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) ? Named : 0;
    }

    private readonly record struct Preference(double Value, int Specificity)
    {
        public int CompareTo(Preference other) => (Value, Specificity).CompareTo((other.Value, other.Specificity));
    }
}
