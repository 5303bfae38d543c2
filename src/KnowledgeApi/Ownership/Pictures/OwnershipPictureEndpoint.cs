using System.Globalization;
using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Ownership;
using KnowledgeApi.Pictures;

namespace KnowledgeApi.Ownership.Pictures;

/// <summary>Pictures of ownership at plain addresses.</summary>
public static class OwnershipPictureEndpoint
{
    private const int DefaultDepth = 4;

    /// <summary>
    /// Maps <c>GET /ownership/{slug}.svg</c>: the owners of an entity above it, what it owns below. Of the query string, <c>validOn</c> and <c>knownOn</c> are days such
    /// as 2013-06-01, <c>basis</c> is CAPITAL, VOTES or UNSTATED, <c>depth</c> is the most stakes one after the other.
    /// </summary>
    public static IEndpointConventionBuilder MapOwnershipPictures(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPicture("ownership", ["validOn", "knownOn", "basis", "depth"], Read);

    private static DrawPicture Read(PictureQuery query, IServiceProvider services)
    {
        var service = services.GetRequiredService<OwnershipService>();
        var question = new OwnershipQuestion { AsOf = new() { ValidOn = query.Day("validOn"), KnownOn = query.Day("knownOn") }, Basis = query.OneOf<ShareBasis>("basis") };
        var depth = query.Number("depth", DefaultDepth, service.Limits.MaxDepth);
        return async (entity, cancellation) =>
        {
            var party = OwnershipService.PartyOf(entity);
            var up = await service.WalkForPictureAsync(party, WalkDirection.Up, question, depth, cancellation);
            var down = await service.WalkForPictureAsync(party, WalkDirection.Down, question, depth, cancellation);
            var picture = OwnershipPicture.Of(up, down, service.Limits.MaxDrawn);
            return new(SvgPicture.Draw(picture, $"Who owns {party.Name}{(question.AsOf.ValidOn is null ? ", as last stated" : "")}", Caption(question, up, down, picture)), SvgPicture.ContentSecurityPolicy);
        };
    }

    private static string Caption(OwnershipQuestion question, OwnershipGraph up, OwnershipGraph down, OwnershipPicture picture)
    {
        var parts = new List<string> { question.AsOf.ValidOn is { } day ? Invariant($"Stakes held on {day:yyyy-MM-dd}") : "Stakes as last stated" };
        if (question.AsOf.ValidOn is not null && up.Stakes.Concat(down.Stakes).Any(stake => stake.Certainty == Certainty.LastKnown))
            parts.Add("some carried forward from when they were last stated");
        if (question.AsOf.KnownOn is { } known)
            parts.Add(Invariant($"by what was published by {known:yyyy-MM-dd}"));
        if (question.Basis is { } basis)
            parts.Add(basis switch { ShareBasis.Capital => "of the capital", ShareBasis.Votes => "of the votes", _ => "of what is not stated" });
        if (up.Index.HoldersOf(up.Root) is { Stakes.Count: > 0 } holders)
            parts.Add(holders.IsComplete ? "direct owners are complete as printed" : Invariant($"up to {holders.Remainder.Upper:0.##} % with owners no document names"));
        if (up.Nodes.Concat(down.Nodes).Distinct().Count() > picture.Nodes.Count)
            parts.Add(Invariant($"only the {picture.Nodes.Count} nearest are drawn"));
        else if (up.Unexplored.Count + down.Unexplored.Count > 0)
            parts.Add("it may go on beyond");
        return string.Join(" · ", parts);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
