using System.Globalization;
using System.Text;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Ownership;
using KnowledgeApi.Knowledge.Store;

namespace KnowledgeApi.Ownership.Pictures;

/// <summary>Pictures of ownership at plain addresses.</summary>
public static class OwnershipPictureEndpoint
{
    private const int DefaultDepth = 4;

    /// <summary>
    /// Maps <c>GET /ownership/{slug}.svg</c>: the owners of an entity above it, what it owns below. Of the query string, <c>validOn</c> and <c>knownOn</c> are days such
    /// as 2013-06-01, <c>basis</c> is CAPITAL, VOTES or UNSTATED, <c>depth</c> is the most stakes one after the other. What cannot be read is answered
    /// with 400, an entity that does not exist with 404, both in plain text.
    /// </summary>
    public static IEndpointConventionBuilder MapOwnershipPictures(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/ownership/{slug}.svg", [HttpMethods.Get, HttpMethods.Head], AnswerAsync);

    private static async Task AnswerAsync(HttpContext http)
    {
        var service = http.RequestServices.GetRequiredService<OwnershipService>();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (!TryRead(http.Request.Query, service.Limits, out var question, out var depth, out var problem))
        {
            await WriteAsync(http, StatusCodes.Status400BadRequest, "text/plain", problem);
            return;
        }

        var slug = (string)http.GetRouteValue("slug")!;
        if (await service.FindAsync(slug, http.RequestAborted) is not { } party)
        {
            await WriteAsync(http, StatusCodes.Status404NotFound, "text/plain", "There is no entity with this slug.\n");
            return;
        }

        var up = await service.WalkForPictureAsync(party, WalkDirection.Up, question, depth, http.RequestAborted);
        var down = await service.WalkForPictureAsync(party, WalkDirection.Down, question, depth, http.RequestAborted);
        var picture = OwnershipPicture.Of(up, down, service.Limits.MaxDrawn);
        http.Response.Headers.ContentSecurityPolicy = SvgPicture.ContentSecurityPolicy;
        http.Response.Headers.CacheControl = "no-cache";
        await WriteAsync(http, StatusCodes.Status200OK, "image/svg+xml", SvgPicture.Draw(picture, $"Who owns {party.Name}", Caption(question, up, down, picture)));
    }

    private static bool TryRead(IQueryCollection query, OwnershipLimits limits, out OwnershipQuestion question, out int depth, out string problem)
    {
        question = new();
        depth = DefaultDepth;
        problem = "";
        if (query.Keys.FirstOrDefault(key => key is not ("validOn" or "knownOn" or "basis" or "depth")) is not null)
            problem = "The query string may have validOn, knownOn, basis and depth.\n";
        else if (!TryDay(query, "validOn", out var validOn) || !TryDay(query, "knownOn", out var knownOn))
            problem = "validOn and knownOn must be days such as 2013-06-01.\n";
        else if (!TryBasis(query, out var basis))
            problem = $"basis must be one of {string.Join(", ", Screaming.All<ShareBasis>())}.\n";
        else if (query.ContainsKey("depth") && !(int.TryParse(query["depth"], NumberStyles.None, CultureInfo.InvariantCulture, out depth) && depth >= 1 && depth <= limits.MaxDepth))
            problem = string.Create(CultureInfo.InvariantCulture, $"depth must be a number from 1 to {limits.MaxDepth}.\n");
        else
            question = new() { AsOf = new() { ValidOn = validOn, KnownOn = knownOn }, Basis = basis };
        return problem.Length == 0;
    }

    private static bool TryDay(IQueryCollection query, string name, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrEmpty(query[name]))
            return true;
        if (!DateOnly.TryParseExact(query[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            return false;
        day = read;
        return true;
    }

    private static bool TryBasis(IQueryCollection query, out ShareBasis? basis)
    {
        basis = null;
        if (string.IsNullOrEmpty(query["basis"]))
            return true;
        if (!Screaming.TryParse<ShareBasis>(query["basis"]!, out var read))
            return false;
        basis = read;
        return true;
    }

    private static string Caption(OwnershipQuestion question, OwnershipGraph up, OwnershipGraph down, OwnershipPicture picture)
    {
        var parts = new List<string> { question.AsOf.ValidOn is { } day ? Invariant($"Stakes held on {day:yyyy-MM-dd}") : "Stakes of all times" };
        if (question.AsOf.KnownOn is { } known)
            parts.Add(Invariant($"by what was published by {known:yyyy-MM-dd}"));
        if (question.Basis is { } basis)
            parts.Add(basis switch { ShareBasis.Capital => "of the capital", ShareBasis.Votes => "of the votes", _ => "of what is not told" });
        if (up.Book.HoldersOf(up.Root) is { Stakes.Count: > 0 } holders)
            parts.Add(holders.IsComplete ? "direct owners are complete as printed" : Invariant($"up to {holders.Remainder.Upper:0.##} % with owners no one tells of"));
        if (up.Nodes.Concat(down.Nodes).Distinct().Count() > picture.Nodes.Count)
            parts.Add(Invariant($"only the {picture.Nodes.Count} nearest are drawn"));
        else if (up.Unexplored.Count + down.Unexplored.Count > 0)
            parts.Add("it may go on beyond");
        return string.Join(" · ", parts);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static Task WriteAsync(HttpContext http, int status, string type, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = $"{type}; charset=utf-8";
        var bytes = Encoding.UTF8.GetBytes(text);
        http.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }
}
