namespace KnowledgeApi.Knowledge.Model;

/// <summary>A name of an entity as documents print it.</summary>
public sealed class EntityName
{
    /// <summary>Internal number.</summary>
    public long Key { get; init; }

    /// <summary>Internal number of the entity.</summary>
    public long EntityKey { get; init; }

    /// <summary>The entity that is named.</summary>
    public Entity Entity { get; init; } = null!;

    /// <summary>The name exactly as printed.</summary>
    public required string Text { get; init; }

    /// <summary>The name without case and accents, to search and filter by.</summary>
    public required string Folded { get; init; }

    /// <summary>The kind of name.</summary>
    public NameKind Kind { get; init; }

    /// <summary>Internal number of the entity that this name is of by itself.</summary>
    public long? RefersToKey { get; init; }

    /// <summary>The entity that this name, brand or division is by itself, if it is one of its own in this base. Null if it is only a name.</summary>
    public Entity? RefersTo { get; init; }

    /// <summary>Internal number of the entity that one who asks by this name means.</summary>
    public long MeansKey { get; init; }

    /// <summary>Where the name is printed.</summary>
    public List<Citation> Citations { get; init; } = [];
}

/// <summary>Kinds of names.</summary>
public enum NameKind
{
    /// <summary>The registered name.</summary>
    Legal,

    /// <summary>The name in everyday use.</summary>
    Trading,

    /// <summary>A name no longer in use.</summary>
    Former,

    /// <summary>A short form or initials.</summary>
    Short,

    /// <summary>Another name or spelling.</summary>
    Alias,

    /// <summary>The name of one of its brands.</summary>
    Brand,

    /// <summary>The name of one of its divisions or businesses.</summary>
    Division,

    /// <summary>A misspelling, kept as printed.</summary>
    Misprint,
}
