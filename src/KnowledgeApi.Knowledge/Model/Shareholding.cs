namespace KnowledgeApi.Knowledge.Model;

/// <summary>The claim that someone holds, held or is to hold a stake in an organisation.</summary>
public sealed class Shareholding : Claim
{
    /// <summary>Internal number of the owner.</summary>
    public long OwnerKey { get; init; }

    /// <summary>The holder of the stake.</summary>
    public Entity Owner { get; init; } = null!;

    /// <summary>Internal number of the company.</summary>
    public long CompanyKey { get; init; }

    /// <summary>The organisation the stake is in, as a rule a company.</summary>
    public Organisation Company { get; init; } = null!;

    /// <summary>The size of the stake in percent. Null if not stated.</summary>
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

    /// <summary>The text leaves it open.</summary>
    Unknown,
}

/// <summary>What the percentage of a stake refers to.</summary>
public enum ShareBasis
{
    /// <summary>The capital.</summary>
    Capital,

    /// <summary>The votes.</summary>
    Votes,

    /// <summary>The text does not say.</summary>
    Unstated,
}
