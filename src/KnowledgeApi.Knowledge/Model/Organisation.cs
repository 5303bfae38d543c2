namespace KnowledgeApi.Knowledge.Model;

/// <summary>An entity in which people hold roles.</summary>
public abstract class Organisation : Entity
{
    /// <summary>The roles people hold in it.</summary>
    public List<Role> Roles { get; init; } = [];

    /// <summary>Its revenue and its net income, every telling.</summary>
    public List<FinancialFigure> FinancialFigures { get; init; } = [];

    /// <summary>The stakes others hold in it. Stakes told differently by different documents stand side by side.</summary>
    public List<Shareholding> Shareholders { get; init; } = [];
}

/// <summary>A business.</summary>
public sealed class Company : Organisation;

/// <summary>A state, a ministry, a court, a public bank or another body of public law.</summary>
public sealed class PublicBody : Organisation;

/// <summary>A public scheme, a law or a project that several parties share.</summary>
public sealed class Programme : Organisation;

/// <summary>A newspaper, a news agency, a news site or a broadcaster.</summary>
public sealed class Publication : Organisation
{
    /// <summary>The documents of this base it published, if they say so themselves.</summary>
    public List<Document> Documents { get; init; } = [];
}
