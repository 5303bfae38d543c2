namespace KnowledgeApi.Knowledge.Model;

/// <summary>Something a rule noticed: a contradiction, a misprint, a gap. A finding changes no claim.</summary>
public sealed class Finding : IIdentified
{
    /// <summary>Internal number.</summary>
    public long Key { get; init; }

    /// <summary>Readable unique name of the finding: the rule and what it is about.</summary>
    public required string Slug { get; init; }

    /// <summary>Internal number of the rule.</summary>
    public long RuleKey { get; init; }

    /// <summary>The rule that made the finding.</summary>
    public Rule Rule { get; init; } = null!;

    /// <summary>How serious the finding is.</summary>
    public Severity Severity { get; init; }

    /// <summary>What was found, as a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>Whether the curators, the people who maintain this base, reviewed the finding and accept it.</summary>
    public bool Accepted { get; init; }

    /// <summary>Why the finding is accepted. Null if it is not.</summary>
    public string? AcceptedReason { get; init; }

    /// <summary>Internal number of the entity.</summary>
    public long? AboutEntityKey { get; init; }

    /// <summary>The entity the finding is about. Null if it is about none.</summary>
    public Entity? AboutEntity { get; internal set; }

    /// <summary>Internal number of the document.</summary>
    public long? AboutDocumentKey { get; init; }

    /// <summary>The document the finding is about. Null if it is about none.</summary>
    public Document? AboutDocument { get; internal set; }

    /// <summary>The claims the finding is about or rests on.</summary>
    public List<Claim> Claims { get; init; } = [];

    /// <summary>The citations the finding rests on.</summary>
    public List<Citation> Citations { get; init; } = [];
}

/// <summary>A finding rests on a claim.</summary>
public sealed class FindingClaim
{
    /// <summary>Internal number of the finding.</summary>
    public long FindingKey { get; init; }

    /// <summary>The finding.</summary>
    public Finding Finding { get; init; } = null!;

    /// <summary>Internal number of the claim.</summary>
    public long ClaimKey { get; init; }

    /// <summary>The claim.</summary>
    public Claim Claim { get; init; } = null!;
}

/// <summary>A finding rests on a citation.</summary>
public sealed class FindingCitation
{
    /// <summary>Internal number of the finding.</summary>
    public long FindingKey { get; init; }

    /// <summary>The finding.</summary>
    public Finding Finding { get; init; } = null!;

    /// <summary>Internal number of the citation.</summary>
    public long CitationKey { get; init; }

    /// <summary>The citation.</summary>
    public Citation Citation { get; init; } = null!;
}

/// <summary>A check of the whole base, run at every build.</summary>
public sealed class Rule
{
    /// <summary>Internal number.</summary>
    public long Key { get; init; }

    /// <summary>Name of the rule, such as SHARES_OVER_100.</summary>
    public required string Name { get; init; }

    /// <summary>What the rule looks for and how.</summary>
    public required string Description { get; init; }

    /// <summary>How serious its findings are.</summary>
    public Severity Severity { get; init; }

    /// <summary>The findings of the rule.</summary>
    public List<Finding> Findings { get; init; } = [];
}

/// <summary>How serious a finding or problem is.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Odd; worth a look.</summary>
    Warning,

    /// <summary>Cannot be right.</summary>
    Error,
}
