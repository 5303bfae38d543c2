using System.Text.Json;
using KnowledgeApi.GraphQL.Data;
using KnowledgeApi.GraphQL.Types;
using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Time;

/// <summary>The argument <c>asOf</c> of all lists for which time matters, as conditions in the language of filters.</summary>
internal static class AsOfScope
{
    /// <summary>The name of the argument. It counts for all that is asked of what it keeps, unless that is given its own.</summary>
    public const string Argument = "asOf";

    public static Scope<AsOf> Create() => new Scope<AsOf>(
            Argument,
            "Held and known then.")
        .On<Claim>(OfClaim, asOf => asOf.KnownOn is null ? null : All(Held(asOf), Undated(nameof(Claim.FirstReported), asOf)))
        .On<Entity>(asOf => Some(nameof(Entity.Claims), OfClaim(asOf)))
        .On<Citation>(
            asOf => All(OfCitedClaim(asOf), ReportedBy(nameof(Citation.Reported), nameof(Citation.ReportedFrom), asOf)),
            asOf => asOf.KnownOn is null ? null : All(OfCitedClaim(asOf), Undated(nameof(Citation.Reported), asOf)))
        .On<Document>(
            asOf => asOf.KnownOn is null ? None : asOf.KnownCertainty == Certainty.Certain
                ? ReportedBy(nameof(Document.PublicBy), "", asOf)
                : Any(OfDate(nameof(PartialDate.Earliest), Missing), OfDate(nameof(PartialDate.Earliest), AtMost(asOf.KnownOn.Value))),
            asOf => asOf.KnownOn is null ? null : Undated(nameof(Document.PublicBy), asOf))
        .On<TimelineEntry>(
            asOf => All(Of(nameof(TimelineEntry.DerivedFrom), OfClaim(asOf)), ReportedBy(nameof(TimelineEntry.Reported), "", asOf with { KnownCertainty = Certainty.Certain })),
            asOf => asOf.KnownOn is null ? null : All(Of(nameof(TimelineEntry.DerivedFrom), Held(asOf)), Of(nameof(TimelineEntry.Reported), Missing)))
        .On<Agreement>(
            asOf => All(
                Some(nameof(Agreement.Members), OfClaim(asOf)),
                asOf.KnownOn is { } day ? Any(Of(nameof(Agreement.Verdict), Not(Verdict.Conflicting)), Of(nameof(Agreement.Since), AtMost(day))) : None),
            asOf => asOf.KnownOn is null ? null : All(Some(nameof(Agreement.Members), Held(asOf)), Any(NoDatedMember, UndatedConflict)))
        .CountUndecided(
            "undatedCount",
            "How many objects `asOf.knownOn` leaves out only because no dated source states them.");

    private static InputObject NoDatedMember { get; } = NoneOf(nameof(Agreement.Members), Of(nameof(Claim.FirstReported), Present));

    private static InputObject UndatedConflict { get; } = All(Of(nameof(Agreement.Verdict), Equal(Verdict.Conflicting)), Of(nameof(Agreement.Since), Missing));

    private static InputObject OfClaim(AsOf asOf) => All(Held(asOf), ReportedBy(nameof(Claim.FirstReported), nameof(Claim.ReportedFrom), asOf));

    // By the day by which it certainly was public, or by the first on which it may have been.
    private static InputObject ReportedBy(string certainly, string possibly, AsOf asOf) => asOf switch
    {
        { KnownOn: not { } } => None,
        { KnownOn: { } day, KnownCertainty: Certainty.Certain } => Of(certainly, AtMost(day)),
        { KnownOn: { } day } => Any(Of(possibly, Missing), Of(possibly, AtMost(day))),
    };

    // What may have been public at any time is left out by no day.
    private static InputObject Undated(string certainly, AsOf asOf) => All(Of(certainly, Missing), asOf.KnownCertainty == Certainty.Certain ? None : Of(certainly, Present));

    private static InputObject OfDate(string member, InputObject condition) => Of(nameof(Document.Date), Of(member, condition));

    // The citation of a name speaks of no time.
    private static InputObject OfCitedClaim(AsOf asOf) =>
        asOf.ValidOn is null ? None : Any(Of(nameof(Citation.Claim), Of(nameof(Claim.Slug), Missing)), Of(nameof(Citation.Claim), Held(asOf)));

    /// <summary>What held on the day, as <see cref="ClaimTimes.On"/> says of one claim.</summary>
    private static InputObject Held(AsOf asOf)
    {
        if (asOf.ValidOn is not { } day)
            return None;
        var known = asOf.ToKnownBy();
        return All(Not(ClaimTimeType.Excluded), asOf.Certainty switch
        {
            Certainty.Certain => Certain(),
            Certainty.LastKnown => Any(
                Certain(),
                All(
                    Some(nameof(Claim.TimeRows), All(Type(ClaimTimeType.Stated), Of(nameof(ClaimTime.To), AtMost(day)), Counts(known))),
                    Not(ClaimTimeType.MayHaveEnded),
                    Not(ClaimTimeType.Superseded))),
            _ => None,
        });

        InputObject Certain() => Some(nameof(Claim.TimeRows), Row(ClaimTimeType.Certain, day, known));

        InputObject Not(ClaimTimeType type) => NoneOf(nameof(Claim.TimeRows), Row(type, day, known));
    }

    private static InputObject Row(ClaimTimeType type, DateOnly day, KnownBy known) => All(
        Type(type),
        Any(Of(nameof(ClaimTime.From), Missing), Of(nameof(ClaimTime.From), AtMost(day))),
        Any(Of(nameof(ClaimTime.To), Missing), Of(nameof(ClaimTime.To), AtLeast(day))),
        Counts(type >= ClaimTimeType.MayHaveEnded ? known with { Certainty = Certainty.Certain } : known));

    private static InputObject Type(ClaimTimeType type) => Of(nameof(ClaimTime.Type), Equal(type));

    /// <summary>As <see cref="KnownBy.Counts"/> says of one row.</summary>
    private static InputObject Counts(KnownBy known) => known.On is not { } day ? Of(nameof(ClaimTime.KnownUntil), Missing) : All(
        known.Certainty == Certainty.Certain
            ? Of(nameof(ClaimTime.KnownFrom), AtMost(day))
            : Any(Of(nameof(ClaimTime.PossiblyKnownFrom), Missing), Of(nameof(ClaimTime.PossiblyKnownFrom), AtMost(day))),
        Any(Of(nameof(ClaimTime.KnownUntil), Missing), Of(nameof(ClaimTime.KnownUntil), After(day))));

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
