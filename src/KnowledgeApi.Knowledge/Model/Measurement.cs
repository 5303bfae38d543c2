namespace KnowledgeApi.Knowledge.Model;

/// <summary>The claim that something countable or measurable of an entity has or is to have some size.</summary>
public sealed class Measurement : Claim
{
    /// <summary>Internal number of the entity measured.</summary>
    public long MeasuredKey { get; init; }

    /// <summary>The entity whose headcount, market share ... it is. The same as the subject.</summary>
    public Entity Measured { get; init; } = null!;

    /// <summary>What is counted or measured.</summary>
    public MeasurementMetric Metric { get; init; }

    /// <summary>How much or how many, with the unit. Null for a sum of money and if no number is told.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>The sum, if it is money that is measured, such as a price or the size of a market.</summary>
    public Money? Amount { get; init; }
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
