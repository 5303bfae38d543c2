namespace KnowledgeApi.Knowledge.Model;

/// <summary>A person named in a document, in full, by initials or by a pen name.</summary>
public sealed class Person : Entity
{
    /// <summary>The roles the person holds or held.</summary>
    public List<Role> Roles { get; init; } = [];

    /// <summary>The documents of this base the person signed.</summary>
    public List<Document> Documents { get; init; } = [];
}
