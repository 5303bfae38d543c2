using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning.Evidence;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>Builds the seven kinds of claims.</summary>
internal sealed class ClaimBuilder(SeedDiagnostics diagnostics, Registry<Entity> entities, CitationBuilder citations)
{
    private const string OrganisationKinds = "a company, a public body, a programme or a publication";

    private readonly Registry<Claim> _claims = new("claim", diagnostics);
    private readonly Dictionary<string, Located> _causes = [];

    public IReadOnlyList<Claim> Build(IReadOnlyList<SeedMap> files)
    {
        var items = new List<(SeedMap Map, Located? Id, Func<Common, Claim?> Create)>();
        foreach (var file in files)
        {
            Take(file, FileKeys.Shareholdings, CreateShareholding);
            Take(file, FileKeys.Fundings, CreateFunding);
            Take(file, FileKeys.FinancialFigures, CreateFinancialFigure);
            Take(file, FileKeys.Measurements, CreateMeasurement);
            Take(file, FileKeys.Roles, CreateRole);
            Take(file, FileKeys.Events, CreateEvent);
            Take(file, FileKeys.Statements, CreateStatement);
        }

        // Causes before consequences, so that a consequence can be made with its cause.
        var order = Enumerable.Range(0, items.Count).ToDictionary(i => items[i].Map, i => (long)i + 1);
        foreach (var (map, id, create) in CausesFirst(items))
            Add(map, id, order[map], create);
        return [.. _claims.All.OrderBy(claim => claim.Key)];

        void Take(SeedMap file, SeedKey<IReadOnlyList<SeedMap>> section, Func<Common, Claim?> create)
        {
            foreach (var map in file.Get(section) ?? [])
            {
                var id = map.Get(ClaimKeys.Id);
                if (id is not null && !_claims.Declare(id))
                    id = null;
                items.Add((map, id, create));
                if (id is not null && section == FileKeys.Events && map.Get(EventKeys.Cause) is { } cause)
                    _causes[id.Text] = cause;
            }
        }
    }

    private IEnumerable<(SeedMap Map, Located? Id, Func<Common, Claim?> Create)> CausesFirst(
        IReadOnlyList<(SeedMap Map, Located? Id, Func<Common, Claim?> Create)> items) =>
        items.OrderBy(item => item.Id is null ? 0 : Depth(item.Id.Text));

    // How many causes lie behind an event; a circle ends where it would close and is reported there.
    private int Depth(string id)
    {
        var seen = new HashSet<string> { id };
        var depth = 0;
        while (_causes.TryGetValue(id, out var cause))
        {
            depth++;
            if (!seen.Add(cause.Text))
            {
                diagnostics.Error(cause.Location, $"The event \"{cause.Text}\" is its own cause, by way of others or at once. Expected causes that come to an end.");
                break;
            }
            id = cause.Text;
        }
        return depth;
    }

    /// <summary>What all claims have, read before the kind is known.</summary>
    private sealed record Common(SeedMap Map, string Slug, ClaimCore Core, Participants Participants)
    {
        public string? Wording => Core.Wording;
    }

    private void Add(SeedMap map, Located? id, long key, Func<Common, Claim?> create)
    {
        var failures = diagnostics.Failures;
        var unbound = citations.Read(map.Get(ClaimKeys.Citations) ?? []);
        var reported = unbound.Where(citation => citation.Voice.Stance == Stance.Supports).Select(citation => citation.Reported).Where(day => day is not null).ToList();
        var core = new ClaimCore(
            key,
            map.Get(ClaimKeys.Status) ?? ClaimStatus.Actual,
            map.Get(ClaimKeys.Validity),
            reported.Min(),
            reported.Max(),
            EndReported(map, unbound, reported.Min()),
            map.Get(ClaimKeys.Wording),
            map.Get(ClaimKeys.Rank) ?? ClaimRank.Normal,
            map.Get(ClaimKeys.RankReason),
            map.Get(ClaimKeys.Note),
            Sources.CountIndependent(unbound.Select(citation => citation.Voice)));
        CheckRank(map, core.Rank);

        var common = new Common(map, id?.Text ?? "", core, new(diagnostics));
        var claim = create(common);
        foreach (var participant in map.Get(ClaimKeys.Participants) ?? [])
            if (participant.Get(ParticipantKeys.Role) is { } role)
                common.Participants.Add(entities.Find(participant.Get(ParticipantKeys.Entity)), role, participant.LocationOf("entity"));
        if (claim is null || id is null || diagnostics.Failures > failures)
        {
            diagnostics.FailedElsewhere();
            return;
        }
        _claims.Add(id.Text, claim);
        claim.Subject.ClaimsAbout.Add(claim);
        common.Participants.AttachTo(claim);
        citations.Add(unbound, claim);
    }

