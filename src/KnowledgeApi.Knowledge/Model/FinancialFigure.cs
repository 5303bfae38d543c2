namespace KnowledgeApi.Knowledge.Model;

/// <summary>The claim that an organisation earned, or is to earn, so much in a fiscal period.</summary>
public sealed class FinancialFigure : Claim
{
    /// <summary>Internal number of the company.</summary>
    public long CompanyKey { get; init; }

    /// <summary>The organisation the figure is of, as a rule a company.</summary>
    public Organisation Company { get; init; } = null!;

    /// <summary>What the figure is: revenue or net income.</summary>
    public FinancialConcept Concept { get; init; }

    /// <summary>The amount; a loss is negative. Null if not stated.</summary>
    public Money? Amount { get; init; }

    /// <summary>The fiscal period of the figure, such as "2013". Null if not stated.</summary>
    public PartialDate? FiscalPeriod { get; init; }

    /// <summary>Whether the figure is the sum over several years.</summary>
    public bool Cumulative { get; init; }

    /// <inheritdoc/>
    public override string ToLabel() => WithWording(EnumNames.Heading(Concept));
}

/// <summary>Concepts of financial reporting, as in XBRL.</summary>
public enum FinancialConcept
{
    /// <summary>Revenue, also called turnover.</summary>
    Revenue,

    /// <summary>Net income: a profit, or a loss if negative.</summary>
    NetIncome,
}
