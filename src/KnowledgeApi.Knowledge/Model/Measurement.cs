namespace KnowledgeApi.Knowledge.Model;

/// <summary>The claim that something countable or measurable of an entity has or is to have some size.</summary>
public sealed class Measurement : Claim
{
    /// <summary>Internal number of the subject once more: EF Core follows one navigation by one column, and <see cref="Claim.SubjectKey"/> serves that of all claims.</summary>
    public long MeasuredKey { get; init; }

    /// <summary>What is counted or measured.</summary>
    public MeasurementMetric Metric { get; init; }

    /// <summary>How much or how many, with the unit; the unit of a sum of money is its currency. Null if no number is stated.</summary>
    public Quantity? Quantity { get; init; }

    /// <inheritdoc/>
    public override string ToLabel() => WithWording(EnumNames.Heading(Metric));
}

/// <summary>What a measurement counts or measures.</summary>
public enum MeasurementMetric
{
    /// <summary>People employed.</summary>
    Headcount,

    /// <summary>Jobs made or to be made.</summary>
    Jobs,

    /// <summary>Share of a market, in percent.</summary>
    MarketShare,

    /// <summary>Size of a whole market.</summary>
    MarketSize,

    /// <summary>Virtual machines run.</summary>
    VirtualMachines,

    /// <summary>Data centres run.</summary>
    DataCentres,

    /// <summary>What something costs.</summary>
    Price,

    /// <summary>Space to store data.</summary>
    Storage,

    /// <summary>Place in an order, 1 being the first.</summary>
    Ranking,

    /// <summary>Projects.</summary>
    Projects,

    /// <summary>Something else; the unit tells what.</summary>
    Other,
}
