using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Time;

/// <summary>The argument <c>asOf</c> of all lists for which time matters, as conditions in the language of filters.</summary>
internal static class AsOfScope
{
    public static Scope<AsOf> Create() => new Scope<AsOf>(
            "asOf",
            "Only what held and was known then.")
        .On<Claim>(OfClaim, asOf => asOf.KnownOn is null ? null : All(Held(asOf), Is("firstReported", null)))
        .On<Entity>(asOf => Is("claims", Is("some", OfClaim(asOf))))
        .On<Citation>(
            asOf => All(OfCitedClaim(asOf), asOf.KnownOn is { } day ? Is("reported", Is("lte", day)) : None),
            asOf => asOf.KnownOn is null ? null : All(OfCitedClaim(asOf), Is("reported", null)))
        .On<Document>(
            asOf => asOf.KnownOn is { } day ? Is("publicBy", Is("lte", day)) : None,
            asOf => asOf.KnownOn is null ? null : Is("publicBy", null))
        .On<TimelineEntry>(
            asOf => All(Is("derivedFrom", Held(asOf)), asOf.KnownOn is { } day ? Is("reported", Is("lte", day)) : None),
            asOf => asOf.KnownOn is null ? null : All(Is("derivedFrom", Held(asOf)), Is("reported", null)))
        .On<Agreement>(
            asOf => All(
                Is("members", Is("some", OfClaim(asOf))),
                asOf.KnownOn is { } day ? Any(Is("verdict", Is("neq", Verdict.Conflicting)), Is("since", Is("lte", day))) : None),
            asOf => asOf.KnownOn is null ? null : All(Is("members", Is("some", Held(asOf))), Any(Is("members", Is("none", Is("firstReported", Is("neq", null)))), All(Is("verdict", Is("eq", Verdict.Conflicting)), Is("since", null)))))
        .CountUndecided(
            "undatedCount",
            "How many more objects there would be if `asOf.knownOn` did not leave out those that no dated source states.");

    private static InputObject OfClaim(AsOf asOf) => All(Held(asOf), asOf.KnownOn is { } day ? Is("firstReported", Is("lte", day)) : None);

    // The citation of a name speaks of no time.
    private static InputObject OfCitedClaim(AsOf asOf) => asOf.ValidOn is null ? None : Any(Is("claim", null), Is("claim", Held(asOf)));

    /// <summary>What held on the day, as <see cref="Claim.CertaintyOn"/> says of one claim.</summary>
    private static InputObject Held(AsOf asOf) => asOf switch
    {
        { ValidOn: not { } } => None,
        { ValidOn: { } day, Certainty: Certainty.Certain } => OrWhileEndUnreported(
            asOf,
            All(OfValidity("certainFrom", "lte", day), OfValidity("certainTo", "gte", day)),
            All(OfValidity("start", Is("latest", Is("lte", day))), Is("firstReported", Is("gte", day)))),
        { ValidOn: { } day } => All(
            Any(Is("validity", null), OfValidity("earliest", null), OfValidity("earliest", "lte", day)),
            OrWhileEndUnreported(asOf, Any(Is("validity", null), OfValidity("latest", null), OfValidity("latest", "gte", day)), None)),
    };

    // What had been reported by a day may not include the end: then only the rest counts.
    private static InputObject OrWhileEndUnreported(AsOf asOf, InputObject reported, InputObject unreported) => asOf.KnownOn is not { } known
        ? reported
        : Any(
            All(reported, Any(Is("validity", null), OfValidity("end", null), Is("endReported", Is("lte", known)))),
            All(OfValidity("end", Is("edtf", Is("neq", null))), Any(Is("endReported", null), Is("endReported", Is("gt", known))), unreported));

    private static InputObject OfValidity(string member, string comparison, DateOnly day) => Is("validity", Is(member, Is(comparison, day)));

    private static InputObject OfValidity(string member, object? value) => Is("validity", Is(member, value));

    private static InputObject None { get; } = new([]);

    private static InputObject All(params InputObject[] conditions) => Is("and", conditions);

    private static InputObject Any(params InputObject[] conditions) => Is("or", conditions);

    private static InputObject Is(string name, object? value) => new([new(name, value)]);
}
