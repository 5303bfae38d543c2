namespace KnowledgeApi.Knowledge.Model;

/// <summary>An entity in its role in a claim.</summary>
public sealed class Participation
{
    /// <summary>Internal number of the claim.</summary>
    public long ClaimKey { get; init; }

    /// <summary>The claim.</summary>
    public Claim Claim { get; init; } = null!;

    /// <summary>Internal number of the entity.</summary>
    public long EntityKey { get; init; }

    /// <summary>The entity.</summary>
    public Entity Entity { get; init; } = null!;

    /// <summary>The role of the entity.</summary>
    public ParticipantRole Role { get; init; }

    /// <summary>Position among the participants of the claim, from 1.</summary>
    public int Ordinal { get; init; }
}

/// <summary>Roles of entities in claims.</summary>
public enum ParticipantRole
{
    /// <summary>The entity that an event happens to or that is measured.</summary>
    Subject,

    /// <summary>The one who acts.</summary>
    Actor,

    /// <summary>The holder of a stake.</summary>
    Owner,

    /// <summary>The organisation that a stake is in or that a figure describes.</summary>
    Company,

    /// <summary>The giver of money.</summary>
    Funder,

    /// <summary>The recipient of money.</summary>
    Recipient,

    /// <summary>The person in a role.</summary>
    Person,

    /// <summary>The organisation a person has a role in.</summary>
    Organisation,

    /// <summary>The one who makes a statement.</summary>
    Speaker,

    /// <summary>The one a statement is about.</summary>
    About,

    /// <summary>The buyer.</summary>
    Buyer,

    /// <summary>The seller.</summary>
    Seller,

    /// <summary>The object of a purchase, sale or aim.</summary>
    Target,

    /// <summary>The founder.</summary>
    Founder,

    /// <summary>A partner in a joint action.</summary>
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

    /// <summary>A competitor.</summary>
    Competitor,
}
