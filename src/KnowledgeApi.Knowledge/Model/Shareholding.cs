namespace KnowledgeApi.Knowledge.Model;

/// <summary>The claim that someone holds, held or is to hold a stake in a company or another organisation.</summary>
public sealed class Shareholding : Claim
{
    /// <summary>Internal number of the owner.</summary>
    public long OwnerKey { get; init; }

    /// <summary>The one who holds the stake.</summary>
    public Entity Owner { get; init; } = null!;

    /// <summary>Internal number of the company.</summary>
    public long CompanyKey { get; init; }

    /// <summary>What the stake is in: a company as a rule, a public institution if a document speaks of its capital.</summary>
    public Organisation Company { get; init; } = null!;

    /// <summary>How large the stake is, in percent. Null if no size is told.</summary>
    public Share? Share { get; init; }

    /// <summary>Whether the stake is held directly or through others.</summary>
    public Interest Interest { get; init; }

    /// <summary>Whether the percentage is of the capital or of the votes.</summary>
    public ShareBasis Basis { get; init; }

    /// <inheritdoc/>
    public override string ToLabel() => WithWording($"{Owner.Name} in {Company.Name}");
}

/// <summary>How a stake is held.</summary>
public enum Interest
{
    /// <summary>Held by the owner itself.</summary>
    Direct,

    /// <summary>Held through another entity.</summary>
    Indirect,

    /// <summary>The text leaves open which.</summary>
    Unknown,
}

/// <summary>What the percentage of a stake is a percentage of.</summary>
public enum ShareBasis
{
    /// <summary>The capital.</summary>
    Capital,

    /// <summary>The votes.</summary>
    Votes,

    /// <summary>The text does not say.</summary>
    Unstated,
}
