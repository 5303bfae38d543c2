namespace KnowledgeApi.Knowledge.Model;

/// <summary>The part one entity takes in one claim. An entity takes one part in a claim.</summary>
public sealed class Participation
{
    /// <summary>Internal number of the claim.</summary>
    public long ClaimKey { get; init; }

    /// <summary>The claim.</summary>
    public Claim Claim { get; init; } = null!;

    /// <summary>Internal number of the entity.</summary>
    public long EntityKey { get; init; }

    /// <summary>The entity that takes part.</summary>
    public Entity Entity { get; init; } = null!;

    /// <summary>The part it takes.</summary>
    public ParticipantRole Role { get; init; }

    /// <summary>Place among the participants of the claim, from 1.</summary>
    public int Ordinal { get; init; }
}

/// <summary>The part an entity takes in a claim.</summary>
public enum ParticipantRole
{
    /// <summary>The one it happens to, or of whom something is measured.</summary>
    Subject,

    /// <summary>The one who acts.</summary>
    Actor,

    /// <summary>The holder of a stake.</summary>
    Owner,

    /// <summary>The company a stake or a figure is of.</summary>
    Company,

    /// <summary>The one who gives money.</summary>
    Funder,

    /// <summary>The one who is given money.</summary>
    Recipient,

    /// <summary>The person who holds a role.</summary>
    Person,

    /// <summary>The organisation a role is held in.</summary>
    Organisation,

    /// <summary>The one who makes a statement.</summary>
    Speaker,

    /// <summary>One a statement is about.</summary>
    About,

    /// <summary>The one who buys.</summary>
    Buyer,

    /// <summary>The one who sells.</summary>
    Seller,

    /// <summary>What is bought, sold or aimed at.</summary>
    Target,

    /// <summary>The one who founds.</summary>
    Founder,

    /// <summary>One who acts together with others.</summary>
    Partner,

    /// <summary>The product concerned.</summary>
    Product,

    /// <summary>Where a person works or worked.</summary>
    PlaceOfWork,

    /// <summary>The one who objects.</summary>
    Critic,

    /// <summary>The authority that decides, registers or supervises.</summary>
    Authority,

    /// <summary>The one who buys or uses a service.</summary>
    Customer,

    /// <summary>A rival.</summary>
    Competitor,
}
