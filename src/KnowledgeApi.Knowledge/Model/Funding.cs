namespace KnowledgeApi.Knowledge.Model;

/// <summary>The claim that money is set aside, promised or paid by someone for someone.</summary>
public sealed class Funding : Claim
{
    /// <summary>Internal number of the funder.</summary>
    public long? FunderKey { get; init; }

    /// <summary>The giver of the money. Null if several give together (see `participants`) or none is named.</summary>
    public Entity? Funder { get; init; }

    /// <summary>Internal number of the recipient.</summary>
    public long? RecipientKey { get; init; }

    /// <summary>The recipient of the money. Null if there are several (see `participants`) or none is named.</summary>
    public Entity? Recipient { get; init; }

    /// <summary>The amount. Null if not stated.</summary>
    public Money? Amount { get; init; }

    /// <summary>The form in which the money is given.</summary>
    public Instrument Instrument { get; init; }

    /// <summary>Whether the money is set aside, promised or paid. Null if the text leaves it open.</summary>
    public FundingStage? Stage { get; init; }

    /// <inheritdoc/>
    public override string ToLabel() => WithWording("Funding");
}

/// <summary>Forms in which money is given.</summary>
public enum Instrument
{
    /// <summary>Capital, in return for a stake.</summary>
    Equity,

    /// <summary>A gift or subsidy.</summary>
    Grant,

    /// <summary>A loan.</summary>
    Loan,

    /// <summary>Public money of unstated form.</summary>
    PublicInvestment,

    /// <summary>The price of a purchase.</summary>
    AcquisitionPrice,

    /// <summary>The text does not say.</summary>
    Unstated,
}

/// <summary>Whether money is set aside, promised or paid. An envelope is not a commitment, and a commitment is not a payment.</summary>
public enum FundingStage
{
    /// <summary>Set aside, for no particular recipient yet.</summary>
    Envelope,

    /// <summary>Promised to a recipient.</summary>
    Committed,

    /// <summary>Paid or spent.</summary>
    Paid,
}
