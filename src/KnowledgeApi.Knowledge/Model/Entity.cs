namespace KnowledgeApi.Knowledge.Model;

/// <summary>Anything a claim can speak of: a company, a public body, a programme, a publication, a product or a person.</summary>
public abstract class Entity : ISearchable
{
    /// <summary>Internal number: the place of the entity in the seeds. Not stable between builds.</summary>
    public long Key { get; init; }

    /// <summary>Short stable name for addresses and references, such as "caisse-des-depots". Unique among entities.</summary>
    public required string Slug { get; init; }

    /// <summary>The name this base uses for it.</summary>
    public required string Name { get; init; }

    /// <summary>The name without case and accents, to search and filter by.</summary>
    public required string NameFolded { get; init; }

    /// <summary>The name as a French collation key in hexadecimal: comparing it bytewise orders names as a French dictionary does.</summary>
    public required string NameSortKey { get; init; }

    /// <summary>One line about it, in our own words, holding only what the documents say.</summary>
    public string? Description { get; init; }

    /// <summary>The ways its name is printed in the documents, misprints included.</summary>
    public List<EntityName> Names { get; init; } = [];

    /// <summary>Its identifiers in public schemes, such as a domain, if a document prints them.</summary>
    public List<Identifier> Identifiers { get; init; } = [];

    /// <summary>The parts it takes in claims, one for each claim.</summary>
    public List<Participation> Participations { get; init; } = [];

    /// <summary>All claims it takes part in, whatever its part.</summary>
    public List<Claim> Claims { get; init; } = [];

    /// <summary>The claims that are mainly about it.</summary>
    public List<Claim> ClaimsAbout { get; init; } = [];

    /// <summary>The stakes it holds in companies.</summary>
    public List<Shareholding> Holdings { get; init; } = [];

    /// <summary>The money it gives, alone.</summary>
    public List<Funding> FundingsGiven { get; init; } = [];

    /// <summary>The money it is given, alone.</summary>
    public List<Funding> FundingsReceived { get; init; } = [];

    /// <summary>What was counted or measured of it, such as its headcount.</summary>
    public List<Measurement> Measurements { get; init; } = [];

    /// <summary>The statements it made. Those about it are among its participations, with the part ABOUT.</summary>
    public List<Statement> StatementsMade { get; init; } = [];

    /// <summary>The citations in which it is the one who speaks.</summary>
    public List<Citation> CitationsBy { get; init; } = [];

    /// <summary>All that its claims tell of time, in order: what happened, began, held, ended, is expected, and what was told when.</summary>
    public List<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>The groups of claims that are mainly about it.</summary>
    public List<Agreement> Agreements { get; init; } = [];

    /// <summary>How well the claims it takes part in are borne out.</summary>
    public Coverage Coverage { get; init; } = null!;

    /// <summary>What the rules found about it.</summary>
    public List<Finding> Findings { get; init; } = [];
}
