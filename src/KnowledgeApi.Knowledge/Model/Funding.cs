namespace KnowledgeApi.Knowledge.Model;

/// <summary>The claim that money is set aside, promised, paid or offered by someone for someone.</summary>
public sealed class Funding : Claim
{
    /// <summary>Internal number of the funder.</summary>
    public long? FunderKey { get; init; }

    /// <summary>The one who gives. Null if several give together, who are then among the participants, or if no one is named.</summary>
    public Entity? Funder { get; init; }

    /// <summary>Internal number of the recipient.</summary>
    public long? RecipientKey { get; init; }

    /// <summary>The one who is given. Null if several are, who are then among the participants, or if no one is named.</summary>
    public Entity? Recipient { get; init; }

    /// <summary>How much. Null if no sum is told.</summary>
    public Money? Amount { get; init; }

    /// <summary>In what form.</summary>
    public Instrument Instrument { get; init; }

    /// <summary>How far the money has got. Null if the text leaves it open.</summary>
    public FundingStage? Stage { get; init; }

    /// <inheritdoc/>
    public override string ToLabel() => WithWording("Funding");
}

/// <summary>The form in which money is given.</summary>
public enum Instrument
{
    /// <summary>Capital, in return for a stake.</summary>
    Equity,

    /// <summary>A gift or subsidy.</summary>
    Grant,

    /// <summary>A loan.</summary>
    Loan,

    /// <summary>Public money whose form is not told.</summary>
    PublicInvestment,

    /// <summary>The price of a purchase.</summary>
    AcquisitionPrice,

    /// <summary>The text does not say.</summary>
    Unstated,
}

/// <summary>How far money has got: an envelope is not a commitment, a commitment is not a payment.</summary>
public enum FundingStage
{
    /// <summary>Set aside, for no one in particular yet.</summary>
    Envelope,

    /// <summary>Promised to someone.</summary>
    Committed,

    /// <summary>Paid or spent.</summary>
    Paid,
}
