using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.GraphQL.Execution;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Time;

/// <summary>The argument <c>asOf</c> of all lists for which time matters, as conditions in the language of filters.</summary>
internal static class AsOfScope
{
    public static Scope<AsOf> Create() => new Scope<AsOf>(
            "asOf",
            "Only what held on a day, only what was known by a day, or both. Claims are judged by their own period and by the dates of what told them; "
            + "entities by the claims they take part in; documents and citations by the day they were public.")
        .On<Claim>(OfClaim, asOf => asOf.KnownOn is null ? null : All(Held(asOf), Is("firstReported", null)))
        .On<Entity>(asOf => Is("claims", Is("some", OfClaim(asOf))))
        .On<Citation>(
            asOf => All(OfCitedClaim(asOf), asOf.KnownOn is { } day ? Is("reported", Is("lte", day)) : None),
            asOf => asOf.KnownOn is null ? null : All(OfCitedClaim(asOf), Is("reported", null)))
        .On<Document>(
            asOf => asOf.KnownOn is { } day ? Is("publicBy", Is("lte", day)) : None,
            asOf => asOf.KnownOn is null ? null : Is("publicBy", null))
        .On<TimelineEntry>(
            asOf => All(Is("claim", OfClaim(asOf)), asOf.KnownOn is { } day ? Any(Is("kind", Is("neq", TimelineKind.Reported)), Is("date", Is("latest", Is("lte", day)))) : None),
            asOf => asOf.KnownOn is null ? null : Is("claim", All(Held(asOf), Is("firstReported", null))))
        .CountUndecided(
            "undatedCount",
            "How many more objects meet `where` and hold on `asOf.validOn`, but are left out by `asOf.knownOn` because no document or comment with a usable date tells of them. "
            + "0 without `asOf.knownOn`.");

    private static InputObject OfClaim(AsOf asOf) => All(Held(asOf), asOf.KnownOn is { } day ? Is("firstReported", Is("lte", day)) : None);

    // The citation of a name speaks of no time.
    private static InputObject OfCitedClaim(AsOf asOf) => asOf.ValidOn is null ? None : Any(Is("claim", null), Is("claim", Held(asOf)));

    /// <summary>What held on the day, as <see cref="Period.PossiblyHolds"/> and <see cref="Period.CertainlyHolds"/> say of one period.</summary>
    private static InputObject Held(AsOf asOf) => asOf switch
    {
        { ValidOn: null } => None,
        { ValidOn: var day, Certainty: Certainty.Certain } => Is("validity", new InputObject([new("certainFrom", Is("lte", day)), new("certainTo", Is("gte", day))])),
        { ValidOn: var day } => All(
            Any(Is("validity", null), Is("validity", Is("earliest", null)), Is("validity", Is("earliest", Is("lte", day)))),
            Any(Is("validity", null), Is("validity", Is("latest", null)), Is("validity", Is("latest", Is("gte", day))))),
    };

    private static InputObject None { get; } = new([]);

    private static InputObject All(params InputObject[] conditions) => Is("and", conditions);

    private static InputObject Any(params InputObject[] conditions) => Is("or", conditions);

    private static InputObject Is(string name, object? value) => new([new(name, value)]);
}