    // The end is told with the rest unless a citation says that it is told there.
    private DateOnly? EndReported(SeedMap map, IReadOnlyList<CitationBuilder.UnboundCitation> unbound, DateOnly? firstReported)
    {
        var hasEnd = map.Get(ClaimKeys.Validity)?.End is not null;
        var places = unbound.Where(citation => citation.StatesEnd).ToList();
        if (places.Count > 0 && !hasEnd)
            diagnostics.Error(map.LocationOf("citations"), "A citation with \"states-end\", but the validity has no end. Expected it only where \"validity\" has \"end\".");
        return !hasEnd ? null : places.Count == 0 ? firstReported : places.Min(citation => citation.Reported);
    }

    private void CheckRank(SeedMap map, ClaimRank rank)
    {
        if (rank != ClaimRank.Normal && !map.Has("rank-reason"))
            diagnostics.Error(map.LocationOf("rank"), $"The rank {EnumNames.Name(rank)} without \"rank-reason\". Expected the reason in words.");
        if (rank == ClaimRank.Normal && map.Has("rank-reason"))
            diagnostics.Error(map.LocationOf("rank-reason"), "\"rank-reason\" with the rank NORMAL. Expected it only with PREFERRED or DEPRECATED.");
    }

    private Shareholding? CreateShareholding(Common common)
    {
        var map = common.Map;
        var owner = common.Participants.Add(entities.Find(map.Get(ShareholdingKeys.Owner)), ParticipantRole.Owner, map.LocationOf("owner"));
        var company = common.Participants.Add(entities.Find<Organisation>(map.Get(ShareholdingKeys.Company), OrganisationKinds), ParticipantRole.Company, map.LocationOf("company"));
        var share = map.Get(ShareholdingKeys.Share);
        var (interest, basis) = (map.Get(ShareholdingKeys.Interest), map.Get(ShareholdingKeys.Basis));
        if (owner is null || company is null)
            return null;
        var claim = new Shareholding
        {
            Slug = common.Slug,
            Core = common.Core,
            SubjectKey = company.Key,
            Subject = company,
            OwnerKey = owner.Key,
            Owner = owner,
            CompanyKey = company.Key,
            Company = company,
            Share = share is null ? null : share with { Wording = common.Wording },
            Interest = interest ?? Interest.Direct,
            Basis = basis ?? ShareBasis.Unstated,
        };
        owner.Holdings.Add(claim);
        company.Shareholders.Add(claim);
        return claim;
    }

    private Funding? CreateFunding(Common common)
    {
        var map = common.Map;
        var funder = common.Participants.Add(entities.Find(map.Get(FundingKeys.Funder)), ParticipantRole.Funder, map.LocationOf("funder"));
        var recipient = common.Participants.Add(entities.Find(map.Get(FundingKeys.Recipient)), ParticipantRole.Recipient, map.LocationOf("recipient"));
        var amount = Money(map, FundingKeys.Amount);
        var (instrument, stage) = (map.Get(FundingKeys.Instrument), map.Get(FundingKeys.Stage));
        if (Subject(common, recipient ?? funder) is not { } subject)
            return null;
        var claim = new Funding
        {
            Slug = common.Slug,
            Core = common.Core,
            SubjectKey = subject.Key,
            Subject = subject,
            FunderKey = funder?.Key,
            Funder = funder,
            RecipientKey = recipient?.Key,
            Recipient = recipient,
            Amount = amount?.ToMoney(common.Wording),
            Instrument = instrument ?? Instrument.Unstated,
            Stage = stage,
        };
        funder?.FundingsGiven.Add(claim);
        recipient?.FundingsReceived.Add(claim);
        return claim;
    }

    private FinancialFigure? CreateFinancialFigure(Common common)
    {
        var map = common.Map;
        var company = common.Participants.Add(entities.Find<Organisation>(map.Get(FinancialFigureKeys.Company), OrganisationKinds), ParticipantRole.Company, map.LocationOf("company"));
        var amount = Money(map, FinancialFigureKeys.Amount);
        var (concept, period, cumulative) = (map.Get(FinancialFigureKeys.Concept), map.Get(FinancialFigureKeys.FiscalPeriod), map.Get(FinancialFigureKeys.Cumulative));
        if (company is null || concept is null)
            return null;
        var claim = new FinancialFigure
        {
            Slug = common.Slug,
            Core = common.Core with { Validity = common.Core.Validity ?? MomentOf(period) },
            SubjectKey = company.Key,
            Subject = company,
            CompanyKey = company.Key,
            Company = company,
            Concept = concept.Value,
            Amount = amount?.ToMoney(common.Wording),
            FiscalPeriod = period,
            Cumulative = cumulative,
        };
        company.FinancialFigures.Add(claim);
        return claim;
    }

