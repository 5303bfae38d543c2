namespace KnowledgeApi.Knowledge.Model;

/// <summary>A person, named in full, by initials or by a pseudonym.</summary>
public sealed class Person : Entity
{
    /// <summary>The roles of the person.</summary>
    public List<Role> Roles { get; init; } = [];

    /// <summary>The documents the person signed.</summary>
    public List<Document> Documents { get; init; } = [];
}
