namespace KnowledgeApi.Knowledge.Model;

/// <summary>The claim that a person holds, held or is to hold a role.</summary>
public sealed class Role : Claim
{
    /// <summary>Internal number of the person.</summary>
    public long PersonKey { get; init; }

    /// <summary>The person.</summary>
    public Person Person { get; init; } = null!;

    /// <summary>Internal number of the organisation.</summary>
    public long? OrganisationKey { get; init; }

    /// <summary>The organisation. Null if the text names none.</summary>
    public Organisation? Organisation { get; init; }

    /// <summary>The job title in English, such as "chief executive". `wording` has it as printed.</summary>
    public required string JobTitle { get; init; }

    /// <inheritdoc/>
    public override string ToLabel() => $"{Person.Name}: {JobTitle}";
}
