namespace KnowledgeApi.Knowledge.Model;

/// <summary>An entity that people can work for and others can own: a company, public body, programme or publication.</summary>
public abstract class Organisation : Entity
{
    /// <summary>The roles people hold in the organisation.</summary>
    public List<Role> Roles { get; init; } = [];

    /// <summary>Revenue and net income. Rival claims stand side by side.</summary>
    public List<FinancialFigure> FinancialFigures { get; init; } = [];

    /// <summary>The stakes others hold in the organisation. Rival claims stand side by side.</summary>
    public List<Shareholding> Shareholders { get; init; } = [];
}

/// <summary>A business.</summary>
public sealed class Company : Organisation;

/// <summary>A state, ministry, court, public bank or another body of public law.</summary>
public sealed class PublicBody : Organisation;

/// <summary>A public scheme, a law or a joint project.</summary>
public sealed class Programme : Organisation;

/// <summary>A newspaper, news agency, news site or broadcaster.</summary>
public sealed class Publication : Organisation
{
    /// <summary>The documents it published.</summary>
    public List<Document> Documents { get; init; } = [];
}