    private Measurement? CreateMeasurement(Common common)
    {
        var map = common.Map;
        var subject = common.Participants.Add(entities.Find(map.Get(MeasurementKeys.Subject)), ParticipantRole.Subject, map.LocationOf("subject"));
        var (metric, quantity) = (map.Get(MeasurementKeys.Metric), map.Get(MeasurementKeys.Quantity));
        if (subject is null || metric is null)
            return null;
        var claim = new Measurement
        {
            Slug = common.Slug,
            Core = common.Core,
            SubjectKey = subject.Key,
            Subject = subject,
            MeasuredKey = subject.Key,
            Metric = metric.Value,
            Quantity = quantity?.ToQuantity(common.Wording),
        };
        subject.Measurements.Add(claim);
        return claim;
    }

    private Role? CreateRole(Common common)
    {
        var map = common.Map;
        var person = common.Participants.Add(entities.Find<Person>(map.Get(RoleKeys.Person), "a person"), ParticipantRole.Person, map.LocationOf("person"));
        var organisation = common.Participants.Add(entities.Find<Organisation>(map.Get(RoleKeys.Organisation), OrganisationKinds), ParticipantRole.Organisation, map.LocationOf("organisation"));
        if (person is null || map.Get(RoleKeys.JobTitle) is not { } jobTitle)
            return null;
        var claim = new Role
        {
            Slug = common.Slug,
            Core = common.Core,
            SubjectKey = person.Key,
            Subject = person,
            PersonKey = person.Key,
            Person = person,
            OrganisationKey = organisation?.Key,
            Organisation = organisation,
            JobTitle = jobTitle,
        };
        person.Roles.Add(claim);
        organisation?.Roles.Add(claim);
        return claim;
    }

    private Event? CreateEvent(Common common)
    {
        var map = common.Map;
        var cause = _claims.Find<Event>(map.Get(EventKeys.Cause), "an event");
        var (kind, date, summary) = (map.Get(EventKeys.Kind), map.Get(EventKeys.Date), map.Get(EventKeys.Summary));
        var known = map.Get(EventKeys.KnownDate);
        if (known is not null && date is not null)
            diagnostics.Error(map.LocationOf("known-date"), "A \"known-date\" beside a \"date\". Expected it only where no document dates the event.");
        if (Subject(common, null) is not { } subject || kind is null || summary is null)
            return null;
        var claim = new Event
        {
            Slug = common.Slug,
            Core = common.Core with { Validity = common.Core.Validity ?? MomentOf(date) },
            SubjectKey = subject.Key,
            Subject = subject,
            Kind = kind.Value,
            Summary = summary,
            Date = date,
            KnownDate = known,
            CauseKey = cause?.Key,
            Cause = cause,
        };
        cause?.Consequences.Add(claim);
        return claim;
    }

    private Statement? CreateStatement(Common common)
    {
        var map = common.Map;
        var speaker = common.Participants.Add(entities.Find(map.Get(StatementKeys.Speaker)), ParticipantRole.Speaker, map.LocationOf("speaker"));
        var described = map.Get(StatementKeys.SpeakerDescribed);
        if (!map.Has("speaker") && !map.Has("speaker-described"))
            diagnostics.Error(map.Location, "A statement by no one. Expected \"speaker\", or \"speaker-described\" if the speaker is not named.");
        var about = (map.Get(StatementKeys.About) ?? [])
            .Select(reference => common.Participants.Add(entities.Find(reference), ParticipantRole.About, reference.Location)).ToList();
        var (summary, date) = (map.Get(StatementKeys.Summary), map.Get(StatementKeys.Date));
        if (about is not [{ } subject, ..] || summary is null)
            return null;
        var claim = new Statement
        {
            Slug = common.Slug,
            Core = common.Core with { Validity = common.Core.Validity ?? MomentOf(date) },
            SubjectKey = subject.Key,
            Subject = subject,
            SpeakerKey = speaker?.Key,
            Speaker = speaker,
            SpeakerDescribed = described,
            Summary = summary,
            Date = date,
        };
        speaker?.StatementsMade.Add(claim);
        return claim;
    }

    // The subject of a claim that names it by no key of its own: the participant that is the subject, else the first.
    private Entity? Subject(Common common, Entity? named)
    {
        if (named is not null)
            return named;
        var participants = common.Map.Get(ClaimKeys.Participants) ?? [];
        var subject = participants.FirstOrDefault(participant => participant.Get(ParticipantKeys.Role) == ParticipantRole.Subject) ?? (participants.Count > 0 ? participants[0] : null);
        if (subject is not null)
            return entities.Find(subject.Get(ParticipantKeys.Entity));
        if (!common.Map.Has("funder") && !common.Map.Has("recipient"))
            diagnostics.Error(common.Map.Location, "A claim about no one. Expected at least one entity among its participants.");
        return null;
    }

    private Amount? Money(SeedMap map, SeedKey<Amount> key)
    {
        var amount = map.Get(key);
        if (amount is not { Currency: null })
            return amount;
        diagnostics.Error(map.LocationOf(key.Name), "A sum of money without \"currency\". Expected a currency code of ISO 4217 in capitals, such as EUR.");
        return null;
    }

    private static Period? MomentOf(PartialDate? date) => date is null ? null : Period.Moment(date);
}
