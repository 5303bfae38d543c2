using KnowledgeApi.Knowledge.Model;
using KnowledgeApi.Knowledge.Reasoning;

namespace KnowledgeApi.Knowledge.Seeds;

/// <summary>Builds the seven kinds of claims.</summary>
internal sealed class ClaimBuilder(Reading reading, Registry<Entity> entities, CitationBuilder citations)
{
    private const string OrganisationKinds = "a company, a public body, a programme or a publication";

    private readonly Registry<Claim> _claims = new("claim", reading);
    private readonly Dictionary<string, Located> _causes = [];

    public IReadOnlyList<Claim> Build(IReadOnlyList<SeedMap> files)
    {
        var items = new List<(SeedMap Map, Located? Id, Func<Common, Claim?> Create)>();
        foreach (var file in files)
        {
            Take(file, FileKeys.Shareholdings, CreateShareholding);
            Take(file, FileKeys.Fundings, CreateFunding);
            Take(file, FileKeys.Figures, CreateFigure);
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
                reading.Error(cause.Place, $"The event \"{cause.Text}\" is its own cause, by way of others or at once. Expected causes that come to an end.");
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
        var failures = reading.Failures;
        var drafts = citations.Read(map.Get(ClaimKeys.Citations) ?? []);
        var reported = drafts.Where(draft => draft.Telling.Stance == Stance.Supports).Select(draft => draft.Reported).Where(day => day is not null).ToList();
        var core = new ClaimCore(
            key,
            map.Get(ClaimKeys.Status) ?? ClaimStatus.Actual,
            map.Get(ClaimKeys.Validity),
            reported.Min(),
            reported.Max(),
            EndReported(map, drafts, reported.Min()),
            map.Get(ClaimKeys.Wording),
            map.Get(ClaimKeys.Rank) ?? ClaimRank.Normal,
            map.Get(ClaimKeys.RankReason),
            map.Get(ClaimKeys.Note),
            Sources.CountIndependent(drafts.Select(draft => draft.Telling)));
        CheckRank(map, core.Rank);

        var common = new Common(map, id?.Text ?? "", core, new(reading));
        var claim = create(common);
        foreach (var participant in map.Get(ClaimKeys.Participants) ?? [])
            if (participant.Get(ParticipantKeys.Part) is { } part)
                common.Participants.Add(entities.Find(participant.Get(ParticipantKeys.Entity)), part, participant.PlaceOf("entity"));
        if (claim is null || id is null || reading.Failures > failures)
        {
            reading.FailedElsewhere();
            return;
        }
        _claims.Add(id.Text, claim);
        claim.Subject.ClaimsAbout.Add(claim);
        common.Participants.AttachTo(claim);
        citations.Add(drafts, claim);
    }

    // The end is told with the rest unless a citation says that it is told there.
    private DateOnly? EndReported(SeedMap map, IReadOnlyList<CitationBuilder.Draft> drafts, DateOnly? firstReported)
    {
        var hasEnd = map.Get(ClaimKeys.Validity)?.End is not null;
        var places = drafts.Where(draft => draft.TellsEnd).ToList();
        if (places.Count > 0 && !hasEnd)
            reading.Error(map.PlaceOf("citations"), "A citation with \"tells-end\", but the validity has no end. Expected it only where \"validity\" has \"to\".");
        return !hasEnd ? null : places.Count == 0 ? firstReported : places.Min(draft => draft.Reported);
    }

    private void CheckRank(SeedMap map, ClaimRank rank)
    {
        if (rank != ClaimRank.Normal && !map.Has("rank-reason"))
            reading.Error(map.PlaceOf("rank"), $"The rank {Store.Screaming.Name(rank)} without \"rank-reason\". Expected the reason in words.");
        if (rank == ClaimRank.Normal && map.Has("rank-reason"))
            reading.Error(map.PlaceOf("rank-reason"), "\"rank-reason\" with the rank NORMAL. Expected it only with PREFERRED or DEPRECATED.");
    }

    private Shareholding? CreateShareholding(Common common)
    {
        var map = common.Map;
        var owner = common.Participants.Add(entities.Find(map.Get(ShareholdingKeys.Owner)), Part.Owner, map.PlaceOf("owner"));
        var company = common.Participants.Add(entities.Find<Organisation>(map.Get(ShareholdingKeys.Company), OrganisationKinds), Part.Company, map.PlaceOf("company"));
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
        var funder = common.Participants.Add(entities.Find(map.Get(FundingKeys.Funder)), Part.Funder, map.PlaceOf("funder"));
        var recipient = common.Participants.Add(entities.Find(map.Get(FundingKeys.Recipient)), Part.Recipient, map.PlaceOf("recipient"));
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

    private FinancialFigure? CreateFigure(Common common)
    {
        var map = common.Map;
        var company = common.Participants.Add(entities.Find<Organisation>(map.Get(FigureKeys.Company), OrganisationKinds), Part.Company, map.PlaceOf("company"));
        var amount = Money(map, FigureKeys.Amount);
        var (metric, period, cumulative) = (map.Get(FigureKeys.Metric), map.Get(FigureKeys.Period), map.Get(FigureKeys.Cumulative));
        if (company is null || metric is null)
            return null;
        var claim = new FinancialFigure
        {
            Slug = common.Slug,
            Core = common.Core with { Validity = common.Core.Validity ?? MomentOf(period) },
            SubjectKey = company.Key,
            Subject = company,
            CompanyKey = company.Key,
            Company = company,
            Metric = metric.Value,
            Amount = amount?.ToMoney(common.Wording),
            FiscalPeriod = period,
            Cumulative = cumulative,
        };
        company.Figures.Add(claim);
        return claim;
    }

    private Measurement? CreateMeasurement(Common common)
    {
        var map = common.Map;
        var measured = common.Participants.Add(entities.Find(map.Get(MeasurementKeys.Subject)), Part.Subject, map.PlaceOf("subject"));
        var (metric, quantity) = (map.Get(MeasurementKeys.Metric), map.Get(MeasurementKeys.Quantity));
        if (measured is null || metric is null)
            return null;
        var claim = new Measurement
        {
            Slug = common.Slug,
            Core = common.Core,
            SubjectKey = measured.Key,
            Subject = measured,
            MeasuredKey = measured.Key,
            Measured = measured,
            Metric = metric.Value,
            Quantity = quantity is { Unit: not null } ? quantity.ToQuantity(common.Wording) : null,
            Amount = quantity is { Currency: not null } ? quantity.ToMoney(common.Wording) : null,
        };
        measured.Measurements.Add(claim);
        return claim;
    }

    private Role? CreateRole(Common common)
    {
        var map = common.Map;
        var person = common.Participants.Add(entities.Find<Person>(map.Get(RoleKeys.Person), "a person"), Part.Person, map.PlaceOf("person"));
        var organisation = common.Participants.Add(entities.Find<Organisation>(map.Get(RoleKeys.Organisation), OrganisationKinds), Part.Organisation, map.PlaceOf("organisation"));
        if (person is null || map.Get(RoleKeys.Title) is not { } title)
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
            Title = title,
        };
        person.Roles.Add(claim);
        organisation?.Roles.Add(claim);
        return claim;
    }

    private Event? CreateEvent(Common common)
    {
        var map = common.Map;
        var cause = _claims.Find<Event>(map.Get(EventKeys.Cause), "an event");
        var (kind, date, title) = (map.Get(EventKeys.Event), map.Get(EventKeys.Date), map.Get(EventKeys.Title));
        var known = map.Get(EventKeys.KnownDate);
        if (known is not null && date is not null)
            reading.Error(map.PlaceOf("known-date"), "A \"known-date\" beside a \"date\". Expected it only where no document dates the event.");
        if (Subject(common, null) is not { } subject || kind is null || title is null)
            return null;
        var claim = new Event
        {
            Slug = common.Slug,
            Core = common.Core with { Validity = common.Core.Validity ?? MomentOf(date) },
            SubjectKey = subject.Key,
            Subject = subject,
            Kind = kind.Value,
            Title = title,
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
        var speaker = common.Participants.Add(entities.Find(map.Get(StatementKeys.Speaker)), Part.Speaker, map.PlaceOf("speaker"));
        var described = map.Get(StatementKeys.SpeakerDescribed);
        if (!map.Has("speaker") && !map.Has("speaker-described"))
            reading.Error(map.Place, "A statement by no one. Expected \"speaker\", or \"speaker-described\" if the speaker is not named.");
        var about = (map.Get(StatementKeys.About) ?? [])
            .Select(reference => common.Participants.Add(entities.Find(reference), Part.About, reference.Place)).ToList();
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
        var subject = participants.FirstOrDefault(participant => participant.Get(ParticipantKeys.Part) == Part.Subject) ?? (participants.Count > 0 ? participants[0] : null);
        if (subject is not null)
            return entities.Find(subject.Get(ParticipantKeys.Entity));
        if (!common.Map.Has("funder") && !common.Map.Has("recipient"))
            reading.Error(common.Map.Place, "A claim about no one. Expected at least one entity among its participants.");
        return null;
    }

    private Amount? Money(SeedMap map, SeedKey<Amount> key)
    {
        var amount = map.Get(key);
        if (amount is not { Currency: null })
            return amount;
        reading.Error(map.PlaceOf(key.Name), "A sum of money without \"currency\". Expected a currency code of ISO 4217 in capitals, such as EUR.");
        return null;
    }

    private static Period? MomentOf(PartialDate? date) => date is null ? null : Period.Moment(date);
}
