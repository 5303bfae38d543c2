namespace KnowledgeApi.Knowledge.Model;

/// <summary>An identifier of an entity in a public scheme.</summary>
public sealed class Identifier
{
    /// <summary>Internal number.</summary>
    public long Key { get; init; }

    /// <summary>Internal number of the entity.</summary>
    public long EntityKey { get; init; }

    /// <summary>The entity that is identified.</summary>
    public Entity Entity { get; init; } = null!;

    /// <summary>The scheme, such as DOMAIN, SIREN or LEI.</summary>
    public required string Scheme { get; init; }

    /// <summary>The identifier within the scheme. Scheme and value together are unique.</summary>
    public required string Value { get; init; }
}
