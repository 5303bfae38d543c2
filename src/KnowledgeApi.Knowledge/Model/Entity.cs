namespace KnowledgeApi.Knowledge.Model;

/// <summary>A company, public body, programme, publication, product or person that claims are about.</summary>
public abstract class Entity : ISearchable
{
    /// <summary>Internal number: the place of the entity in the seeds. Not stable between builds.</summary>
    public long Key { get; init; }

    /// <summary>Readable unique name of the entity, such as "caisse-des-depots". Stable between builds.</summary>
    public required string Slug { get; init; }

    /// <summary>The preferred name.</summary>
    public required string Name { get; init; }

    /// <summary>The name without case and accents, to search and filter by.</summary>
    public required string NameFolded { get; init; }

    /// <summary>The name as a French collation key in hexadecimal: comparing it bytewise orders names as a French dictionary does.</summary>
    public required string NameSortKey { get; init; }

    /// <summary>A one-line description drawn from the documents.</summary>
    public string? Description { get; init; }

    /// <summary>All names the documents print, misprints included.</summary>
    public List<EntityName> Names { get; init; } = [];

    /// <summary>The names of other entities that mean this one: those whose name, brand or division it is.</summary>
    public List<EntityName> NameOf { get; init; } = [];

    /// <summary>Identifiers in public schemes, such as a domain name.</summary>
    public List<Identifier> Identifiers { get; init; } = [];

    /// <summary>The claims the entity takes part in, each with its role.</summary>
    public List<Participation> Participations { get; init; } = [];

    /// <summary>The claims the entity takes part in, in any role.</summary>
    public List<Claim> Claims { get; init; } = [];

    /// <summary>The claims whose subject is the entity.</summary>
    public List<Claim> ClaimsAbout { get; init; } = [];

    /// <summary>The stakes the entity holds in organisations.</summary>
    public List<Shareholding> Holdings { get; init; } = [];

    /// <summary>The money the entity gives as the only funder.</summary>
    public List<Funding> FundingsGiven { get; init; } = [];

    /// <summary>The money the entity receives as the only recipient.</summary>
    public List<Funding> FundingsReceived { get; init; } = [];

    /// <summary>Counts and measures of the entity, such as its headcount.</summary>
    public List<Measurement> Measurements { get; init; } = [];

    /// <summary>The statements the entity made.</summary>
    public List<Statement> StatementsMade { get; init; } = [];

    /// <summary>The citations in which the entity speaks.</summary>
    public List<Citation> CitationsBy { get; init; } = [];

    /// <summary>What happened to it, began, held, ended or is expected, and when it was reported, in order of time.</summary>
    public List<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>The agreements of claims whose subject is the entity.</summary>
    public List<Agreement> Agreements { get; init; } = [];

    /// <summary>How well its claims are supported.</summary>
    public Coverage Coverage { get; init; } = null!;

    /// <summary>Findings of the rules about the entity.</summary>
    public List<Finding> Findings { get; init; } = [];
}
