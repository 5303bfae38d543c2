using KnowledgeApi.Knowledge.Texts;
using Microsoft.AspNetCore.Routing.Patterns;

namespace KnowledgeApi.NotFound;

/// <summary>The addresses of this server, and which of them may have been meant.</summary>
internal sealed class Addresses(EndpointDataSource endpoints)
{
    private const string Slug = "slug";

    // Looked up when it is first asked for: until then addresses are added.
    private readonly Lazy<IReadOnlyList<string>> _all = new(() =>
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>().Select(endpoint => Format(endpoint.RoutePattern, "{slug}")).Where(address => address.Length > 1).Distinct().Order(StringComparer.Ordinal),
    ]);

    /// <summary>All addresses, as in <c>/ownership/{slug}.svg</c>, without the bare start page.</summary>
    public IReadOnlyList<string> All => _all.Value;

    /// <summary>The entity's slug in a path: what stands between the words and dots of an address, or alone after the first slash. Empty if nothing does.</summary>
    public static string SlugIn(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var last = segments.Length is 1 or 2 ? segments[^1] : "";
        var dot = last.LastIndexOf('.');
        return dot > 0 ? last[..dot] : last;
    }

    /// <summary>The addresses nearest to a path.</summary>
    /// <param name="path">What was asked for.</param>
    /// <param name="entity">The slug of the entity that is meant; null if none is.</param>
    public IReadOnlyList<string> Near(string path, string? entity)
    {
        var filled = All.Where(address => entity is not null || !address.Contains('{', StringComparison.Ordinal)).Select(address => address.Replace($"{{{Slug}}}", entity, StringComparison.Ordinal)).ToList();
        var first = FirstOf(path);
        // The word an address begins with tells most; a path that begins with an entity may mean any address of it.
        var word = Nearest.Find(first, All.Select(FirstOf).Distinct());
        var same = filled.Where(address => word is not null && FirstOf(address) == word).ToList();
        if (same.Count > 0)
            return same;
        if (word is not null)
            return [.. All.Where(address => FirstOf(address) == word)];
        return entity is null ? [] : [.. filled.Where(address => address.Contains($"/{entity}", StringComparison.Ordinal))];
    }

    private static string FirstOf(string path) => path.Split('/', 3, StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first : "";

    private static string Format(RoutePattern pattern, string slug) =>
        "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart { Name: Slug } => slug,
            RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            _ => "",
        }))));
}
