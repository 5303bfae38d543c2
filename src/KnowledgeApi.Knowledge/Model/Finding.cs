namespace KnowledgeApi.Knowledge.Model;

/// <summary>Something a rule found worth a reader's attention. A finding changes nothing: what is odd stays as the documents have it.</summary>
public sealed class Finding : IIdentified
{
    /// <summary>Internal number.</summary>
    public long Key { get; init; }

    /// <summary>The name of its rule and what it is about. Unique among findings; it stays as long as what it is about keeps its slug.</summary>
    public required string Slug { get; init; }

    /// <summary>Internal number of the rule.</summary>
    public long RuleKey { get; init; }

    /// <summary>The rule that found it.</summary>
    public Rule Rule { get; init; } = null!;

    /// <summary>How serious it is.</summary>
    public Severity Severity { get; init; }

    /// <summary>What was found, in a sentence of our own.</summary>
    public required string Message { get; init; }

    /// <summary>Whether the curators have looked at it and leave it at that.</summary>
    public bool Accepted { get; init; }

    /// <summary>Why it is left at that. Null unless it is accepted.</summary>
    public string? AcceptedReason { get; init; }

    /// <summary>Internal number of the entity.</summary>
    public long? AboutEntityKey { get; init; }

    /// <summary>The entity it is about. Null if it is not about one.</summary>
    public Entity? AboutEntity { get; init; }

    /// <summary>Internal number of the document.</summary>
    public long? AboutDocumentKey { get; init; }

    /// <summary>The document it is about. Null if it is not about one.</summary>
    public Document? AboutDocument { get; init; }

    /// <summary>The claims it is about or rests on.</summary>
    public List<Claim> Claims { get; init; } = [];

    /// <summary>The places it rests on.</summary>
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

/// <summary>A check that is run over the whole base at every build.</summary>
public sealed class Rule
{
    /// <summary>Internal number.</summary>
    public long Key { get; init; }

    /// <summary>Its name in capitals, such as SHARES_OVER_100.</summary>
    public required string Name { get; init; }

    /// <summary>What it looks for and how, in a sentence or two.</summary>
    public required string Description { get; init; }

    /// <summary>How serious its findings are.</summary>
    public Severity Severity { get; init; }

    /// <summary>What it found.</summary>
    public List<Finding> Findings { get; init; } = [];
}

/// <summary>How serious a finding or a problem is.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Odd: someone should look.</summary>
    Warning,

    /// <summary>Cannot be right.</summary>
    Error,
}
