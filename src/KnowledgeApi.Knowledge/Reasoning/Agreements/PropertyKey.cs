using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.Knowledge.Reasoning.Agreements;

/// <summary>
/// What a claim tells of what, apart from when and how much: only claims of one key are ever compared. The words of the key
/// make the name of the group.
/// </summary>
/// <param name="Slug">The key in lower case, its parts separated by points.</param>
/// <param name="Label">The same in words.</param>
internal sealed record PropertyKey(string Slug, string Label)
{
    private static readonly MeasurementMetric[] SeveralAtOnce =
    [
        // A company has many prices and many kinds of space at once, and a rank for each list; OTHER is of no one kind.
        MeasurementMetric.Price, MeasurementMetric.Storage, MeasurementMetric.Ranking, MeasurementMetric.Other,
    ];

    /// <summary>Keys are told apart by their slugs: titles may be written differently.</summary>
    public bool Equals(PropertyKey? other) => Slug == other?.Slug;

    /// <inheritdoc/>
    public override int GetHashCode() => Slug.GetHashCode(StringComparison.Ordinal);

    /// <summary>The key of a claim.</summary>
    public static PropertyKey Of(Claim claim)
    {
        var (slug, label) = claim switch
        {
            Shareholding stake => Stake(stake),
            Funding funding => Funding(funding),
            FinancialFigure figure => Figure(figure),
            Measurement measurement => Measurement(measurement),
            Role role => Role(role),
            Event @event => Event(@event),
            Statement statement => ($"statement.{statement.Slug}", $"{statement.Subject.Name}: statement of {statement.Speaker?.Name ?? statement.SpeakerDescribed}"),
            _ => throw new ArgumentException($"No key is known for {claim.GetType().Name}.", nameof(claim)),
        };
        var modality = ModalityOf(claim.Status);
        return modality == Modality.Fact ? new(slug, label) : new($"{slug}.{EnumNames.Name(modality).ToLowerInvariant()}", $"{label} ({EnumNames.Words(modality)})");
    }

    /// <summary>What the words of a claim speak of.</summary>
    public static Modality ModalityOf(ClaimStatus status) => status switch
    {
        ClaimStatus.Actual or ClaimStatus.Reported => Modality.Fact,
        ClaimStatus.Announced or ClaimStatus.Planned => Modality.Intention,
        ClaimStatus.Target => Modality.Target,
        ClaimStatus.Forecast => Modality.Forecast,
        ClaimStatus.Proposed => Modality.Proposal,
        ClaimStatus.Abandoned => Modality.Abandoned,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Is no status."),
    };

    /// <summary>The property of a claim.</summary>
    public static ClaimProperty PropertyOf(Claim claim) => claim switch
    {
        Shareholding => ClaimProperty.Stake,
        Model.Funding => ClaimProperty.Funding,
        FinancialFigure { Concept: FinancialConcept.Revenue } => ClaimProperty.Revenue,
        FinancialFigure => ClaimProperty.NetIncome,
        Model.Measurement => ClaimProperty.Measurement,
        Model.Event => ClaimProperty.Event,
        Model.Role => ClaimProperty.Role,
        Statement => ClaimProperty.Statement,
        _ => throw new ArgumentException($"No property is known for {claim.GetType().Name}.", nameof(claim)),
    };

    private static (string, string) Stake(Shareholding stake)
    {
        var how = stake.Interest switch { Interest.Direct => "", Interest.Indirect => "indirect", _ => "unknown" };
        return (
            Join("stake", stake.Company.Slug, stake.Owner.Slug, how),
            $"{stake.Company.Name}: stake of {stake.Owner.Name}{how switch { "" => "", "indirect" => ", held indirectly", _ => ", whether direct or not" }}");
    }

    private static (string, string) Funding(Funding funding)
    {
        var funders = Taking(funding, ParticipantRole.Funder);
        var recipients = Taking(funding, ParticipantRole.Recipient);
        var (stage, verb) = funding.Stage switch
        {
            FundingStage.Envelope => ("envelope", "set aside by"),
            FundingStage.Committed => ("committed", "promised by"),
            FundingStage.Paid => ("paid", "paid by"),
            _ => ("", "from"),
        };
        // A sum between no one and no one is like no other sum.
        return funders.Count + recipients.Count == 0
            ? ($"funding.{funding.Slug}", $"{funding.Subject.Name}: money {verb} someone")
            : (Join("funding", Slugs(recipients, "anyone"), Slugs(funders, "someone"), stage), $"{Names(recipients, "For anyone")}: money {verb} {Names(funders, "someone")}");
    }

    private static (string, string) Figure(FinancialFigure figure)
    {
        var period = figure.FiscalPeriod?.Edtf;
        var (concept, words) = figure.Concept == FinancialConcept.Revenue ? ("revenue", "revenue") : ("net-income", "net income");
        return (
            Join(concept, figure.Company.Slug, period?.Replace("..", "open", StringComparison.Ordinal).Replace('/', '-') ?? "", figure.Cumulative ? "cumulative" : ""),
            $"{figure.Company.Name}: {words}{(period is null ? "" : $" {period}")}{(figure.Cumulative ? ", all years together" : "")}");
    }

    private static (string, string) Measurement(Measurement measurement)
    {
        var metric = EnumNames.Words(measurement.Metric);
        if (!SeveralAtOnce.Contains(measurement.Metric))
            return (Join(metric.Replace(' ', '-'), measurement.Subject.Slug), $"{measurement.Subject.Name}: {metric}");
        var what = measurement is { Metric: MeasurementMetric.Other, Quantity.Unit: { } unit } ? unit.Replace('-', ' ') : metric;
        return ($"measurement.{measurement.Slug}", $"{measurement.Subject.Name}: {what}");
    }

    private static (string, string) Role(Role role) => (
        Join("role", role.Person.Slug, role.Organisation?.Slug ?? "nowhere", Words(role.JobTitle)),
        $"{role.Person.Name}: {role.JobTitle}{(role.Organisation is null ? "" : $", {role.Organisation.Name}")}");

    private static (string, string) Event(Event @event)
    {
        if (OnceOnly.Identify(@event) is not { } roles)
            return ($"event.{@event.Slug}", @event.Summary);
        var kind = EnumNames.Words(@event.Kind);
        var buyers = roles.Where(pair => pair.Role == ParticipantRole.Buyer).Select(pair => pair.Entity).ToList();
        var others = roles.Where(pair => pair.Role != ParticipantRole.Buyer).Select(pair => pair.Entity).ToList();
        return (
            Join(kind.Replace(' ', '-'), Slugs(others, ""), buyers.Count > 0 ? Slugs(buyers, "") : ""),
            $"{Names(others, "")}: {kind}{(buyers.Count > 0 ? $" by {Names(buyers, "")}" : "")}");
    }

    private static List<Entity> Taking(Claim claim, ParticipantRole role) =>
        [.. claim.Participants.Where(participation => participation.Role == role).Select(participation => participation.Entity).OrderBy(entity => entity.Slug, StringComparer.Ordinal)];

    private static string Slugs(List<Entity> entities, string none) => entities.Count == 0 ? none : string.Join('+', entities.Select(entity => entity.Slug));

    private static string Names(List<Entity> entities, string none) => entities.Count == 0 ? none : string.Join(" and ", entities.Select(entity => entity.Name));

    private static string Join(params string[] parts) => string.Join('.', parts.Where(part => part.Length > 0));

    // A title as part of a slug: letters without accents and digits, everything else a hyphen.
    private static string Words(string title) =>
        string.Join('-', string.Concat(Folding.Fold(title).Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
