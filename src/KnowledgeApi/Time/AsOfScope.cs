using System.Text.Json;
using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Time;

/// <summary>The argument <c>asOf</c> of all lists for which time matters, as conditions in the language of filters.</summary>
internal static class AsOfScope
{
    public static Scope<AsOf> Create() => new Scope<AsOf>(
            "asOf",
            "Held and known then.")
        .On<Claim>(OfClaim, asOf => asOf.KnownOn is null ? null : All(Held(asOf), Of(nameof(Claim.FirstReported), Missing)))
        .On<Entity>(asOf => Some(nameof(Entity.Claims), OfClaim(asOf)))
        .On<Citation>(
            asOf => All(OfCitedClaim(asOf), ReportedBy(nameof(Citation.Reported), asOf)),
            asOf => asOf.KnownOn is null ? null : All(OfCitedClaim(asOf), Of(nameof(Citation.Reported), Missing)))
        .On<Document>(
            asOf => ReportedBy(nameof(Document.PublicBy), asOf),
            asOf => asOf.KnownOn is null ? null : Of(nameof(Document.PublicBy), Missing))
        .On<TimelineEntry>(
            asOf => All(Of(nameof(TimelineEntry.DerivedFrom), Held(asOf)), ReportedBy(nameof(TimelineEntry.Reported), asOf)),
            asOf => asOf.KnownOn is null ? null : All(Of(nameof(TimelineEntry.DerivedFrom), Held(asOf)), Of(nameof(TimelineEntry.Reported), Missing)))
        .On<Agreement>(
            asOf => All(
                Some(nameof(Agreement.Members), OfClaim(asOf)),
                asOf.KnownOn is { } day ? Any(Of(nameof(Agreement.Verdict), Not(Verdict.Conflicting)), Of(nameof(Agreement.Since), AtMost(day))) : None),
            asOf => asOf.KnownOn is null ? null : All(Some(nameof(Agreement.Members), Held(asOf)), Any(NoDatedMember, UndatedConflict)))
        .CountUndecided(
            "undatedCount",
            "The number of objects that `asOf.knownOn` leaves out only because no dated source states them.");

    private static InputObject NoDatedMember { get; } = NoneOf(nameof(Agreement.Members), Of(nameof(Claim.FirstReported), Present));

    private static InputObject UndatedConflict { get; } = All(Of(nameof(Agreement.Verdict), Equal(Verdict.Conflicting)), Of(nameof(Agreement.Since), Missing));

    private static InputObject OfClaim(AsOf asOf) => All(Held(asOf), ReportedBy(nameof(Claim.FirstReported), asOf));

    private static InputObject ReportedBy(string member, AsOf asOf) => asOf.KnownOn is { } day ? Of(member, AtMost(day)) : None;

    // The citation of a name speaks of no time.
    private static InputObject OfCitedClaim(AsOf asOf) =>
        asOf.ValidOn is null ? None : Any(Of(nameof(Citation.Claim), Of(nameof(Claim.Slug), Missing)), Of(nameof(Citation.Claim), Held(asOf)));

    /// <summary>What held on the day, as <see cref="Claim.CertaintyOn"/> says of one claim.</summary>
    private static InputObject Held(AsOf asOf) => asOf switch
    {
        { ValidOn: not { } } => None,
        { ValidOn: { } day, Certainty: Certainty.Certain } => OrWhileEndUnreported(
            asOf,
            All(OfValidity(nameof(Period.CertainFrom), AtMost(day)), OfValidity(nameof(Period.CertainTo), AtLeast(day))),
            All(OfValidity(nameof(Period.Start), Of(nameof(PartialDate.Latest), AtMost(day))), Of(nameof(Claim.FirstReported), AtLeast(day)))),
        // What has no validity has no earliest and no latest day either.
        { ValidOn: { } day } => All(
            Any(OfValidity(nameof(Period.Earliest), Missing), OfValidity(nameof(Period.Earliest), AtMost(day))),
            OrWhileEndUnreported(asOf, Any(OfValidity(nameof(Period.Latest), Missing), OfValidity(nameof(Period.Latest), AtLeast(day))), None)),
    };

    // What had been reported by a day may not include the end: then only the rest counts.
    private static InputObject OrWhileEndUnreported(AsOf asOf, InputObject reported, InputObject unreported) => asOf.KnownOn is not { } known
        ? reported
        : Any(
            All(reported, Any(OfEnd(Missing), Of(nameof(Claim.EndReported), AtMost(known)))),
            All(OfEnd(Present), Any(Of(nameof(Claim.EndReported), Missing), Of(nameof(Claim.EndReported), After(known))), unreported));

    private static InputObject OfEnd(InputObject condition) => OfValidity(nameof(Period.End), Of(nameof(PartialDate.Edtf), condition));

    private static InputObject OfValidity(string member, InputObject condition) => Of(nameof(Claim.Validity), Of(member, condition));

    private static InputObject None => new([]);

    private static InputObject Missing => Equal(null);

    private static InputObject Present => Not(null);

    private static InputObject All(params InputObject[] conditions) => Is("and", conditions);

    private static InputObject Any(params InputObject[] conditions) => Is("or", conditions);

    private static InputObject Some(string list, InputObject condition) => Of(list, Is("some", condition));

    private static InputObject NoneOf(string list, InputObject condition) => Of(list, Is("none", condition));

    private static InputObject Equal(object? value) => Is("eq", value);

    private static InputObject Not(object? value) => Is("neq", value);

    private static InputObject AtMost(DateOnly day) => Is("lte", day);

    private static InputObject AtLeast(DateOnly day) => Is("gte", day);

    private static InputObject After(DateOnly day) => Is("gt", day);

    /// <summary>A condition on a member of a class, whose field has its name in camel case.</summary>
    private static InputObject Of(string member, InputObject condition) => Is(JsonNamingPolicy.CamelCase.ConvertName(member), condition);

    private static InputObject Is(string name, object? value) => new([new(name, value)]);
}
