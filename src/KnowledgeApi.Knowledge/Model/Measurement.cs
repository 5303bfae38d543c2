namespace KnowledgeApi.Knowledge.Model;

/// <summary>The claim that a count or measure of an entity has, or is to have, some size.</summary>
public sealed class Measurement : Claim
{
    /// <summary>Internal number of the subject once more: EF Core follows one navigation by one column, and <see cref="Claim.SubjectKey"/> serves that of all claims.</summary>
    public long MeasuredKey { get; init; }

    /// <summary>What is counted or measured.</summary>
    public MeasurementMetric Metric { get; init; }

    /// <summary>The number with its unit; for sums of money the unit is the currency, such as "EUR". Null if no number is stated.</summary>
    public Quantity? Quantity { get; init; }

    /// <inheritdoc/>
    public override string ToLabel() => WithWording(EnumNames.Heading(Metric));
}

/// <summary>What measurements count or measure.</summary>
public enum MeasurementMetric
{
    /// <summary>People employed.</summary>
    Headcount,

    /// <summary>Jobs created or to be created.</summary>
    Jobs,

    /// <summary>Share of a market, in percent.</summary>
    MarketShare,

    /// <summary>Size of a whole market.</summary>
    MarketSize,

    /// <summary>Virtual machines in operation.</summary>
    VirtualMachines,

    /// <summary>Data centres in operation.</summary>
    DataCentres,

    /// <summary>Price of something.</summary>
    Price,

    /// <summary>Capacity to store data.</summary>
    Storage,

    /// <summary>Position in a ranking, 1 being the first.</summary>
    Ranking,

    /// <summary>Number of projects.</summary>
    Projects,

    /// <summary>Another measure; see its unit.</summary>
    Other,
}
