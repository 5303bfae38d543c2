namespace KnowledgeApi.Knowledge.Model;

/// <summary>The claim that a company, or a programme that was to become one, earned or is to earn so much in a fiscal period.</summary>
public sealed class FinancialFigure : Claim
{
    /// <summary>Internal number of the company.</summary>
    public long CompanyKey { get; init; }

    /// <summary>The company the figure is of; a programme if it is a figure of plans made before there was a company.</summary>
    public Organisation Company { get; init; } = null!;

    /// <summary>Whether it is revenue or net income.</summary>
    public FinancialConcept Concept { get; init; }

    /// <summary>How much; a loss is negative. Null if no sum is told.</summary>
    public Money? Amount { get; init; }

    /// <summary>The fiscal period the figure is for. Null if not told.</summary>
    public PartialDate? FiscalPeriod { get; init; }

    /// <summary>True if it is the sum over several years, not the figure of one.</summary>
    public bool Cumulative { get; init; }

    /// <inheritdoc/>
    public override string ToLabel() => WithWording(EnumNames.Heading(Concept));
}

/// <summary>What a financial figure measures.</summary>
public enum FinancialConcept
{
    /// <summary>What was sold: turnover.</summary>
    Revenue,

    /// <summary>What was left: profit, or loss if negative.</summary>
    NetIncome,
}
