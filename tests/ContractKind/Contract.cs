using KnowledgeApi.Knowledge.Model;

namespace KnowledgeApi.ContractKind;

/// <summary>The claim that someone ordered, or is to order, goods or services from someone else.</summary>
public sealed class Contract : Claim
{
    /// <summary>Internal number of the customer.</summary>
    public long CustomerKey { get; init; }

    /// <summary>The entity that orders and pays.</summary>
    public Entity Customer { get; init; } = null!;

    /// <summary>Internal number of the supplier.</summary>
    public long SupplierKey { get; init; }

    /// <summary>The entity that delivers.</summary>
    public Entity Supplier { get; init; } = null!;

    /// <summary>What is ordered, in a few words, such as "servers for a data centre".</summary>
    public required string Purpose { get; init; }

    /// <summary>The price of it all. Null if not stated.</summary>
    public Money? Amount { get; init; }

    /// <summary>When it was signed. Null if not stated.</summary>
    public PartialDate? Signed { get; init; }

    /// <inheritdoc/>
    public override string ToLabel() => WithWording(Purpose);
}
