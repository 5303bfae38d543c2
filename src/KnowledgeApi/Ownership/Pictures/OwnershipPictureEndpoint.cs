using System.Globalization;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Ownership;
using KnowledgeApi.Knowledge.Store;
using KnowledgeApi.Pictures;

namespace KnowledgeApi.Ownership.Pictures;

/// <summary>Pictures of ownership at plain addresses.</summary>
public static class OwnershipPictureEndpoint
{
    private const int DefaultDepth = 4;

    /// <summary>
    /// Maps <c>GET /ownership/{slug}.svg</c>: the owners of an entity above it, what it owns below. Of the query string, <c>validOn</c> and <c>knownOn</c> are days such
    /// as 2013-06-01, <c>basis</c> is CAPITAL, VOTES or UNSTATED, <c>depth</c> is the most stakes one after the other. What cannot be read is answered
    /// with 400 in plain text, an entity that does not exist with 404.
    /// </summary>
    public static IEndpointConventionBuilder MapOwnershipPictures(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/ownership/{slug}.svg", [HttpMethods.Get, HttpMethods.Head], AnswerAsync);

    private static async Task AnswerAsync(HttpContext http)
    {
        var service = http.RequestServices.GetRequiredService<OwnershipService>();
        if (!TryRead(http.Request.Query, service.Limits, out var question, out var depth, out var problem))
        {
            await PictureResponse.WriteProblemAsync(http, StatusCodes.Status400BadRequest, problem);
            return;
        }

        var slug = (string)http.GetRouteValue("slug")!;
        if (await service.FindAsync(slug, http.RequestAborted) is not { } party)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var up = await service.WalkForPictureAsync(party, WalkDirection.Up, question, depth, http.RequestAborted);
        var down = await service.WalkForPictureAsync(party, WalkDirection.Down, question, depth, http.RequestAborted);
        var picture = OwnershipPicture.Of(up, down, service.Limits.MaxDrawn);
        await PictureResponse.WritePictureAsync(http, SvgPicture.Draw(picture, $"Who owns {party.Name}", Caption(question, up, down, picture)), SvgPicture.ContentSecurityPolicy);
    }

    private static bool TryRead(IQueryCollection query, OwnershipLimits limits, out OwnershipQuestion question, out int depth, out string problem)
    {
        question = new();
        depth = DefaultDepth;
        problem = "";
        if (query.Keys.FirstOrDefault(key => key is not ("validOn" or "knownOn" or "basis" or "depth")) is not null)
            problem = "The query string may have validOn, knownOn, basis and depth.\n";
        else if (!PictureResponse.TryDay(query, "validOn", out var validOn) || !PictureResponse.TryDay(query, "knownOn", out var knownOn))
            problem = PictureResponse.BadDay;
        else if (!TryBasis(query, out var basis))
            problem = $"basis must be one of {string.Join(", ", EnumNames.All<ShareBasis>())}.\n";
        else if (query.ContainsKey("depth") && !(int.TryParse(query["depth"], NumberStyles.None, CultureInfo.InvariantCulture, out depth) && depth >= 1 && depth <= limits.MaxDepth))
            problem = string.Create(CultureInfo.InvariantCulture, $"depth must be a number from 1 to {limits.MaxDepth}.\n");
        else
            question = new() { AsOf = new() { ValidOn = validOn, KnownOn = knownOn }, Basis = basis };
        return problem.Length == 0;
    }

    private static bool TryBasis(IQueryCollection query, out ShareBasis? basis)
    {
        basis = null;
        if (string.IsNullOrEmpty(query["basis"]))
            return true;
        if (!EnumNames.TryParse<ShareBasis>(query["basis"]!, out var read))
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
        if (up.Index.HoldersOf(up.Root) is { Stakes.Count: > 0 } holders)
            parts.Add(holders.IsComplete ? "direct owners are complete as printed" : Invariant($"up to {holders.Remainder.Upper:0.##} % with owners no one tells of"));
        if (up.Nodes.Concat(down.Nodes).Distinct().Count() > picture.Nodes.Count)
            parts.Add(Invariant($"only the {picture.Nodes.Count} nearest are drawn"));
        else if (up.Unexplored.Count + down.Unexplored.Count > 0)
            parts.Add("it may go on beyond");
        return string.Join(" · ", parts);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
